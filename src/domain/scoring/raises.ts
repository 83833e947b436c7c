/** Which answers can be raised, and the plans that need no look at the rest of the questionnaire. */
import type { AnswerValue } from '../assessment/answer.ts';
import { add, compare, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { ranksOf } from '../items/registry.ts';
import { countedPoints } from './item-score.ts';
import type { Prepared, PreparedGroup, PreparedItem } from './prepared.ts';
import type { Condition } from './conditions.ts';
import type { Facts, NodeScore } from './result.ts';

/** One answer to raise. Points are those that count: after the factor of the evidence, deductions below zero. */
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

/** The raises of one item; none when it is hidden, does not apply or stands at its top. */
export function raiseOf(prepared: Prepared, item: PreparedItem, scored: NodeScore, facts: Facts): Raise[] {
  const { state } = scored;
  if (state !== 'answered' && state !== 'none' && state !== 'unanswered') return [];
  const now = state === 'unanswered' ? null : scored.value;
  // An unanswered bonus is worth nothing yet.
  const floor = now ?? (item.role === null ? null : ZERO);
  const options = ranksOf(item.item, prepared.context)
    // Ranks are values that have points.
    .map((value) => ({ value, points: countedPoints(item, item.scorer.score(value) as Exact, facts) }))
    .filter(({ points }) => floor === null || compare(points, floor) > 0)
    .sort((a, b) => compare(a.points, b.points));
  return options.length === 0 ? [] : [{ item, now, options }];
}

/** Every raise that is still possible below a group, bonuses and deductions included. */
export function raisesBelow(prepared: Prepared, group: PreparedGroup, node: NodeScore, facts: Facts): Raise[] {
  return group.children.flatMap((child, place): Raise[] => {
    const scored = node.children[place] as NodeScore;
    if (child.kind === 'group') return child.scored ? raisesBelow(prepared, child, scored, facts) : [];
    return child.scored || child.knockOut !== null ? raiseOf(prepared, child, scored, facts) : [];
  });
}

/** High priority and low effort first, as the roll-out order of the founding scheme (part VI) asks. */
export function byUsefulness(a: Raise, b: Raise): number {
  return b.item.item.priority - a.item.item.priority || a.item.item.effort - b.item.item.effort;
}

export function stepTo(raise: Raise, option: Raise['options'][number]): NextStep {
  const from = raise.now;
  return {
    itemId: raise.item.id,
    from,
    to: option.points,
    gain: subtract(option.points, from ?? ZERO),
    value: option.value,
  };
}

/** The raise to the highest points that an item allows. */
export function fullStep(raise: Raise): NextStep {
  return stepTo(raise, raise.options[raise.options.length - 1] as Raise['options'][number]);
}

/** The smallest jump of an item to a bound; empty when it cannot get there. */
function jumpTo(raise: Raise, bound: Exact): { raise: Raise; step: NextStep }[] {
  const option = raise.options.find(({ points }) => compare(points, bound) >= 0);
  return option ? [{ raise, step: stepTo(raise, option) }] : [];
}

/** Any `need - have` of the items that stand below, raised to the bound; the smallest jumps are proposed. */
export function planGate(raises: readonly Raise[], condition: Extract<Condition, { kind: 'gate' }>): Plan {
  const below = new Set(condition.below);
  const jumps = raises.flatMap((raise) => (below.has(raise.item.id) ? jumpTo(raise, condition.bound) : []));
  jumps.sort((a, b) => compare(a.step.gain, b.step.gain) || byUsefulness(a.raise, b.raise));
  return {
    minimal: true,
    steps: jumps.slice(0, Math.max(0, condition.need - condition.have)).map((jump) => jump.step),
  };
}

/** @param raises of the items that hold the cap; every one is raised to its bound */
export function planCap(raises: readonly Raise[], condition: Extract<Condition, { kind: 'cap' }>): Plan {
  const jumps = raises.flatMap((raise) => jumpTo(raise, condition.bound));
  return { minimal: true, steps: jumps.map(({ step }) => step) };
}

/** So many open items are answered, the most useful first, each with the least that can be chosen. */
export function planSettled(raises: readonly Raise[], condition: Extract<Condition, { kind: 'settled' }>): Plan {
  const below = new Set(condition.below);
  const open = raises.filter((raise) => below.has(raise.item.id)).sort(byUsefulness);
  const steps = open
    .slice(0, condition.need - condition.have)
    .map((raise) => stepTo(raise, raise.options[0] as Raise['options'][number]));
  return { minimal: true, steps };
}

/** Sums of the first 0, 1, 2, ... figures. */
function sums(figures: readonly Exact[]): Exact[] {
  const list = [ZERO];
  for (const figure of figures) list.push(add(list[list.length - 1] as Exact, figure));
  return list;
}

/**
 * Point bound over plain sums. The largest gains tell the smallest number of answers; among all choices of that number
 * the most useful items are taken, and each is raised no further than needed.
 */
export function planSum(raises: readonly Raise[], missing: Exact, strict: boolean): Plan {
  const enough = (gain: Exact): boolean => compare(gain, missing) > (strict ? 0 : -1);
  let left = raises
    .map((raise) => ({ raise, full: fullStep(raise) }))
    .sort((a, b) => compare(b.full.gain, a.full.gain));
  const most = sums(left.map(({ full }) => full.gain));
  const count = most.findIndex((sum, index) => index > 0 && enough(sum));
  if (count < 0) return IMPOSSIBLE;

  const useful = [...left].sort((a, b) => byUsefulness(a.raise, b.raise) || compare(a.full.gain, b.full.gain));
  const taken = new Set<Raise>();
  let total = ZERO;
  for (let open = count; open > 0; open -= 1) {
    const places = new Map(left.map(({ raise }, place) => [raise, place]));
    const largest = sums(left.map(({ full }) => full.gain));
    // What the others can add at most when this one is taken.
    const others = ({ raise, full }: (typeof left)[number]): Exact =>
      (places.get(raise) as number) < open ? subtract(largest[open] as Exact, full.gain) : (largest[open - 1] as Exact);
    // There always is one: the largest gains that are left are enough.
    const pick = useful.find(
      (one) => places.has(one.raise) && enough(add(add(total, one.full.gain), others(one))),
    ) as (typeof left)[number];
    taken.add(pick.raise);
    total = add(total, pick.full.gain);
    left = left.filter(({ raise }) => raise !== pick.raise);
  }

  const steps = [...taken].map((raise) => {
    const others = subtract(total, fullStep(raise).gain);
    const least = raise.options
      .map((option) => stepTo(raise, option))
      .find((candidate) => enough(add(others, candidate.gain))) as NextStep;
    total = add(others, least.gain);
    return least;
  });
  return { minimal: true, steps };
}

/** While nothing is answered there is no level, even where the lowest asks for nothing: the most useful item first. */
export function planFirstAnswer(raises: readonly Raise[]): Plan {
  const [first] = raises.filter(({ item }) => item.ordinary).sort(byUsefulness);
  const option = first?.options[0];
  return first && option ? { minimal: true, steps: [stepTo(first, option)] } : IMPOSSIBLE;
}
