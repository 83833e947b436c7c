import { ZERO, type Exact } from './exact.ts';

/** Decimals of a root: the only figure of the product that cannot be exact. */
const UNIT = 10n ** 12n;

/** The largest whole number whose k-th power is not above n, by Newton's method from above. */
function wholeRoot(n: bigint, k: bigint): bigint {
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / Number(k)));
  for (;;) {
    const next = ((k - 1n) * guess + n / guess ** (k - 1n)) / k;
    if (next >= guess) return guess;
    guess = next;
  }
}

/**
 * The k-th root of a number that is not negative, to 12 decimals, half up. Whole-number arithmetic, so it is the same
 * on every machine.
 */
export function root({ n, d }: Exact, k: number): Exact {
  if (n <= 0n) return ZERO;
  const power = BigInt(k);
  // floor(2 × root × 10^12), then half up.
  const twice = wholeRoot((n * (2n * UNIT) ** power) / d, power);
  return { n: (twice + 1n) / 2n, d: UNIT };
}
