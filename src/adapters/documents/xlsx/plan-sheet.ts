import type ExcelJS from 'exceljs';
import type { PlanCell, PlanTable } from '../../../domain/plan/document.ts';
import type { ReportModel } from '../../../domain/report/model.ts';
import type { Measure } from '../measure.ts';
import { numberFormat } from './formulas.ts';
import { addSheet, GROUP_FILL, type Cell, type SheetWriter } from './sheet.ts';

/** Width of all columns together, in column units of a landscape page. */
const WIDTH = 150;
const DATE = 'dd/mm/yyyy';

function sheetCell({ text, number, decimals, day, bold = false }: PlanCell, align: Cell['align']): Cell {
  const look = { bold, ...(align ? { align } : {}) };
  if (day !== undefined) return { value: new Date(`${day}T00:00:00Z`), format: DATE, ...look };
  if (number !== undefined) return { value: number, format: numberFormat(decimals ?? 0), ...look };
  return { value: text, ...look };
}

/** Column widths of a table of a plan. */
export function planWidths({ columns }: PlanTable): number[] {
  const sum = columns.reduce((all, column) => all + column.weight, 0);
  return columns.map((column) => Math.max(6, Math.round((WIDTH * column.weight) / sum)));
}

/** Heads, rows and notes of a table of a plan. */
export function writePlanTable(writer: SheetWriter, table: PlanTable): void {
  writer.heads(table.columns.map((column) => column.head));
  for (const row of table.rows)
    if (row.kind === 'heading')
      writer.table(
        table.columns.map((_, index) => ({ value: index === 1 ? row.text : '', bold: true, fill: GROUP_FILL })),
      );
    else writer.table(row.cells.map((cell, index) => sheetCell(cell, table.columns[index]?.align)));
  if (table.empty !== '') writer.line(table.empty, { italic: true });
  for (const note of table.notes) writer.line(note, { italic: true, align: 'left' });
}

/** The plan of the assessment, behind the steps that the program proposes. */
export async function addPlanSheet(
  book: ExcelJS.Workbook,
  model: ReportModel,
  { statements, table }: NonNullable<NonNullable<ReportModel['agency']>['plan']>,
  measure: Measure,
): Promise<SheetWriter> {
  const taken = book.worksheets.some(({ name }) => name === table.name);
  const writer = addSheet(book, model, measure, {
    name: taken ? `${table.name} 2` : table.name,
    title: table.title,
    widths: planWidths(table),
    orientation: 'landscape',
  });
  for (const statement of statements) writer.line(statement, { align: 'left' });
  writePlanTable(writer, table);
  await writer.finish();
  return writer;
}
