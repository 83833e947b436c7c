import type { Node, NodeQueries } from 'pdfmake/interfaces';
import type { ReportModel } from '../../domain/report/model.ts';
import type { FontPaths } from './fonts.ts';
import type { Measure } from './measure.ts';
import { agencySections } from './pdf/agency.ts';
import { ABOVE_TABLE, FIRST_ROW, RUNNING } from './pdf/common.ts';
import { printPdf } from './pdf/engine/print.ts';
import { ENTERPRISE_STYLE, enterpriseSections } from './pdf/enterprise.ts';

/**
 * Lays a report out as tagged PDF with embedded fonts.
 * @returns the bytes; the same model gives the same bytes
 */
export function writePdf(model: ReportModel, fonts: FontPaths, measure: Measure): Uint8Array {
  const agency = model.family === 'agency';
  return printPdf(
    {
      properties: {
        title: model.title,
        subject: model.subject,
        program: model.labels.program,
        language: model.language,
        date: new Date(`${model.issued}T00:00:00Z`),
      },
      defaultStyle: agency ? { font: 'Tinos', fontSize: 14 } : { ...ENTERPRISE_STYLE },
      // Known by name only: running heads are no content.
      styles: { [RUNNING]: {} },
      content: agency ? agencySections(model, measure) : enterpriseSections(model, measure),
      pageBreakBefore: keepsHeadings,
    },
    fonts,
  );
}

/** A heading is never the last thing on its page. */
export function keepsHeadings(node: Node, queries: NodeQueries): boolean {
  if (!node.headlineLevel) return false;
  const below = queries.getFollowingNodesOnPage();
  // The head of a table is laid out before it is known that its first row goes to the next page, and takes it along.
  if (node.id === ABOVE_TABLE) return below.every(({ id }) => id !== FIRST_ROW);
  return below.filter(({ style }) => style !== RUNNING).every(({ headlineLevel }) => headlineLevel !== undefined);
}
