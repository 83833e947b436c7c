/** What all parts of a Word document share: units, text, drawn lines, tables, sections. */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx';

/** Millimetres and points to twentieths of a point. */
export const mm = (value: number): number => Math.round((value * 1440) / 25.4);
export const pt = (value: number): number => Math.round(value * 20);

/** Page and margins as in the PDF (Nghị định 30/2020/NĐ-CP, annex I). */
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = { left: mm(30), right: mm(15), top: mm(20), bottom: mm(20), header: mm(9), footer: mm(9) };
export const PORTRAIT = mm(165);
export const LANDSCAPE = mm(252);

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

export interface Look {
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: keyof typeof ALIGN;
  /** Space above and below in points. */
  readonly before?: number;
  readonly after?: number;
  /** Indent of the first line in twentieths of a point. */
  readonly first?: number;
  /** Line height; 1 is single. */
  readonly leading?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly heading?: IParagraphOptions['heading'];
}

/** Text as runs: composed letters, line breaks kept, nothing that XML forbids. */
export function runs(text: string, look: Look = {}): TextRun[] {
  const clean = text
    .normalize('NFC')
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- XML 1.0 forbids exactly these
    .replace(/[\u0000-\u0009\u000B-\u001F\uFFFE\uFFFF]/g, ' ');
  return clean.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        size: (look.size ?? 14) * 2,
        bold: look.bold ?? false,
        italics: look.italics ?? false,
        ...(index > 0 ? { break: 1 } : {}),
      }),
  );
}

export function paragraph(text: string, look: Look = {}): Paragraph {
  return new Paragraph({
    children: runs(text, look),
    alignment: ALIGN[look.align ?? 'left'],
    spacing: {
      before: pt(look.before ?? 0),
      after: pt(look.after ?? 0),
      line: Math.round(240 * (look.leading ?? 1)),
      lineRule: 'auto',
    },
    ...(look.first === undefined ? {} : { indent: { firstLine: look.first } }),
    keepNext: look.keepNext ?? false,
    keepLines: look.keepLines ?? false,
    widowControl: true,
    ...(look.heading === undefined ? {} : { heading: look.heading }),
  });
}

export const centre = (text: string, look: Look = {}): Paragraph => paragraph(text, { ...look, align: 'center' });

/** A drawn line in the middle of a column: the border of an empty paragraph between indents. Lengths in points. */
export function rule(length: number, column: number, gap = 1.5): Paragraph {
  const side = Math.max(0, pt((column - length) / 2));
  return new Paragraph({
    children: [new TextRun({ text: '', size: 4 })],
    spacing: { before: pt(gap), after: 0, line: 40, lineRule: 'exact' },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  });
}

/** Dotted lines to write on. */
export function dotted(count: number): Paragraph[] {
  return Array.from(
    { length: count },
    () =>
      new Paragraph({
        children: [new TextRun({ children: [new Tab()], size: 28 })],
        tabStops: [{ type: TabStopType.RIGHT, position: PORTRAIT, leader: 'dot' }],
        spacing: { before: 0, after: pt(4) },
      }),
  );
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** A table that only places things. Widths in twentieths of a point. */
export function frame(widths: readonly number[], rows: readonly (readonly Paragraph[])[][]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: BARE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ children: [...children], width: { size: widths[index] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    ),
  });
}

export interface Cell {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly span?: number;
}

export interface GridColumn {
  readonly head: string;
  readonly weight: number;
}

export interface GridRow {
  readonly cells: readonly Cell[];
  /** Stays with the row below it. */
  readonly keep?: boolean;
}

/**
 * A ruled table with repeated head whose rows are not split.
 * @param total width in twentieths of a point, shared by weight
 * @param numbered a row (1) (2) (3) under the head
 */
export function gridTable(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  options: { readonly total: number; readonly size: number; readonly headSize?: number; readonly numbered?: boolean },
): Table {
  const { total, size, headSize = size } = options;
  const sum = columns.reduce((all, { weight }) => all + weight, 0);
  const widths = columns.map(({ weight }) => Math.floor((total * weight) / sum));
  const cell = (one: Cell, index: number, own: number, keep: boolean): TableCell =>
    new TableCell({
      width: {
        size: widths.slice(index, index + (one.span ?? 1)).reduce((all, width) => all + width, 0),
        type: WidthType.DXA,
      },
      ...(one.span === undefined ? {} : { columnSpan: one.span }),
      margins: { left: pt(3), right: pt(3), top: pt(1.5), bottom: pt(1.5) },
      children: [
        paragraph(one.text, {
          size: own,
          bold: one.bold ?? false,
          italics: one.italics ?? false,
          align: one.align ?? 'left',
          keepNext: keep,
        }),
      ],
    });
  const row = ({ cells, keep = false }: GridRow, own: number, head: boolean): TableRow => {
    let column = 0;
    return new TableRow({
      cantSplit: true,
      tableHeader: head,
      children: cells.map((one) => {
        const at = column;
        column += one.span ?? 1;
        return cell(one, at, own, keep || head);
      }),
    });
  };
  const heads = columns.map(({ head }): Cell => ({ text: head, bold: true, align: 'center' }));
  const numbers = columns.map((_, index): Cell => ({ text: `(${index + 1})`, italics: true, align: 'center' }));
  return new Table({
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row({ cells: heads }, headSize, true),
      ...(options.numbered ? [row({ cells: numbers }, size, true)] : []),
      ...rows.map((one) => row(one, size, false)),
    ],
  });
}

/**
 * A section with its own page, numbers from 1 in the middle of the top margin (not on its first page) and the marks of
 * samples and drafts at the right.
 * @param foot at the foot of every page; empty for none
 */
export function section(
  orientation: 'portrait' | 'landscape',
  marks: readonly string[],
  children: ISectionOptions['children'],
  foot = '',
): ISectionOptions {
  const room = orientation === 'portrait' ? PORTRAIT : LANDSCAPE;
  const head = (numbered: boolean): Header =>
    new Header({
      children: [
        new Paragraph({
          tabStops: [
            { type: TabStopType.CENTER, position: Math.round(room / 2) },
            { type: TabStopType.RIGHT, position: room },
          ],
          children: [
            new TextRun({
              children: [new Tab(), ...(numbered ? [PageNumber.CURRENT] : []), new Tab()],
              size: 26,
            }),
            new TextRun({ text: marks.join(' · '), bold: true, size: 20 }),
          ],
        }),
      ],
    });
  const below = (): Footer => new Footer({ children: [paragraph(foot, { size: 9, align: 'right' })] });
  return {
    properties: {
      titlePage: true,
      verticalAlign: VerticalAlign.TOP,
      page: {
        size: {
          ...PAGE,
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: MARGIN,
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: { default: head(true), first: head(false) },
    // Stated for every section: Word would go on with the foot of the one before.
    footers: { default: below(), first: below() },
    children,
  };
}
