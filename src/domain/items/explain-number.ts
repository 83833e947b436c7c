import { bandIndex, prepareBands } from '../exact/bands.ts';
import { exact, type Exact } from '../exact/exact.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import type { TraceText } from './kind.ts';
import { prepareNumberScore, type NumberScore } from './number-score.ts';

/** How the band of a number is put into words, by which of its ends the table closes. */
const BAND_KEYS = {
  lower: { first: 'band-below', middle: 'band-from-below', last: 'band-from' },
  upper: { first: 'band-up-to', middle: 'band-over-up-to', last: 'band-over' },
} as const;

/**
 * How a number, or the percentage of a share, became points.
 * @param value the answer as printed
 * @param show bounds as people read them, in the number's own unit
 */
export function explainNumber(
  rule: NumberScore,
  x: Exact,
  value: string,
  language: Language,
  show: (bound: Exact) => string,
): TraceText {
  const points = formatNumber(prepareNumberScore(rule).score(x), language);
  switch (rule.kind) {
    case 'bands': {
      const table = prepareBands(rule.table, exact);
      const index = bandIndex(table, x);
      const last = index === table.bands.length - 1;
      if (index === 0 && last) return { key: 'band-only', params: { value, points } };
      const from = show(table.bands[index - 1]?.to ?? table.from);
      const to = show(table.bands[index]?.to ?? table.from);
      const key = BAND_KEYS[table.closed][index === 0 ? 'first' : last ? 'last' : 'middle'];
      return { key, params: { value, from, to, points } };
    }
    case 'linear':
      return {
        key: 'line',
        params: {
          value,
          zeroAt: show(exact(rule.zeroAt)),
          fullAt: show(exact(rule.fullAt)),
          full: formatNumber(exact(rule.points), language),
          points,
        },
      };
    case 'per-unit':
      return {
        key: 'per-unit',
        params: {
          value,
          each: formatNumber(exact(rule.points), language),
          most: formatNumber(exact(rule.most), language),
          points,
        },
      };
  }
}
