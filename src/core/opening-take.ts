/** Result files and answer sheets of others, in one shape, and how one becomes an own assessment. */
import { AppError } from '../contract/errors.ts';
import { id } from '../contract/method.ts';
import type { ForeignResult } from '../contract/views/files.ts';
import type { SheetVerdict } from '../contract/views/workbook.ts';
import type { AnswerRecord } from '../domain/assessment/answer.ts';
import type { Appraisal, ItemTarget } from '../domain/assessment/appraisal.ts';
import { FILE_TYPES, judgeFile, MAX_FILES_BYTES } from '../domain/assessment/evidence-file.ts';
import { identityOf } from '../domain/assessment/evidence-library.ts';
import type { Organisation } from '../domain/assessment/organisation.ts';
import type { Period } from '../domain/assessment/period.ts';
import type { AnswerSheet } from '../domain/assessment/sheet.ts';
import type { MachineCode } from '../domain/package/machine-code.ts';
import { contentHash, type Sha256 } from '../domain/result-file/identity.ts';
import type { ResultFile } from '../domain/result-file/schema.ts';
import { legacyEncoding, type LegacyEncoding } from '../domain/text/legacy-encoding.ts';
import { finishedRow, keepDefinition } from './assessments.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { inContext } from './library-context.ts';
import { newRow } from './new-row.ts';
import { referenceProblems } from './organisations.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import type { RecognisedResult } from './ports/files.ts';

/** What a file holds of one assessment. */
export interface Taken {
  readonly source: ForeignResult['source'];
  /** The id is null in answer sheets. */
  readonly organisation: Omit<Organisation, 'id' | 'predecessors'> & {
    readonly id: string | null;
    readonly predecessors: readonly string[];
  };
  /** The hash is null in answer sheets. */
  readonly questionnaire: { readonly id: string; readonly version: string; readonly hash: string | null };
  readonly period: Period;
  readonly state: 'draft' | 'finished';
  readonly sample: boolean;
  readonly deidentified: boolean;
  readonly assessmentId: string | null;
  readonly exportedAt: string | null;
  readonly program: string | null;
  readonly records: readonly AnswerRecord[];
  readonly evidence: ResultFile['evidence'];
  readonly appraisals: readonly (Appraisal & { readonly person: string; readonly at: string | null })[];
  readonly targets: readonly ItemTarget[];
  /** Contents of files of evidence, by SHA-256. */
  readonly attached: ReadonlyMap<string, Uint8Array>;
  /** What the file says of its scores. */
  readonly stated: ResultFile['score']['total'] | null;
  readonly statedAppraised: ResultFile['score']['total'] | null;
  /** Null in answer sheets. */
  readonly revision: { readonly number: number; readonly hash: string; readonly replaces: string | null } | null;
  readonly code: MachineCode | null;
  readonly sheets: SheetVerdict | null;
  readonly hasDefinition: boolean;
}

/** @param sha256 hash of UTF-8 text */
export function fromResult(recognised: RecognisedResult, sha256: Sha256): Taken {
  const { source, file, code, attached, sheets } = recognised;
  const { assessment, organisation, questionnaire, period, records, evidence, exportedAt, program } = file;
  return {
    source,
    organisation,
    questionnaire,
    period,
    state: assessment.state,
    sample: assessment.sample,
    deidentified: assessment.deidentified,
    assessmentId: assessment.id,
    exportedAt,
    program,
    records,
    evidence,
    appraisals: file.appraisals ?? [],
    targets: file.targets ?? [],
    attached,
    stated: file.score.total,
    statedAppraised: file.appraisedScore?.total ?? null,
    revision: { number: file.revision, hash: contentHash(file, sha256), replaces: file.replaces },
    code,
    sheets,
    hasDefinition: file.definition !== undefined,
  };
}

export function fromSheet(sheet: AnswerSheet): Taken {
  const { organisation, questionnaire, period, sample, records, evidence, appraisals, targets, appraiser } = sheet;
  return {
    source: 'sheet',
    organisation: { ...organisation, id: null, predecessors: [] },
    questionnaire: { ...questionnaire, hash: null },
    period,
    state: 'draft',
    sample,
    deidentified: false,
    assessmentId: null,
    exportedAt: null,
    program: null,
    records,
    evidence: evidence.map(({ id, type, number, date, issuer, subject, page }) => ({
      id,
      type,
      number,
      date,
      issuer,
      subject,
      page,
    })),
    appraisals: appraisals.map((appraisal) => ({ ...appraisal, person: appraiser, at: null })),
    targets,
    attached: new Map(),
    stated: null,
    statedAppraised: null,
    revision: null,
    code: null,
    sheets: null,
    hasDefinition: false,
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

/** The id of a file where it can be one here; null otherwise. */
export const ownId = (given: string | null): string | null => (id.safeParse(given).success ? given : null);

/** Citations keep their ids, unless one stands for another document of the organisation already, or only for a line of a sheet. */
function evidenceIds(ports: Ports, taken: Taken, organisationId: string): Map<string, string> {
  const here = new Map(
    ports.storage.evidence.ofOrganisation(organisationId).map(({ evidence }) => [evidence.id, identityOf(evidence)]),
  );
  const keeps = (entry: Taken['evidence'][number]): boolean =>
    taken.source !== 'sheet' &&
    ownId(entry.id) !== null &&
    (here.get(entry.id) ?? identityOf(entry)) === identityOf(entry);
  return new Map(taken.evidence.map((entry) => [entry.id, keeps(entry) ? entry.id : ports.newId()]));
}

/** The files that came along, judged like any other file of evidence. @throws AppError file.refused, storage.files-full */
function judgedFiles(ports: Ports, taken: Taken): Map<string, { bytes: Uint8Array; name: string; type: string }> {
  const files = new Map<string, { bytes: Uint8Array; name: string; type: string }>();
  let size = ports.storage.evidence.filesSize();
  for (const { id: entryId, attached } of taken.evidence) {
    const bytes = attached && taken.attached.get(attached.sha256);
    if (!bytes) continue;
    const verdict = judgeFile(attached.name, bytes.length, bytes);
    if (!verdict.ok) throw new AppError('file.refused', { file: attached.name, types: FILE_TYPES.join(', ') });
    files.set(entryId, { bytes, name: verdict.name, type: verdict.type });
    size += bytes.length;
  }
  if (files.size > 0 && size > MAX_FILES_BYTES)
    throw new AppError('storage.files-full', { limit: `${MAX_FILES_BYTES / 1024 / 1024} MB` });
  return files;
}

/**
 * Stores a file's content as an own assessment, with its citations, files, appraisals and targets, in one transaction.
 * Ids of the file are kept where they are free here, so that what is exported again is the same result. An organisation
 * that is here stays as it is; a new one gets the file's details.
 * @param fresh ids to be used where the file has none, or its own are taken
 * @throws AppError assessment.exists, questionnaire.changed, input.invalid, file.refused, storage.files-full
 */
export function storeTaken(
  ports: Ports,
  library: Library,
  loaded: LoadedQuestionnaire,
  taken: Taken,
  fresh: { readonly assessmentId: string; readonly organisationId: string },
): AssessmentRow {
  const { storage } = ports;
  const { organisation, period, sample } = taken;
  const known = storage.organisations.find(fresh.organisationId);
  const own = ownId(organisation.id);
  const organisationId = !known && own && !storage.organisations.find(own) ? own : fresh.organisationId;
  const problems = known ? [] : referenceProblems(ports.reference, organisation);
  if (problems.length > 0) throw new AppError('input.invalid', {}, problems);
  const ready = inContext(library, loaded, { kind: (known ?? organisation).kind, year: period.year });
  const at = ports.now();
  const ids = evidenceIds(ports, taken, organisationId);
  const files = judgedFiles(ports, taken);
  const row = newRow(library, loaded, {
    id: ownId(taken.assessmentId) ?? fresh.assessmentId,
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
      const predecessors = organisation.predecessors.filter((former) => storage.organisations.find(former));
      const added = { id: organisationId, name, kind, code, province, address, contact, predecessors };
      storage.organisations.save(added, sample, at);
    }
    storage.assessments.add(row);
    for (const { id: entryId, type, number, date, issuer, subject, page } of taken.evidence) {
      const entry = ids.get(entryId) as string;
      storage.evidence.save(row.id, { id: entry, type, number, date, issuer, subject, page });
      const file = files.get(entryId);
      if (!file) continue;
      const { sha256 } = storage.evidence.keepFile(file.bytes, at);
      storage.evidence.attach(row.id, entry, { sha256, name: file.name, type: file.type, size: file.bytes.length });
    }
    for (const record of taken.records)
      storage.answers.save(
        row.id,
        { ...record, evidence: record.evidence.map((cited) => ids.get(cited) as string), seq: 1 },
        at,
      );
    for (const appraisal of taken.appraisals)
      storage.appraisals.save(row.id, { ...appraisal, at: appraisal.at ?? at, mode: 'appraiser', seq: 1 });
    for (const target of taken.targets) storage.appraisals.saveTarget(row.id, { ...target, seq: 1, at });
    noteOrigin(ports, taken, row.id, at);
    storage.settings.set('organisationId', organisationId);
    if (taken.state === 'draft') return row;
    const closed = finishedRow(ports, ready, row, at);
    storage.assessments.update(closed);
    return closed;
  });
}

/** Remembers which revision it is, and which installation it came from. */
function noteOrigin(
  ports: Ports,
  { revision, organisation, code, exportedAt }: Taken,
  assessmentId: string,
  at: string,
): void {
  const { submissions } = ports.storage;
  if (!revision) return;
  if (revision.number > 0)
    submissions.add(assessmentId, {
      revision: revision.number,
      contentHash: revision.hash,
      replaces: revision.replaces,
      at: exportedAt ?? at,
      came: true,
    });
  if (code && organisation.id !== null && ports.machine.holds(revision.hash, code))
    submissions.noteKey(organisation.id, code.key, at);
}
