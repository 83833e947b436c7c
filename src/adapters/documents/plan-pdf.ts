import type { Content, Node, NodeQueries } from 'pdfmake/interfaces';
import type { PlanDocument, PlanTable } from '../../domain/plan/document.ts';
import type { FontPaths } from './fonts.ts';
import type { Measure } from './measure.ts';
import { MARGINS, sectionHead } from './pdf/agency-page.ts';
import { RUNNING } from './pdf/common.ts';
import { printPdf } from './pdf/engine/print.ts';
import { planTable } from './pdf/plan-table.ts';

const titleOf = (index: number): string => `title-${index}`;
const rowOf = (index: number): string => `row-${index}`;

function tableContent(table: PlanTable, index: number, measure: Measure): Content[] {
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
    ...planTable(table, measure, rowOf(index)),
  ];
}

/** Lays the annex of a plan out on landscape pages. @returns the bytes; the same document gives the same bytes */
export function writePlanPdf(plan: PlanDocument, fonts: FontPaths, measure: Measure): Uint8Array {
  const centred = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });
  return printPdf(
    {
      properties: {
        title: plan.title,
        subject: plan.below,
        program: plan.program,
        language: plan.language,
        date: new Date(`${plan.issued}T00:00:00Z`),
      },
      defaultStyle: { font: 'Tinos', fontSize: 13 },
      // Known by name only: running heads are no content.
      styles: { [RUNNING]: {} },
      orientation: 'landscape',
      margins: MARGINS,
      header: sectionHead(plan),
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
    },
    fonts,
  );
}
