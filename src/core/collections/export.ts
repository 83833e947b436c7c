/** Files that leave a collection. */
import type { FileOutcome } from '../../contract/views/collections.ts';
import { outcomeText, outcomeWords } from '../../domain/collection/outcome-text.ts';
import { exportFileName } from '../../domain/assessment/file-name.ts';
import { shortHash } from '../../domain/result-file/identity.ts';
import type { Language } from '../../domain/text/localized.ts';
import { packCollection } from './package.ts';
import { collectionCsv, collectionJson } from '../../domain/collection/report/data.ts';
import { buildCollectionReport } from '../../domain/collection/report/build.ts';
import { createReportContext, type CollectionReportInput } from '../../domain/collection/report/context.ts';
import type { Ports } from '../ports.ts';
import type { CollectionRow } from '../ports/collections.ts';

export interface ExportedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A cell of a CSV file that no spreadsheet takes for a formula. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r|%]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV: comma, CRLF, with the mark by which spreadsheets know UTF-8. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** The list of what became of every file of a run, as a CSV text. */
export function outcomesCsv(outcomes: readonly FileOutcome[], language: Language): string {
  const say = outcomeWords(language);
  const head = ['number', 'file', 'unit', 'verdict', 'why', 'kind', 'hash'] as const;
  return csv([
    head.map((column) => say(`outcome.column.${column}`)),
    ...outcomes.map((outcome, index) => {
      const { verdict, why } = outcomeText(outcome, language);
      const hash = outcome.contentHash === null ? '' : shortHash(outcome.contentHash);
      return [index + 1, outcome.name, outcome.unit, verdict, why, outcome.kind, hash];
    }),
  ]);
}

/** Outcomes that one list may hold. */
const MOST_OUTCOMES = 200_000;

export function outcomesFile(ports: Ports, row: CollectionRow, run: string, language: Language): ExportedFile {
  const text = outcomesCsv(ports.storage.collections.outcomes(run, 0, MOST_OUTCOMES), language);
  return {
    fileName: exportFileName(row.name, 'ket-qua-nap', row.period, 'csv'),
    bytes: ports.collecting.utf8(text),
  };
}

/** The whole collection, for another copy of the program. */
export async function packageFile(ports: Ports, row: CollectionRow): Promise<ExportedFile> {
  const bytes = await ports.packages.write(
    {
      kind: 'collection',
      program: ports.about.version,
      entries: packCollection(ports.storage.collections, row, ports.collecting),
      code: null,
    },
    null,
  );
  return { fileName: exportFileName(row.name, row.questionnaire.id, row.period, 'thuocso'), bytes };
}

/** The report of a collection: workbook, PDF, or its figures as tables with a list that says what each column means. */
export async function reportFile(
  ports: Ports,
  row: CollectionRow,
  format: 'xlsx' | 'pdf' | 'csv' | 'json',
  input: CollectionReportInput,
): Promise<ExportedFile> {
  const named = (ending: string): string => exportFileName(row.name, row.questionnaire.id, row.period, ending);
  switch (format) {
    case 'xlsx':
    case 'pdf':
      return {
        fileName: named(format),
        bytes: await ports.documents.renderCollection(format, buildCollectionReport(input)),
      };
    case 'csv':
      return {
        fileName: named('zip'),
        bytes: ports.collecting.zip(collectionCsv(createReportContext(input)), ports.now()),
      };
    case 'json':
      return { fileName: named('json'), bytes: ports.collecting.utf8(collectionJson(createReportContext(input))) };
  }
}
