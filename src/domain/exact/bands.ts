import { compare, exact, type Exact } from './exact.ts';

/** A lookup table: neighbouring bands share a bound. `T` is what a band stands for. */
export interface BandTable<T> {
  readonly closed: 'lower' | 'upper';
  readonly from: string;
  readonly bands: readonly { readonly to: string | null; readonly value: T }[];
}

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
 * @returns the index of the band; outside the table the first band speaks for what is below, the last for what is above
 */
export function bandIndex(table: Bands<unknown>, x: Exact): number {
  const last = table.bands.length - 1;
  for (let index = 0; index < last; index += 1) {
    const { to } = table.bands[index] as Bands<unknown>['bands'][number];
    const side = to === null ? -1 : compare(x, to);
    if (side < 0 || (side === 0 && table.closed === 'upper')) return index;
  }
  return last;
}

/** What the band that holds x stands for. */
export function bandValue<T>(table: Bands<T>, x: Exact): T {
  return (table.bands[bandIndex(table, x)] as Bands<T>['bands'][number]).value;
}

/** A number inside the band: the end that belongs to it, or one more than the lower end of an open band. */
export function insideBand(table: Bands<unknown>, index: number): Exact {
  const low = table.bands[index - 1]?.to ?? table.from;
  const high = table.bands[index]?.to ?? null;
  if (high === null) return { n: low.n + low.d, d: low.d };
  if (table.closed === 'upper') return high;
  return low;
}
