import { AppError } from '../contract/errors.ts';
import type { AssessmentSummary, AssessmentView } from '../contract/views.ts';
import { answersOf, type AnswerRecord } from '../domain/assessment/answer.ts';
import { comparePeriods } from '../domain/assessment/period.ts';
import { score } from '../domain/scoring/score.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import type { Handlers } from './dispatch.ts';
import { countScored, scoredIds, type Library, type LoadedQuestionnaire } from './library.ts';
import type { AssessmentRow, Ports } from './ports.ts';

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

/** Counts what is settled and flagged among the scored items. */
export function progressOf(
  loaded: LoadedQuestionnaire,
  records: readonly AnswerRecord[],
): Pick<AssessmentRow, 'settled' | 'flagged'> {
  const scored = scoredIds(loaded.prepared);
  return {
    settled: records.filter(({ itemId, answer }) => scored.has(itemId) && answer.state !== 'unanswered').length,
    flagged: records.filter((record) => record.flagged).length,
  };
}

export function summariseAssessment(
  ports: Pick<Ports, 'storage'>,
  library: Library,
  row: AssessmentRow,
): AssessmentSummary {
  const { questionnaire } = library.getStored(row.questionnaireId, row.questionnaireVersion);
  const { id, organisationId, questionnaireId, questionnaireVersion, period, state, sample, settled, total, flagged } =
    row;
  return {
    id,
    organisationId,
    organisationName: ports.storage.organisations.find(organisationId)?.name ?? '',
    questionnaireId,
    questionnaireVersion,
    questionnaireTitle: questionnaire.shortTitle,
    period,
    state,
    sample,
    settled,
    total,
    flagged,
    level: row.level,
    levelName: questionnaire.levels.find((level) => level.value === row.level)?.name ?? null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    finishedAt: row.finishedAt,
  };
}

/** The last finished round before this one: same organisation, same questionnaire version. */
export function previousRound(ports: Pick<Ports, 'storage'>, row: AssessmentRow): AssessmentRow | null {
  return (
    ports.storage.assessments
      .list()
      .filter(
        (other) =>
          other.id !== row.id &&
          other.state === 'finished' &&
          other.organisationId === row.organisationId &&
          other.questionnaireId === row.questionnaireId &&
          other.questionnaireVersion === row.questionnaireVersion &&
          comparePeriods(other.period, row.period) < 0,
      )
      .sort((a, b) => comparePeriods(b.period, a.period))[0] ?? null
  );
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
  loaded: LoadedQuestionnaire,
  row: AssessmentRow,
  at: string,
): AssessmentRow {
  const { level } = score(loaded.prepared, answersOf(ports.storage.answers.list(row.id)));
  return { ...row, state: 'finished', level, contentHash: contentHash(ports, row), updatedAt: at, finishedAt: at };
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
    const previous = previousRound(ports, row);
    return {
      summary: summariseAssessment(ports, library, row),
      organisation,
      position: row.position,
      records: storage.answers.list(row.id),
      evidence: storage.evidence.list(row.id),
      previous: previous && { period: previous.period, records: storage.answers.list(previous.id) },
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
      if (!storage.organisations.find(input.organisationId)) throw new AppError('organisation.unknown');
      const same = storage.assessments.findSame(input.organisationId, input.questionnaireId, input.period);
      if (same) throw new AppError('assessment.exists', { id: same.id });
      const at = ports.now();
      const row: AssessmentRow = {
        ...input,
        questionnaireHash: loaded.hash,
        state: 'draft',
        sample: false,
        position: null,
        settled: 0,
        total: countScored(loaded.prepared),
        flagged: 0,
        level: null,
        contentHash: null,
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
      const { prepared } = library.getStored(row.questionnaireId, row.questionnaireVersion);
      if (!prepared.items.has(itemId)) throw new AppError('item.unknown', { item: itemId });
      if (row.position !== itemId) storage.transaction(() => storage.assessments.update({ ...row, position: itemId }));
      return null;
    },

    'assessments.finish': ({ id }) => {
      const row = findAssessment(ports, id);
      if (row.state === 'finished') return view(row);
      const loaded = library.getStored(row.questionnaireId, row.questionnaireVersion);
      return change(finishedRow(ports, loaded, row, ports.now()));
    },

    'assessments.reopen': ({ id }) => {
      const row = findAssessment(ports, id);
      if (row.state === 'draft') return view(row);
      return change({
        ...row,
        state: 'draft',
        level: null,
        contentHash: null,
        finishedAt: null,
        updatedAt: ports.now(),
      });
    },
  };
}
