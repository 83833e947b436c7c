/** The result sheet of an enterprise: level and what it means, profile, what to do first; then tables and source. */
import type { Content, ContentSection } from 'pdfmake/interfaces';
import type { ReportModel } from '../../../domain/report/model.ts';
import type { Face, Measure } from '../measure.ts';
import { ladderPicture, profilePicture } from './charts.ts';
import { mm, runningHead } from './common.ts';
import { firmClosing } from './enterprise-closing.ts';
import { BLUE, ENTERPRISE_SIZE, heading, INK, MARGINS, paragraph, soft, WIDTH } from './enterprise-style.ts';
import { allSteps, conditions, detail, pillars, source } from './enterprise-tables.ts';

export const ENTERPRISE_STYLE = { font: 'BeVietnamPro', fontSize: ENTERPRISE_SIZE, color: INK } as const;
const CARD_GAP = 12;
const CARD_TITLE: Face = { family: 'BeVietnamPro', style: 'bold', size: 10.5 };

export function enterpriseSections(model: ReportModel, measure: Measure, cuts: ReadonlySet<string>): ContentSection[] {
  return [
    {
      section: [
        ...firstPage(model, measure),
        ...pillars(model, measure),
        ...conditions(model),
        ...(model.steps.more === '' ? [] : allSteps(model, measure)),
        ...detail(model, measure, cuts),
        ...source(model),
        ...firmClosing(model, measure),
      ],
      pageSize: 'A4',
      pageOrientation: 'portrait',
      pageMargins: MARGINS,
      header: runningHead(model.marks, { left: MARGINS[0], right: MARGINS[2], top: mm(7), numbered: false }),
      footer: (page: number, pages: number): Content => ({
        columns: [
          soft(`${model.organisation}, ${model.periodText}`, { width: '*' }),
          soft(`${model.labels.page} ${page}/${pages}`, { width: 60, alignment: 'right' }),
        ],
        fontSize: 8,
        margin: [MARGINS[0], mm(7), MARGINS[2], 0],
      }),
    },
  ];
}

function firstPage(model: ReportModel, measure: Measure): Content[] {
  const { result } = model;
  const ladder = ladderPicture(model, WIDTH, 'BeVietnamPro');
  const sentences = [result.provisional, result.compared, result.target].filter((text) => text !== '').join(' ');
  return [
    titles(model),
    {
      columns: [
        { width: '*', text: result.headline, fontSize: 24, bold: true, color: BLUE },
        { width: 'auto', text: result.value, fontSize: 12, color: INK, alignment: 'right', margin: [0, 11, 0, 0] },
      ],
      columnGap: 16,
      margin: [0, 12, 0, 2],
    },
    paragraph(result.meaning, { fontSize: 10.5 }),
    ...(ladder ? [{ stack: [ladder], margin: [0, 6, 0, 0] } as Content] : []),
    ...(sentences === '' ? [] : [paragraph(sentences, { margin: [0, 4, 0, 0] })]),
    heading(model.charts.profile.title, 12),
    profilePicture(model, WIDTH, 'BeVietnamPro'),
    firstActions(model, measure),
  ];
}

function titles({ organisation, about, questionnaire, labels }: ReportModel): Content {
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: organisation, fontSize: 17, bold: true, color: BLUE },
          soft(about),
          soft(questionnaire, { fontSize: 9 }),
        ],
      },
      {
        width: 110,
        stack: [
          { text: labels.program, bold: true, fontSize: 12, color: BLUE, alignment: 'right' },
          soft(labels['sheet.resultForm'], { alignment: 'right' }),
        ],
      },
    ],
    columnGap: 16,
  };
}

/** Up to three things to do, side by side. */
function firstActions({ labels, steps }: ReportModel, measure: Measure): Content {
  const width = (WIDTH - CARD_GAP * 2) / 3;
  const room = width - 24;
  const cards = steps.first.map((card, index): Content => ({
    stack: [
      {
        columns: [
          { width: 20, text: String(index + 1), fontSize: 18, bold: true, color: BLUE, lineHeight: 0.9 },
          {
            width: '*',
            text: measure.fits(card.title, room, CARD_TITLE)
              ? card.title
              : measure.lines(card.title, room, CARD_TITLE).join('\n'),
            bold: true,
            fontSize: 10.5,
            margin: [0, 1, 0, 0],
          },
        ],
      },
      soft(card.about, { fontSize: 8.5, margin: [0, 3, 0, 3] }),
      { text: card.text, fontSize: 9.5, lineHeight: 1.12 },
    ],
  }));
  return {
    unbreakable: true,
    stack: [
      heading(labels['enterprise.steps'], 12, { headlineLevel: undefined }),
      paragraph(steps.more === '' ? steps.statement : `${steps.statement} ${steps.more}`),
      ...(cards.length === 0
        ? []
        : [{ columns: cards.map((card) => ({ ...(card as object), width })), columnGap: CARD_GAP } as Content]),
    ],
  };
}
