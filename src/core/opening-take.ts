/** Result files and answer sheets of others, in one shape, and how one becomes an own assessment. */
import { AppError } from '../contract/errors.ts';
import type { AnswerRecord, Evidence } from '../domain/assessment/answer.ts';
import type { Organisation } from '../domain/assessment/organisation.ts';
import type { Period } from '../domain/assessment/period.ts';
import type { AnswerSheet } from '../domain/assessment/sheet.ts';
import type { ResultFile } from '../domain/report/result-file.ts';
import { legacyEncoding, type LegacyEncoding } from '../domain/text/legacy-encoding.ts';
import { finishedRow, keepDefinition } from './assessments.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { inContext } from './library-context.ts';
import { newRow } from './new-row.ts';
import { referenceProblems } from './organisations.ts';
import type { AssessmentRow, Ports } from './ports.ts';

/** What a file holds of one assessment. */
export interface Taken {
  readonly source: 'workbook' | 'sheet';
  /** The id is null in answer sheets. */
  readonly organisation: Omit<Organisation, 'id' | 'predecessors'> & { readonly id: string | null };
  /** The hash is null in answer sheets. */
  readonly questionnaire: { readonly id: string; readonly version: string; readonly hash: string | null };
  readonly period: Period;
  readonly state: 'draft' | 'finished';
  readonly sample: boolean;
  readonly assessmentId: string | null;
  readonly exportedAt: string | null;
  readonly program: string | null;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
  /** What the file says of its score. */
  readonly stated: ResultFile['score']['total'] | null;
}

export function fromResult(file: ResultFile): Taken {
  const { assessment, organisation, questionnaire, period, records, evidence, exportedAt, program } = file;
  return {
    source: 'workbook',
    organisation,
    questionnaire,
    period,
    state: assessment.state,
    sample: assessment.sample,
    assessmentId: assessment.id,
    exportedAt,
    program,
    records,
    // Files behind the citations travel by other ways; here are only their names.
    evidence: evidence.map(({ id, type, number, date, issuer, subject, page }) => ({
      id,
      type,
      number,
      date,
      issuer,
      subject,
      page,
    })),
    stated: file.score.total,
  };
}

export function fromSheet({ organisation, questionnaire, period, sample, records, evidence }: AnswerSheet): Taken {
  return {
    source: 'sheet',
    organisation: { ...organisation, id: null },
    questionnaire: { ...questionnaire, hash: null },
    period,
    state: 'draft',
    sample,
    assessmentId: null,
    exportedAt: null,
    program: null,
    records,
    evidence,
    stated: null,
  };
}

/** Characters of a text in an old encoding that a message shows. */
const SHOWN = 60;

/** The first text anywhere in the data that was typed for the old one-byte fonts; null when there is none. */
export function legacyIn(data: unknown): { readonly encoding: LegacyEncoding; readonly text: string } | null {
  const left: unknown[] = [data];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') {
      const encoding = legacyEncoding(value);
      if (encoding) return { encoding, text: value.slice(0, SHOWN) };
    } else if (typeof value === 'object' && value !== null) left.push(...(Object.values(value) as unknown[]));
  }
  return null;
}

/**
 * Stores a file's content as an own assessment, in one transaction. An organisation that is here stays as it is; a new
 * one gets the file's details. Citations get ids of their own.
 * @throws AppError assessment.exists, questionnaire.changed, input.invalid
 */
export function storeTaken(
  ports: Ports,
  library: Library,
  loaded: LoadedQuestionnaire,
  taken: Taken,
  assessmentId: string,
  organisationId: string,
): AssessmentRow {
  const { storage } = ports;
  const { organisation, period, sample } = taken;
  const known = storage.organisations.find(organisationId);
  const problems = known ? [] : referenceProblems(ports.reference, organisation);
  if (problems.length > 0) throw new AppError('input.invalid', {}, problems);
  const ready = inContext(library, loaded, { kind: (known ?? organisation).kind, year: period.year });
  const at = ports.now();
  const ids = new Map(taken.evidence.map(({ id }) => [id, ports.newId()]));
  const row = newRow(library, loaded, {
    id: assessmentId,
    organisationId,
    kind: (known ?? organisation).kind,
    period,
    at,
    sample,
    records: taken.records,
  });
  return storage.transaction(() => {
    const same = storage.assessments.findSame(organisationId, row.questionnaireId, period);
    if (same) throw new AppError('assessment.exists', { id: same.id });
    keepDefinition(ports, loaded, at);
    if (!known) {
      const { name, kind, code, province, address, contact } = organisation;
      const added = { id: organisationId, name, kind, code, province, address, contact, predecessors: [] };
      storage.organisations.save(added, sample, at);
    }
    storage.assessments.add(row);
    for (const { id, type, number, date, issuer, subject, page } of taken.evidence)
      storage.evidence.save(row.id, { id: ids.get(id) as string, type, number, date, issuer, subject, page });
    for (const record of taken.records)
      storage.answers.save(
        row.id,
        { ...record, evidence: record.evidence.map((id) => ids.get(id) as string), seq: 1 },
        at,
      );
    storage.settings.set('organisationId', organisationId);
    if (taken.state === 'draft') return row;
    const closed = finishedRow(ports, ready, row, at);
    storage.assessments.update(closed);
    return closed;
  });
}
