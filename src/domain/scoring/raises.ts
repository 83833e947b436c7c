/** Which answers can be raised, and the plans that need no look at the rest of the questionnaire. */
import type { AnswerValue } from '../assessment/answer.ts';
import { add, compare, exact, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { ranksOf } from '../items/registry.ts';
import type { PreparedGroup, PreparedItem } from './prepare.ts';
import type { Condition } from './reasons.ts';
import type { NodeScore, Score } from './result.ts';

/** One answer to raise. */
export interface NextStep {
  readonly itemId: string;
  /** Points now; null when unanswered. */
  readonly from: Exact | null;
  readonly to: Exact;
  /** Points gained at the item. */
  readonly gain: Exact;
  readonly value: AnswerValue;
}

/** A possible raise of one item: the higher points that can be chosen, lowest first. */
export interface Raise {
  readonly item: PreparedItem;
  readonly now: Exact | null;
  readonly options: readonly { readonly value: AnswerValue; readonly points: Exact }[];
}

export interface Plan {
  readonly minimal: boolean;
  readonly steps: readonly NextStep[];
}

export const IMPOSSIBLE: Plan = { minimal: false, steps: [] };

/** Every raise that is still possible below a group; what is not applicable cannot be raised. */
export function raisesBelow(group: PreparedGroup, scored: Score): Raise[] {
  return group.children.flatMap((child): Raise[] => {
    if (!child.scored) return [];
    if (child.kind === 'group') return raisesBelow(child, scored);
    const result = scored.byId.get(child.id) as NodeScore;
    if (result.tally.notApplicable === 1) return [];
    const now = result.tally.unanswered === 1 ? null : result.value;
    const options = ranksOf(child.item)
      .map((value) => ({ value, points: child.scorer.score(value) as Exact }))
      .filter(({ points }) => now === null || compare(points, now) > 0)
      .sort((a, b) => compare(a.points, b.points));
    return options.length === 0 ? [] : [{ item: child, now, options }];
  });
}

/** High priority and low effort first, as the roll-out order of the founding scheme (part VI) asks. */
function byUsefulness(a: Raise, b: Raise): number {
  return b.item.item.priority - a.item.item.priority || a.item.item.effort - b.item.item.effort;
}

function step(raise: Raise, option: Raise['options'][number]): NextStep {
  const from = raise.now;
  return {
    itemId: raise.item.id,
    from,
    to: option.points,
    gain: subtract(option.points, from ?? ZERO),
    value: option.value,
  };
}

/** Gate: any `need - have` items raised to the level; the smallest jumps are proposed. */
export function planGate(raises: readonly Raise[], condition: Extract<Condition, { kind: 'gate' }>): Plan {
  const level = exact(condition.level);
  const jumps = raises.flatMap((raise) => {
    if (raise.now !== null && compare(raise.now, level) >= 0) return [];
    const option = raise.options.find(({ points }) => compare(points, level) >= 0);
    return option ? [{ raise, step: step(raise, option) }] : [];
  });
  jumps.sort((a, b) => compare(a.step.gain, b.step.gain) || byUsefulness(a.raise, b.raise));
  return {
    minimal: true,
    steps: jumps.slice(0, Math.max(0, condition.need - condition.have)).map((jump) => jump.step),
  };
}

/** The raise to the highest points that an item allows. */
export function fullStep(raise: Raise): NextStep {
  return step(raise, raise.options[raise.options.length - 1] as Raise['options'][number]);
}

/**
 * Point bound over plain sums. The largest gains tell the smallest number of answers; among all choices of that number
 * the most useful items are taken, and each is raised no further than needed.
 */
export function planSum(raises: readonly Raise[], missing: Exact, strict: boolean): Plan {
  const enough = (gain: Exact): boolean => compare(gain, missing) > (strict ? 0 : -1);
  const byGain = raises
    .map((raise) => ({ raise, full: fullStep(raise) }))
    .sort((a, b) => compare(b.full.gain, a.full.gain));
  const largest = (count: number, taken: ReadonlySet<Raise>): Exact =>
    byGain
      .filter(({ raise }) => !taken.has(raise))
      .slice(0, count)
      .reduce((sum, { full }) => add(sum, full.gain), ZERO);

  const nobody = new Set<Raise>();
  const count = byGain.findIndex((_, index) => enough(largest(index + 1, nobody))) + 1;
  if (count === 0) return IMPOSSIBLE;

  const useful = [...byGain].sort((a, b) => byUsefulness(a.raise, b.raise) || compare(a.full.gain, b.full.gain));
  const taken = new Set<Raise>();
  let total = ZERO;
  for (let open = count; open > 0; open -= 1) {
    // There always is one: the largest gains that are left are enough.
    const pick = useful.find(
      ({ raise, full }) =>
        !taken.has(raise) && enough(add(add(total, full.gain), largest(open - 1, new Set([...taken, raise])))),
    ) as (typeof useful)[number];
    taken.add(pick.raise);
    total = add(total, pick.full.gain);
  }

  const steps = [...taken].map((raise) => {
    const others = subtract(total, fullStep(raise).gain);
    const least = raise.options
      .map((option) => step(raise, option))
      .find((candidate) => enough(add(others, candidate.gain))) as NextStep;
    total = add(others, least.gain);
    return least;
  });
  return { minimal: true, steps };
}

/** While nothing is answered there is no level, even where the lowest asks for nothing: the most useful item first. */
export function planFirstAnswer(raises: readonly Raise[]): Plan {
  const [first] = [...raises].sort(byUsefulness);
  const option = first?.options[0];
  return first && option ? { minimal: true, steps: [step(first, option)] } : IMPOSSIBLE;
}
