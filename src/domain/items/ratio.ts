import {
  compare,
  divide,
  exact,
  HUNDRED,
  multiply,
  percent,
  readDecimal,
  smaller,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import type { AnswerValue } from '../assessment/answer.ts';
import type { Problem } from '../problem.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import type { ItemKind } from './kind.ts';
import { checkNumberScore, prepareNumberScore, ranksWithin } from './number-score.ts';

/** 100 × a ÷ b, cut at 100; null when b is zero. */
export function ratioPercent(value: AnswerValue): Exact | null {
  if (value.kind !== 'ratio') return null;
  const share = percent(exact(value.a), exact(value.b));
  return share === null ? null : smaller(share, HUNDRED);
}

const isFigure = (raw: unknown): raw is number | string => typeof raw === 'number' || typeof raw === 'string';

/** A part of a whole (files online ÷ all files); the percentage becomes points. */
export const ratio: ItemKind<'ratio'> = {
  type: 'ratio',
  prepare(item) {
    const scorer = prepareNumberScore(item.score);
    const nothing = { 'not-applicable': null, zero: ZERO, full: scorer.max }[item.whenZero];
    return {
      min: scorer.min,
      max: scorer.max,
      score(value) {
        const share = ratioPercent(value);
        return share === null ? nothing : scorer.score(share);
      },
    };
  },
  checkItem: (item) => checkNumberScore(item.score),
  checkValue(item, value) {
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
    if (problems.length === 0 && a && b && !item.mayExceed && compare(a, b) > 0)
      problems.push({ path: ['a'], code: 'numerator-exceeds', params: { a: value.a, b: value.b } });
    return problems;
  },
  readShort(_item, raw) {
    if (typeof raw !== 'object' || raw === null || !('a' in raw) || !('b' in raw)) return null;
    const { a, b } = raw;
    return isFigure(a) && isFigure(b) ? { kind: 'ratio', a: String(a), b: String(b) } : null;
  },
  // The percentage as a whole-number fraction keeps ranks like 33 1/3 % exact enough to stay inside their band.
  ranks: (item) =>
    ranksWithin(prepareNumberScore(item.score), ZERO, HUNDRED).map((x) => {
      const scaled = multiply(divide(x, HUNDRED), exact(1_000_000));
      return { kind: 'ratio', a: String(scaled.n / scaled.d), b: '1000000' };
    }),
  print(_item, value, language) {
    if (value.kind !== 'ratio') return '';
    const figures = `${formatNumber(exact(value.a), language, 6)} / ${formatNumber(exact(value.b), language, 6)}`;
    const share = ratioPercent(value);
    return share === null ? figures : `${figures} (${formatPercent(share, language, 2)})`;
  },
};
