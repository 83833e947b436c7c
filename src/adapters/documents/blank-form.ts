/** The blank questionnaire on paper: boxes to tick, lines to write on, room for evidence. */
import type { Column, Content, TableCell } from 'pdfmake/interfaces';
import type { BlankForm, BlankGroup, BlankItem, BlankLine } from '../../domain/report/handout/blank.ts';
import type { FontPaths } from './fonts.ts';
import { fitted, type Face, type Measure } from './measure.ts';
import { bare, columnWidths, dottedLines, grid, GRID_PADDING, mm, RUNNING } from './pdf/common.ts';
import { printPdf } from './pdf/engine/print.ts';

const MARGINS: [number, number, number, number] = [mm(25), mm(18), mm(15), mm(18)];
const WIDTH = mm(170);
const SIZE = 11.5;
const SMALL = 10;
const INDENT = 14;
const BOX = 9;
const LINE = 19;
/** Questions with more lines than this may be broken over two pages. */
const TOGETHER = 34;

const face = (size: number, style: Face['style'] = 'normal'): Face => ({ family: 'Tinos', style, size });

/** A box for one choice is round, one of several is square; told apart in grey and by touch of the pen. */
const box = (mark: 'one' | 'many'): Column => ({
  canvas: [
    mark === 'one'
      ? { type: 'ellipse', x: BOX / 2, y: BOX / 2 + 2.5, r1: BOX / 2, r2: BOX / 2, lineWidth: 0.8 }
      : { type: 'rect', x: 0, y: 2.5, w: BOX, h: BOX, lineWidth: 0.8 },
  ],
  width: BOX + 4,
});

/** A label with a dotted line behind it up to the edge. */
function dotted(
  label: string,
  room: number,
  measure: Measure,
  options: { unit?: string; size?: number } = {},
): Content {
  const { unit = '', size = SIZE } = options;
  const after = unit === '' ? 0 : measure.width(unit, face(size)) + 6;
  const before = label === '' ? 0 : measure.width(label, face(size)) + 5;
  const least = mm(30);
  const own = before + after + least <= room;
  const width = own ? room - before - after : room - after;
  const line: Column = {
    canvas: [
      { type: 'line', x1: 0, x2: width, y1: size + 1, y2: size + 1, lineWidth: 0.7, dash: { length: 0.7, space: 2.3 } },
    ],
    width,
  };
  const row: Column[] = [
    ...(own && label !== '' ? [{ text: label, width: before }] : []),
    line,
    ...(unit === '' ? [] : [{ text: ` ${unit}`, width: after }]),
  ];
  return {
    stack: [
      ...(own || label === '' ? [] : [{ text: fitted(measure, label, room, face(size)) } as Content]),
      { columns: row, columnGap: 0 },
    ],
    fontSize: size,
    margin: [0, 5, 0, 3],
  };
}

function tick(line: Extract<BlankLine, { kind: 'tick' }>, measure: Measure): Content {
  const room = WIDTH - INDENT - BOX - 4 - 18;
  return {
    columns: [
      box(line.mark),
      { text: `${line.figure}.`, width: 18 },
      { text: fitted(measure, line.text, room, face(SIZE)), width: room },
    ],
    columnGap: 0,
    margin: [0, 1, 0, 1],
  };
}

function table(line: Extract<BlankLine, { kind: 'table' }>, measure: Measure): Content {
  const narrow = Math.min(mm(28), (WIDTH - INDENT) / (line.columns.length + 2));
  const columns = [
    { head: '', weight: WIDTH - INDENT - narrow * line.columns.length },
    ...line.columns.map((head) => ({ head, weight: narrow })),
  ];
  const widths = columnWidths(WIDTH - INDENT, columns, measure, face(SMALL, 'bold'), GRID_PADDING);
  const room = (widths[0] ?? 0) - GRID_PADDING;
  return {
    layout: grid,
    fontSize: SMALL,
    margin: [0, 3, 0, 3],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => width - GRID_PADDING),
      body: [
        columns.map(({ head }, index): TableCell => ({
          text: fitted(measure, head, (widths[index] ?? 0) - GRID_PADDING, face(SMALL, 'bold')),
          bold: true,
          alignment: 'center',
        })),
        ...line.rows.map((row): TableCell[] => [
          { text: fitted(measure, row, room, face(SMALL)) },
          ...line.columns.map((_, index): TableCell => ({
            // Centred by hand: a canvas in a narrow cell follows the alignment only with its own width.
            stack: [box(line.mark)],
            margin: [((widths[index + 1] ?? 0) - GRID_PADDING - BOX) / 2, 0, 0, 3],
          })),
        ]),
      ],
    },
  };
}

function answerLine(line: BlankLine, measure: Measure): Content {
  switch (line.kind) {
    case 'tick':
      return tick(line, measure);
    case 'heading':
      return { text: fitted(measure, line.text, WIDTH - INDENT, face(SIZE, 'bold')), bold: true, margin: [0, 3, 0, 1] };
    case 'write':
      return line.lines > 1
        ? dottedLines(WIDTH - INDENT, line.lines, LINE)
        : dotted(line.label, WIDTH - INDENT, measure, { unit: line.unit });
    case 'table':
      return table(line, measure);
  }
}

/** Lines of paper that a question takes, roughly. */
function heightOf(item: BlankItem, measure: Measure): number {
  const lines = (text: string): number =>
    text === '' ? 0 : measure.lines(text, WIDTH - INDENT - 30, face(SIZE)).length;
  return (
    lines(item.title) +
    lines(item.question) +
    lines(item.help) +
    item.lines.reduce(
      (sum, line) =>
        sum +
        (line.kind === 'table'
          ? 3 + line.rows.reduce((all, row) => all + Math.max(1, Math.ceil(lines(row) * 1.6)), 0)
          : line.kind === 'write'
            ? line.lines + 1
            : lines(line.text)),
      0,
    ) +
    5
  );
}

function question(item: BlankItem, measure: Measure): Content {
  const text = (value: string, more: object = {}): Content => ({
    text: fitted(measure, value, WIDTH - INDENT, face(SIZE)),
    ...more,
  });
  const label = { size: SMALL };
  return {
    margin: [0, 6, 0, 4],
    stack: [
      {
        text: [
          { text: fitted(measure, item.title, WIDTH, face(SIZE, 'bold')), bold: true },
          item.about === '' ? '' : { text: ` (${item.about})`, italics: true, fontSize: SMALL },
        ],
        margin: [0, 0, 0, 2],
      },
      {
        margin: [INDENT, 0, 0, 0],
        stack: [
          ...(item.question === '' ? [] : [text(item.question, { margin: [0, 0, 0, 2] })]),
          ...(item.help === '' ? [] : [text(item.help, { italics: true, fontSize: SMALL, margin: [0, 0, 0, 2] })]),
          ...item.lines.map((line) => answerLine(line, measure)),
          ...(item.notApplicable === ''
            ? []
            : [
                {
                  columns: [
                    box('one'),
                    { stack: [dotted(item.notApplicable, WIDTH - INDENT - BOX - 4, measure, label)], width: '*' },
                  ],
                  columnGap: 0,
                } as Content,
              ]),
          ...(item.explanation === '' ? [] : [dotted(item.explanation, WIDTH - INDENT, measure, label)]),
          ...(item.evidence === '' ? [] : [dotted(item.evidence, WIDTH - INDENT, measure, label)]),
          ...(item.evidence === '' || item.evidenceHint === ''
            ? []
            : [text(item.evidenceHint, { italics: true, fontSize: 9 })]),
          ...(item.evidence === '' ? [] : [dotted('', WIDTH - INDENT, measure, label)]),
        ],
      },
    ],
  };
}

function head(form: BlankForm, measure: Measure): Content[] {
  const centre = (text: string, size: number): Content => ({
    text: fitted(measure, text, WIDTH, face(size, 'bold')),
    alignment: 'center',
    bold: true,
    fontSize: size,
  });
  return [
    centre(form.heading, 15),
    centre(form.questionnaire, 13),
    { text: form.notice, italics: true, fontSize: SMALL, alignment: 'center', margin: [0, 3, 0, 8] },
    ...form.fields.map((label) => dotted(`${label}:`, WIDTH, measure)),
    {
      margin: [0, 8, 0, 4],
      layout: { ...grid, paddingLeft: () => 8, paddingRight: () => 8, paddingTop: () => 5, paddingBottom: () => 5 },
      table: {
        widths: [WIDTH - 17],
        body: [
          [
            {
              stack: [
                { text: form.how.title, bold: true, margin: [0, 0, 0, 2] },
                { ul: [...form.how.lines], fontSize: SMALL },
              ],
            },
          ],
        ],
      },
    },
  ];
}

function end(form: BlankForm): Content {
  const sign = (text: string): TableCell => ({ text, alignment: 'center', bold: true, fontSize: SMALL + 1 });
  return {
    unbreakable: true,
    margin: [0, 10, 0, 0],
    stack: [
      { text: form.end, italics: true, fontSize: SMALL, margin: [0, 0, 0, 12] },
      { layout: bare, table: { widths: ['50%', '50%'], heights: [mm(28)], body: [form.signatures.map(sign)] } },
    ],
  };
}

function groupTitle({ depth, title }: BlankGroup, measure: Measure): Content {
  const top = depth === 0;
  return {
    text: fitted(measure, top ? title.toUpperCase() : title, WIDTH, face(13, 'bold')),
    bold: true,
    fontSize: top ? 13 : 12,
    margin: [0, top ? 12 : 6, 0, 2],
    tag: top ? 'H2' : 'H3',
  } as Content;
}

/** Titles of groups in one block with the first question below them; the end in one block with the last question. */
function bodyOf(form: BlankForm, measure: Measure): Content[] {
  const laid: Content[] = [];
  let above: Content[] = [];
  form.body.forEach((part, index) => {
    if (part.kind === 'group') {
      above.push(groupTitle(part, measure));
      return;
    }
    const last = index === form.body.length - 1;
    const stack = [...above, question(part, measure), ...(last ? [end(form)] : [])];
    laid.push({ stack, unbreakable: heightOf(part, measure) + above.length * 2 + (last ? 8 : 0) <= TOGETHER });
    above = [];
  });
  return laid;
}

/** Lays the form out on A4 pages. @returns the bytes; the same form gives the same bytes */
export function writeBlankForm(form: BlankForm, fonts: FontPaths, measure: Measure): Uint8Array {
  return printPdf(
    {
      properties: {
        title: form.title,
        subject: form.identity,
        program: form.program,
        language: form.language,
        date: new Date(`${form.issued}T00:00:00Z`),
      },
      defaultStyle: { font: 'Tinos', fontSize: SIZE },
      styles: { [RUNNING]: {} },
      margins: MARGINS,
      footer: (page: number, pages: number): Content => ({
        columns: [
          { text: form.identity, width: '*', style: RUNNING },
          { text: `${form.page} ${page}/${pages}`, width: 70, alignment: 'right', style: RUNNING },
        ],
        fontSize: 9,
        margin: [MARGINS[0], mm(7), MARGINS[2], 0],
      }),
      content: [...head(form, measure), ...bodyOf(form, measure)],
    },
    fonts,
  );
}
