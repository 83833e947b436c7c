/** The lower half of the second page: what goes well, what to look at, and a list to fill in by hand. */
import type { Column, Content, TableCell } from 'pdfmake/interfaces';
import { highlights, type Highlight } from '../../../domain/report/handout/highlights.ts';
import { handoutWords } from '../../../domain/report/handout/words.ts';
import type { ReportModel } from '../../../domain/report/model.ts';
import { fitted, type Face, type Measure } from '../measure.ts';
import { bare, mm } from './common.ts';
import { heading, soft, WIDTH } from './enterprise-style.ts';

const SIZE = 9;
const HALF = (WIDTH - 20) / 2;
const POINTS = 34;
const FACE: Face = { family: 'BeVietnamPro', style: 'normal', size: SIZE };
const BOLD: Face = { family: 'BeVietnamPro', style: 'bold', size: SIZE };
/** Lines below the printed tasks, for own ones. */
const OWN = 2;
const ROW = mm(9);

function list(title: string, entries: readonly Highlight[], empty: string, measure: Measure): Column {
  const rows = entries.map(({ code, title: text, points }): TableCell[] => [
    { text: fitted(measure, code === '' ? text : `${code}. ${text}`, HALF - POINTS - 8, FACE) },
    { text: points, alignment: 'right', bold: true },
  ]);
  return {
    width: HALF,
    stack: [
      { text: title, bold: true, fontSize: 10, margin: [0, 0, 0, 3] },
      rows.length === 0
        ? soft(empty, { fontSize: SIZE })
        : {
            fontSize: SIZE,
            lineHeight: 1.1,
            layout: { ...bare, paddingBottom: () => 2 },
            table: { widths: [HALF - POINTS, POINTS], body: rows },
          },
    ],
  };
}

/** The best and the lowest answers beside each other. */
export function highlightLists(model: ReportModel, measure: Measure): Content[] {
  const words = handoutWords(model.language);
  const { strong, weak } = highlights(model);
  if (strong.length + weak.length === 0) return [];
  const empty = words('highlights.none');
  return [
    {
      unbreakable: true,
      margin: [0, 14, 0, 0],
      columns: [
        list(words('highlights.strong'), strong, empty, measure),
        list(words('highlights.weak'), weak, empty, measure),
      ],
      columnGap: 20,
    },
  ];
}

/** A table to write owner and day into, with the first actions already in it. */
export function followUp({ language, steps }: ReportModel, measure: Measure): Content[] {
  const words = handoutWords(language);
  const widths = [WIDTH * 0.46, WIDTH * 0.26, WIDTH * 0.17, WIDTH * 0.11];
  const head = (text: string, alignment: 'left' | 'center' = 'left'): TableCell => ({ text, bold: true, alignment });
  const room = (widths[0] ?? 0) - 8;
  const row = (title: string, text: string): TableCell[] => [
    {
      stack: [
        { text: fitted(measure, title, room, BOLD), bold: true },
        ...(text === '' ? [] : [{ text: fitted(measure, text, room, FACE) }]),
      ],
    },
    { text: '' },
    { text: '' },
    { canvas: [{ type: 'rect', x: 0, y: 1, w: 10, h: 10, lineWidth: 0.8 }], alignment: 'center' },
  ];
  return [
    {
      unbreakable: true,
      stack: [
        heading(words('follow.title'), 16, { headlineLevel: undefined }),
        soft(words('follow.hint'), { fontSize: SIZE, margin: [0, 0, 0, 5] }),
        {
          fontSize: SIZE,
          layout: {
            hLineWidth: () => 0.5,
            vLineWidth: () => 0,
            hLineColor: () => '#736E65',
            paddingLeft: () => 0,
            paddingRight: () => 6,
            paddingTop: () => 4,
            paddingBottom: () => 3,
          },
          table: {
            widths: widths.map((width) => width - 6),
            heights: (index: number) => (index === 0 ? 'auto' : ROW),
            body: [
              [
                head(words('follow.task')),
                head(words('follow.owner')),
                head(words('follow.due')),
                head(words('follow.done'), 'center'),
              ],
              ...steps.first.map(({ title, text }, index) => row(`${index + 1}. ${title}`, text)),
              ...Array.from({ length: OWN }, () => row(' ', '')),
            ],
          },
        },
      ],
    },
  ];
}
