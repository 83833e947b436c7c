/** The second implementation, part three: levels. */
import type { LevelCap, LevelRule, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { Fraction, HUNDRED, lookUp } from './fraction.ts';

const F = (text: string): Fraction => Fraction.of(text);

/** An item that applies, as gates see it; points null = unanswered. */
export interface GateItem {
  readonly id: string;
  readonly points: Fraction | null;
  readonly atLevel: number | null;
}

export interface LevelQuestion {
  readonly value: Fraction | null;
  readonly max: Fraction | null;
  readonly gate: readonly GateItem[];
  /** Child groups that have a level rule and something that applies. */
  readonly groups: readonly { readonly id: string; readonly level: number | null }[];
}

type Gate = Extract<LevelRule, { kind: 'gate' }>;
type Attributes = Extract<LevelRule, { kind: 'attributes' }>;

/** Level values of a questionnaire, lowest first. */
export const levelsOf = (questionnaire: Questionnaire): number[] =>
  questionnaire.levels.map(({ value }) => value).sort((a, b) => a - b);

/** Is `count` or `share` of the items at the bound or above? */
function enough(rule: Gate, items: readonly GateItem[], bound: Fraction): boolean {
  const there = items.filter(({ points }) => points !== null && points.atLeast(bound)).length;
  if (rule.count !== undefined) return there >= rule.count;
  return Fraction.of(there)
    .times(HUNDRED)
    .atLeast(F(rule.share ?? '100').times(Fraction.of(items.length)));
}

function gateLevel(rule: Gate, gate: readonly GateItem[], levels: readonly number[]): number | null {
  if (gate.length === 0) return null;
  const cumulative = rule.cumulative ?? true;
  if ((rule.items ?? 'all') === 'all') {
    const reached = (level: number): boolean => enough(rule, gate, Fraction.of(level));
    if (!cumulative) return levels.findLast(reached) ?? null;
    const firstMissed = levels.findIndex((level) => !reached(level));
    return (firstMissed < 0 ? levels.at(-1) : levels[firstMissed - 1]) ?? null;
  }
  const at = (level: number): GateItem[] => gate.filter(({ atLevel }) => atLevel === level);
  const reached = (level: number): boolean => enough(rule, at(level), F(rule.reach ?? '0'));
  return byOwnItems(levels, (level) => at(level).length > 0, reached, cumulative);
}

/**
 * Levels that have items of their own. One that has none is passed on the way up, but is never the top: what nobody
 * asked for cannot be reached.
 */
function byOwnItems(
  levels: readonly number[],
  asked: (level: number) => boolean,
  reached: (level: number) => boolean,
  cumulative: boolean,
): number | null {
  const top = levels.findLast(asked);
  if (top === undefined) return null;
  if (!cumulative) return levels.findLast((level) => asked(level) && reached(level)) ?? null;
  let current: number | null = null;
  for (const level of levels) {
    if (level > top || (asked(level) && !reached(level))) break;
    current = level;
  }
  return current;
}

function attributesLevel(rule: Attributes, gate: readonly GateItem[], levels: readonly number[]): number | null {
  const top = levels.findLast((level) => gate.some(({ atLevel }) => atLevel === level));
  if (top === undefined) return null;
  const holds = (level: number): boolean =>
    level <= top &&
    gate.every(({ atLevel, points }) => {
      if (atLevel === null || atLevel > level) return true;
      return points !== null && points.atLeast(F(atLevel === level ? rule.largely : rule.fully));
    });
  return levels.findLast(holds) ?? null;
}

/** The level that a rule gives, before caps. */
export function naiveLevel(
  rule: LevelRule,
  { value, max, gate, groups }: LevelQuestion,
  levels: readonly number[],
): number | null {
  const open = groups.some(({ level }) => level === null);
  switch (rule.kind) {
    case 'none':
      return null;
    case 'bands':
      if (value === null || max === null) return null;
      if (rule.on === 'value') return lookUp(rule.table, value);
      return max.isZero() ? null : lookUp(rule.table, value.times(HUNDRED).over(max));
    case 'gate':
      return gateLevel(rule, gate, levels);
    case 'attributes':
      return attributesLevel(rule, gate, levels);
    case 'lowest':
      if (groups.length === 0 || open) return null;
      return Math.min(...groups.map(({ level }) => level ?? 0));
    case 'conditions': {
      if (value === null) return null;
      const holds = ({ total, groups: wanted }: (typeof rule.levels)[number]): boolean => {
        if (total && 'moreThan' in total && !F(total.moreThan).less(value)) return false;
        if (total && 'atLeast' in total && value.less(F(total.atLeast))) return false;
        return !wanted || groups.filter(({ level }) => level !== null && level >= wanted.level).length >= wanted.count;
      };
      return (rule.levels.findLast(holds) ?? rule.levels[0])?.level ?? null;
    }
    case 'profiles': {
      if (groups.length === 0 || open) return null;
      const met = ({ level, groups: named }: (typeof rule.profiles)[number]): boolean =>
        groups.every((child) => (child.level ?? -1) >= (named.find(({ group }) => group === child.id)?.level ?? level));
      return rule.profiles.findLast(met)?.level ?? null;
    }
  }
}

/**
 * The level after its bounds; one that the questionnaire does not have falls to the next lower one, and to none below
 * the lowest. A child group without a level stands one below the lowest level.
 */
export function capped(
  level: number,
  caps: readonly LevelCap[],
  groups: LevelQuestion['groups'],
  below: (item: string, bound: Fraction) => boolean,
  levels: readonly number[],
): number | null {
  let bound = level;
  for (const cap of caps) {
    if (cap.kind === 'items') {
      if (cap.items.some((id) => below(id, F(cap.below)))) bound = Math.min(bound, cap.level);
    } else if (groups.length > 0) {
      const floor = (levels[0] ?? 0) - 1;
      bound = Math.min(bound, Math.min(...groups.map((group) => group.level ?? floor)) + cap.plus);
    }
  }
  return levels.findLast((one) => one <= bound) ?? null;
}
