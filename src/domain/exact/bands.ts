import type { BandTable } from '../questionnaire/types.ts';
import { compare, exact, type Exact } from './exact.ts';

/** A band table with its bounds parsed once. */
export interface Bands<T> {
  readonly closed: 'lower' | 'upper';
  readonly from: Exact;
  readonly bands: readonly { readonly to: Exact | null; readonly value: T }[];
}

/** Parses the bounds and maps the values of a band table. */
export function prepareBands<S, T>(table: BandTable<S>, map: (value: S) => T): Bands<T> {
  return {
    closed: table.closed,
    from: exact(table.from),
    bands: table.bands.map((band) => ({ to: band.to === null ? null : exact(band.to), value: map(band.value) })),
  };
}

/**
 * Finds the band that holds x. Bounds belong to the side named by `closed`; the two outer ends of the table are
 * always inside it.
 * @returns the index of the band, or -1 when x lies outside the table
 */
export function bandIndex(table: Bands<unknown>, x: Exact): number {
  if (compare(x, table.from) < 0) return -1;
  const last = table.bands.length - 1;
  return table.bands.findIndex(({ to }, index) => {
    if (to === null) return true;
    const side = compare(x, to);
    return side < 0 || (side === 0 && (table.closed === 'upper' || index === last));
  });
}

/** A number inside the band: its upper end where that belongs to it, else the midpoint. Used by test vectors. */
export function insideBand(table: Bands<unknown>, index: number): Exact {
  const low = index === 0 ? table.from : (table.bands[index - 1]?.to ?? table.from);
  const high = table.bands[index]?.to ?? null;
  if (high === null) return { n: low.n + low.d, d: low.d };
  if (table.closed === 'upper') return high;
  return index === 0 ? table.from : low;
}
