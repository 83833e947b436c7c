/**
 * The result sheet of an enterprise: two pages to keep (level and what it means, profile, what to do first; comparison,
 * conditions, follow-up), then the annex with every question and the source.
 */
import type { Content, ContentSection, CustomTableLayout } from 'pdfmake/interfaces';
import type { ReportModel } from '../../../domain/report/model.ts';
import { fitted, type Face, type Measure } from '../measure.ts';
import { ladderPicture, profilePicture } from './charts.ts';
import { mm, runningHead } from './common.ts';
import { firmClosing } from './enterprise-closing.ts';
import { BLUE, ENTERPRISE_SIZE, heading, INK, MARGINS, paragraph, soft, WIDTH } from './enterprise-style.ts';
import { followUp, highlightLists } from './enterprise-follow.ts';
import { allSteps, annexHead, conditions, detail, pillars, source } from './enterprise-tables.ts';

export const ENTERPRISE_STYLE = { font: 'BeVietnamPro', fontSize: ENTERPRISE_SIZE, color: INK } as const;
const CARD_GAP = 10;
/** Width of the figure before the title of a card. */
const NUMERAL = 20;
const CARD_TITLE: Face = { family: 'BeVietnamPro', style: 'bold', size: 10.5 };

export function enterpriseSections(model: ReportModel, measure: Measure): ContentSection[] {
  return [
    {
      section: [
        ...firstPage(model, measure),
        ...pillars(model, measure),
        ...conditions(model),
        ...highlightLists(model, measure),
        ...followUp(model, measure),
        annexHead(model),
        ...(model.steps.more === '' ? [] : allSteps(model, measure)),
        ...detail(model, measure),
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

/** Rules between the cards only. */
const cardRules: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: (line, node) => (line === 0 || line === node.table.widths?.length ? 0 : 0.7),
  vLineColor: () => '#9AA5AF',
  paddingLeft: (column) => (column === 0 ? 0 : CARD_GAP),
  paddingRight: (column, node) => (column + 1 === node.table.widths?.length ? 0 : CARD_GAP),
  paddingTop: () => 0,
  paddingBottom: () => 2,
};

/** Up to three things to do, side by side. */
function firstActions({ labels, steps }: ReportModel, measure: Measure): Content {
  const count = Math.max(1, steps.first.length);
  const width = (WIDTH - CARD_GAP * 2 * (count - 1) - 0.7 * (count - 1)) / count;
  const room = width - NUMERAL - 4;
  const cards = steps.first.map((card, index): Content => ({
    stack: [
      {
        columns: [
          { width: NUMERAL, text: String(index + 1), fontSize: 20, bold: true, color: BLUE, lineHeight: 0.85 },
          {
            width: '*',
            text: fitted(measure, card.title, room, CARD_TITLE),
            bold: true,
            fontSize: CARD_TITLE.size,
            margin: [0, 1, 0, 0],
          },
        ],
        columnGap: 0,
      },
      soft(card.about, { fontSize: 8.5, margin: [0, 3, 0, 3] }),
      { text: card.text, fontSize: 9.5, lineHeight: 1.15 },
    ],
  }));
  return {
    unbreakable: true,
    stack: [
      heading(labels['enterprise.steps'], 12, { headlineLevel: undefined }),
      paragraph(steps.more === '' ? steps.statement : `${steps.statement} ${steps.more}`),
      ...(cards.length === 0
        ? []
        : [
            {
              layout: cardRules,
              margin: [0, 3, 0, 0],
              table: { widths: cards.map(() => width), body: [cards] },
            } as Content,
          ]),
    ],
  };
}
