import { compare, subtract, toDecimal, toFraction, toNumber, ZERO, type Exact } from '../exact/exact.ts';
import { shareOf } from '../scoring/summary.ts';
import type { NodeScore } from '../scoring/result.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import type { Figure } from './model.ts';
import type { ReportWords } from './words/index.ts';

/** How many decimals the figures of one report carry. */
export interface Precision {
  readonly language: Language;
  /** Points of items; 0 where all are whole. */
  readonly items: number;
  /** Values of groups and the total. */
  readonly groups: number;
  readonly percent: number;
}

export function figure(value: Exact, decimals: number, language: Language): Figure {
  return {
    exact: toFraction(value),
    number: toNumber(value),
    decimals,
    text: formatNumber(value, language, decimals),
    fixed: formatNumber(value, language, decimals, { fixed: true }),
  };
}

export function figureOrNull(value: Exact | null, decimals: number, language: Language): Figure | null {
  return value === null ? null : figure(value, decimals, language);
}

const isWhole = (value: Exact | null): boolean => value === null || value.n % value.d === 0n;

/**
 * Whole points are printed without decimals, everything else with the decimals of the questionnaire.
 * @param items scores of the items with the maxima that they could have reached
 */
export function precisionOf(
  decimals: number,
  items: readonly { readonly value: Exact | null; readonly max: Exact | null }[],
  groups: readonly { readonly value: Exact | null; readonly max: Exact | null }[],
  language: Language,
): Precision {
  const whole = (nodes: typeof items): boolean => nodes.every((node) => isWhole(node.value) && isWhole(node.max));
  return {
    language,
    items: whole(items) ? 0 : decimals,
    groups: whole(groups) ? 0 : decimals,
    percent: Math.max(1, decimals),
  };
}

/** A difference between two rounds: the exact one, rounded once. */
export interface Change {
  readonly by: Exact;
  readonly unit: 'points' | 'percent';
}

/**
 * Compares two results of one node: in points where both could reach the same maximum, otherwise in percentage points.
 * @param unit fixes the unit, so that a column never mixes two
 */
export function changeOf(now: NodeScore, before: NodeScore | null, unit: Change['unit']): Change | null {
  if (before === null) return null;
  const [a, b] = unit === 'points' ? [now.value, before.value] : [shareOf(now), shareOf(before)];
  return a === null || b === null ? null : { by: subtract(a, b), unit };
}

/** Points, when every compared pair has the same maximum. */
export function changeUnit(pairs: readonly (readonly [NodeScore, NodeScore | null])[]): Change['unit'] {
  const same = pairs.every(([now, before]) => !now.max || !before?.max || compare(now.max, before.max) === 0);
  return same ? 'points' : 'percent';
}

/** As many decimals as a difference that is not zero needs to be seen, six at most. */
function visible(by: Exact, decimals: number): number {
  let shown = decimals;
  while (by.n !== 0n && shown < 6 && /^-?[0.]+$/.test(toDecimal(by, shown))) shown += 1;
  return shown;
}

const magnitude = (by: Exact): Exact => (by.n < 0n ? { n: -by.n, d: by.d } : by);

function amount(change: Change, precision: Precision): string {
  const decimals = change.unit === 'points' ? precision.groups : precision.percent;
  return formatNumber(magnitude(change.by), precision.language, visible(change.by, decimals));
}

/** The difference for number cells. */
export function changeFigure(change: Change | null, precision: Precision): Figure | null {
  if (change === null) return null;
  const decimals = change.unit === 'points' ? precision.groups : precision.percent;
  return figure(change.by, decimals, precision.language);
}

/** "tăng 0,4 điểm", "giữ nguyên" */
export function changeText(words: ReportWords, change: Change, precision: Precision): string {
  const side = compare(change.by, ZERO);
  if (side === 0) return words('change.none');
  const by = words(`change.${change.unit}`, { by: amount(change, precision), count: toNumber(magnitude(change.by)) });
  return words(side > 0 ? 'change.up' : 'change.down', { by });
}

/** For columns: "+0,4", "−1,0", "±0,0" */
export function changeColumn(change: Change | null, precision: Precision): string {
  if (change === null) return '';
  const decimals = change.unit === 'points' ? precision.groups : precision.percent;
  const size = formatNumber(magnitude(change.by), precision.language, decimals, { fixed: true });
  const sign = /^[0.,]+$/.test(size) ? '±' : change.by.n < 0n ? '−' : '+';
  return `${sign}${size}`;
}
