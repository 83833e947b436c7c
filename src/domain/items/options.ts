/** What questions with options have in common: lists of options with exact points. */
import type { AnswerValue } from '../assessment/answer.ts';
import { compare, exact, readDecimal, toFraction, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import { optionIdOf } from '../questionnaire/option-id.ts';
import type { Scorer } from './kind.ts';

interface Named {
  readonly id: string;
}
interface PointedOption extends Named {
  readonly points: string;
}

/** Points by option id. A Map, so that ids such as "constructor" are never found by accident. */
export function pointsById(options: readonly PointedOption[]): ReadonlyMap<string, Exact> {
  return new Map(options.map((option) => [option.id, exact(option.points)]));
}

export function chosenId(value: AnswerValue): string | null {
  return value.kind === 'option' ? value.option : null;
}

/** An option id as it stands in an answer sheet, as text or as a number (0.5 is the id "1-2"); null for anything else. */
export function readOptionId(raw: unknown): string | null {
  if (typeof raw === 'string') return raw;
  if (typeof raw !== 'number') return null;
  const points = readDecimal(String(raw));
  return points === null ? null : optionIdOf(toFraction(points));
}

/** A single chosen option. */
export function readOptionShort(raw: unknown): AnswerValue | null {
  const option = readOptionId(raw);
  return option === null ? null : { kind: 'option', option };
}

/** A list of option ids; null when one of them is neither text nor a number. */
export function readOptionIds(raw: unknown): string[] | null {
  if (!Array.isArray(raw)) return null;
  const ids = raw.map(readOptionId);
  return ids.some((id) => id === null) ? null : (ids as string[]);
}

const knownIds = (options: readonly Named[]): string => options.map(({ id }) => id).join(', ');

export function unknownOption(
  options: readonly Named[],
  option: string,
  path: readonly (string | number)[] = [],
): Problem[] {
  return options.some(({ id }) => id === option)
    ? []
    : [{ path, code: 'unknown-option', params: { option, known: knownIds(options) } }];
}

export function checkChosen(options: readonly Named[], value: AnswerValue): Problem[] {
  const chosen = chosenId(value);
  return chosen === null ? [{ path: [], code: 'wrong-value-kind' }] : unknownOption(options, chosen);
}

/** Unknown and repeated ids of a list of ticked options; paths start with `at`. */
export function checkTicked(
  options: readonly Named[],
  ticked: readonly string[],
  at: readonly (string | number)[] = [],
): Problem[] {
  const known = new Set(options.map(({ id }) => id));
  const seen = new Set<string>();
  return ticked.flatMap((option, index) => {
    const code = !known.has(option) ? 'unknown-option' : seen.has(option) ? 'duplicate-option' : null;
    seen.add(option);
    return code === null ? [] : [{ path: [...at, index], code, params: { option, known: knownIds(options) } } as const];
  });
}

/** Ids that stand twice in a list of the definition. */
export function duplicateOptions(options: readonly Named[], key: string): Problem[] {
  const seen = new Set<string>();
  return options.flatMap((option, index) => {
    if (seen.has(option.id))
      return [{ path: [key, index], code: 'duplicate-option', params: { option: option.id } } as const];
    seen.add(option.id);
    return [];
  });
}

/** Values that do not rise from step to step. */
export function disorder(steps: readonly { readonly value: string }[]): Problem[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (!before || compare(exact(before.value), exact(step.value)) < 0) return [];
    return [{ path: ['steps', index, 'value'], code: 'option-order', params: { value: step.value } } as const];
  });
}

/** The first of the candidates for each number of points, lowest first; those without points are left out. */
export function ranksAmong(scorer: Scorer, candidates: readonly AnswerValue[]): AnswerValue[] {
  const scored: { readonly value: AnswerValue; readonly points: Exact }[] = [];
  for (const value of candidates) {
    const points = scorer.score(value);
    if (points !== null && points !== 'unanswered') scored.push({ value, points });
  }
  scored.sort((a, b) => compare(a.points, b.points));
  return scored
    .filter(({ points }, index) => {
      const before = scored[index - 1];
      return before === undefined || compare(before.points, points) !== 0;
    })
    .map(({ value }) => value);
}
