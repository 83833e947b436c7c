/** Parses the rules of a group once: how it joins, what is done to its value, how it gets its level. */
import { prepareBands } from '../exact/bands.ts';
import { exact } from '../exact/exact.ts';
import type { Aggregate, Group, LevelCap, LevelRule } from '../questionnaire/types.ts';
import type { Bound, PreparedAggregate, PreparedCap, PreparedLevelRule, ValueRules } from './prepared.ts';

export function prepareAggregate(rule: Aggregate): PreparedAggregate {
  switch (rule.kind) {
    case 'sum':
    case 'mean':
    case 'weighted':
    case 'level-sum':
    case 'none':
      return { kind: rule.kind };
    case 'lowest':
      return { kind: 'lowest', k: rule.k ?? 1 };
    case 'lexicographic':
      return { kind: 'lowest', k: 1 };
    case 'pooled':
    case 'percent-mean':
      return { kind: rule.kind, to: exact(rule.to) };
    case 'count':
      return { kind: 'count', on: rule.on, atLeast: exact(rule.atLeast) };
    case 'penalties':
      return { kind: 'penalties', start: exact(rule.start) };
    case 'geometric':
      return { kind: 'geometric', zero: rule.zero };
  }
}

const optional = (text: string | undefined) => (text === undefined ? null : exact(text));

/** @returns null when the value stays as it was joined */
export function prepareValues({ scale, limits, round }: Pick<Group, 'scale' | 'limits' | 'round'>): ValueRules | null {
  if (!scale && !limits && !round) return null;
  return {
    scale: scale ? { from: exact(scale.from), to: exact(scale.to) } : null,
    limits: limits ? { min: optional(limits.min), max: optional(limits.max) } : null,
    round: round ?? null,
  };
}

function prepareBound(total: { moreThan: string } | { atLeast: string }): Bound {
  return 'moreThan' in total
    ? { value: exact(total.moreThan), strict: true }
    : { value: exact(total.atLeast), strict: false };
}

export function prepareLevelRule(rule: LevelRule): PreparedLevelRule {
  switch (rule.kind) {
    case 'none':
    case 'lowest':
      return { kind: rule.kind };
    case 'bands':
      return { kind: 'bands', on: rule.on, table: prepareBands(rule.table, (level) => level) };
    case 'gate':
      return {
        kind: 'gate',
        need: rule.count === undefined ? { share: exact(rule.share as string) } : { count: rule.count },
        reach: optional(rule.reach),
        cumulative: rule.cumulative ?? true,
      };
    case 'attributes':
      return { kind: 'attributes', largely: exact(rule.largely), fully: exact(rule.fully) };
    case 'conditions':
      return {
        kind: 'conditions',
        levels: [...rule.levels]
          .sort((a, b) => a.level - b.level)
          .map(({ level, total, groups }) => ({
            level,
            total: total ? prepareBound(total) : null,
            groups: groups ?? null,
          })),
      };
    case 'profiles':
      return {
        kind: 'profiles',
        profiles: [...rule.profiles]
          .sort((a, b) => a.level - b.level)
          .map(({ level, groups }) => ({ level, groups: new Map(groups.map((one) => [one.group, one.level])) })),
      };
  }
}

export function prepareCap(cap: LevelCap): PreparedCap {
  return cap.kind === 'lowest-group'
    ? cap
    : { kind: 'items', items: cap.items, below: exact(cap.below), level: cap.level };
}
