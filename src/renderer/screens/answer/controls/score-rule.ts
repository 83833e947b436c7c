import { exact } from '../../../../domain/exact/exact.ts';
import type { NumberScore } from '../../../../domain/items/number-score.ts';
import type { Language } from '../../../../domain/text/localized.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import type { Words } from '../../../i18n/index.ts';
import { pointsCount } from '../../../i18n/plural.ts';

/** How a band is put into words, by which of its ends belongs to it. */
const BANDS = {
  lower: { first: 'answer.band-below', middle: 'answer.band-from-below', last: 'answer.band-from' },
  upper: { first: 'answer.band-to', middle: 'answer.band-over-to', last: 'answer.band-over' },
} as const;

/**
 * How a number, or the percentage of a share, becomes points: one line for each band, or one sentence.
 * @param suffix stands behind bounds, such as "%"
 */
export function scoreRuleLines(t: Words, rule: NumberScore, language: Language, suffix: string): string[] {
  const show = (bound: string): string => `${formatNumber(exact(bound), language, 6)}${suffix}`;
  const give = (points: string): string => formatNumber(exact(points), language, 6);
  switch (rule.kind) {
    case 'bands': {
      const { bands, closed, from } = rule.table;
      const lines = bands.map(({ to, value }, index) => {
        const place = index === 0 ? 'first' : index === bands.length - 1 ? 'last' : 'middle';
        const low = bands[index - 1]?.to ?? from;
        return t(BANDS[closed][place], { from: show(low), to: show(to ?? low), ...pointsCount(give(value)) });
      });
      return bands.length > 1 ? lines : [];
    }
    case 'linear':
      return [t('answer.rule-linear', { zero: show(rule.zeroAt), full: show(rule.fullAt), points: give(rule.points) })];
    case 'per-unit':
      return [t('answer.rule-per-unit', { points: give(rule.points), most: give(rule.most) })];
  }
}
