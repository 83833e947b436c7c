/** The axis on which groups are drawn, and figures on it. */
import { compare, exact, larger, smaller, ZERO, type Exact } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';

export type Measure = 'percent' | 'value';

export interface Scale {
  readonly measure: Measure;
  readonly low: Exact;
  readonly high: Exact;
  readonly ticks: readonly Exact[];
  /** Band of each level, when levels are bands of this measure. */
  readonly bands: readonly { readonly from: Exact; readonly to: Exact; readonly level: number }[];
  readonly decimals: number;
}

/**
 * The axis of the pillar chart. Levels that are bands of the score give the grid. Where levels come from gates, the
 * score itself is drawn on the scale of the levels, and otherwise the percentage of the maximum.
 */
export function scaleOf(questionnaire: Questionnaire, groups: readonly { readonly max: string | null }[]): Scale {
  const { groupLevel, decimals } = questionnaire.scoring;
  const maxima = groups.flatMap((group) => (group.max === null ? [] : [exact(group.max)]));
  const hundred = exact(100);
  if (groupLevel.kind === 'bands') {
    const { table, on } = groupLevel;
    const low = exact(table.from);
    const last = table.bands.at(-1)?.to;
    const high = on === 'percent' ? hundred : last ? exact(last) : maxima.reduce(larger, low);
    const bands = table.bands.map((band, index) => ({
      from: index === 0 ? low : exact(table.bands[index - 1]?.to ?? table.from),
      to: band.to === null ? high : exact(band.to),
      level: band.value,
    }));
    const ticks = [low, ...bands.map((band) => band.to)];
    return { measure: on, low, high, ticks, bands, decimals: on === 'percent' ? 1 : decimals };
  }
  const levels = questionnaire.levels.map((level) => exact(level.value));
  const top = levels.reduce(larger, ZERO);
  if (maxima.length > 0 && maxima.every((max) => compare(max, top) === 0)) {
    const low = levels.reduce(smaller, top);
    return { measure: 'value', low, high: top, ticks: levels, bands: [], decimals };
  }
  const ticks = [0, 20, 40, 60, 80, 100].map((tick) => exact(tick));
  return { measure: 'percent', low: ZERO, high: hundred, ticks, bands: [], decimals: 1 };
}

/** Where the target level begins on the axis; null when levels cannot be read from it. */
export function targetOn(scale: Scale, target: { readonly level: number } | null): Exact | null {
  if (target === null) return null;
  if (scale.bands.length > 0) return scale.bands.find((band) => band.level >= target.level)?.from ?? null;
  return scale.measure === 'value' ? exact(target.level) : null;
}

/** A change with its sign; one that is rounded away is printed as ±. */
export function signed(change: Exact, language: Language, decimals: number): string {
  const size = formatNumber(change.n < 0n ? { n: -change.n, d: change.d } : change, language, decimals, {
    fixed: true,
  });
  // A change that is rounded away must not be printed as "+0,0".
  if (/^[0.,]*$/.test(size)) return `±${size}`;
  return change.n < 0n ? `−${size}` : `+${size}`;
}

export const measured = (
  figures: { value: string | null; percent: string | null } | null,
  measure: Measure,
): Exact | null => {
  const text = figures?.[measure] ?? null;
  return text === null ? null : exact(text);
};
