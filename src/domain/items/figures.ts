import { readDecimal, type Exact } from '../exact/exact.ts';
import { formatNumber } from '../text/numbers.ts';

/**
 * Value of plain digits ("120"), at most 15 of them, so that it is exact as a JavaScript number.
 * @returns -1 for any other text, decimals and signs included
 */
export function wholeOf(text: string): number {
  if (text.length === 0 || text.length > 15) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Up to here 100 × a is exact as a JavaScript number. */
const EXACT_PERCENT = 90_000_000_000_000;

/**
 * 100 × a ÷ b of plain whole figures as numerator and denominator that fit a JavaScript number exactly, b above zero.
 * @returns null for anything else: decimals, b of zero, too many digits
 */
export function percentFraction(a: string, b: string): { readonly n: number; readonly d: number } | null {
  const part = wholeOf(a);
  const d = wholeOf(b);
  return part >= 0 && part <= EXACT_PERCENT && d > 0 ? { n: 100 * part, d } : null;
}

/** Plain decimal text as numerator and denominator that fit a JavaScript number exactly; null for anything else. */
export function decimalOf(text: string): { readonly n: number; readonly d: number } | null {
  const point = text.indexOf('.');
  if (point < 0) {
    const n = wholeOf(text);
    return n < 0 ? null : { n, d: 1 };
  }
  const decimals = text.length - point - 1;
  if (point === 0 || decimals < 1 || decimals > 6 || text.length > 16) return null;
  const n = wholeOf(text.slice(0, point) + text.slice(point + 1));
  return n < 0 ? null : { n, d: 10 ** decimals };
}

/** Is a figure in an answer sheet: a YAML number or its text. */
export const isFigure = (raw: unknown): raw is number | string => typeof raw === 'number' || typeof raw === 'string';

/** Plain decimal text as it is entered, rounded half up. */
export function decimalText(x: Exact, decimals = 6): string {
  return formatNumber(x, 'en', decimals).replaceAll(',', '');
}

/** 100 × a ÷ b, uncut; null when b is zero or one of them is no number. */
export function percentOf(a: string, b: string): Exact | null {
  const part = readDecimal(a);
  const whole = readDecimal(b);
  if (part === null || whole === null || whole.n === 0n) return null;
  const n = part.n * 100n * whole.d;
  const d = whole.n * part.d;
  return d < 0n ? { n: -n, d: -d } : { n, d };
}
