import pdfmake from 'pdfmake';
import type { Node, NodeQueries, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ReportModel } from '../../domain/report/model.ts';
import { fontFiles, type FontPaths } from './fonts.ts';
import type { Measure } from './measure.ts';
import { agencySections } from './pdf/agency.ts';
import { ABOVE_TABLE, FIRST_ROW, firstItems, RUNNING } from './pdf/common.ts';
import { ENTERPRISE_STYLE, enterpriseSections } from './pdf/enterprise.ts';

/** More rounds than this would mean that cutting a table does not help; the last layout is used then. */
const MAX_ROUNDS = 12;

/** All texts composed, so that a mark is never drawn beside its letter. Functions and drawings pass through. */
export function composed<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map(composed) as T;
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, composed(entry)])) as T;
  return value;
}

/** Sets the fonts of the PDF library. Nothing else is read from disk, and web addresses are refused. */
export function useFonts(fonts: FontPaths): void {
  const allowed = new Set(fontFiles(fonts));
  pdfmake.setFonts({ ...fonts });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
}

/**
 * Lays a report out as PDF 1.7 with embedded fonts. Nothing is fetched: web addresses are refused and of local files
 * only the fonts may be read.
 * @returns the bytes; the same model gives the same bytes
 */
export async function writePdf(model: ReportModel, fonts: FontPaths, measure: Measure): Promise<Uint8Array> {
  useFonts(fonts);

  const below = firstItems(model.detail);
  const cuts = new Set<string>();
  for (let round = 1; ; round += 1) {
    const alone: string[] = [];
    const bytes = await render(model, measure, cuts, (id, following) => {
      const item = below.get(id);
      if (item !== undefined && !following.has(item)) alone.push(id);
    });
    // A group row left alone at the foot of a page: the table is cut before it and everything is laid out again.
    const [first] = alone;
    if (first === undefined || cuts.has(first) || round >= MAX_ROUNDS) return bytes;
    cuts.add(first);
  }
}

async function render(
  model: ReportModel,
  measure: Measure,
  cuts: ReadonlySet<string>,
  seeGroup: (id: string, following: ReadonlySet<string>) => void,
): Promise<Uint8Array> {
  const date = new Date(`${model.issued}T00:00:00Z`);
  const agency = model.family === 'agency';
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    version: '1.7',
    language: model.language,
    defaultStyle: agency ? { font: 'Tinos', fontSize: 14 } : { ...ENTERPRISE_STYLE },
    info: { title: model.title, subject: model.subject, creator: '', producer: '', creationDate: date, modDate: date },
    // Known by name only: running heads are no content.
    styles: { [RUNNING]: {} },
    content: agency ? agencySections(model, measure, cuts) : enterpriseSections(model, measure, cuts),
    pageBreakBefore: (node: Node, queries: NodeQueries) => {
      if (node.id?.startsWith('group-'))
        seeGroup(node.id, new Set(queries.getFollowingNodesOnPage().flatMap((other) => other.id ?? [])));
      if (!node.headlineLevel) return false;
      // The head of a table is laid out before it is known that its first row goes to the next page, and takes it along.
      if (node.id === ABOVE_TABLE) return queries.getFollowingNodesOnPage().every(({ id }) => id !== FIRST_ROW);
      // A heading is never the last thing on its page.
      return queries
        .getFollowingNodesOnPage()
        .filter((other) => other.style !== RUNNING)
        .every((other) => other.headlineLevel !== undefined);
    },
  };
  const buffer = await pdfmake.createPdf(composed(definition)).getBuffer();
  return new Uint8Array(buffer);
}
