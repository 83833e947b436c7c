import ExcelJS from 'exceljs';
import { bookBytes } from './book-bytes.ts';
import type { PlanDocument, PlanTable } from '../../domain/plan/document.ts';
import type { Measure } from './measure.ts';
import { planWidths, writePlanTable } from './xlsx/plan-sheet.ts';
import { addSheet } from './xlsx/sheet.ts';

async function addTable(
  book: ExcelJS.Workbook,
  plan: PlanDocument,
  table: PlanTable,
  measure: Measure,
  first: boolean,
) {
  const writer = addSheet(book, plan, measure, {
    name: table.name,
    title: first ? `${plan.ordinal}: ${plan.title}` : table.title,
    widths: planWidths(table),
    orientation: 'landscape',
  });
  if (first) {
    for (const statement of plan.statements) writer.line(statement, { align: 'left' });
    writer.line(table.title, { bold: true, size: 12 });
  }
  writePlanTable(writer, table);
  await writer.finish();
}

/** Writes the annex of a plan as a workbook, one sheet for each table. */
export async function writePlanWorkbook(plan: PlanDocument, measure: Measure): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const date = new Date(`${plan.issued}T00:00:00Z`);
  book.created = date;
  book.modified = date;
  book.title = plan.title;
  book.subject = plan.below;
  // The program, never a person or a computer.
  book.creator = plan.program;
  book.lastModifiedBy = plan.program;
  for (const [index, table] of plan.tables.entries()) await addTable(book, plan, table, measure, index === 0);
  return bookBytes(book, date);
}
