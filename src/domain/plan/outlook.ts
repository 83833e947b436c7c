/** What a plan would lead to: the answers are raised as the tasks say and scored again. */
import { add, compare, exact, ZERO, type Exact } from '../exact/exact.ts';
import { raisesBelow, stepTo, type NextStep, type Raise } from '../scoring/raises.ts';
import type { Score } from '../scoring/result.ts';
import { after, type Situation } from '../scoring/search.ts';
import type { PlanPhase, PlanRaise, PlanTask } from './plan.ts';

/** The raises that are still open, by item. What is not applicable, or at its top, has none. */
export type OpenRaises = ReadonlyMap<string, Raise>;

export function openRaises({ prepared, scored, facts }: Situation): OpenRaises {
  return new Map(raisesBelow(prepared, prepared.root, scored, facts).map((raise) => [raise.item.id, raise]));
}

/**
 * The step that a raise still means: the lowest answer worth at least its points, or the highest that there is.
 * @returns null when the item stands there already, or cannot be raised
 */
export function stepOf(open: OpenRaises, { itemId, to }: PlanRaise): NextStep | null {
  const raise = open.get(itemId);
  if (!raise) return null;
  const wanted = exact(to);
  if (raise.now !== null && compare(raise.now, wanted) >= 0) return null;
  const option = raise.options.find(({ points }) => compare(points, wanted) >= 0) ?? raise.options.at(-1);
  return option ? stepTo(raise, option) : null;
}

/** One step for each item that any of the tasks raises: the furthest one. */
export function stepsOf(open: OpenRaises, tasks: readonly Pick<PlanTask, 'raises'>[]): NextStep[] {
  const furthest = new Map<string, NextStep>();
  for (const raise of tasks.flatMap((task) => task.raises)) {
    const step = stepOf(open, raise);
    const known = furthest.get(raise.itemId);
    if (step && (!known || compare(step.to, known.to) > 0)) furthest.set(raise.itemId, step);
  }
  return [...furthest.values()];
}

/** Points that a task brings at its items, before any rule joins them. */
export function gainOf(open: OpenRaises, task: Pick<PlanTask, 'raises'>): Exact {
  return stepsOf(open, [task]).reduce((sum, step) => add(sum, step.gain), ZERO);
}

/** The score with all of the tasks done. */
export function scoreWith(situation: Situation, open: OpenRaises, tasks: readonly PlanTask[]): Score {
  return after(situation, stepsOf(open, tasks)).scored;
}

/** The score after each phase, in order: everything up to its end is done. Tasks without a phase count at the end only. */
export function scoreByPhase(
  situation: Situation,
  open: OpenRaises,
  phases: readonly PlanPhase[],
  tasks: readonly PlanTask[],
): { readonly phaseId: string; readonly score: Score }[] {
  return phases.map(({ id }, index) => {
    const done = new Set(phases.slice(0, index + 1).map((phase) => phase.id));
    const upToHere = tasks.filter((task) => done.has(task.phase));
    return { phaseId: id, score: scoreWith(situation, open, upToHere) };
  });
}
