import { compare, divide, exact, ZERO, type Exact } from '../exact/exact.ts';

const TWENTY = exact(20);

/** How many shades there are beside the empty one. */
export const SHADES = 5;

/**
 * Shade of a share of the maximum: 0 is empty, each further one covers a fifth, its upper bound included. On a scale of
 * five levels that is the level itself.
 * @param share percent, 0 to 100
 */
export function shadeOf(share: Exact): number {
  if (compare(share, ZERO) <= 0) return 0;
  const fifths = divide(share, TWENTY);
  const whole = Number(fifths.n / fifths.d);
  return Math.min(SHADES, fifths.n % fifths.d === 0n ? whole : whole + 1);
}
