import { compare, exact, readDecimal, type Exact } from '../exact/exact.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { formatNumber } from '../text/numbers.ts';
import type { ItemKind } from './kind.ts';
import { checkNumberScore, prepareNumberScore, ranksWithin } from './number-score.ts';

/** What may be entered; without a lower limit of its own a band table gives it. */
function rangeOf({ min, max, score }: ItemOf<'number'>): { low: Exact | null; high: Exact | null } {
  const low = min ?? (score.kind === 'bands' ? score.table.from : undefined);
  return { low: low === undefined ? null : exact(low), high: max === undefined ? null : exact(max) };
}

/** A figure (a count, days, Mbps) that becomes points by bands or along a line. */
export const number: ItemKind<'number'> = {
  type: 'number',
  prepare(item) {
    const scorer = prepareNumberScore(item.score);
    return {
      min: scorer.min,
      max: scorer.max,
      score: (value) => scorer.score(exact(value.kind === 'number' ? value.number : '0')),
    };
  },
  checkItem(item) {
    const { low, high } = rangeOf(item);
    const problems = checkNumberScore(item.score);
    if (low && high && compare(low, high) >= 0)
      problems.push({ path: ['max'], code: 'bands-order', params: { to: decimalText(high) } });
    return problems;
  },
  checkValue(item, value) {
    if (value.kind !== 'number') return [{ path: [], code: 'wrong-value-kind' }];
    const entered = readDecimal(value.number);
    if (entered === null) return [{ path: [], code: 'not-a-number', params: { value: value.number.slice(0, 40) } }];
    const { low, high } = rangeOf(item);
    if (!(low && compare(entered, low) < 0) && !(high && compare(entered, high) > 0)) return [];
    const params = { value: value.number, min: low ? decimalText(low) : '…', max: high ? decimalText(high) : '…' };
    return [{ path: [], code: 'out-of-range', params }];
  },
  readShort(_item, raw) {
    return typeof raw === 'number' || typeof raw === 'string' ? { kind: 'number', number: String(raw) } : null;
  },
  ranks(item) {
    const { low, high } = rangeOf(item);
    const stops = ranksWithin(prepareNumberScore(item.score), low, high);
    return stops.map((x) => ({ kind: 'number', number: decimalText(x) }));
  },
  print(item, value, language) {
    if (value.kind !== 'number') return '';
    const figure = formatNumber(exact(value.number), language, 6);
    return item.unit ? `${figure} ${item.unit[language]}` : figure;
  },
};

/** Plain decimal text with at most six digits after the point. */
export function decimalText(x: Exact): string {
  return formatNumber(x, 'en', 6).replaceAll(',', '');
}
