/** Fractions for the second implementation: always reduced, no sharing with src/domain/exact. */
function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

export class Fraction {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d: bigint) {
    if (d === 0n) throw new RangeError('division by zero');
    const sign = d < 0n ? -1n : 1n;
    const common = divisor(n < 0n ? -n : n, sign * d);
    this.n = (sign * n) / common;
    this.d = (sign * d) / common;
  }

  /** Reads "3", "-0.25", "1/3", "2.5/4". */
  static of(text: string | number): Fraction {
    const [top = '0', bottom = '1'] = String(text).split('/');
    const [whole = '0', decimals = ''] = top.split('.');
    return new Fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length) * BigInt(bottom));
  }

  plus(b: Fraction): Fraction {
    return new Fraction(this.n * b.d + b.n * this.d, this.d * b.d);
  }

  minus(b: Fraction): Fraction {
    return new Fraction(this.n * b.d - b.n * this.d, this.d * b.d);
  }

  times(b: Fraction): Fraction {
    return new Fraction(this.n * b.n, this.d * b.d);
  }

  over(b: Fraction): Fraction {
    return new Fraction(this.n * b.d, this.d * b.n);
  }

  less(b: Fraction): boolean {
    return this.n * b.d < b.n * this.d;
  }

  atLeast(b: Fraction): boolean {
    return !this.less(b);
  }

  equals(b: Fraction): boolean {
    return this.n === b.n && this.d === b.d;
  }

  isZero(): boolean {
    return this.n === 0n;
  }

  isPositive(): boolean {
    return this.n > 0n;
  }

  toString(): string {
    return this.d === 1n ? `${this.n}` : `${this.n}/${this.d}`;
  }
}

export const ZERO = Fraction.of(0);
export const ONE = Fraction.of(1);
export const HUNDRED = Fraction.of(100);

export const sum = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => a.plus(b), ZERO);
/** @throws RangeError for an empty list, as dividing by zero does */
export const mean = (values: readonly Fraction[]): Fraction => sum(values).over(Fraction.of(values.length));
export const lowest = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (b.less(a) ? b : a));
export const highest = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (a.less(b) ? b : a));

export interface Table<T> {
  readonly closed: 'lower' | 'upper';
  readonly bands: readonly { readonly to: string | null; readonly value: T }[];
}

/** The band that holds x; below the table the first one speaks, above it the last one. */
export function lookUp<T>({ closed, bands }: Table<T>, x: Fraction): T {
  for (const { to, value } of bands) {
    if (to === null) return value;
    const bound = Fraction.of(to);
    if (x.less(bound) || (closed === 'upper' && x.equals(bound))) return value;
  }
  return (bands.at(-1) as { value: T }).value;
}

export type RoundMode = 'half-up' | 'half-away' | 'half-even';

/** Rounds to so many decimals; a tie goes up, away from zero, or to the even digit. */
export function round(x: Fraction, decimals: number, mode: RoundMode): Fraction {
  const unit = 10n ** BigInt(decimals);
  const scaled = x.times(new Fraction(unit, 1n));
  let below = scaled.n / scaled.d;
  if (scaled.n < 0n && below * scaled.d !== scaled.n) below -= 1n;
  const rest = scaled.minus(new Fraction(below, 1n));
  const half = Fraction.of('0.5');
  let up = half.less(rest);
  if (rest.equals(half)) up = mode === 'half-up' || (mode === 'half-away' ? below >= 0n : below % 2n !== 0n);
  return new Fraction(up ? below + 1n : below, unit);
}

/**
 * The k-th root of a number that is not negative, to 12 decimals half up: the largest r with (r - 1/2) / 10^12 not
 * above the root, found by halving.
 */
export function root(x: Fraction, k: number): Fraction {
  const unit = 10n ** 12n;
  const power = BigInt(k);
  const fits = (r: bigint): boolean => (2n * r - 1n) ** power * x.d <= (2n * unit) ** power * x.n;
  let low = 0n;
  let high = unit * (x.n / x.d + 2n);
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return new Fraction(low, unit);
}
