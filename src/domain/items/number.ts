import type { AnswerValue } from '../assessment/answer.ts';
import { compare, exact, larger, readDecimal, smaller, type Exact } from '../exact/exact.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { formatNumber } from '../text/numbers.ts';
import { cellText, numberCell, VALUE } from './cells.ts';
import { explainNumber } from './explain-number.ts';
import { decimalOf, decimalText, isFigure } from './figures.ts';
import { UNFIT, type ItemKind } from './kind.ts';
import { checkNumberScore, prepareNumberScore } from './number-score.ts';
import { ranksAmong } from './options.ts';

/** What may be entered; without a lower limit of its own a band table or a count of units gives it. */
function rangeOf({ min, max, score }: ItemOf<'number'>): { low: Exact | null; high: Exact | null } {
  const start = { bands: score.kind === 'bands' ? score.table.from : '0', linear: undefined, 'per-unit': '0' };
  const low = min ?? start[score.kind];
  return { low: low === undefined ? null : exact(low), high: max === undefined ? null : exact(max) };
}

/** A figure (a count, days, Mbps) that becomes points by bands, along a line, or for each one counted. */
export const number: ItemKind<'number'> = {
  type: 'number',
  prepare(item) {
    const { min, max, score, scoreFraction } = prepareNumberScore(item.score);
    return {
      min,
      max,
      score(value) {
        if (value.kind !== 'number') return 'unanswered';
        const plain = decimalOf(value.number);
        if (plain) return scoreFraction(plain.n, plain.d);
        const entered = readDecimal(value.number);
        return entered === null ? 'unanswered' : score(entered);
      },
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
  filled: (_item, value) => ({ done: value.kind === 'number' ? 1 : 0, of: 1 }),
  readShort: (_item, raw) => (isFigure(raw) ? { kind: 'number', number: String(raw) } : null),
  ranks(item, context) {
    const { low, high } = rangeOf(item);
    const inside = prepareNumberScore(item.score)
      .stops.map((x) => (low === null ? x : larger(x, low)))
      .map((x) => (high === null ? x : smaller(x, high)));
    return ranksAmong(
      number.prepare(item, context),
      inside.map((x): AnswerValue => ({ kind: 'number', number: decimalText(x) })),
    );
  },
  print(item, value, language) {
    if (value.kind !== 'number') return '';
    const figure = formatNumber(exact(value.number), language, 6);
    return item.unit ? `${figure} ${item.unit[language]}` : figure;
  },
  explain(item, value, _context, language) {
    const entered = value.kind === 'number' ? readDecimal(value.number) : null;
    if (entered === null) return UNFIT;
    return explainNumber(item.score, entered, number.print(item, value, language), language, (bound) =>
      formatNumber(bound, language, 6),
    );
  },
  paper: (item) => [{ kind: 'write', label: null, unit: item.unit ?? null }],
  cells(item) {
    const { low, high } = rangeOf(item);
    const range = { min: low && decimalText(low), max: high && decimalText(high), decimals: item.decimals };
    return [numberCell(VALUE, item.unit ?? null, range)];
  },
  fromCells(_item, values) {
    const figure = cellText(values, VALUE);
    return figure === '' ? null : { kind: 'number', number: figure };
  },
  toCells: (_item, value) => new Map(value.kind === 'number' ? [[VALUE, value.number]] : []),
};
