/** The plain shapes between a workbook and the tables: what a cell holds, where it stands, what is wrong with it. */
import type { Problem, ProblemCode } from '../problem.ts';

/** A cell as it was read. Formulas come with the value that the spreadsheet program calculated last. */
export type RawCell =
  | { readonly kind: 'text'; readonly value: string; readonly font?: string }
  | { readonly kind: 'number'; readonly value: number; readonly percent?: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** ISO day. */
  | { readonly kind: 'date'; readonly value: string }
  /** "#REF!" and the like. */
  | { readonly kind: 'error'; readonly value: string };

/** One sheet: rows in order, without empty ones; cells by column, 0 = A. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: ReadonlyMap<number, RawCell> }[];
  /** Addresses of joined cells, as "B2:C4". */
  readonly merges: readonly string[];
}

/** What is written into a cell. */
export type CellValue = string | number | boolean | null;

/** The place of a value. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  /** 0 = A; null where the sheet lacks the column. */
  readonly column: number | null;
  /** Head of the column. */
  readonly head: string;
}

/** 0 → A, 25 → Z, 26 → AA */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** "Câu hỏi!C12 (Mã)": spreadsheet notation, with the head of the column. */
export function placeText({ sheet, row, column, head }: CellRef): string {
  const place = `${sheet}!${column === null ? '' : columnName(column)}${row}`;
  return head === '' ? place : `${place} (${head})`;
}

/** A problem whose path is the place in the workbook. */
export function cellProblem(ref: CellRef, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { path: [placeText(ref)], code, params };
}
