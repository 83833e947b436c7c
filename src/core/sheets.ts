/** Answer sheets from files become assessments: samples, the command line and, later, paper entry. */
import { AppError } from '../contract/errors.ts';
import { parseSheet, readSheetRef, type AnswerSheet } from '../domain/assessment/sheet.ts';
import { finishedRow, keepDefinition, progressOf } from './assessments.ts';
import { referenceProblems } from './organisations.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { inContext } from './library-context.ts';
import type { AssessmentRow, Ports } from './ports.ts';

/** Reads a sheet for a known questionnaire. @throws AppError file.unreadable with every problem by path */
export function readSheet(
  { reference }: Pick<Ports, 'reference'>,
  loaded: LoadedQuestionnaire,
  raw: unknown,
  file: string,
): AnswerSheet {
  const sheet = parseSheet(raw, loaded.questionnaire);
  if (!sheet.ok) throw new AppError('file.unreadable', { file }, sheet.problems);
  const problems = referenceProblems(reference, sheet.value.organisation);
  if (problems.length > 0)
    throw new AppError(
      'file.unreadable',
      { file },
      problems.map((found) => ({ ...found, path: ['organisation', ...found.path] })),
    );
  return sheet.value;
}

/** Finds the questionnaire that a sheet names. @throws AppError file.unreadable, questionnaire.unknown */
export async function questionnaireOfSheet(library: Library, raw: unknown, file: string): Promise<LoadedQuestionnaire> {
  const ref = readSheetRef(raw);
  if (!ref.ok) throw new AppError('file.unreadable', { file }, ref.problems);
  return library.get(ref.value.id, ref.value.version);
}

/**
 * Stores an answer sheet as an assessment, in one transaction.
 * @param finished closes the assessment at once (earlier rounds), otherwise it stays a draft
 * @throws AppError assessment.exists, questionnaire.changed
 */
export function storeSheet(
  ports: Ports,
  library: Library,
  loaded: LoadedQuestionnaire,
  sheet: AnswerSheet,
  organisationId: string,
  finished: boolean,
): AssessmentRow {
  const { storage } = ports;
  const ready = inContext(library, loaded, { kind: sheet.organisation.kind, year: sheet.period.year });
  const at = ports.now();
  const evidenceIds = new Map(sheet.evidence.map((entry) => [entry.id, ports.newId()]));
  const row: AssessmentRow = {
    id: ports.newId(),
    organisationId,
    questionnaireId: loaded.questionnaire.id,
    questionnaireVersion: loaded.questionnaire.version,
    questionnaireHash: loaded.hash,
    period: sheet.period,
    state: 'draft',
    sample: sheet.sample,
    position: null,
    ...progressOf(ready, sheet.records),
    level: null,
    contentHash: null,
    organisationKind: null,
    createdAt: at,
    updatedAt: at,
    finishedAt: null,
  };
  return storage.transaction(() => {
    const same = storage.assessments.findSame(organisationId, row.questionnaireId, row.period);
    if (same) throw new AppError('assessment.exists', { id: same.id });
    keepDefinition(ports, loaded, at);
    storage.organisations.save({ id: organisationId, predecessors: [], ...sheet.organisation }, sheet.sample, at);
    storage.assessments.add(row);
    for (const entry of sheet.evidence)
      storage.evidence.save(row.id, { ...entry, id: evidenceIds.get(entry.id) as string });
    for (const record of sheet.records) {
      const evidence = record.evidence.map((id) => evidenceIds.get(id) as string);
      storage.answers.save(row.id, { ...record, evidence, seq: 1 }, at);
    }
    const author = { person: sheet.appraiser, mode: 'appraiser' } as const;
    for (const appraisal of sheet.appraisals) storage.appraisals.save(row.id, { ...appraisal, ...author, seq: 1, at });
    for (const target of sheet.targets) storage.appraisals.saveTarget(row.id, { ...target, seq: 1, at });
    if (!finished) return row;
    const closed = finishedRow(ports, ready, row, at);
    storage.assessments.update(closed);
    return closed;
  });
}
