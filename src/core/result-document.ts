import { EMPTY_DETAILS } from '../domain/report/details.ts';
import { buildReport } from '../domain/report/build.ts';
import type { ReportInput } from '../domain/report/input.ts';
import { shortHash } from '../domain/result-file/identity.ts';
import type { Language } from '../domain/text/localized.ts';
import type { Library } from './library.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import type { ReportDocument } from './report-document.ts';
import { readReportInput } from './report-input.ts';
import { contentOf, definitionFor, withoutNames, type ResultContent } from './result-content.ts';

/** What a de-identified result shows in the place of a name. */
const NAMELESS: Record<Language, string> = { vi: 'Đơn vị không nêu tên', en: 'Unnamed unit' };

export interface ResultDocument extends ReportDocument {
  readonly content: ResultContent;
}

/**
 * The same document for workbook, PDF and container, so their figures cannot differ. Exporting a finished assessment
 * whose content changed since the last time makes a new revision of it.
 * @param options.deidentified leaves out whatever names the unit or a person
 */
export async function documentOf(
  ports: Ports,
  library: Library,
  row: AssessmentRow,
  language: Language,
  options: { readonly deidentified?: boolean } = {},
): Promise<ResultDocument> {
  const now = ports.now();
  const definition = await definitionFor(ports, library, row);
  const input = readReportInput(ports, library, row, language, now);
  const hidden = options.deidentified ? withoutNames(ports, row, input, NAMELESS[language]) : null;
  const content = contentOf(ports, row, input, definition, now, hidden);
  const shown: ReportInput = hidden
    ? {
        ...input,
        organisation: hidden.organisation,
        records: hidden.records,
        evidence: hidden.evidence,
        appraised: input.appraised && { ...input.appraised, appraisals: hidden.appraisals },
        details: EMPTY_DETAILS,
        passages: {},
      }
    : input;
  const model = buildReport({ ...shown, code: shortHash(content.hash) });
  return { model, machine: content.machine, code: content.code, content };
}
