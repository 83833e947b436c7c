/** Appraising units of a collection: a result becomes an own assessment, and comes back with what was appraised. */
import { AppError } from '../../contract/errors.ts';
import { isAppraised } from '../../domain/assessment/appraisal.ts';
import { writeResultFile } from '../../domain/result-file/build.ts';
import { RESULT_FORMAT, type ResultFile } from '../../domain/result-file/schema.ts';
import type { Desk } from './desk.ts';
import type { Runs } from './runs.ts';
import type { Handlers } from '../dispatch.ts';
import type { Library } from '../library.ts';
import { answerProblems, MAX_PROBLEMS } from '../opening-describe.ts';
import { fromResult, ownId, storeTaken } from '../opening-take.ts';
import type { Ports } from '../ports.ts';
import { readReportInput } from '../report-input.ts';
import { contentOf } from '../result-content.ts';
import { readSettings } from '../settings.ts';

/** What a file would say beside the content that is kept of it. */
type Kept = Omit<ResultFile, 'format' | 'program' | 'exportedAt' | 'definition'>;

export function appraiseHandlers(
  ports: Ports,
  library: Library,
  desk: Desk,
  runs: Runs,
): Pick<Handlers, 'collections.appraise' | 'collections.appraised'> {
  const { storage, collecting } = ports;
  const store = storage.collections;

  function resultOf(id: string, result: number) {
    desk.find(id);
    const row = store.result(id, result);
    const content = store.content(result);
    if (!row || !content) throw new AppError('result.unknown');
    return { row, content };
  }

  return {
    'collections.appraise': async ({ id, result }) => {
      const { row, content } = resultOf(id, result);
      const there = row.resultId === null ? null : storage.assessments.find(row.resultId);
      if (there) return { assessmentId: there.id };
      const kept = JSON.parse(collecting.inflate(content)) as Kept;
      const file: ResultFile = {
        ...kept,
        format: RESULT_FORMAT,
        program: row.program,
        exportedAt: row.exportedAt,
      };
      const { id: questionnaireId, version, hash } = row.questionnaire;
      const loaded = await desk.questionnaire(questionnaireId, version);
      if (!loaded) throw new AppError('questionnaire.unknown', { id: questionnaireId, version });
      if (loaded.hash !== hash) throw new AppError('questionnaire.changed', { id: questionnaireId, version });
      const taken = fromResult(
        { kind: 'result', source: 'json', file, code: null, attached: new Map(), sheets: null },
        ports.sha256,
      );
      const problems = answerProblems(taken, loaded);
      if (problems.length > 0)
        throw new AppError('file.unreadable', { file: row.file }, problems.slice(0, MAX_PROBLEMS));
      const own = ownId(taken.organisation.id);
      const organisationId = own !== null && storage.organisations.find(own) ? own : ports.newId();
      // The department stays the organisation whose program this is.
      const before = storage.settings.all().get('organisationId');
      const made = storeTaken(ports, library, loaded, taken, { assessmentId: ports.newId(), organisationId });
      if (before !== undefined) storage.transaction(() => storage.settings.set('organisationId', before));
      ports.emit({ type: 'organisation.changed', id: made.organisationId });
      ports.emit({ type: 'assessment.changed', id: made.id });
      return { assessmentId: made.id };
    },

    'collections.appraised': async ({ id, result, run, source }) => {
      const { row: entry } = resultOf(id, result);
      const row = entry.resultId === null ? null : storage.assessments.find(entry.resultId);
      if (!row) throw new AppError('assessment.unknown');
      if (!storage.appraisals.list(row.id).some(isAppraised)) throw new AppError('appraisal.none');
      const at = ports.now();
      const { machine } = contentOf(ports, row, readReportInput(ports, library, row, 'vi', at), null, at);
      // It goes the way of every other file, so that its scores are worked out anew and its revision is judged.
      const bytes = collecting.utf8(writeResultFile(machine));
      await collecting.keepPart(source, 0, `${machine.organisation.name}.json`, 0, bytes);
      await runs.start(run, source, id, readSettings(storage).language);
      await runs.ended(run);
      return runs.view(run);
    },
  };
}
