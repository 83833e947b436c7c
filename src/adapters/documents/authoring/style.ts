/** Look of the workbooks for authors. */
import type ExcelJS from 'exceljs';
import type { CellValue } from '../../../domain/authoring/cells.ts';

export const FONT = 'Arial';
export const SIZE = 10;
export const HEAD_FILL = 'FF12436D';
/** Heads of English columns. */
export const SECOND_FILL = 'FF4F6F8C';
/** Cells that are to be left as they are. */
export const NOTE_FILL = 'FFEEF2F6';

const LINE = { style: 'thin', color: { argb: 'FFC9D2DB' } } as const;
export const EDGE: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

const LINE_HEIGHT = 13.5;
/** A row can be 409 points high at most. */
const MOST = 400;
/** Letters of Arial 10 against the digits that column widths count in. */
const LETTERS_PER_UNIT = 1.2;

/** Height in which the longest text of the row has room; spreadsheet programs do not fit rows on opening. */
export function rowHeight(cells: readonly CellValue[], widths: readonly number[]): number {
  const lines = cells.map((value, index) => {
    const room = Math.max(4, ((widths[index] ?? 10) - 1) * LETTERS_PER_UNIT);
    return String(value ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  });
  return Math.min(MOST, Math.max(1, ...lines) * LINE_HEIGHT + 5);
}
