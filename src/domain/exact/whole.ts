/** Whole numbers that a JavaScript number holds exactly: the quick side of exact fractions. */

/** Above this the remainder of two numbers is slow, since they are no longer held as small integers. */
const SMALL = 0x7fffffff;

/** Is the figure exact? */
export const isSafe: (value: number) => boolean = Number.isSafeInteger;

/**
 * @param a any safe whole number
 * @param b a safe whole number
 * @returns above zero, unless both are zero
 */
export function commonDivisor(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y > SMALL) [x, y] = [y, x % y];
  if (y === 0) return x;
  let left = y | 0;
  let right = (x % y) | 0;
  while (right !== 0) {
    const rest = (left % right) | 0;
    left = right;
    right = rest;
  }
  return left;
}
