/**
 * "Còn thiếu gì": which answers would have to change for the next level, fewest first. Exact where the rule allows it
 * (gates; point bounds over plain sums), otherwise the best found, and the result says which.
 */
import type { Answer, Answers } from '../assessment/answer.ts';
import { add, compare, divide, HUNDRED, multiply, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { figureOf, reachesLevel } from './level.ts';
import {
  fullStep,
  IMPOSSIBLE,
  planFirstAnswer,
  planGate,
  planSum,
  raisesBelow,
  type NextStep,
  type Plan,
} from './raises.ts';
import { conditionsFor, factsOf, nextLevel, type Condition } from './reasons.ts';
import type { Bound, Prepared, PreparedGroup, PreparedItem, PreparedLevelRule } from './prepare.ts';
import type { NodeScore, Score } from './result.ts';
import { score } from './score.ts';

export interface NextSteps {
  /** The level that the steps lead to. */
  readonly level: number;
  /** True: no smaller number of changed answers can reach it. False: the best found. */
  readonly minimal: boolean;
  /** True when scoring again with the steps applied gives the level; false, without steps, when no way was found. */
  readonly reaches: boolean;
  readonly steps: readonly NextStep[];
}

/** Anything else: raise the item that lifts most what the rule looks at, until the level is there. */
function planGreedy(
  prepared: Prepared,
  group: PreparedGroup,
  answers: Answers,
  level: number,
  on: 'percent' | 'value',
): Plan {
  const steps: NextStep[] = [];
  let current = answers;
  for (;;) {
    const scored = score(prepared, current);
    if (reachesLevel(scored.byId.get(group.id) as NodeScore, level)) return { minimal: false, steps };
    let best: { step: NextStep; value: Exact } | null = null;
    for (const raise of raisesBelow(group, scored)) {
      const candidate = fullStep(raise);
      const after = score(prepared, withSteps(current, [candidate])).byId.get(group.id) as NodeScore;
      const value = figureOf(after, on) ?? ZERO;
      if (best === null || compare(value, best.value) > 0) best = { step: candidate, value };
    }
    // Each round takes one item to its top, so there are at most as many rounds as items.
    if (best === null) return IMPOSSIBLE;
    steps.push(best.step);
    current = withSteps(current, [best.step]);
  }
}

function onlySums(group: PreparedGroup): boolean {
  return group.aggregate === 'sum' && group.children.every((child) => child.kind === 'item' || onlySums(child));
}

function planTotal(
  prepared: Prepared,
  group: PreparedGroup,
  answers: Answers,
  scored: Score,
  level: number,
  bound: Bound,
  on: 'percent' | 'value',
): Plan {
  const own = scored.byId.get(group.id) as NodeScore;
  if (
    !onlySums(group) ||
    prepared.questionnaire.scoring.unanswered !== 'zero' ||
    own.value === null ||
    own.max === null
  )
    return planGreedy(prepared, group, answers, level, on);
  const target = on === 'percent' ? divide(multiply(bound.value, own.max), HUNDRED) : bound.value;
  return planSum(raisesBelow(group, scored), subtract(target, own.value), bound.strict);
}

/** The cheapest `missing` children lifted to the level, by their own rules. */
function planGroups(
  prepared: Prepared,
  group: PreparedGroup,
  answers: Answers,
  scored: Score,
  condition: Extract<Condition, { kind: 'groups' }>,
): Plan {
  const below = new Set(condition.below);
  const plans = group.children
    .flatMap((child) =>
      child.kind === 'group' && below.has(child.id)
        ? [planLevel(prepared, child, answers, scored, condition.level)]
        : [],
    )
    .filter((plan) => plan.steps.length > 0)
    .sort((a, b) => a.steps.length - b.steps.length)
    .slice(0, condition.need - condition.have);
  return { minimal: plans.every((plan) => plan.minimal), steps: plans.flatMap((plan) => plan.steps) };
}

/** A plan that was proven by scoring again, or IMPOSSIBLE. */
function planLevel(prepared: Prepared, group: PreparedGroup, answers: Answers, scored: Score, level: number): Plan {
  const plan = planConditions(prepared, group, answers, scored, level);
  const after = score(prepared, withSteps(answers, plan.steps)).byId.get(group.id) as NodeScore;
  return reachesLevel(after, level) ? plan : IMPOSSIBLE;
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

/** Steps towards everything that the level asks for and that is not there yet. */
function planConditions(
  prepared: Prepared,
  group: PreparedGroup,
  answers: Answers,
  scored: Score,
  level: number,
): Plan {
  const conditions = conditionsFor(group, factsOf(group, scored), level).filter((condition) => !condition.met);
  if (conditions.length === 0) return planFirstAnswer(raisesBelow(group, scored));
  let steps: NextStep[] = [];
  let minimal = conditions.length === 1 && !higherAsksLess(group.level, level);
  // Group conditions first: the answers that they raise count towards the total as well.
  for (const condition of [...conditions].sort((a, b) => Number(a.kind === 'total') - Number(b.kind === 'total'))) {
    const current = withSteps(answers, steps);
    const rescored = steps.length === 0 ? scored : score(prepared, current);
    let plan: Plan;
    if (condition.kind === 'gate') plan = planGate(raisesBelow(group, rescored), condition);
    else if (condition.kind === 'groups') plan = planGroups(prepared, group, current, rescored, condition);
    else {
      const still = conditionsFor(group, factsOf(group, rescored), level).find(
        (candidate) => candidate.kind === 'total' && !candidate.met,
      );
      if (!still) continue;
      plan = planTotal(prepared, group, current, rescored, level, condition.bound, condition.on);
    }
    minimal &&= plan.minimal;
    const raised = new Map(steps.map((known) => [known.itemId, known]));
    for (const added of plan.steps) {
      const known = raised.get(added.itemId);
      raised.set(added.itemId, known ? { ...added, from: known.from, gain: add(known.gain, added.gain) } : added);
    }
    steps = [...raised.values()];
  }
  return { minimal, steps };
}

/** The answers with the steps applied. */
export function withSteps(answers: Answers, steps: readonly NextStep[]): Answers {
  if (steps.length === 0) return answers;
  const changed = new Map<string, Answer>(answers);
  for (const { itemId, value } of steps) changed.set(itemId, { state: 'answered', value });
  return changed;
}

/**
 * Answers to change for the next overall level.
 * @returns null at the top level or when the questionnaire has no overall level
 */
export function nextSteps(prepared: Prepared, answers: Answers, scored: Score): NextSteps | null {
  const level = nextLevel(prepared, prepared.root, scored.level);
  if (level === null) return null;
  const plan = planLevel(prepared, prepared.root, answers, scored, level);
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
