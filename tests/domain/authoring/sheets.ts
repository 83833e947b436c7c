/** Sheets as the workbook adapter hands them over, made from written rows. */
import type { CellValue, RawCell, RawSheet } from '../../../src/domain/authoring/cells.ts';
import { columnName } from '../../../src/domain/authoring/cells.ts';
import { headsOf, TABLE_KEYS, TABLES, type TableKey } from '../../../src/domain/authoring/tables.ts';
import { writeRows } from '../../../src/domain/authoring/write-rows.ts';
import type { Questionnaire, Vector } from '../../../src/domain/questionnaire/types.ts';
import type { Language } from '../../../src/domain/text/localized.ts';

export type Cells = Record<TableKey, { name: string; rows: (RawCell | null)[][]; merges: string[] }>;

export function cellOf(value: CellValue): RawCell | null {
  if (value === null) return null;
  if (typeof value === 'number') return { kind: 'number', value };
  return typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'text', value };
}

/** Sheets that a test may change; row 0 holds the heads. */
export function cellsOf(questionnaire: Questionnaire, vectors: readonly Vector[], language: Language = 'vi'): Cells {
  const tables = writeRows(questionnaire, vectors, language);
  return Object.fromEntries(
    TABLE_KEYS.map((key) => {
      const { name, columns } = TABLES[key];
      const heads = columns.flatMap((column) => headsOf(column, language));
      return [
        key,
        { name: name[language], rows: [heads.map(cellOf), ...tables[key].map((row) => row.map(cellOf))], merges: [] },
      ];
    }),
  ) as unknown as Cells;
}

export function sheetsOf(cells: Cells): RawSheet[] {
  return Object.values(cells).map(({ name, rows, merges }) => ({
    name,
    merges,
    rows: rows.map((row, index) => ({
      number: index + 1,
      cells: new Map(row.flatMap((cell, column) => (cell ? [[column, cell] as const] : []))),
    })),
  }));
}

/** Column by its Vietnamese head. */
export function columnOf(cells: Cells, key: TableKey, head: string): number {
  const found = cells[key].rows[0]?.findIndex((cell) => cell?.value === head) ?? -1;
  if (found < 0) throw new Error(`no column ${head}`);
  return found;
}

/** Row whose first cell (or another column) holds this value. */
export function rowOf(cells: Cells, key: TableKey, value: string | number, head?: string): number {
  const column = head === undefined ? 0 : columnOf(cells, key, head);
  const found = cells[key].rows.findIndex((row, index) => index > 0 && row[column]?.value === value);
  if (found < 0) throw new Error(`no row ${value}`);
  return found;
}

/** Puts a value into a cell. @returns its address, such as "Câu hỏi!C3" */
export function put(cells: Cells, key: TableKey, row: number, head: string, value: CellValue | RawCell): string {
  const column = columnOf(cells, key, head);
  const cell = typeof value === 'object' && value !== null ? value : cellOf(value);
  while (cells[key].rows.length <= row) cells[key].rows.push([]);
  (cells[key].rows[row] as (RawCell | null)[])[column] = cell;
  return `${cells[key].name}!${columnName(column)}${row + 1}`;
}
