import ExcelJS from 'exceljs';
import type { PlanCell, PlanDocument, PlanTable } from '../../domain/plan/document.ts';
import type { Measure } from './measure.ts';
import { numberFormat } from './xlsx/formulas.ts';
import { addSheet, GROUP_FILL, type Cell } from './xlsx/sheet.ts';

/** Width of all columns together, in column units of a landscape page. */
const WIDTH = 150;
const DATE = 'dd/mm/yyyy';

function sheetCell({ text, number, decimals, day, bold = false }: PlanCell, align: Cell['align']): Cell {
  const look = { bold, ...(align ? { align } : {}) };
  if (day !== undefined) return { value: new Date(`${day}T00:00:00Z`), format: DATE, ...look };
  if (number !== undefined) return { value: number, format: numberFormat(decimals ?? 0), ...look };
  return { value: text, ...look };
}

async function addTable(
  book: ExcelJS.Workbook,
  plan: PlanDocument,
  table: PlanTable,
  measure: Measure,
  first: boolean,
) {
  const sum = table.columns.reduce((all, column) => all + column.weight, 0);
  const writer = addSheet(book, plan, measure, {
    name: table.name,
    title: first ? `${plan.ordinal}: ${plan.title}` : table.title,
    widths: table.columns.map((column) => Math.max(6, Math.round((WIDTH * column.weight) / sum))),
    orientation: 'landscape',
  });
  if (first) {
    for (const statement of plan.statements) writer.line(statement, { align: 'left' });
    writer.line(table.title, { bold: true, size: 12 });
  }
  writer.heads(table.columns.map((column) => column.head));
  for (const row of table.rows)
    if (row.kind === 'heading')
      writer.table(
        table.columns.map((_, index) => ({ value: index === 1 ? row.text : '', bold: true, fill: GROUP_FILL })),
      );
    else writer.table(row.cells.map((cell, index) => sheetCell(cell, table.columns[index]?.align)));
  if (table.empty !== '') writer.line(table.empty, { italic: true });
  for (const note of table.notes) writer.line(note, { italic: true, align: 'left' });
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
  return new Uint8Array(await book.xlsx.writeBuffer());
}
