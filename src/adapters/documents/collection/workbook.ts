import ExcelJS from 'exceljs';
import { bookBytes } from '../book-bytes.ts';
import { PRINT_PALETTE } from '../../../domain/charts/style.ts';
import type {
  CollectionReport,
  ReportCell,
  ReportSheet,
  ReportTable,
} from '../../../domain/collection/report/model.ts';
import type { Measure } from '../measure.ts';
import { numberFormat } from '../xlsx/formulas.ts';
import { addSheet, HEAD_FILL, type Cell, type SheetWriter } from '../xlsx/sheet.ts';

const colour = (hex: string): string => hex.toUpperCase();

function sheetCell(cell: ReportCell, align: Cell['align']): Cell {
  const { text, number, decimals = 0, bold = false, shade } = cell;
  const tint = shade === undefined ? undefined : PRINT_PALETTE.shades[shade];
  const look = {
    bold,
    ...(align ? { align } : {}),
    ...(tint && shade ? { fill: colour(tint.fill), colour: colour(tint.text) } : {}),
  };
  // Texts are always texts, whatever they begin with; only figures of our own become numbers.
  return number === undefined ? { value: text, ...look } : { value: number, format: numberFormat(decimals), ...look };
}

/** The widest wish of all tables for each column. */
function widthsOf({ tables }: ReportSheet): number[] {
  const count = Math.max(...tables.map(({ columns }) => columns.length));
  return Array.from({ length: count }, (_, place) =>
    Math.max(...tables.map(({ columns }) => columns[place]?.width ?? 0)),
  );
}

function addTable(writer: SheetWriter, table: ReportTable, sheet: ReportSheet): void {
  const titles = table.columns.map(({ head }) => head);
  if (sheet.tables.length === 1) writer.heads(titles, { freezeColumns: sheet.frozen });
  else {
    writer.line(table.title, { bold: true, align: 'left', size: 12 });
    if (table.rows.length > 0)
      writer.table(
        titles.map((value) => ({ value, bold: true, align: 'center', fill: HEAD_FILL })),
        20,
      );
  }
  for (const row of table.rows) writer.table(row.map((cell, place) => sheetCell(cell, table.columns[place]?.align)));
  if (table.empty !== '') writer.line(table.empty, { italic: true, align: 'left' });
  for (const note of table.notes) writer.line(note, { italic: true, align: 'left' });
  writer.skip();
}

/**
 * Writes the aggregate workbook: overview, units, items, matrix and quality, with real numbers.
 * @returns the bytes; the same report gives the same bytes
 */
export async function writeCollectionWorkbook(report: CollectionReport, measure: Measure): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const date = new Date(`${report.issued}T00:00:00Z`);
  book.created = date;
  book.modified = date;
  book.title = report.title;
  book.subject = report.subject;
  // The program, never a person or a computer.
  book.creator = report.program;
  book.lastModifiedBy = report.program;
  for (const sheet of report.sheets) {
    const writer = addSheet(book, report, measure, {
      name: sheet.name,
      title: sheet.title,
      widths: widthsOf(sheet),
      orientation: 'landscape',
    });
    for (const table of sheet.tables) addTable(writer, table, sheet);
    await writer.finish();
  }
  return bookBytes(book, date);
}
