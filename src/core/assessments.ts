import { AppError } from '../contract/errors.ts';
import type { AssessmentSummary, AssessmentView } from '../contract/views.ts';
import { answersOf, type AnswerRecord } from '../domain/assessment/answer.ts';
import { maySubmit } from '../domain/scoring/completion.ts';
import type { Prepared } from '../domain/scoring/prepared.ts';
import { score } from '../domain/scoring/score.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { besideView } from './beside.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire, ReadyQuestionnaire } from './library.ts';
import { inContext, readyFor } from './library-context.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import { derivedView, previousView } from './rounds.ts';

/** @throws AppError assessment.unknown */
export function findAssessment(ports: Pick<Ports, 'storage'>, id: string): AssessmentRow {
  const row = ports.storage.assessments.find(id);
  if (!row) throw new AppError('assessment.unknown');
  return row;
}

/** An assessment that may be changed. @throws AppError assessment.unknown, assessment.finished */
export function findDraft(ports: Pick<Ports, 'storage'>, id: string): AssessmentRow {
  const row = findAssessment(ports, id);
  if (row.state === 'finished') throw new AppError('assessment.finished');
  return row;
}

/**
 * Counts what is settled among the scored items that are asked of this organisation, and what is flagged. Bonuses,
 * deductions, hidden follow-ups and items of other kinds of organisation are not counted.
 */
export function progressOf(
  { prepared }: Pick<ReadyQuestionnaire, 'prepared'>,
  records: readonly AnswerRecord[],
): Pick<AssessmentRow, 'settled' | 'total' | 'flagged'> {
  const { tally } = score(prepared, answersOf(records));
  return {
    settled: tally.total - tally.unanswered,
    total: tally.total,
    flagged: records.filter((record) => record.flagged).length,
  };
}

export function summariseAssessment(
  ports: Pick<Ports, 'storage'>,
  library: Library,
  row: AssessmentRow,
): AssessmentSummary {
  const { shortTitle, levels } = library.face(row.questionnaireId, row.questionnaireVersion);
  const { id, organisationId, questionnaireId, questionnaireVersion, period, state, sample, settled, total, flagged } =
    row;
  return {
    id,
    organisationId,
    organisationName: ports.storage.organisations.find(organisationId)?.name ?? '',
    questionnaireId,
    questionnaireVersion,
    questionnaireTitle: shortTitle,
    period,
    state,
    sample,
    settled,
    total,
    flagged,
    level: row.level,
    levelName: levels.find((level) => level.value === row.level)?.name ?? null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    finishedAt: row.finishedAt,
  };
}

/** Hash of what was assessed: which questionnaire, which answers, which evidence. */
export function contentHash(ports: Pick<Ports, 'storage' | 'sha256'>, row: AssessmentRow): string {
  const byId =
    <T>(key: (entry: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1;
  const answers = ports.storage.answers
    .list(row.id)
    .map(({ seq: _seq, ...record }) => record)
    .sort(byId((record) => record.itemId));
  const evidence = [...ports.storage.evidence.list(row.id)].sort(byId((entry) => entry.id));
  return ports.sha256(canonicalJson({ questionnaire: row.questionnaireHash, period: row.period, answers, evidence }));
}

/** Scores the stored answers and closes the row; used by finish and by the samples. */
export function finishedRow(
  ports: Pick<Ports, 'storage' | 'sha256'>,
  { prepared }: Pick<ReadyQuestionnaire, 'prepared'>,
  row: AssessmentRow,
  at: string,
): AssessmentRow {
  const { level } = score(prepared, answersOf(ports.storage.answers.list(row.id)));
  return {
    ...row,
    state: 'finished',
    level,
    contentHash: contentHash(ports, row),
    organisationKind: prepared.context.kind,
    updatedAt: at,
    finishedAt: at,
  };
}

/** Some questionnaires may only be locked when certain items are settled. @throws AppError assessment.incomplete */
function refuseOpen(prepared: Prepared, records: readonly AnswerRecord[]): void {
  const { allowed, open } = maySubmit(prepared, answersOf(records));
  if (allowed) return;
  const problems = open.map((id) => ({ path: [prepared.items.get(id)?.item.code ?? id], code: 'open' as const }));
  throw new AppError('assessment.incomplete', {}, problems);
}

/** Stores the definition that an assessment is about to use. @throws AppError questionnaire.changed */
export function keepDefinition(ports: Pick<Ports, 'storage'>, loaded: LoadedQuestionnaire, at: string): void {
  const { id, version } = loaded.questionnaire;
  const known = ports.storage.questionnaires.find(id, version);
  if (known && known.hash !== loaded.hash) throw new AppError('questionnaire.changed', { id, version });
  if (!known) ports.storage.questionnaires.add(id, version, loaded.hash, loaded.questionnaire, at);
}

type Methods =
  | 'assessments.list'
  | 'assessments.start'
  | 'assessments.open'
  | 'assessments.position'
  | 'assessments.finish'
  | 'assessments.reopen';

export function assessmentHandlers(ports: Ports, library: Library): Pick<Handlers, Methods> {
  const { storage } = ports;

  function view(row: AssessmentRow): AssessmentView {
    const organisation = storage.organisations.find(row.organisationId);
    if (!organisation) throw new AppError('organisation.unknown');
    return {
      summary: summariseAssessment(ports, library, row),
      organisation,
      position: row.position,
      records: storage.answers.list(row.id),
      evidence: storage.evidence.list(row.id),
      ...besideView(ports, row),
      previous: previousView(ports, library, row),
      derived: derivedView(ports, library, row),
    };
  }

  function change(row: AssessmentRow): AssessmentView {
    storage.transaction(() => storage.assessments.update(row));
    ports.emit({ type: 'assessment.changed', id: row.id });
    return view(row);
  }

  return {
    'assessments.list': () =>
      storage.assessments
        .list()
        .map((row) => summariseAssessment(ports, library, row))
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),

    'assessments.start': async (input) => {
      const repeated = storage.assessments.find(input.id);
      if (repeated) return view(repeated);
      const loaded = await library.get(input.questionnaireId, input.questionnaireVersion);
      // The same request may have come twice while the folders were being read.
      const meanwhile = storage.assessments.find(input.id);
      if (meanwhile) return view(meanwhile);
      const organisation = storage.organisations.find(input.organisationId);
      if (!organisation) throw new AppError('organisation.unknown');
      const same = storage.assessments.findSame(input.organisationId, input.questionnaireId, input.period);
      if (same) throw new AppError('assessment.exists', { id: same.id });
      const at = ports.now();
      const row: AssessmentRow = {
        ...input,
        questionnaireHash: loaded.hash,
        state: 'draft',
        sample: false,
        position: null,
        ...progressOf(inContext(library, loaded, { kind: organisation.kind, year: input.period.year }), []),
        level: null,
        contentHash: null,
        organisationKind: null,
        createdAt: at,
        updatedAt: at,
        finishedAt: null,
      };
      storage.transaction(() => {
        keepDefinition(ports, loaded, at);
        storage.assessments.add(row);
        storage.settings.set('organisationId', input.organisationId);
      });
      ports.emit({ type: 'assessment.changed', id: row.id });
      return view(row);
    },

    'assessments.open': ({ id }) => view(findAssessment(ports, id)),

    'assessments.position': ({ id, itemId }) => {
      const row = findAssessment(ports, id);
      const { items } = library.getStored(row.questionnaireId, row.questionnaireVersion);
      if (!items.has(itemId)) throw new AppError('item.unknown', { item: itemId });
      if (row.position !== itemId) storage.transaction(() => storage.assessments.update({ ...row, position: itemId }));
      return null;
    },

    'assessments.finish': ({ id }) => {
      const row = findAssessment(ports, id);
      if (row.state === 'finished') return view(row);
      const ready = readyFor(ports, library, row);
      refuseOpen(ready.prepared, storage.answers.list(id));
      return change(finishedRow(ports, ready, row, ports.now()));
    },

    'assessments.reopen': ({ id }) => {
      const row = findAssessment(ports, id);
      if (row.state === 'draft') return view(row);
      return change({
        ...row,
        state: 'draft',
        level: null,
        contentHash: null,
        organisationKind: null,
        finishedAt: null,
        updatedAt: ports.now(),
      });
    },
  };
}
