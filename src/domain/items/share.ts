/** Entering a part of a whole; ratio items and indicators measured as a ratio share it. */
import type { AnswerValue } from '../assessment/answer.ts';
import { compare, exact, readDecimal, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import { cellText } from './cells.ts';
import { isFigure } from './figures.ts';
import type { EntryValues } from './kind.ts';

type Share = Extract<AnswerValue, { kind: 'ratio' }>;

/** Problems of the two figures by side; the part may exceed the whole only where that is said. */
export function checkShare(value: AnswerValue, mayExceed: boolean): Problem[] {
  if (value.kind !== 'ratio') return [{ path: [], code: 'wrong-value-kind' }];
  const problems: Problem[] = [];
  const parts = (['a', 'b'] as const).map((key) => {
    const entered = readDecimal(value[key]);
    if (entered === null)
      problems.push({ path: [key], code: 'not-a-number', params: { value: value[key].slice(0, 40) } });
    else if (compare(entered, ZERO) < 0)
      problems.push({ path: [key], code: 'negative', params: { value: value[key] } });
    return entered;
  });
  const [a, b] = parts;
  if (problems.length === 0 && a && b && !mayExceed && compare(a, b) > 0)
    problems.push({ path: ['a'], code: 'numerator-exceeds', params: { a: value.a, b: value.b } });
  return problems;
}

export function readShare(raw: unknown): AnswerValue | null {
  if (typeof raw !== 'object' || raw === null || !('a' in raw) || !('b' in raw)) return null;
  const { a, b } = raw;
  return isFigure(a) && isFigure(b) ? { kind: 'ratio', a: String(a), b: String(b) } : null;
}

/** A share of so many percent: parts in a million where that is exact, else the fraction itself. */
export function shareOf(percent: Exact): AnswerValue {
  const parts = percent.n * 10_000n;
  if (parts % percent.d === 0n) return { kind: 'ratio', a: String(parts / percent.d), b: '1000000' };
  return { kind: 'ratio', a: String(percent.n), b: String(percent.d * 100n) };
}

/** "120 / 300" */
export const printShare = (value: Share, language: Language): string =>
  `${formatNumber(exact(value.a), language, 6)} / ${formatNumber(exact(value.b), language, 6)}`;

/** Both figures, or nothing: half a share says nothing. */
export function shareFromCells(values: EntryValues): AnswerValue | null {
  const [a, b] = [cellText(values, 'a'), cellText(values, 'b')];
  return a === '' || b === '' ? null : { kind: 'ratio', a, b };
}

export const shareToCells = (value: AnswerValue): EntryValues =>
  value.kind === 'ratio'
    ? new Map([
        ['a', value.a],
        ['b', value.b],
      ])
    : new Map();
