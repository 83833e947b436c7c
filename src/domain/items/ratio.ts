import type { AnswerValue } from '../assessment/answer.ts';
import { HUNDRED, larger, readDecimal, smaller, ZERO, type Exact } from '../exact/exact.ts';
import { formatPercent } from '../text/numbers.ts';
import { numberCell } from './cells.ts';
import { explainNumber } from './explain-number.ts';
import { percentFraction, percentOf } from './figures.ts';
import { UNFIT, type ItemKind } from './kind.ts';
import { checkNumberScore, prepareNumberScore } from './number-score.ts';
import { ranksAmong } from './options.ts';
import { checkShare, printShare, readShare, shareFromCells, shareOf, shareToCells } from './share.ts';

/** 100 × a ÷ b, cut at 100; null when b is zero. */
export function ratioPercent(value: AnswerValue): Exact | null {
  if (value.kind !== 'ratio') return null;
  const share = percentOf(value.a, value.b);
  return share === null ? null : smaller(share, HUNDRED);
}

/** Figures entered for shares may have decimals: money, hours, hectares. */
const DECIMALS = 6;

/** A part of a whole (files online ÷ all files); the percentage becomes points. */
export const ratio: ItemKind<'ratio'> = {
  type: 'ratio',
  prepare(item) {
    const { min, max, score, scoreFraction } = prepareNumberScore(item.score);
    const nothing = { 'not-applicable': null, zero: ZERO, full: max }[item.whenZero];
    const whole = score(HUNDRED);
    return {
      min: item.whenZero === 'zero' ? smaller(min, ZERO) : min,
      max: item.whenZero === 'zero' ? larger(max, ZERO) : max,
      score(value) {
        if (value.kind !== 'ratio') return 'unanswered';
        const plain = percentFraction(value.a, value.b);
        if (plain) return plain.n >= 100 * plain.d ? whole : scoreFraction(plain.n, plain.d);
        if (readDecimal(value.a) === null || readDecimal(value.b) === null) return 'unanswered';
        const share = ratioPercent(value);
        return share === null ? nothing : score(share);
      },
    };
  },
  checkItem: (item) => checkNumberScore(item.score),
  checkValue: (item, value) => checkShare(value, item.mayExceed),
  filled: (_item, value) => ({ done: value.kind === 'ratio' ? 1 : 0, of: 1 }),
  readShort: (_item, raw) => readShare(raw),
  ranks: (item, context) =>
    ranksAmong(
      ratio.prepare(item, context),
      prepareNumberScore(item.score).stops.map((x) => shareOf(larger(ZERO, smaller(x, HUNDRED)))),
    ),
  print(_item, value, language) {
    if (value.kind !== 'ratio') return '';
    const share = ratioPercent(value);
    const figures = printShare(value, language);
    return share === null ? figures : `${figures} (${formatPercent(share, language, 2)})`;
  },
  explain(item, value, _context, language) {
    if (value.kind !== 'ratio') return UNFIT;
    const share = ratioPercent(value);
    if (share === null) return { key: `nothing-${item.whenZero}`, params: { value: printShare(value, language) } };
    return explainNumber(item.score, share, ratio.print(item, value, language), language, (bound) =>
      formatPercent(bound, language, 6),
    );
  },
  paper: (item) => [
    { kind: 'write', label: item.numerator, unit: null },
    { kind: 'write', label: item.denominator, unit: null },
  ],
  cells: (item) => [
    numberCell('a', item.numerator, { min: '0', decimals: DECIMALS }),
    numberCell('b', item.denominator, { min: '0', decimals: DECIMALS }),
  ],
  fromCells: (_item, values) => shareFromCells(values),
  toCells: (_item, value) => shareToCells(value),
};
