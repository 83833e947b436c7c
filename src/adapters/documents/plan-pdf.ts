import pdfmake from 'pdfmake';
import type { Content, Node, NodeQueries, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PlanDocument, PlanTable } from '../../domain/plan/document.ts';
import type { FontPaths } from './fonts.ts';
import type { Measure } from './measure.ts';
import { MARGINS } from './pdf/agency-page.ts';
import { composed, useFonts } from './pdf.ts';
import {
  columnWidths,
  GRID_PADDING,
  mm,
  ruledTable,
  RUNNING,
  runningHead,
  tableRows,
  type TableSetup,
} from './pdf/common.ts';

/** Width between the margins of a landscape page. */
const WIDTH = mm(252);
const SIZE = 11;
/** A row of this many lines still fits under the repeated heads. */
const MAX_LINES = 26;

function setupOf(table: PlanTable, measure: Measure): TableSetup {
  const head = { family: 'Tinos', style: 'bold', size: SIZE } as const;
  return {
    widths: columnWidths(WIDTH, table.columns, measure, head, GRID_PADDING),
    family: 'Tinos',
    size: SIZE,
    measure,
    padding: GRID_PADDING,
    maxLines: MAX_LINES,
  };
}

const titleOf = (index: number): string => `title-${index}`;
const rowOf = (index: number): string => `row-${index}`;

function tableContent(table: PlanTable, index: number, measure: Measure): Content[] {
  const setup = setupOf(table, measure);
  const rows = table.rows.flatMap((row, at) => {
    const id = at === 0 ? { id: rowOf(index) } : {};
    if (row.kind === 'heading')
      return tableRows(setup, [{ text: row.text, bold: true, span: table.columns.length, ...id }]);
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
    {
      text: table.title,
      bold: true,
      alignment: 'center',
      fontSize: 13,
      headlineLevel: 1,
      id: titleOf(index),
      margin: [0, 12, 0, 6],
    },
    rows.length === 0 ? note(table.empty) : ruledTable(setup, heads, rows, { headSize: SIZE }),
    ...table.notes.map(note),
  ];
}

/** Lays the annex of a plan out on landscape pages. @returns the bytes; the same document gives the same bytes */
export async function writePlanPdf(plan: PlanDocument, fonts: FontPaths, measure: Measure): Promise<Uint8Array> {
  useFonts(fonts);
  const date = new Date(`${plan.issued}T00:00:00Z`);
  const centred = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: MARGINS,
    version: '1.7',
    language: plan.language,
    defaultStyle: { font: 'Tinos', fontSize: 13 },
    info: { title: plan.title, subject: plan.below, creator: '', producer: '', creationDate: date, modDate: date },
    // Known by name only: running heads are no content.
    styles: { [RUNNING]: {} },
    header: runningHead(plan.marks, { left: MARGINS[0], right: MARGINS[2], top: mm(9), numbered: true }),
    content: [
      centred(plan.ordinal, { bold: true, fontSize: 14 }),
      centred(plan.title, { bold: true, fontSize: 14 }),
      centred(plan.below),
      ...(plan.attached === '' ? [] : [centred(plan.attached, { italics: true })]),
      ...plan.statements.map((text, index): Content => ({ text, margin: [0, index === 0 ? 10 : 2, 0, 0] })),
      ...plan.tables.flatMap((table, index) => tableContent(table, index, measure)),
    ],
    // A title is never parted from the first row of its table.
    pageBreakBefore: (node: Node, queries: NodeQueries) => {
      if (!node.headlineLevel) return false;
      const index = plan.tables.findIndex((_, place) => titleOf(place) === node.id);
      const below = queries.getFollowingNodesOnPage();
      return index > 0 && (plan.tables[index]?.rows.length ?? 0) > 0 && below.every(({ id }) => id !== rowOf(index));
    },
  };
  const buffer = await pdfmake.createPdf(composed(definition)).getBuffer();
  return new Uint8Array(buffer);
}
