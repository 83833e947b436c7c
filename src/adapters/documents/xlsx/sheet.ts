import type ExcelJS from 'exceljs';
import type { Figure, ReportModel } from '../../../domain/report/model.ts';
import { pieces, type Face, type Measure } from '../measure.ts';
import { valuesHash, type CellValue, type SheetCells } from './digests.ts';
import { numberFormat } from './formulas.ts';

/** Only formulas made here carry it; data from anywhere cannot. */
const LIVE = Symbol('live');

export interface Formula {
  readonly [LIVE]: true;
  readonly formula: string;
  /** What the program itself has calculated; shown by viewers that do not calculate. */
  readonly result: number | string;
}

/** A formula of the program's own, with its result. */
export const live = (formula: string, result: number | string): Formula => ({ [LIVE]: true, formula, result });

/** One cell of a table row. Texts are always written as texts, whatever they begin with. */
export interface Cell {
  readonly value: string | number | Date | Formula | null;
  readonly align?: 'left' | 'center' | 'right';
  /** Number format. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** #RRGGBB */
  readonly fill?: string;
  readonly colour?: string;
  /** Left open in the locked sheet: for anybody, or for the appraiser, whose entries are read back. */
  readonly input?: 'anybody' | 'appraiser';
  /** Calculated from what the appraiser enters. */
  readonly follows?: boolean;
  /** Points; that of the sheet when left out. */
  readonly size?: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const FONT = 'Times New Roman';
export const HEAD_FILL = '#D9D9D9';
export const GROUP_FILL = '#EDEDED';
const EDGE = { style: 'thin', color: { argb: 'FF5A5A5A' } } as const;
const BOX = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };
/** Narrowest rendering of one column unit, in points: 7 pixels of 96 to the inch. */
const UNIT = 5.25;
/** Room that cell borders and the indent take away, in points. */
const PADDING = { left: 12, center: 5, right: 10 };
const LINE_HEIGHT = 1.32;
/** A row cannot be taller than 409 points; longer texts go on in the next row. */
const MAX_LINES = 26;
/** A cell holds 32,767 characters. */
const MAX_CHARACTERS = 32_000;
/** What spreadsheet programs could read as a formula when such a text is typed again. */
const FORMULA_LIKE = /^[=+\-@\t\r']/;
/** What spreadsheet programs read as the code of a letter; the underscore in front is written as such a code itself. */
const LETTER_CODE = /_(?=x[0-9a-f]{4}_)/gi;
/** Day 0 of spreadsheet programs, and milliseconds of a day. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** A figure as a real number, or a text in its place. */
export function numberCell(figure: Figure | null, fallback: string): Cell {
  return figure
    ? { value: figure.number, align: 'right', format: numberFormat(figure.decimals) }
    : { value: fallback, align: 'right' };
}

const argb = (colour: string): string => `FF${colour.slice(1)}`;

const isFormula = (value: Cell['value']): value is Formula =>
  typeof value === 'object' && value !== null && LIVE in value;

/** Writes the rows of one sheet and fits their heights, which spreadsheet programs do not do on opening. */
export class SheetWriter {
  readonly sheet: ExcelJS.Worksheet;
  private readonly measure: Measure;
  readonly widths: readonly number[];
  private readonly size: number;
  private next = 1;
  private readonly cells: Record<string, CellValue> = {};
  private readonly entered: Record<string, CellValue> = {};
  private readonly open: string[] = [];
  private readonly following: string[] = [];

  constructor(sheet: ExcelJS.Worksheet, measure: Measure, widths: readonly number[], size = 11) {
    this.sheet = sheet;
    this.measure = measure;
    this.widths = widths;
    this.size = size;
    sheet.columns = widths.map((width) => ({ width }));
  }

  /** The row that the next call writes. */
  get row(): number {
    return this.next;
  }

  skip(rows = 1): void {
    this.next += rows;
  }

  /** Leaves out rows of one height each. */
  room(rows: number, height: number): void {
    for (let index = 0; index < rows; index += 1) this.sheet.getRow(this.next + index).height = height;
    this.next += rows;
  }

  /** What has been written, for the digests. */
  get written(): SheetCells['sheets'][number] {
    const { cells, entered, open, following } = this;
    return { name: this.sheet.name, values: valuesHash(cells), cells, entered, open, following };
  }

  /** Puts a value into a cell and remembers what a reader will find there. */
  private put(target: ExcelJS.Cell, value: Cell['value'], { input, follows }: Pick<Cell, 'input' | 'follows'>): void {
    if (input === 'anybody') this.open.push(target.address);
    if (follows) this.following.push(target.address);
    if (value === null || value === '') return;
    // exceljs would make formulas, links and more of other objects.
    if (typeof value === 'string') target.value = value.replace(LETTER_CODE, '_x005F_');
    else if (typeof value === 'number' || value instanceof Date) target.value = value;
    else if (isFormula(value)) target.value = { formula: value.formula, result: value.result };
    else throw new TypeError('not a value of a cell');
    const shown = isFormula(value) ? value.result : value;
    if (shown === '' || input === 'anybody') return;
    const kept = shown instanceof Date ? (shown.getTime() - DAY_ZERO) / DAY : shown;
    (input === 'appraiser' ? this.entered : this.cells)[target.address] = kept;
  }

  private face(cell: Pick<Cell, 'bold' | 'size'>, size = cell.size ?? this.size): Face {
    return { family: 'Tinos', style: cell.bold ? 'bold' : 'normal', size };
  }

  /** The pieces in which a cell is spread over one or more rows. */
  private pieces(cell: Cell, width: number): string[] {
    const shown = isFormula(cell.value) ? cell.value.result : cell.value;
    if (typeof shown !== 'string') return [''];
    const room = width * UNIT - PADDING[cell.align ?? 'left'];
    const lines = this.measure.lines(shown.slice(0, MAX_CHARACTERS), room, this.face(cell));
    // A text that fits is written as it is; only where it must be cut do line breaks matter.
    return lines.length <= MAX_LINES ? [shown.slice(0, MAX_CHARACTERS)] : pieces(lines, MAX_LINES);
  }

  /** How many sheet rows the cells need. */
  rowsFor(cells: readonly Cell[]): number {
    return Math.max(1, ...cells.map((cell, column) => this.pieces(cell, this.widths[column] ?? 10).length));
  }

  /** Writes a bordered table row, with further rows where a text is too long for one. @returns the first row */
  table(cells: readonly Cell[], minHeight = 18): number {
    const first = this.next;
    const spread = cells.map((cell, column) => this.pieces(cell, this.widths[column] ?? 10));
    const count = Math.max(1, ...spread.map((parts) => parts.length));
    for (let part = 0; part < count; part += 1) {
      const row = this.sheet.getRow(this.next);
      let tall = this.size * LINE_HEIGHT;
      cells.forEach((cell, column) => {
        const texts = spread[column] ?? [];
        const isText = typeof cell.value === 'string';
        const value = part === 0 ? (isText && texts.length > 1 ? (texts[0] ?? '') : cell.value) : (texts[part] ?? null);
        const target = row.getCell(column + 1);
        this.fill(target, { ...cell, value: part > 0 && !isText ? null : value });
        const shown = isFormula(cell.value) ? cell.value.result : value;
        if (typeof shown === 'string') {
          const room = (this.widths[column] ?? 10) * UNIT - PADDING[cell.align ?? 'left'];
          const lines = this.measure.lines(shown, room, this.face(cell)).length;
          tall = Math.max(tall, lines * (cell.size ?? this.size) * LINE_HEIGHT);
        }
      });
      row.height = Math.min(409, Math.max(minHeight, tall + 4));
      this.next += 1;
    }
    return first;
  }

  private fill(target: ExcelJS.Cell, cell: Cell): void {
    const { value } = cell;
    const text = typeof value === 'string' || (isFormula(value) && typeof value.result === 'string');
    this.put(target, value, cell);
    target.font = {
      name: FONT,
      size: cell.size ?? this.size,
      bold: cell.bold ?? false,
      italic: cell.italic ?? false,
      ...(cell.colour ? { color: { argb: argb(cell.colour) } } : {}),
    };
    const horizontal = cell.align ?? 'left';
    target.alignment = { vertical: 'middle', horizontal, wrapText: text, indent: horizontal === 'center' ? 0 : 1 };
    target.border = BOX;
    if (cell.fill) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(cell.fill) } };
    if (cell.format) target.numFmt = cell.format;
    else if (typeof value === 'string' && (value.length <= 255 || FORMULA_LIKE.test(value))) target.numFmt = '@';
    target.protection = { locked: cell.input === undefined };
  }

  /** A line across all columns, without borders. */
  line(
    text: string,
    options: { size?: number; bold?: boolean; italic?: boolean; align?: 'left' | 'center'; indent?: boolean } = {},
  ): void {
    const { size = this.size, bold = false, italic = false, align = 'center' } = options;
    const width = this.widths.reduce((sum, column) => sum + column, 0) * UNIT - 12;
    const lines = this.measure.lines(text, width, this.face({ bold }, size));
    for (const part of pieces(lines, MAX_LINES)) {
      this.sheet.mergeCells(this.next, 1, this.next, this.widths.length);
      const target = this.sheet.getCell(this.next, 1);
      this.put(target, lines.length > MAX_LINES ? part : text, {});
      target.numFmt = '@';
      target.font = { name: FONT, size, bold, italic };
      target.alignment = { vertical: 'middle', horizontal: align, wrapText: true };
      this.sheet.getRow(this.next).height = part.split('\n').length * size * LINE_HEIGHT + 6;
      this.next += 1;
    }
  }

  /** Column heads; they are repeated on every printed page and stay in view. */
  heads(
    titles: readonly string[],
    options: { readonly numbered?: boolean; readonly freezeColumns?: number } = {},
  ): Range {
    const from = this.table(
      titles.map((value) => ({ value, bold: true, align: 'center', fill: HEAD_FILL })),
      20,
    );
    if (options.numbered)
      this.table(titles.map((_, index) => ({ value: `(${index + 1})`, italic: true, align: 'center' })));
    const to = this.next - 1;
    this.sheet.pageSetup.printTitlesRow = `${from}:${to}`;
    this.sheet.views = [{ state: 'frozen', xSplit: options.freezeColumns ?? 0, ySplit: to, showGridLines: false }];
    return { from, to };
  }

  /** Print area and lock; call when all rows are written. */
  async finish(): Promise<void> {
    const last = this.sheet.getColumn(this.widths.length).letter;
    // exceljs puts a $ before the column only, so the row brings its own.
    this.sheet.pageSetup.printArea = `A$1:${last}$${Math.max(1, this.next - 1)}`;
    // Without a password: the lock guards against slips, it is no secret.
    await this.sheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      spinCount: 1,
    });
  }
}

/** A sheet on A4, one page wide, with its title and the marks of samples and drafts. */
export function addSheet(
  book: ExcelJS.Workbook,
  model: Pick<ReportModel, 'marks' | 'caption'>,
  measure: Measure,
  options: {
    readonly name: string;
    readonly title: string;
    readonly widths: readonly number[];
    readonly orientation: 'portrait' | 'landscape';
    readonly size?: number;
  },
): SheetWriter {
  const sheet = book.addWorksheet(options.name, {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: options.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.79, right: 0.59, top: 0.79, bottom: 0.79, header: 0.4, footer: 0.4 },
    },
    headerFooter: { oddHeader: `&C&"${FONT},Regular"&12&P`, oddFooter: `&C&"${FONT},Italic"&9${footer(model)}` },
  });
  const writer = new SheetWriter(sheet, measure, options.widths, options.size);
  if (model.marks.length > 0) writer.line(model.marks.join(' · '), { bold: true, size: 12 });
  writer.line(options.title, { bold: true, size: 14 });
  writer.line(model.caption, { italic: true, size: 11 });
  writer.skip();
  return writer;
}

/** Footer text; "&" starts a code there. */
function footer(model: Pick<ReportModel, 'caption'>): string {
  return model.caption.replaceAll('&', '&&').slice(0, 200);
}
