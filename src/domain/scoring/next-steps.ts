/**
 * "Còn thiếu gì": which answers would have to change for the next level, fewest first. Exact where the rule allows it
 * (gates; attributes; point bounds over plain sums; items that hold a cap), otherwise the best found, and the result
 * says which. Always proven by scoring again.
 */
import type { Answers } from '../assessment/answer.ts';
import { add, compare, divide, HUNDRED, multiply, subtract } from '../exact/exact.ts';
import { conditionsFor, type Condition } from './conditions.ts';
import { figureOf, meetsBound, reachesLevel } from './level.ts';
import {
  IMPOSSIBLE,
  planCap,
  planFirstAnswer,
  planGate,
  planSettled,
  planSum,
  raiseOf,
  raisesBelow,
  type NextStep,
  type Plan,
  type Raise,
} from './raises.ts';
import { levelsOf, nextLevel } from './reasons.ts';
import type { Bound, Prepared, PreparedGroup, PreparedItem, PreparedLevelRule } from './prepared.ts';
import { NO_FACTS, type Facts, type NodeScore, type Score } from './result.ts';
import { after, nodeOf, search, type Situation } from './search.ts';

export { withSteps } from './search.ts';

export interface NextSteps {
  /** The level that the steps lead to. */
  readonly level: number;
  /** True: no smaller number of changed answers can reach it. False: the best found. */
  readonly minimal: boolean;
  /** True when scoring again with the steps applied gives the level; false, without steps, when no way was found. */
  readonly reaches: boolean;
  readonly steps: readonly NextStep[];
}

/** Nothing but sums all the way down: a point gained at an item is a point gained at the group. */
function isPlainSum(prepared: Prepared, group: PreparedGroup): boolean {
  return (
    prepared.unanswered === 'zero' &&
    prepared.watched.size === 0 &&
    group.join.kind === 'sum' &&
    group.values === null &&
    group.completeness === null &&
    group.copies.length === 0 &&
    group.zeroers.length === 0 &&
    group.children.every((child) => child.kind === 'item' || !child.scored || isPlainSum(prepared, child))
  );
}

function planTotal(situation: Situation, group: PreparedGroup, level: number, condition: TotalCondition): Plan {
  const { prepared, facts } = situation;
  const own = nodeOf(situation, group);
  const { bound, on } = condition;
  if (isPlainSum(prepared, group) && own.value !== null && own.max !== null) {
    const target = on === 'percent' ? divide(multiply(bound.value, own.max), HUNDRED) : bound.value;
    const raises = raisesBelow(prepared, group, own, facts).filter(({ item }) => item.scored);
    return planSum(raises, subtract(target, own.value), bound.strict);
  }
  return search(situation, group, level, (reached) => {
    const figure = figureOf(nodeOf(reached, group), on);
    return figure !== null && meetsBound(figure, bound);
  });
}

type TotalCondition = Extract<Condition, { kind: 'total' }>;

/** The cheapest `missing` children lifted to the level that each must stand at, by their own rules. */
function planGroups(
  situation: Situation,
  group: PreparedGroup,
  condition: Extract<Condition, { kind: 'groups' | 'profile' }>,
): Plan {
  const below = new Set(condition.below);
  const wanted = (id: string): number =>
    condition.kind === 'profile' ? (condition.wanted.get(id) as number) : condition.level;
  const plans = group.children
    .flatMap((child) =>
      child.kind === 'group' && below.has(child.id) ? [planLevel(situation, child, wanted(child.id))] : [],
    )
    .filter((plan) => plan.steps.length > 0)
    .sort((a, b) => a.steps.length - b.steps.length)
    .slice(0, condition.need - condition.have);
  return { minimal: plans.every((plan) => plan.minimal), steps: plans.flatMap((plan) => plan.steps) };
}

/** Steps that fulfil one condition. */
function planCondition(situation: Situation, group: PreparedGroup, level: number, condition: Condition): Plan {
  const { prepared, facts } = situation;
  const raises = (): Raise[] => raisesBelow(prepared, group, nodeOf(situation, group), facts);
  switch (condition.kind) {
    case 'gate':
      return planGate(raises(), condition);
    case 'settled':
      return planSettled(raises(), condition);
    case 'cap':
      return planCap(
        condition.below.flatMap((id) =>
          raiseOf(prepared, prepared.items.get(id) as PreparedItem, situation.scored.byId.get(id) as NodeScore, facts),
        ),
        condition,
      );
    case 'groups':
    case 'profile':
      return planGroups(situation, group, condition);
    case 'total':
      return planTotal(situation, group, level, condition);
  }
}

/** The levels from this one on at which a group may arrive with fewer answers than at this one. */
function goalsFrom(prepared: Prepared, group: PreparedGroup, level: number): number[] {
  const rule = group.level;
  const overtakes = rule.kind === 'profiles' || (rule.kind === 'gate' && !rule.cumulative);
  return overtakes ? levelsOf(prepared, group).filter((goal) => goal >= level) : [level];
}

/** A plan that was proven by scoring again, or IMPOSSIBLE. */
function planLevel(situation: Situation, group: PreparedGroup, level: number): Plan {
  const proven = (plan: Plan): boolean => reachesLevel(nodeOf(after(situation, plan.steps), group), level);
  const goals = goalsFrom(situation.prepared, group, level).map((goal) => planConditions(situation, group, goal));
  const [best] = goals.filter(proven).sort((a, b) => a.steps.length - b.steps.length);
  // A shorter way may lead to a goal whose plan is only the best found.
  if (best) return { ...best, minimal: goals.every(({ minimal }) => minimal) };
  return search(situation, group, level, (reached) => reachesLevel(nodeOf(reached, group), level));
}

/** Conditions alone may ask for less at a higher level; then fewer answers might lead past this one. */
function higherAsksLess(rule: PreparedLevelRule, level: number): boolean {
  if (rule.kind !== 'conditions') return false;
  const [own, ...higher] = rule.levels.filter((entry) => entry.level >= level);
  return higher.some(
    ({ total, groups }) =>
      (own?.total && (!total || asksLess(total, own.total))) ||
      (own?.groups && (!groups || groups.count < own.groups.count || groups.level < own.groups.level)),
  );
}

function asksLess(a: Bound, b: Bound): boolean {
  const side = compare(a.value, b.value);
  return side < 0 || (side === 0 && b.strict && !a.strict);
}

/** Can the steps of the conditions not help each other? Then the sum of the shortest ways is the shortest way. */
function areApart(conditions: readonly Condition[]): boolean {
  return (
    conditions.length === 1 || conditions.every((condition) => condition.kind === 'gate' && condition.ofLevel !== null)
  );
}

/** What opens a figure first, then groups, then totals: what was raised before counts towards what comes later. */
const ORDER: readonly Condition['kind'][] = ['settled', 'cap', 'gate', 'profile', 'groups', 'total'];

/** Steps towards everything that the level asks for and that is not there yet. */
function planConditions(situation: Situation, group: PreparedGroup, level: number): Plan {
  const { prepared, facts } = situation;
  const open = (at: Situation): Condition[] =>
    conditionsFor(prepared, group, nodeOf(at, group), level)
      .filter((condition) => !condition.met)
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const conditions = open(situation);
  if (conditions.length === 0) return planFirstAnswer(raisesBelow(prepared, group, nodeOf(situation, group), facts));
  const steps = new Map<string, NextStep>();
  let minimal = areApart(conditions) && !higherAsksLess(group.level, level) && prepared.watched.size === 0;
  for (let round = 0; round < conditions.length; round += 1) {
    const current = after(situation, [...steps.values()]);
    const [condition] = open(current);
    if (!condition) break;
    const plan = planCondition(current, group, level, condition);
    if (plan.steps.length === 0) return IMPOSSIBLE;
    minimal &&= plan.minimal;
    for (const added of plan.steps) {
      const known = steps.get(added.itemId);
      steps.set(added.itemId, known ? { ...added, from: known.from, gain: add(known.gain, added.gain) } : added);
    }
  }
  return { minimal, steps: [...steps.values()] };
}

/**
 * Answers to change for the next overall level.
 * @param facts as they were given to `score`
 * @returns null at the top level or when the questionnaire has no overall level
 */
export function nextSteps(
  prepared: Prepared,
  answers: Answers,
  scored: Score,
  facts: Facts = NO_FACTS,
): NextSteps | null {
  const level = nextLevel(prepared, prepared.root, scored.level);
  if (level === null) return null;
  const plan = planLevel({ prepared, answers, scored, facts }, prepared.root, level);
  return { level, minimal: plan.minimal, reaches: plan.steps.length > 0, steps: orderSteps(prepared, plan.steps) };
}

function orderSteps(prepared: Prepared, steps: readonly NextStep[]): NextStep[] {
  const usefulness = (s: NextStep): PreparedItem['item'] => (prepared.items.get(s.itemId) as PreparedItem).item;
  return [...steps].sort(
    (a, b) =>
      usefulness(b).priority - usefulness(a).priority ||
      usefulness(a).effort - usefulness(b).effort ||
      compare(b.gain, a.gain),
  );
}
