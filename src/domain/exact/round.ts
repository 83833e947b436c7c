import type { Exact } from './exact.ts';

/** Which way an exact half goes: up, away from zero, or to the even digit. */
export type RoundMode = 'half-up' | 'half-away' | 'half-even';

function floorDivide(n: bigint, d: bigint): bigint {
  const cut = n / d;
  return n < 0n && cut * d !== n ? cut - 1n : cut;
}

/** Rounds to so many decimals (0 to 6), for sources that round at a place of their own. */
export function roundTo({ n, d }: Exact, decimals: number, mode: RoundMode): Exact {
  const unit = 10n ** BigInt(decimals);
  const below = floorDivide(n * unit, d);
  const rest = 2n * (n * unit - below * d);
  const tieUp = mode === 'half-up' || (mode === 'half-away' ? below >= 0n : below % 2n !== 0n);
  const up = rest > d || (rest === d && tieUp);
  return { n: up ? below + 1n : below, d: unit };
}
