/**
 * In which order tasks are taken on: the rule of the Tây Ninh digital government scheme (2019), part VI.
 *
 * The scheme says it in three sentences: high priority with low difficulty first; then high priority that is harder, or
 * lower priority that is easier; what is hard and of low priority last. With three steps each this is the number of
 * steps that a task lies away from "high and easy":
 *
 * | priority \ difficulty | easy | medium | hard |
 * | high                  | 0    | 1      | 2    |
 * | medium                | 1    | 2      | 3    |
 * | low                   | 2    | 3      | 4    |
 *
 * 0 is done first, 1 and 2 afterwards, 3 and 4 last. Among equal ones the scheme names priority before ease, so the
 * higher priority goes first, then the greater gain in points.
 */
import { compare, type Exact, ZERO } from '../exact/exact.ts';
import type { PlanTask } from './plan.ts';

export type Ranked = Pick<PlanTask, 'priority' | 'effort'>;

/** Steps away from high priority and low difficulty, 0 to 4. */
export function distanceOf({ priority, effort }: Ranked): number {
  return 3 - priority + (effort - 1);
}

export type Wave = 'first' | 'then' | 'last';

/** The three classes of the rule. */
export function waveOf(task: Ranked): Wave {
  const distance = distanceOf(task);
  return distance === 0 ? 'first' : distance <= 2 ? 'then' : 'last';
}

/** Sorts by the rule; stays as it is among tasks that the rule does not tell apart. */
export function orderByRule<T extends Ranked>(tasks: readonly T[], gainOf: (task: T) => Exact = () => ZERO): T[] {
  return [...tasks].sort((a, b) => beforeByRule(a, b) || compare(gainOf(b), gainOf(a)));
}

function beforeByRule(a: Ranked, b: Ranked): number {
  return distanceOf(a) - distanceOf(b) || b.priority - a.priority;
}

/**
 * Ids of the tasks with new ones put in where the rule wants them. An order that was made by hand is kept: a new task
 * goes before the first one that comes later by the rule.
 */
export function insertByRule(
  tasks: readonly (Ranked & { readonly id: string })[],
  added: readonly (Ranked & { readonly id: string })[],
): string[] {
  const order = tasks.filter(({ id }) => !added.some((task) => task.id === id));
  for (const task of added) {
    const at = order.findIndex((other) => beforeByRule(task, other) < 0);
    order.splice(at < 0 ? order.length : at, 0, task);
  }
  return order.map(({ id }) => id);
}
