import { bandValue } from '../exact/bands.ts';
import { compare, multiply, percent, type Exact } from '../exact/exact.ts';
import type { Bound, Prepared, PreparedGroup, PreparedLevelRule } from './prepare.ts';
import type { NodeScore } from './result.ts';

/** What a level rule looks at. */
export interface LevelFacts {
  readonly value: Exact | null;
  readonly max: Exact | null;
  /** The child groups whose level counts; see judgedGroups. */
  readonly groups: readonly NodeScore[];
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

/** The child groups whose level counts: scored, with a level rule, and with at least one applicable scored item. */
export function judgedGroups(group: PreparedGroup, children: readonly NodeScore[]): NodeScore[] {
  return children.filter(({ tally }, index) => {
    const node = group.children[index];
    return node?.kind === 'group' && node.scored && node.level.kind !== 'none' && tally.notApplicable < tally.total;
  });
}

/** What a band rule looks at: the value, or its percentage of the own maximum; null where there is neither. */
export function figureOf({ value, max }: Pick<LevelFacts, 'value' | 'max'>, on: 'percent' | 'value'): Exact | null {
  if (on === 'value' || value === null || max === null) return value;
  return percent(value, max);
}

export function reachesLevel(node: NodeScore, level: number): boolean {
  return node.level !== null && node.level >= level;
}

export function countGroupsAt(groups: readonly NodeScore[], level: number): number {
  return groups.filter((group) => reachesLevel(group, level)).length;
}

/**
 * The level of a node.
 * - bands: lookup of the percentage of the own maximum, or of the value itself
 * - gate: the highest level k such that for every level up to k the stated share of the applicable items stands at k or above
 * - lowest: the lowest level among the judged child groups; one without a level stands in the way
 * - conditions: the highest level of which all conditions hold, as in the SME index of Decision 1970; where no level
 *   above the lowest fits, the lowest listed one
 * @returns null when the rule is "none" or there is nothing to judge
 */
export function levelOf(prepared: Prepared, rule: PreparedLevelRule, facts: LevelFacts): number | null {
  switch (rule.kind) {
    case 'none':
      return null;
    case 'bands': {
      const x = figureOf(facts, rule.on);
      return x === null ? null : bandValue(rule.table, x);
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
      const levels = facts.groups.flatMap((group) => (group.level === null ? [] : [group.level]));
      return levels.length === 0 || levels.length < facts.groups.length ? null : Math.min(...levels);
    }
    case 'conditions': {
      if (facts.value === null) return null;
      const value = facts.value;
      const met = rule.levels.filter(
        ({ total, groups }) =>
          (total === null || meetsBound(value, total)) &&
          (groups === null || countGroupsAt(facts.groups, groups.level) >= groups.count),
      );
      const reached = met.at(-1) ?? rule.levels[0];
      return (reached as (typeof rule.levels)[number]).level;
    }
  }
}
