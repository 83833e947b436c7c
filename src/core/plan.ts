import { AppError } from '../contract/errors.ts';
import type { PlanView } from '../contract/views/plan.ts';
import { answersOf } from '../domain/assessment/answer.ts';
import { applyChange, isDone, type PlanChange } from '../domain/plan/change.ts';
import { planFacts } from '../domain/plan/facts.ts';
import type { PlanInput } from '../domain/plan/input.ts';
import { PLAN_LIMITS } from '../domain/plan/limits.ts';
import type { Plan, ProgressRecord } from '../domain/plan/plan.ts';
import { latestRecord, samePeriod, withProgress } from '../domain/plan/progress.ts';
import { proposedPlan } from '../domain/plan/proposal.ts';
import type { Problem } from '../domain/problem.ts';
import { score } from '../domain/scoring/score.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { dayOf, toIsoDay } from '../domain/text/dates.ts';
import { findAssessment, summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, ReadyQuestionnaire } from './library.ts';
import { readyFor } from './library-context.ts';
import type { AssessmentRow, Ports } from './ports.ts';

/** The day on this computer, YYYY-MM-DD. */
export function todayOf(ports: Pick<Ports, 'now' | 'about'>): string {
  return toIsoDay(dayOf(ports.now(), ports.about.utcOffset));
}

/** A plan with what it stands on; before anything has been stored, the proposed one. */
export interface OpenPlan extends PlanInput {
  readonly row: AssessmentRow;
  readonly loaded: ReadyQuestionnaire;
  readonly stored: boolean;
}

/** @throws AppError assessment.unknown */
export function openPlan(ports: Ports, library: Library, assessmentId: string): OpenPlan {
  const row = findAssessment(ports, assessmentId);
  const loaded = readyFor(ports, library, row);
  const { prepared, questionnaire } = loaded;
  const answers = answersOf(ports.storage.answers.list(row.id));
  const today = todayOf(ports);
  const stored = ports.storage.plans.find(row.id);
  const plan = stored ?? proposedPlan(questionnaire, row.period.year, score(prepared, answers).level, today);
  const records = ports.storage.plans.progress(row.id);
  return { row, loaded, stored: stored !== null, prepared, answers, plan, records, today };
}

type Methods = 'plans.get' | 'plans.change' | 'progress.save' | 'progress.remove' | 'templates.list';

export function planHandlers(ports: Ports, library: Library): Pick<Handlers, Methods> {
  const { storage } = ports;

  function view(assessmentId: string): PlanView {
    const opened = openPlan(ports, library, assessmentId);
    const { row, loaded, stored, plan, today } = opened;
    const { id, version, targets } = loaded.questionnaire;
    return {
      assessment: summariseAssessment(ports, library, row),
      questionnaire: { id, version },
      stored,
      plan,
      today,
      targets,
      ...planFacts(opened),
    };
  }

  function changed(assessmentId: string): PlanView {
    ports.emit({ type: 'plan.changed', id: assessmentId });
    return view(assessmentId);
  }

  return {
    'plans.get': ({ assessmentId }) => view(assessmentId),

    'plans.change': ({ assessmentId, change }) => {
      const { plan, stored, loaded } = openPlan(ports, library, assessmentId);
      checkChange(loaded, change);
      if (stored && isDone(plan, change)) return view(assessmentId);
      const next = applyChange(plan, change);
      checkLimits(next);
      storage.transaction(() => storage.plans.save(assessmentId, next, ports.now()));
      return changed(assessmentId);
    },

    /** Stores a period's report; the latest one also sets the states of the tasks in the plan. */
    'progress.save': ({ assessmentId, progress }) => {
      const { plan, loaded, records } = openPlan(ports, library, assessmentId);
      checkLevel(loaded, progress.level, ['level']);
      checkItems(
        loaded,
        progress.figures.map(({ itemId }) => itemId),
      );
      const known = records.find(({ period }) => samePeriod(period, progress.period));
      if (known && canonicalJson(known) === canonicalJson(progress)) return view(assessmentId);
      const after: ProgressRecord[] = [...records.filter((record) => record !== known), progress];
      const at = ports.now();
      storage.transaction(() => {
        const tasks = latestRecord(after) === progress ? withProgress(plan.tasks, after) : plan.tasks;
        storage.plans.save(assessmentId, { ...plan, tasks }, at);
        storage.plans.saveProgress(assessmentId, progress, at);
      });
      return changed(assessmentId);
    },

    'progress.remove': ({ assessmentId, period }) => {
      findAssessment(ports, assessmentId);
      storage.transaction(() => storage.plans.removeProgress(assessmentId, period));
      return changed(assessmentId);
    },

    'templates.list': async () => [...(await ports.plans.load()).templates],
  };
}

/** @throws AppError item.unknown for the first item that the questionnaire does not have */
function checkItems({ prepared }: ReadyQuestionnaire, itemIds: readonly string[]): void {
  const unknown = itemIds.find((itemId) => !prepared.items.has(itemId));
  if (unknown !== undefined) throw new AppError('item.unknown', { item: unknown });
}

function checkLevel({ questionnaire }: ReadyQuestionnaire, level: number | null, path: Problem['path']): void {
  if (level === null || questionnaire.levels.some((entry) => entry.value === level)) return;
  throw new AppError('input.invalid', {}, [{ path, code: 'unknown-level', params: { level } }]);
}

function checkChange(loaded: ReadyQuestionnaire, { target, figures = [], put = [] }: PlanChange): void {
  if (target) checkLevel(loaded, target.level, ['change', 'target', 'level']);
  checkItems(loaded, [
    ...figures.map(({ itemId }) => itemId),
    ...put.flatMap((task) => task.raises.map(({ itemId }) => itemId)),
  ]);
}

function checkLimits({ tasks }: Plan): void {
  if (tasks.length <= PLAN_LIMITS.tasks) return;
  throw new AppError('input.invalid', {}, [
    { path: ['change', 'put'], code: 'too-many', params: { count: tasks.length, max: PLAN_LIMITS.tasks } },
  ]);
}
