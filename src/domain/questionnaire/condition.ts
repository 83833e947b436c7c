import type { Answer } from '../assessment/answer.ts';
import type { AssessmentContext } from '../assessment/context.ts';
import { compare, exact, ZERO, type Exact } from '../exact/exact.ts';
import type { Scorer } from '../items/kind.ts';
import { ratioPercent } from '../items/ratio.ts';
import type { ShowCondition } from './types.ts';

/** The answer as a condition sees it: that of an item which is hidden or out of scope counts as unanswered. */
export type Look = (itemId: string) => Answer;

/** A condition ready to be asked many times. */
export type PreparedCondition = (look: Look) => boolean;

/**
 * The figure that `atLeast` and `below` compare: the entered number, the percentage of a ratio (at most 100), or the
 * points of anything that is chosen; "none of these" is 0. Null (and so never met) where there is none of them.
 */
function figureOf(answer: Answer, scorer: Scorer): Exact | null {
  if (answer.state === 'none') return ZERO;
  if (answer.state !== 'answered') return null;
  const { value } = answer;
  switch (value.kind) {
    case 'number':
      return exact(value.number);
    case 'ratio':
      return ratioPercent(value);
    default: {
      const points = scorer.score(value);
      return points === 'unanswered' ? null : points;
    }
  }
}

function has(answer: Answer, option: string): boolean {
  if (answer.state !== 'answered') return false;
  const { value } = answer;
  if (value.kind === 'option') return value.option === option;
  return value.kind === 'options' && value.options.includes(option);
}

const dateOf = (answer: Answer): string | null =>
  answer.state === 'answered' && answer.value.kind === 'date' ? answer.value.date : null;

/**
 * Prepares a condition of `showIf`: parses its numbers and finds its items once.
 * - `state` looks at the state as entered; "do not know" is an answer.
 * - `from` and `before` compare dates as text: `from: 2025` starts on 1 January 2025.
 * - `kind` holds for every kind when no kind of organisation is given, as with `kinds`.
 * @param scorers of the items of the questionnaire by id; one that is not there counts as unanswered
 */
export function prepareCondition(
  condition: ShowCondition,
  scorers: ReadonlyMap<string, Scorer>,
  context: AssessmentContext,
): PreparedCondition {
  if ('all' in condition) {
    const parts = condition.all.map((part) => prepareCondition(part, scorers, context));
    return (look) => parts.every((part) => part(look));
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => prepareCondition(part, scorers, context));
    return (look) => parts.some((part) => part(look));
  }
  if ('not' in condition) {
    const part = prepareCondition(condition.not, scorers, context);
    return (look) => !part(look);
  }
  if ('kind' in condition) {
    const holds = context.kind === '' || context.kind === condition.kind;
    return () => holds;
  }
  const { item } = condition;
  if ('state' in condition) return (look) => look(item).state === condition.state;
  if ('has' in condition) return (look) => has(look(item), condition.has);
  if ('from' in condition) return (look) => (dateOf(look(item)) ?? '') >= condition.from;
  if ('before' in condition) {
    return (look) => {
      const date = dateOf(look(item));
      return date !== null && date < condition.before;
    };
  }
  const scorer = scorers.get(item);
  if (!scorer) return () => false;
  const bound = exact('atLeast' in condition ? condition.atLeast : condition.below);
  const wantsLess = 'below' in condition;
  return (look) => {
    const figure = figureOf(look(item), scorer);
    return figure !== null && compare(figure, bound) < 0 === wantsLess;
  };
}

/** A comparison inside a condition, with its place. */
export interface ConditionPart {
  readonly path: readonly (string | number)[];
  readonly test: Extract<ShowCondition, { item: string } | { kind: string }>;
}

/** Every comparison of a condition, in reading order. */
export function conditionParts(condition: ShowCondition, path: readonly (string | number)[] = []): ConditionPart[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => conditionParts(part, [...path, 'all', index]));
  if ('any' in condition) return condition.any.flatMap((part, index) => conditionParts(part, [...path, 'any', index]));
  if ('not' in condition) return conditionParts(condition.not, [...path, 'not']);
  return [{ path, test: condition }];
}
