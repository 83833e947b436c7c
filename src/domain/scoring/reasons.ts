import { bandIndex } from '../exact/bands.ts';
import type { Exact } from '../exact/exact.ts';
import {
  countGroupsAt,
  countReaching,
  figureOf,
  judgedGroups,
  meetsBound,
  meetsShare,
  reachesLevel,
  type LevelFacts,
} from './level.ts';
import type { Bound, Prepared, PreparedGroup, PreparedLevelRule } from './prepare.ts';
import type { NodeScore, Score } from './result.ts';

/** One condition of a level with what it asks for and what there is; the wording catalogue turns it into a sentence. */
export type Condition =
  | {
      readonly kind: 'gate';
      readonly level: number;
      readonly share: Exact;
      readonly need: number;
      readonly have: number;
      readonly applicable: number;
      readonly met: boolean;
    }
  | {
      readonly kind: 'total';
      readonly on: 'percent' | 'value';
      readonly bound: Bound;
      readonly have: Exact | null;
      readonly met: boolean;
    }
  | {
      readonly kind: 'groups';
      readonly level: number;
      readonly need: number;
      readonly have: number;
      /** Ids of the groups below the level. */
      readonly below: readonly string[];
      readonly met: boolean;
    };

/** Why a node stands at its level and what keeps it from the next one. */
export interface LevelReasons {
  readonly level: number | null;
  /** Conditions of the present level; empty at the bottom. */
  readonly held: readonly Condition[];
  readonly next: { readonly level: number; readonly conditions: readonly Condition[] } | null;
}

/** Collects what the level rule of a group looks at, from a finished score. */
export function factsOf(group: PreparedGroup, scored: Score): LevelFacts {
  const own = scored.byId.get(group.id) as NodeScore;
  const points: (Exact | null)[] = [];
  const collect = (node: PreparedGroup): void => {
    for (const child of node.children) {
      if (!child.scored) continue;
      if (child.kind === 'group') collect(child);
      else {
        const result = scored.byId.get(child.id) as NodeScore;
        if (result.tally.notApplicable === 0) points.push(result.tally.unanswered === 1 ? null : result.value);
      }
    }
  };
  collect(group);
  return { value: own.value, max: own.max, groups: judgedGroups(group, own.children), points };
}

function groupsCondition(facts: LevelFacts, level: number, need: number): Condition {
  const have = countGroupsAt(facts.groups, level);
  const below = facts.groups.filter((child) => !reachesLevel(child, level)).map((child) => child.id);
  return { kind: 'groups', level, need, have, below, met: have >= need };
}

/** The conditions of reaching at least a level in a group, each with what is there now. */
export function conditionsFor(group: PreparedGroup, facts: LevelFacts, level: number): Condition[] {
  const rule = group.level;
  switch (rule.kind) {
    case 'none':
      return [];
    case 'gate': {
      const applicable = facts.points.length;
      const have = countReaching(facts.points, level);
      // Smallest whole number of items that makes up the share.
      const need = Number((rule.share.n * BigInt(applicable) + 100n * rule.share.d - 1n) / (100n * rule.share.d));
      return [
        {
          kind: 'gate',
          level,
          share: rule.share,
          need,
          have,
          applicable,
          met: meetsShare(have, applicable, rule.share),
        },
      ];
    }
    case 'lowest':
      return [groupsCondition(facts, level, facts.groups.length)];
    case 'bands': {
      const first = rule.table.bands.findIndex((band) => band.value >= level);
      if (first <= 0) return [];
      // Only the last band may be open, so the one before this has an end.
      const value = rule.table.bands[first - 1]?.to as Exact;
      const bound = { value, strict: rule.table.closed === 'upper' };
      const have = figureOf(facts, rule.on);
      const met = have !== null && bandIndex(rule.table, have) >= first;
      return [{ kind: 'total', on: rule.on, bound, have, met }];
    }
    case 'conditions': {
      const entry = rule.levels.find((candidate) => candidate.level >= level);
      if (!entry) return [];
      const conditions: Condition[] = [];
      if (entry.total) {
        const met = facts.value !== null && meetsBound(facts.value, entry.total);
        conditions.push({ kind: 'total', on: 'value', bound: entry.total, have: facts.value, met });
      }
      if (entry.groups) conditions.push(groupsCondition(facts, entry.groups.level, entry.groups.count));
      return conditions;
    }
  }
}

/** The levels that a rule can give, in rising order. */
function levelsOf(prepared: Prepared, rule: PreparedLevelRule): readonly number[] {
  switch (rule.kind) {
    case 'none':
      return [];
    case 'bands':
      return rule.table.bands.map((band) => band.value);
    case 'conditions':
      return rule.levels.map((entry) => entry.level);
    case 'gate':
    case 'lowest':
      return prepared.levels;
  }
}

/** The level above the present one, or the lowest when there is none yet; null at the top or without a level rule. */
export function nextLevel(prepared: Prepared, group: PreparedGroup, level: number | null): number | null {
  return levelsOf(prepared, group.level).find((candidate) => level === null || candidate > level) ?? null;
}

/** Explains the level of a group (or of the root) of a finished score. */
export function explainLevel(prepared: Prepared, group: PreparedGroup, scored: Score): LevelReasons {
  const facts = factsOf(group, scored);
  const level = scored.byId.get(group.id)?.level ?? null;
  const next = nextLevel(prepared, group, level);
  return {
    level,
    held: level === null ? [] : conditionsFor(group, facts, level),
    next: next === null ? null : { level: next, conditions: conditionsFor(group, facts, next) },
  };
}
