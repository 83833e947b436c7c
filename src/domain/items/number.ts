import { compare, exact, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import { formatNumber } from '../text/numbers.ts';
import type { ItemKind } from './kind.ts';
import { checkNumberScore, prepareNumberScore } from './number-score.ts';

/** Exact value of entered number text, or null when it is not a plain decimal. */
export function readDecimal(text: string): Exact | null {
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? exact(text) : null;
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
  checkItem: (item) => checkNumberScore(item.score),
  checkValue(item, value) {
    if (value.kind !== 'number') return [{ path: [], code: 'wrong-value-kind' }];
    const entered = readDecimal(value.number);
    if (entered === null) return [{ path: [], code: 'not-a-number', params: { value: value.number.slice(0, 40) } }];
    const problems: Problem[] = [];
    const low = item.min ?? (item.score.kind === 'bands' ? item.score.table.from : undefined);
    if (low !== undefined && compare(entered, exact(low)) < 0)
      problems.push({
        path: [],
        code: 'out-of-range',
        params: { value: value.number, min: low, max: item.max ?? '…' },
      });
    if (item.max !== undefined && compare(entered, exact(item.max)) > 0)
      problems.push({
        path: [],
        code: 'out-of-range',
        params: { value: value.number, min: low ?? '…', max: item.max },
      });
    return problems;
  },
  readShort(_item, raw) {
    return typeof raw === 'number' || typeof raw === 'string' ? { kind: 'number', number: String(raw) } : null;
  },
  ranks: (item) => prepareNumberScore(item.score).ranks.map((x) => ({ kind: 'number', number: decimalText(x) })),
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
