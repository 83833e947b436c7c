/** A table of a plan on a landscape page: the same in the annex of the plan and in the report of an agency. */
import type { Content } from 'pdfmake/interfaces';
import type { PlanTable } from '../../../domain/plan/document.ts';
import type { Measure } from '../measure.ts';
import { columnWidths, GRID_PADDING, mm, ruledTable, tableRows, type TableSetup } from './common.ts';

/** Width between the margins of a landscape page. */
const WIDTH = mm(252);
const SIZE = 11;
/** A row of this many lines still fits under the repeated heads. */
const MAX_LINES = 26;

/**
 * The rows of a plan's table with its notes, or the sentence that stands for rows where there are none.
 * @param firstId id of the first cell, for a heading that must stay with it
 */
export function planTable(table: PlanTable, measure: Measure, firstId?: string): Content[] {
  const setup: TableSetup = {
    widths: columnWidths(WIDTH, table.columns, measure, { family: 'Tinos', style: 'bold', size: SIZE }, GRID_PADDING),
    family: 'Tinos',
    size: SIZE,
    measure,
    padding: GRID_PADDING,
    maxLines: MAX_LINES,
  };
  const rows = table.rows.flatMap((row, at) => {
    const id = at === 0 && firstId !== undefined ? { id: firstId } : {};
    if (row.kind === 'heading')
      return tableRows(setup, [{ text: row.text, bold: true, span: table.columns.length, keep: true, ...id }]);
    return tableRows(
      setup,
      row.cells.map((cell, place) => ({
        text: cell.text,
        bold: cell.bold ?? false,
        align: table.columns[place]?.align ?? 'left',
        ...(place === 0 ? id : {}),
      })),
    );
  });
  const note = (text: string): Content => ({ text, italics: true, fontSize: SIZE, margin: [0, 5, 0, 0] });
  const heads = table.columns.map((column) => column.head);
  return [
    rows.length === 0 ? note(table.empty) : ruledTable(setup, heads, rows, { headSize: SIZE }),
    ...table.notes.map(note),
  ];
}
