/** What the items of a questionnaire say about many units: difficulty, strongest and weakest, reliability. */
import { compare, divide, exact, subtract, toNumber, type Exact } from '../exact/exact.ts';
import type { ItemState } from '../scoring/result.ts';
import { columnsOf, countColumns, percentsOf, type CountedUnit } from './aggregate.ts';
import { spreadOf, type Spread } from './spread.ts';
import type { Figure, Layout } from './types.ts';

export interface ItemStatistics {
  /** Share of the maximum that units with points reach: its mean is the difficulty index, the lower the harder. */
  readonly percent: Spread | null;
  readonly states: Readonly<Record<ItemState, number>>;
  /** Units of whose figures nothing is known here: another kind of organisation, another version. */
  readonly unknown: number;
}

/** Item by item, as `Layout.items`. */
export function itemStatistics(units: readonly CountedUnit[], layout: Layout): ItemStatistics[] {
  return countColumns(units, 'items', layout.items.length).map((counts) => {
    const states: Record<ItemState, number> = {
      answered: 0,
      none: 0,
      'not-applicable': 0,
      excluded: 0,
      unanswered: 0,
      hidden: 0,
    };
    let unknown = 0;
    for (const [{ state }, n] of counts)
      if (state === null) unknown += n;
      else states[state] += n;
    return { percent: spreadOf(percentsOf(counts)), states, unknown };
  });
}

/**
 * Places from the strongest to the weakest by mean share of the maximum, equal ones in the order of the questionnaire.
 * @param minimum places with fewer units are left out
 */
export function byStrength(spreads: readonly (Spread | null)[], minimum: number): number[] {
  return spreads
    .flatMap((spread, place) => (spread && spread.n >= minimum ? [{ place, mean: spread.mean }] : []))
    .sort((a, b) => compare(b.mean, a.mean) || a.place - b.place)
    .map(({ place }) => place);
}

/** Fewest units for a reliability coefficient: below, it says more about chance than about the questionnaire. */
export const ALPHA_MINIMUM = 30;

/** few-units, few-items: too small. constant: all totals are equal. unread: item figures were not read. */
export type Alpha =
  | { readonly kind: 'alpha'; readonly value: Exact; readonly n: number; readonly items: number }
  | {
      readonly kind: 'none';
      readonly reason: 'few-units' | 'few-items' | 'constant' | 'unread';
      readonly n: number;
      readonly items: number;
    };

/** Shares are counted in millionths of a percent, whole numbers whose sums are exact. */
const GRID = 1e6;

const onGrid = ({ percent }: Figure): number | null => (percent === null ? null : Math.round(toNumber(percent) * GRID));

/** n² times the variance of whole numbers, from their sum and the sum of their squares. */
const scatter = (n: number, sum: bigint, squares: bigint): bigint => BigInt(n) * squares - sum * sum;

/**
 * Cronbach's alpha, k/(k-1) × (1 - sum of the item variances / variance of the totals), over the shares of the maximum of
 * scored items. Only units that have points in all of them take part; items in which no unit has points are left out.
 * @param pillarId only the items of a top group; null = of the whole questionnaire
 */
export function cronbachAlpha(
  units: readonly CountedUnit[],
  layout: Layout,
  pillarId: string | null,
  minimum = ALPHA_MINIMUM,
): Alpha {
  const places = layout.items.flatMap((item, place) =>
    item.scored && (pillarId === null || item.pillarId === pillarId) ? [place] : [],
  );
  const rows = units.map((unit) => columnsOf(unit, 'items'));
  if (units.length > 0 && rows.every((row) => row.length === 0))
    return { kind: 'none', reason: 'unread', n: 0, items: places.length };
  const used = places.filter((place) => rows.some((row) => (row[place]?.percent ?? null) !== null));
  const known = new Map<Figure, number | null>();
  const shareAt = (row: readonly Figure[], place: number): number | null => {
    const figure = row[place];
    if (figure === undefined) return null;
    let share = known.get(figure);
    if (share === undefined) {
      share = onGrid(figure);
      known.set(figure, share);
    }
    return share;
  };
  const sums = used.map(() => ({ sum: 0n, squares: 0n }));
  const totals = { sum: 0n, squares: 0n };
  let n = 0;
  for (const row of rows) {
    const shares = used.map((place) => shareAt(row, place));
    if (shares.includes(null)) continue;
    n += 1;
    let total = 0n;
    shares.forEach((share, index) => {
      const whole = BigInt(share ?? 0);
      const entry = sums[index] as (typeof sums)[number];
      entry.sum += whole;
      entry.squares += whole * whole;
      total += whole;
    });
    totals.sum += total;
    totals.squares += total * total;
  }
  const k = used.length;
  if (k < 2) return { kind: 'none', reason: 'few-items', n, items: k };
  if (n < Math.max(2, minimum)) return { kind: 'none', reason: 'few-units', n, items: k };
  const whole = scatter(n, totals.sum, totals.squares);
  if (whole === 0n) return { kind: 'none', reason: 'constant', n, items: k };
  const parts = sums.reduce((sum, entry) => sum + scatter(n, entry.sum, entry.squares), 0n);
  const value = divide(subtract(exact(k), { n: BigInt(k) * parts, d: whole }), exact(k - 1));
  return { kind: 'alpha', value, n, items: k };
}
