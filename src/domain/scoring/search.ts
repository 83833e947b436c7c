/** The best way found where no rule tells the shortest: raise, see, and take back what is not needed. */
import type { Answer, Answers } from '../assessment/answer.ts';
import { add, compare, divide, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { conditionsFor, type Condition } from './conditions.ts';
import type { Prepared, PreparedGroup } from './prepared.ts';
import {
  byUsefulness,
  fullStep,
  IMPOSSIBLE,
  raisesBelow,
  stepTo,
  type NextStep,
  type Plan,
  type Raise,
} from './raises.ts';
import type { Facts, NodeScore, Score } from './result.ts';
import { rescore, score } from './score.ts';

/** Answers with the score that belongs to them. */
export interface Situation {
  readonly prepared: Prepared;
  readonly answers: Answers;
  readonly scored: Score;
  readonly facts: Facts;
}

/** The answers with the steps applied. */
export function withSteps(answers: Answers, steps: readonly NextStep[]): Answers {
  if (steps.length === 0) return answers;
  const changed = new Map(answers);
  for (const { itemId, value } of steps) changed.set(itemId, { state: 'answered', value });
  return changed;
}

/** The situation with one answer changed, or taken away. */
function withAnswer(situation: Situation, itemId: string, answer: Answer | undefined): Situation {
  const { prepared, facts } = situation;
  const answers = new Map(situation.answers);
  if (answer) answers.set(itemId, answer);
  else answers.delete(itemId);
  return { ...situation, answers, scored: rescore(prepared, situation.scored, answers, itemId, facts) };
}

const withStep = (situation: Situation, { itemId, value }: NextStep): Situation =>
  withAnswer(situation, itemId, { state: 'answered', value });

/** The situation after the steps. */
export function after(situation: Situation, steps: readonly NextStep[]): Situation {
  const { prepared, facts } = situation;
  if (steps.length < 4) return steps.reduce(withStep, situation);
  const answers = withSteps(situation.answers, steps);
  return { ...situation, answers, scored: score(prepared, answers, facts) };
}

export const nodeOf = ({ scored }: Situation, group: PreparedGroup): NodeScore =>
  group.depth === 0 ? scored : (scored.byId.get(group.id) as NodeScore);

/** How much of a condition is there; 1 is enough of most, and more of a total is better still. */
function partMet(condition: Condition): Exact {
  switch (condition.kind) {
    case 'total': {
      const { have, bound } = condition;
      if (have === null) return ZERO;
      return bound.value.n > 0n ? divide(have, bound.value) : have;
    }
    case 'cap':
      return { n: BigInt(condition.items.length - condition.below.length), d: BigInt(condition.items.length) };
    default:
      return condition.met ? { n: 1n, d: 1n } : { n: BigInt(condition.have), d: BigInt(Math.max(1, condition.need)) };
  }
}

/**
 * Looks for raises that make a group fulfil a goal. The raises that bring most by themselves come first, one after the
 * other to the top until the goal is reached; then each one that is not needed is taken back, the last first, and the
 * others are lowered to the least that is enough. Cost: about three scorings along one path for each item.
 * @returns steps of which none can be left out, or IMPOSSIBLE
 */
export function search(
  start: Situation,
  group: PreparedGroup,
  level: number,
  reached: (situation: Situation) => boolean,
): Plan {
  const { prepared, facts } = start;
  const progress = (situation: Situation): Exact =>
    conditionsFor(prepared, group, nodeOf(situation, group), level).map(partMet).reduce(add, ZERO);
  const now = progress(start);
  const ordered = raisesBelow(prepared, group, nodeOf(start, group), facts)
    .map((raise) => ({ raise, gain: subtract(progress(withStep(start, fullStep(raise))), now) }))
    .sort((a, b) => compare(b.gain, a.gain) || byUsefulness(a.raise, b.raise));

  const chosen = new Map<Raise, NextStep>();
  let current = start;
  for (const { raise } of ordered) {
    if (reached(current)) break;
    const step = fullStep(raise);
    chosen.set(raise, step);
    current = withStep(current, step);
  }
  if (!reached(current) || chosen.size === 0) return IMPOSSIBLE;

  for (const raise of [...chosen.keys()].reverse()) {
    const { id } = raise.item;
    const without = withAnswer(current, id, start.answers.get(id));
    if (chosen.size > 1 && reached(without)) {
      chosen.delete(raise);
      current = without;
      continue;
    }
    // The highest option is enough, as is seen above.
    const least = raise.options
      .map((option) => stepTo(raise, option))
      .find((step) => reached(withStep(current, step))) as NextStep;
    chosen.set(raise, least);
    current = withStep(current, least);
  }
  return { minimal: false, steps: [...chosen.values()] };
}
