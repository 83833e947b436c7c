/** What could be put into a plan: the way to the target first, then everything else that an answer could gain. */
import { compare, exact, toFraction, type Exact } from '../exact/exact.ts';
import type { Item } from '../questionnaire/types.ts';
import { nextSteps } from '../scoring/next-steps.ts';
import type { NextStep } from '../scoring/raises.ts';
import { after, type Situation } from '../scoring/search.ts';
import { adviceFor } from '../scoring/summary.ts';
import { orderByRule } from './order.ts';
import { stepOf, type OpenRaises } from './outlook.ts';
import type { PlanTask } from './plan.ts';

type Localized = Item['title'];

export interface Suggestion {
  /** Stays the same while the answer does; a task that came from it carries it. */
  readonly key: string;
  readonly item: Item;
  /** The questionnaire's own words; null = say it with the item's title. */
  readonly text: Localized | null;
  readonly from: Exact | null;
  readonly to: Exact;
  readonly gain: Exact;
  readonly priority: number;
  readonly effort: number;
  /** Part of the way to the target, as it was found by scoring. */
  readonly needed: boolean;
}

/** At most so many levels are climbed; no questionnaire has more. */
const MOST_LEVELS = 21;

/**
 * The answers to raise until the overall level is there, one entry for each item.
 * @returns as far as a way was found; empty when the level is there already or nothing is aimed at
 */
export function stepsToLevel(situation: Situation, level: number | null): NextStep[] {
  const steps = new Map<string, NextStep>();
  if (level === null) return [];
  let at = situation;
  for (let round = 0; round < MOST_LEVELS && (at.scored.level === null || at.scored.level < level); round += 1) {
    const next = nextSteps(at.prepared, at.answers, at.scored, at.facts);
    if (!next?.reaches) break;
    for (const step of next.steps) steps.set(step.itemId, step);
    at = after(at, next.steps);
  }
  return [...steps.values()];
}

/**
 * Suggestions in the order of the rule, those on the way to the target before the others.
 * An item gives its advice, and each of its measures with the effort of that measure.
 */
export function suggest(situation: Situation, open: OpenRaises, level: number | null): Suggestion[] {
  const way = new Map(stepsToLevel(situation, level).map((step) => [step.itemId, step.to]));
  const all = [...open.values()].flatMap(({ item: { item }, options }): Suggestion[] => {
    const wanted = way.get(item.id) ?? options[0]?.points;
    if (!wanted) return [];
    const step = stepOf(open, { itemId: item.id, to: toFraction(wanted) });
    if (!step) return [];
    const { from, to, gain } = step;
    const common = { item, from, to, gain, priority: item.priority, needed: way.has(item.id) };
    const measures = (item.measures ?? []).map((measure): Suggestion => ({
      ...common,
      key: `measure:${item.id}:${measure.id}`,
      text: measure.text,
      effort: measure.effort,
    }));
    const own: Suggestion = {
      ...common,
      key: `raise:${item.id}:${toFraction(to)}`,
      text: adviceText(item, step),
      effort: item.effort,
    };
    // Measures say the same as the item's title would, only better; advice is a text of its own.
    return own.text === null && measures.length > 0 ? measures : [own, ...measures];
  });
  const ordered = orderByRule(all, (entry) => entry.gain);
  return [...ordered.filter((entry) => entry.needed), ...ordered.filter((entry) => !entry.needed)];
}

/** The advice for the points aimed at, or the first one on the way there. */
function adviceText(item: Item, step: NextStep): Localized | null {
  const exactly = item.advice.find((entry) => compare(exact(entry.to), step.to) === 0);
  return exactly?.text ?? adviceFor(item, step);
}

/** Is the suggestion in the plan already: taken from it, or the criterion raised as far by another task? */
export function isTaken(tasks: readonly PlanTask[], suggestion: Pick<Suggestion, 'key' | 'item' | 'to'>): boolean {
  const { key, item, to } = suggestion;
  return tasks.some(
    (task) =>
      task.source === key ||
      (key.startsWith('raise:') &&
        task.raises.some((raise) => raise.itemId === item.id && compare(exact(raise.to), to) >= 0)),
  );
}
