/**
 * Mean, median and quartiles of many exact numbers. Everything is counted by different values first, so the order of the
 * units decides nothing, and rounding happens only where a figure is shown.
 */
import { roundTo } from '../exact/round.ts';
import {
  add,
  compare,
  divide,
  exact,
  greatestCommonDivisor,
  multiply,
  reduce,
  subtract,
  toNumber,
  type Exact,
} from '../exact/exact.ts';

/** A value and how many units have it. */
export interface Counted {
  readonly value: Exact;
  readonly n: number;
}

export interface Spread {
  readonly n: number;
  readonly mean: Exact;
  readonly min: Exact;
  readonly q1: Exact;
  readonly median: Exact;
  readonly q3: Exact;
  readonly max: Exact;
}

/** A common denominator of up to this is kept exactly. */
const LARGEST_DENOMINATOR = 1n << 1024n;
/** Beyond it every value is taken at this many decimals before it is added. */
const DECIMALS = 6;

/** The least common multiple of the denominators; null when it is too large. The order of the values does not matter. */
function commonDenominator(counted: readonly Counted[]): bigint | null {
  let common = 1n;
  for (const { value } of counted) {
    if (common % value.d === 0n) continue;
    common *= value.d / greatestCommonDivisor(common, value.d);
    if (common > LARGEST_DENOMINATOR) return null;
  }
  return common;
}

/**
 * The sum of all values, each as often as it occurs. Exact; only where the common denominator of all values would have more
 * than 1,024 bits (hundreds of unlike ratios) each value is first rounded to six decimals.
 */
export function exactSum(counted: readonly Counted[]): Exact {
  const lowest = counted.map(({ value, n }) => ({ value: reduce(value), n }));
  const common = commonDenominator(lowest);
  if (common !== null) {
    const n = lowest.reduce((sum, entry) => sum + entry.value.n * (common / entry.value.d) * BigInt(entry.n), 0n);
    return { n, d: common };
  }
  return lowest.reduce((sum, { value, n }) => {
    const rounded = roundTo(value, DECIMALS, 'half-away');
    return { n: sum.n + rounded.n * BigInt(n), d: rounded.d };
  }, exact(0));
}

interface Keyed extends Counted {
  /** Nearest number, to sort by; neighbours that are too near are compared exactly. */
  readonly key: number;
}

const NEAR = 1e-6;

/** Nearest number of an exact one of any size. */
function near(value: Exact): number {
  const quotient = Number(value.n) / Number(value.d);
  return Number.isFinite(quotient) ? quotient : toNumber(value);
}

/** Rising order; the exact comparison is needed only where the nearest numbers hardly differ. */
export function rising(counted: readonly Counted[]): Counted[] {
  const keyed: Keyed[] = counted.map(({ value, n }) => ({ value, n, key: near(value) }));
  return keyed.sort((a, b) => (Math.abs(a.key - b.key) > NEAR ? a.key - b.key : compare(a.value, b.value)));
}

/** The value at a place, 0 for the lowest, of values in rising order. */
function valueAt(ordered: readonly Counted[], place: number): Exact {
  let passed = 0;
  for (const { value, n } of ordered) {
    passed += n;
    if (place < passed) return value;
  }
  throw new RangeError('no value at this place');
}

/**
 * Quantile by linear interpolation between the two nearest places, position (n - 1) × p counted from 0: type 7 of Hyndman
 * and Fan (1996), the same as QUARTILE.INC of spreadsheets and the default of R and NumPy.
 * @param ordered rising, not empty
 * @param quarter p in quarters, 0 to 4
 */
export function quartile(ordered: readonly Counted[], quarter: number): Exact {
  const n = ordered.reduce((sum, entry) => sum + entry.n, 0);
  const position = (n - 1) * quarter;
  const place = Math.floor(position / 4);
  const rest = position % 4;
  const low = valueAt(ordered, place);
  if (rest === 0) return low;
  const high = valueAt(ordered, place + 1);
  return reduce(add(low, multiply(subtract(high, low), { n: BigInt(rest), d: 4n })));
}

/** @returns null for no values at all */
export function spreadOf(counted: readonly Counted[]): Spread | null {
  const n = counted.reduce((sum, entry) => sum + entry.n, 0);
  if (n === 0) return null;
  const ordered = rising(counted);
  const [first, last] = [ordered[0] as Counted, ordered.at(-1) as Counted];
  return {
    n,
    mean: reduce(divide(exactSum(counted), exact(n))),
    min: first.value,
    q1: quartile(ordered, 1),
    median: quartile(ordered, 2),
    q3: quartile(ordered, 3),
    max: last.value,
  };
}

/** Counts single values. */
export function countValues(values: readonly Exact[]): Counted[] {
  const byText = new Map<string, { readonly value: Exact; n: number }>();
  for (const value of values) {
    const lowest = reduce(value);
    const key = `${lowest.n}/${lowest.d}`;
    const entry = byText.get(key);
    if (entry) entry.n += 1;
    else byText.set(key, { value: lowest, n: 1 });
  }
  return [...byText.values()];
}

/**
 * Percentile rank with ties counted by half ("mean" of the usual four kinds): 100 × (below + equal / 2) / n among the
 * others.
 * @param peers the others, the unit itself not included
 * @returns null below the smallest number of peers
 */
export function percentileRank(peers: readonly Counted[], value: Exact, minimum = 5): Exact | null {
  let [n, below, equal] = [0, 0, 0];
  for (const entry of peers) {
    const side = compare(entry.value, value);
    n += entry.n;
    if (side < 0) below += entry.n;
    else if (side === 0) equal += entry.n;
  }
  return n < minimum || n === 0 ? null : { n: BigInt(100 * (2 * below + equal)), d: BigInt(2 * n) };
}
