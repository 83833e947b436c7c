/** Changes of a plan as data: every one is applied whole, may be repeated, and can be taken back. */
import { canonicalJson } from '../text/canonical-json.ts';
import type { Plan, PlanTask } from './plan.ts';

const HEADS = ['target', 'figures', 'phases', 'reporting', 'initiatives'] as const;

/** What is to be different. Parts that are not named stay as they are. */
export interface PlanChange extends Partial<Pick<Plan, (typeof HEADS)[number]>> {
  /** Tasks that are new or replaced; new ones go to the end unless `order` says otherwise. */
  readonly put?: readonly PlanTask[];
  /** Ids of tasks to take out; unknown ones are passed over, so that a repeated change is no error. */
  readonly remove?: readonly string[];
  /** Ids in their new order; tasks that are not named stay behind them. */
  readonly order?: readonly string[];
}

/** The plan with the change; tasks of a phase that is no longer there belong to none. */
export function applyChange(plan: Plan, change: PlanChange): Plan {
  const { put = [], remove = [], order, ...heads } = change;
  const removed = new Set(remove);
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  for (const task of put) byId.set(task.id, task);
  const kept = [...byId.values()].filter(({ id }) => !removed.has(id));
  const next = { ...plan, ...heads };
  const phases = new Set(next.phases.map(({ id }) => id));
  const place = new Map((order ?? []).map((id, index) => [id, index]));
  const placeOf = ({ id }: PlanTask): number => place.get(id) ?? place.size;
  return {
    ...next,
    tasks: kept
      .map((task) => (task.phase === '' || phases.has(task.phase) ? task : { ...task, phase: '' }))
      .sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** The change that leads from one plan to another; applied to `from` it gives `to`. */
export function changeBetween(from: Plan, to: Plan): PlanChange {
  const before = new Map(from.tasks.map((task) => [task.id, task]));
  const after = new Set(to.tasks.map((task) => task.id));
  const put = to.tasks.filter((task) => !same(before.get(task.id) ?? null, task));
  const remove = from.tasks.map((task) => task.id).filter((id) => !after.has(id));
  const order = to.tasks.map((task) => task.id);
  const heads = HEADS.filter((head) => !same(from[head], to[head]));
  return {
    ...Object.fromEntries(heads.map((head) => [head, to[head]])),
    ...(put.length > 0 ? { put } : {}),
    ...(remove.length > 0 ? { remove } : {}),
    order,
  };
}

/** Is there nothing that this change would do to the plan? */
export function isDone(plan: Plan, change: PlanChange): boolean {
  return same(plan, applyChange(plan, change));
}
