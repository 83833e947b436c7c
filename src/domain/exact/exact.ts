/**
 * Exact rational numbers. Scores are compared with bounds such as "more than 64" or "at most 60 %", so a rounded
 * binary fraction could move an organisation to another level. Values are kept as numerator/denominator and rounded
 * only where they are shown.
 *
 * fraction.js was considered: it reduces after every operation, which costs more than the whole scoring budget.
 * Here sums over equal denominators stay a single BigInt addition; large denominators meet at their least common
 * multiple, and full reduction happens only on output.
 */
export interface Exact {
  /** Numerator. */
  readonly n: bigint;
  /** Denominator, always greater than zero; the pair need not be reduced. */
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const HUNDRED: Exact = { n: 100n, d: 1n };

const MINUS = 45;
const POINT = 46;
const ZERO_DIGIT = 48;
const NINE_DIGIT = 57;
const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?(?:\/(\d{1,30}))?$/;

/**
 * Reads a decimal ("20.3"), a fraction ("271/600") or a whole number.
 * @param source a JavaScript number is read through its shortest decimal form, so 20.3 is exactly 203/10
 * @throws RangeError when the text is not a finite decimal or the denominator is zero
 */
export function exact(source: number | string | bigint): Exact {
  if (typeof source === 'bigint') return { n: source, d: 1n };
  if (typeof source === 'number' && Number.isSafeInteger(source)) return { n: BigInt(source), d: 1n };
  const match = DECIMAL.exec(String(source));
  if (!match) throw new RangeError(`not an exact number: ${String(source).slice(0, 60)}`);
  const [, sign, whole, decimals = '', divisor] = match;
  const n = BigInt(`${whole}${decimals}`) * (sign === '-' ? -1n : 1n);
  const d = 10n ** BigInt(decimals.length) * (divisor === undefined ? 1n : BigInt(divisor));
  if (d === 0n) throw new RangeError(`division by zero: ${String(source).slice(0, 60)}`);
  return { n, d };
}

const POWERS = [1n, 10n, 100n, 1000n, 10_000n, 100_000n, 1_000_000n] as const;

/**
 * Value of number text as people enter it, at most 15 digits before and 6 after the point; null for anything else. Read
 * digit by digit: every answer with a figure passes here each time it is scored.
 */
export function readDecimal(text: string): Exact | null {
  const negative = text.charCodeAt(0) === MINUS;
  let [value, digits, decimals] = [0, 0, -1];
  for (let at = negative ? 1 : 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && decimals < 0 && digits > 0) decimals = 0;
    else if (code < ZERO_DIGIT || code > NINE_DIGIT) return null;
    else {
      value = value * 10 + (code - ZERO_DIGIT);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    }
  }
  const before = digits - Math.max(0, decimals);
  if (digits === 0 || decimals === 0 || decimals > 6 || before > 15) return null;
  // Beyond 15 digits a plain number is no longer exact.
  if (digits > 15) return exact(text);
  return { n: BigInt(negative ? -value : value), d: POWERS[Math.max(0, decimals)] as bigint };
}

/**
 * Products of denominators above this are replaced by the least common multiple, so that long sums stay short. Below it
 * multiplying is quicker than looking for the multiple.
 */
const LARGE = 1n << 512n;

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  const d = a.d * b.d;
  if (d <= LARGE) return { n: a.n * b.d + b.n * a.d, d };
  const up = b.d / greatestCommonDivisor(a.d, b.d);
  return { n: a.n * up + b.n * ((a.d * up) / b.d), d: a.d * up };
}

export function negate(a: Exact): Exact {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Exact, b: Exact): Exact {
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** @throws RangeError when b is zero */
export function divide(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new RangeError('division by zero');
  return b.n < 0n ? { n: -a.n * b.d, d: -b.n * a.d } : { n: a.n * b.d, d: b.n * a.d };
}

/** @returns a negative number, zero or a positive number, as sort functions expect */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function smaller(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

/** The part as a percentage of the whole, 0 to 100 for ordinary scores; null when the whole is zero. */
export function percent(part: Exact, whole: Exact): Exact | null {
  return whole.n === 0n ? null : divide(multiply(part, HUNDRED), whole);
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The same number in lowest terms. */
export function reduce(a: Exact): Exact {
  const divisor = greatestCommonDivisor(a.n, a.d);
  return divisor <= 1n ? a : { n: a.n / divisor, d: a.d / divisor };
}

/** Canonical text for files and messages between processes: "3", "-1/2". `exact()` reads it back. */
export function toFraction(a: Exact): string {
  const { n, d } = reduce(a);
  return d === 1n ? String(n) : `${n}/${d}`;
}

/**
 * Decimal text for display, rounded once, half away from zero as spreadsheets do (ROUND), so a printed figure and
 * the workbook's own rounding agree.
 * @param decimals digits after the point, 0 to 12
 * @returns text with a point, e.g. "12.35", "-0.5"; never "-0"
 */
export function toDecimal(a: Exact, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const negative = a.n < 0n;
  const magnitude = (negative ? -a.n : a.n) * scale;
  const rounded = (2n * magnitude + a.d) / (2n * a.d);
  const digits = String(rounded).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative && rounded !== 0n ? `-${text}` : text;
}

/** Nearest JavaScript number, for drawing positions only; never compare levels with it. */
export function toNumber(a: Exact): number {
  return Number(toDecimal(a, 9));
}
