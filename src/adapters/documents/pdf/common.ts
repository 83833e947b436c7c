/** What all page layouts share: units, lines, tables, running heads. */
import type { Content, ContentTable, CustomTableLayout, DynamicContent, TableCell } from 'pdfmake/interfaces';
import type { FontFamily } from '../fonts.ts';
import { pieces, type Face, type Measure } from '../measure.ts';

/** Millimetres to points. */
export const mm = (value: number): number => (value * 72) / 25.4;

/** What a text, a group of texts or a picture is in the logical structure of the document, see engine/structure.ts. */
export function tagged(tag: 'H1' | 'H2' | 'H3' | 'P'): { readonly tag: string } {
  return { tag };
}

/** Marks running heads, so that they are not taken for content when pages are broken. */
export const RUNNING = 'running';

export const bare: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

const CELL = 3;
/** Padding of a ruled cell with its line. */
export const GRID_PADDING = 2 * CELL + 0.5;
export const grid: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => CELL,
  paddingRight: () => CELL,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

/** A centred rule of a given length. */
export function rule(length: number, gap: number, thickness = 0.75): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: thickness }],
    alignment: 'center',
    margin: [0, gap, 0, 0],
  };
}

/** Dotted lines to write on by hand. */
export function dottedLines(width: number, count: number, step: number): Content {
  return {
    margin: [0, 0, 0, 8],
    canvas: Array.from({ length: count }, (_, line) => ({
      type: 'line' as const,
      x1: 0,
      x2: width,
      y1: step * (line + 1) - 4,
      y2: step * (line + 1) - 4,
      lineWidth: 0.7,
      dash: { length: 0.7, space: 2.3 },
    })),
  };
}

/**
 * Running head of a section: page number in the middle (not on its first page, counted from 1 in each section), marks
 * of samples and drafts at the right of every page.
 */
export function runningHead(
  marks: readonly string[],
  options: { readonly left: number; readonly right: number; readonly top: number; readonly numbered: boolean },
): DynamicContent {
  let first = 0;
  let last = -1;
  return (page: number): Content => {
    // Heads are made in page order; a gap means that another section has come between.
    if (page !== last + 1) first = page;
    last = page;
    const number = page - first + 1;
    return {
      margin: [options.left, options.top, options.right, 0],
      columns: [
        { text: '', width: '*', style: RUNNING },
        {
          text: options.numbered && number > 1 ? String(number) : ' ',
          width: 40,
          fontSize: 13,
          alignment: 'center',
          style: RUNNING,
        },
        { text: marks.join(' · '), width: '*', fontSize: 10, bold: true, alignment: 'right', style: RUNNING },
      ],
    };
  };
}

export interface TextCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly id?: string;
  readonly span?: number;
  /** On the first cell of a row: no page break between this row and the next one. */
  readonly keep?: boolean;
}

/** A table of texts with outer column widths; the widths must add up to the room there is. */
export interface TableSetup {
  /** Outer widths in points. */
  readonly widths: readonly number[];
  readonly family: FontFamily;
  readonly size: number;
  readonly measure: Measure;
  /** What cell padding and lines take of the width, in points. */
  readonly padding: number;
  /** Most lines of one row; longer texts go on in a further row, which may stand on the next page. */
  readonly maxLines: number;
}

function faceOf({ family, size }: TableSetup, { bold, italics }: TextCell): Face {
  return { family, size, style: bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal' };
}

/** What the engine and `ruledTable` read off the first cell of a row. */
interface RowMarks {
  keepWithNext?: boolean;
  /** Height of the row in lines. */
  rowLines?: number;
}

/** Lays one row out: words that are too wide are cut, rows that would be taller than a page are continued. */
export function tableRows(setup: TableSetup, cells: readonly TextCell[]): TableCell[][] {
  let column = 0;
  const spread = cells.map((cell) => {
    const span = cell.span ?? 1;
    const outer = setup.widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
    column += span;
    const room = outer - setup.padding;
    const face = faceOf(setup, cell);
    const lines = setup.measure.lines(cell.text, room, face);
    if (lines.length > setup.maxLines) return { parts: pieces(lines, setup.maxLines), lines: setup.maxLines };
    const text = setup.measure.fits(cell.text, room, face) ? cell.text : lines.join('\n');
    return { parts: [text], lines: lines.length };
  });
  const count = Math.max(...spread.map(({ parts }) => parts.length));
  const rowLines = Math.max(...spread.map(({ lines }) => lines));
  return Array.from({ length: count }, (_, part) =>
    cells.flatMap((cell, index): TableCell[] => [
      {
        text: spread[index]?.parts[part] ?? '',
        bold: cell.bold ?? false,
        italics: cell.italics ?? false,
        alignment: cell.align ?? 'left',
        noWrap: cell.align === 'right',
        ...(part === 0 && cell.id ? { id: cell.id } : {}),
        ...(cell.span ? { colSpan: cell.span } : {}),
        ...(index === 0 ? ({ keepWithNext: part === count - 1 && cell.keep === true, rowLines } as RowMarks) : {}),
      },
      ...Array.from({ length: (cell.span ?? 1) - 1 }, () => ({ text: '' })),
    ]),
  );
}

/** Gives up keeping rows together where they would not fit on one page; the innermost stay together. */
function settleKept(rows: readonly TableCell[][], mostLines: number): void {
  let below = 0;
  for (const [first] of rows.toReversed()) {
    const marks = first as RowMarks;
    // Padding and line of a row take about half a line.
    const own = (marks.rowLines ?? 1) + 0.5;
    if (marks.keepWithNext && own + below > mostLines) marks.keepWithNext = false;
    below = marks.keepWithNext ? own + below : own;
  }
}

/** Rows kept together may be this many lines higher than the highest single row. */
const KEPT_MORE = 5;

/** A ruled table with repeated heads whose rows are never torn apart. */
export function ruledTable(
  setup: TableSetup,
  heads: readonly string[],
  rows: readonly TableCell[][],
  options: { readonly headSize?: number; readonly numbered?: boolean } = {},
): ContentTable {
  const headCells = heads.map((text) => ({
    text,
    bold: true,
    alignment: 'center' as const,
    fontSize: options.headSize ?? setup.size + 1,
    margin: [0, 1, 0, 1] as [number, number, number, number],
  }));
  const numbers = heads.map((_, index) => ({ text: `(${index + 1})`, italics: true, alignment: 'center' as const }));
  const headerRows = options.numbered ? [headCells, numbers] : [headCells];
  settleKept(rows, setup.maxLines + KEPT_MORE);
  return {
    layout: grid,
    fontSize: setup.size,
    table: {
      headerRows: headerRows.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: setup.widths.map((width) => width - setup.padding),
      body: [...headerRows, ...rows],
    },
  };
}

/**
 * Shares the width among columns by weight; no column gets narrower than the longest word of its head, which is taken
 * from the widest column.
 */
export function columnWidths(
  total: number,
  columns: readonly { readonly head: string; readonly weight: number }[],
  measure: Measure,
  head: Face,
  padding: number,
): number[] {
  const sum = columns.reduce((all, column) => all + column.weight, 0);
  const widths = columns.map((column) => {
    const words = column.head.split(/\s+/).map((word) => measure.width(word, head));
    return Math.max((total * column.weight) / sum, Math.max(...words) + padding + 0.5);
  });
  const widest = widths.indexOf(Math.max(...widths));
  const excess = widths.reduce((all, width) => all + width, 0) - total;
  return widths.map((width, index) => (index === widest ? width - excess : width));
}

/** Ids of a heading and of the first row of the table below it, which must not be parted by a page break. */
export const ABOVE_TABLE = 'above-table';
export const FIRST_ROW = 'first-row';
