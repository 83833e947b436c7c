/**
 * Figures of a unit that was formed from others and has no earlier round of its own: plain means over the last rounds
 * of the former units. Every unit counts the same; no population or size is known, so none is invented.
 */
import { add, divide, exact, ZERO, type Exact } from '../exact/exact.ts';
import type { Score } from './result.ts';
import { shareOf } from './summary.ts';

export interface DerivedNode {
  readonly value: Exact;
  readonly max: Exact;
  /** Mean of the shares, in percent; null where a maximum is zero. */
  readonly percent: Exact | null;
  /** Rounds that have a figure here; the others are left out of the mean. */
  readonly of: number;
}

const mean = (values: readonly Exact[]): Exact => divide(values.reduce(add, ZERO), exact(values.length));

/**
 * @param rounds scores of one questionnaire version, one for each former unit
 * @returns by id of group or item, the whole under "total"; ids without any figure are not in it. Levels are not
 *   averaged: half a level means nothing.
 */
export function derivedPrevious(rounds: readonly Score[]): ReadonlyMap<string, DerivedNode> {
  const derived = new Map<string, DerivedNode>();
  for (const id of new Set(rounds.flatMap((round) => [...round.byId.keys()]))) {
    const nodes = rounds.flatMap((round) => {
      const node = round.byId.get(id);
      return node && node.value !== null && node.max !== null ? [{ value: node.value, max: node.max }] : [];
    });
    if (nodes.length === 0) continue;
    const shares = nodes.map(shareOf);
    derived.set(id, {
      value: mean(nodes.map(({ value }) => value)),
      max: mean(nodes.map(({ max }) => max)),
      percent: shares.every((share) => share !== null) ? mean(shares) : null,
      of: nodes.length,
    });
  }
  return derived;
}
