/** What ladder, choice and multi have in common: a list of options with exact points. */
import type { AnswerValue } from '../assessment/answer.ts';
import { compare, exact, readDecimal, toFraction, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import { optionIdOf } from '../questionnaire/option-id.ts';

interface PointedOption {
  readonly id: string;
  readonly points: string;
}

/** Points by option id. A Map, so that ids such as "constructor" are never found by accident. */
export function pointsById(options: readonly PointedOption[]): ReadonlyMap<string, Exact> {
  return new Map(options.map((option) => [option.id, exact(option.points)]));
}

export function chosenId(value: AnswerValue): string | null {
  return value.kind === 'option' ? value.option : null;
}

/** A single option chosen by its id in an answer sheet, as text or as a number (0.5 is the id "1-2"). */
export function readOptionShort(raw: unknown): AnswerValue | null {
  if (typeof raw === 'string') return { kind: 'option', option: raw };
  if (typeof raw !== 'number') return null;
  const points = readDecimal(String(raw));
  return points === null ? null : { kind: 'option', option: optionIdOf(toFraction(points)) };
}

export function checkChosen(options: readonly PointedOption[], value: AnswerValue): Problem[] {
  const chosen = chosenId(value);
  if (chosen === null) return [{ path: [], code: 'wrong-value-kind' }];
  if (options.some((option) => option.id === chosen)) return [];
  return [{ path: [], code: 'unknown-option', params: { option: chosen, known: options.map((o) => o.id).join(', ') } }];
}

export function duplicateOptions(options: readonly PointedOption[], key: string): Problem[] {
  const seen = new Set<string>();
  return options.flatMap((option, index) => {
    if (seen.has(option.id))
      return [{ path: [key, index], code: 'duplicate-option', params: { option: option.id } } as const];
    seen.add(option.id);
    return [];
  });
}

/** One option per distinct number of points, lowest first. */
export function optionRanks(options: readonly PointedOption[]): AnswerValue[] {
  const sorted = [...options].sort((a, b) => compare(exact(a.points), exact(b.points)));
  return sorted
    .filter((option, index) => {
      const before = sorted[index - 1];
      return before === undefined || compare(exact(before.points), exact(option.points)) !== 0;
    })
    .map((option) => ({ kind: 'option', option: option.id }));
}
