import { bandIndex } from '../exact/bands.ts';
import { compare, multiply, percent, type Exact } from '../exact/exact.ts';
import type { Bound, Prepared, PreparedLevelRule } from './prepare.ts';
import type { NodeScore } from './result.ts';

/** What a level rule looks at. */
export interface LevelFacts {
  readonly value: Exact | null;
  readonly max: Exact | null;
  readonly children: readonly NodeScore[];
  /** Points of each applicable scored item below the node; null = unanswered, which reaches nothing. */
  readonly points: readonly (Exact | null)[];
}

/** How many applicable items stand at or above a level. */
export function countReaching(points: readonly (Exact | null)[], level: number): number {
  const bound: Exact = { n: BigInt(level), d: 1n };
  let count = 0;
  for (const value of points) if (value !== null && compare(value, bound) >= 0) count += 1;
  return count;
}

/** Is `count` of `applicable` at least the share (percent)? Nothing applicable reaches nothing. */
export function meetsShare(count: number, applicable: number, share: Exact): boolean {
  if (applicable === 0) return false;
  const have: Exact = { n: BigInt(count) * 100n, d: 1n };
  return compare(have, multiply(share, { n: BigInt(applicable), d: 1n })) >= 0;
}

export function meetsBound(value: Exact, bound: Bound): boolean {
  const side = compare(value, bound.value);
  return bound.strict ? side > 0 : side >= 0;
}

export function countGroupsAt(children: readonly NodeScore[], level: number): number {
  return children.filter((child) => child.level !== null && child.level >= level).length;
}

/**
 * The level of a node.
 * - bands: lookup of the percentage of the own maximum, or of the value itself
 * - gate: the highest level k such that for every level up to k the stated share of the applicable items stands at k or above
 * - lowest: the lowest level among the children
 * - conditions: the highest level of which all conditions hold, as in the SME index of Decision 1970; where no level
 *   above the lowest fits, the lowest listed one
 * @returns null when the rule is "none" or there is nothing to judge
 */
export function levelOf(prepared: Prepared, rule: PreparedLevelRule, facts: LevelFacts): number | null {
  switch (rule.kind) {
    case 'none':
      return null;
    case 'bands': {
      if (facts.value === null || facts.max === null) return null;
      const x = rule.on === 'percent' ? percent(facts.value, facts.max) : facts.value;
      if (x === null) return null;
      const index = bandIndex(rule.table, x);
      return rule.table.bands[index < 0 ? 0 : index]?.value ?? null;
    }
    case 'gate': {
      let reached: number | null = null;
      for (const level of prepared.levels) {
        if (!meetsShare(countReaching(facts.points, level), facts.points.length, rule.share)) break;
        reached = level;
      }
      return reached;
    }
    case 'lowest': {
      const levels = facts.children.flatMap((child) => (child.level === null ? [] : [child.level]));
      return levels.length === 0 ? null : Math.min(...levels);
    }
    case 'conditions': {
      if (facts.value === null) return null;
      const value = facts.value;
      const met = rule.levels.filter(
        ({ total, groups }) =>
          (total === null || meetsBound(value, total)) &&
          (groups === null || countGroupsAt(facts.children, groups.level) >= groups.count),
      );
      return (met.at(-1) ?? rule.levels[0])?.level ?? null;
    }
  }
}
