import ExcelJS from 'exceljs';
import type { RawCell, RawSheet } from '../../../domain/authoring/cells.ts';
import { sanitise, WorkbookRefused } from './sanitise.ts';

/** Wider than any sheet of ours; cells further right are the author's own. */
const MAX_COLUMNS = 120;

type Value = ExcelJS.CellValue;

/** A calculated cell gives what was calculated last. */
function plainValue(value: Value): Value {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if ('formula' in value || 'sharedFormula' in value) return plainValue(value.result ?? null);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return plainValue(value.text);
  return value;
}

/** Font of the first piece that names one. */
function fontOf(cell: ExcelJS.Cell): string | undefined {
  const { value } = cell;
  if (typeof value === 'object' && value !== null && 'richText' in value)
    return value.richText.find(({ font }) => font?.name !== undefined)?.font?.name ?? cell.font?.name;
  return cell.font?.name;
}

function rawCell(cell: ExcelJS.Cell): RawCell | null {
  const value = plainValue(cell.value);
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') {
    const font = fontOf(cell);
    return { kind: 'text', value, ...(font === undefined ? {} : { font }) };
  }
  if (typeof value === 'number')
    return { kind: 'number', value, ...(cell.numFmt?.includes('%') ? { percent: true } : {}) };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { kind: 'error', value: '#VALUE!' }
      : { kind: 'date', value: value.toISOString().slice(0, 10) };
  return { kind: 'error', value: 'error' in value ? String(value.error) : '#VALUE!' };
}

/**
 * The cells of a workbook from anywhere.
 * @throws WorkbookRefused
 */
export async function readCells(bytes: Uint8Array): Promise<RawSheet[]> {
  const { bytes: safe, merges } = await sanitise(bytes);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(safe.buffer as ArrayBuffer);
  } catch (cause) {
    throw new WorkbookRefused('unreadable', '', { cause });
  }
  return book.worksheets.map((sheet, index) => {
    const rows: RawSheet['rows'][number][] = [];
    sheet.eachRow((row, number) => {
      const cells = new Map<number, RawCell>();
      const last = Math.min(row.cellCount, MAX_COLUMNS);
      for (let column = 1; column <= last; column += 1) {
        const found = rawCell(row.getCell(column));
        if (found) cells.set(column - 1, found);
      }
      if (cells.size > 0) rows.push({ number, cells });
    });
    return { name: sheet.name, rows, merges: merges[index] ?? [] };
  });
}
