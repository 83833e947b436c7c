import { bandValue } from '../exact/bands.ts';
import { compare, multiply, percent, type Exact } from '../exact/exact.ts';
import type { Bound, PreparedGate, PreparedGroup, PreparedItem, PreparedLevelRule } from './prepared.ts';
import type { NodeScore } from './result.ts';

/** An applicable scored item as gates see it; points null = unanswered, which reaches nothing. */
export interface JudgedItem {
  readonly item: PreparedItem;
  readonly points: Exact | null;
}

/** What a level rule looks at. */
export interface LevelFacts {
  readonly value: Exact | null;
  readonly max: Exact | null;
  /** The child groups whose level counts; see judgedGroups. */
  readonly groups: readonly NodeScore[];
  /** The items below the node; only for rules that look at items. */
  readonly items: readonly JudgedItem[];
}

/** How many items stand at or above a bound. */
export function countReaching(items: readonly JudgedItem[], bound: Exact): number {
  let count = 0;
  for (const { points } of items) if (points !== null && compare(points, bound) >= 0) count += 1;
  return count;
}

/** Is `count` of `applicable` (at least one) at least the share (percent)? */
function meetsShare(count: number, applicable: number, share: Exact): boolean {
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

/**
 * The items that gates judge: scored ones at any depth that are shown and apply; neither bonuses nor deductions, and
 * nothing in groups that are not scored. What is unanswered stands in the way, whatever it does to the value.
 */
export function judgedItems(group: PreparedGroup, children: readonly NodeScore[]): JudgedItem[] {
  const items: JudgedItem[] = [];
  const collect = (node: PreparedGroup, scored: readonly NodeScore[]): void => {
    node.children.forEach((child, place) => {
      const { state, value, children: below } = scored[place] as NodeScore;
      if (!child.ordinary) return;
      if (child.kind === 'group') collect(child, below);
      else if (state === 'unanswered') items.push({ item: child, points: null });
      else if (state === 'answered' || state === 'none') items.push({ item: child, points: value });
    });
  };
  collect(group, children);
  return items;
}

/** Collects what the level rule of a group looks at. */
export function levelFacts(
  group: PreparedGroup,
  { value, max, children }: Pick<NodeScore, 'value' | 'max' | 'children'>,
): LevelFacts {
  const looksAtItems = group.level.kind === 'gate' || group.level.kind === 'attributes';
  return {
    value,
    max,
    groups: judgedGroups(group, children),
    items: looksAtItems ? judgedItems(group, children) : [],
  };
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
  let count = 0;
  for (const group of groups) if (reachesLevel(group, level)) count += 1;
  return count;
}

/** The items that decide about a level, and the points that each must have. */
export function gateAt(
  rule: PreparedGate,
  facts: LevelFacts,
  level: number,
): { items: readonly JudgedItem[]; bound: Exact } {
  return rule.reach === null
    ? { items: facts.items, bound: { n: BigInt(level), d: 1n } }
    : { items: itemsAt(facts, level), bound: rule.reach };
}

export function itemsAt(facts: LevelFacts, level: number): JudgedItem[] {
  return facts.items.filter(({ item }) => item.atLevel === level);
}

function meetsGate(rule: PreparedGate, have: number, applicable: number): boolean {
  return 'count' in rule.need ? have >= rule.need.count : meetsShare(have, applicable, rule.need.share);
}

function passesGate(rule: PreparedGate, facts: LevelFacts, level: number): boolean {
  const { items, bound } = gateAt(rule, facts, level);
  return meetsGate(rule, countReaching(items, bound), items.length);
}

/** The highest level that has items of its own which apply; null without any. */
function highestAsked(facts: LevelFacts, levels: readonly number[]): number | null {
  return levels.findLast((level) => facts.items.some(({ item }) => item.atLevel === level)) ?? null;
}

function gateLevel(rule: PreparedGate, facts: LevelFacts, levels: readonly number[]): number | null {
  const byOwnItems = rule.reach !== null;
  const top = byOwnItems ? highestAsked(facts, levels) : (levels.at(-1) as number);
  if (top === null) return null;
  const asked = (level: number): boolean => !byOwnItems || facts.items.some(({ item }) => item.atLevel === level);
  if (!rule.cumulative) return levels.findLast((level) => asked(level) && passesGate(rule, facts, level)) ?? null;
  let reached: number | null = null;
  for (const level of levels) {
    if (level > top || (asked(level) && !passesGate(rule, facts, level))) break;
    reached = level;
  }
  return reached;
}

/** Does every item of the level, and of all levels below it, stand where `attributes` asks? */
function holdsAttributes(
  rule: Extract<PreparedLevelRule, { kind: 'attributes' }>,
  facts: LevelFacts,
  level: number,
): boolean {
  return facts.items.every(({ item: { atLevel }, points }) => {
    if (atLevel === null || atLevel > level) return true;
    return points !== null && compare(points, atLevel === level ? rule.largely : rule.fully) >= 0;
  });
}

/**
 * The level that the rule of a group gives, before anything caps it.
 * - bands: lookup of the percentage of the own maximum, or of the value itself
 * - gate: the highest level k such that for every level up to k enough items reach it: the stated share of them, or the
 *   stated number. Over all items an item reaches k with k points; over the items of a level it reaches with `reach`
 *   points, a level of which nothing applies is passed on the way up, and none above the highest level that has items
 *   is ever given. Not cumulative: the highest level that passes by itself.
 * - attributes: the highest level whose own items all stand at `largely` and those of all lower levels at `fully`;
 *   never above the highest level that has items
 * - lowest: the lowest level among the judged child groups; one without a level stands in the way
 * - conditions: the highest level of which all conditions hold, as in the SME index of Decision 1970; where no level
 *   above the lowest fits, the lowest listed one
 * - profiles: the highest level whose profile every judged child group meets; one that a profile does not name must
 *   stand at the profile's level
 * @param levels all level numbers, rising
 * @returns null when the rule is "none", when there is nothing to judge, or when not even the lowest level is reached
 */
export function ruleLevel(levels: readonly number[], rule: PreparedLevelRule, facts: LevelFacts): number | null {
  switch (rule.kind) {
    case 'none':
      return null;
    case 'bands': {
      const x = figureOf(facts, rule.on);
      return x === null ? null : bandValue(rule.table, x);
    }
    case 'gate':
      return gateLevel(rule, facts, levels);
    case 'attributes': {
      const top = highestAsked(facts, levels) ?? -1;
      return levels.findLast((level) => level <= top && holdsAttributes(rule, facts, level)) ?? null;
    }
    case 'lowest': {
      const found = facts.groups.flatMap((group) => (group.level === null ? [] : [group.level]));
      return found.length === 0 || found.length < facts.groups.length ? null : Math.min(...found);
    }
    case 'conditions': {
      if (facts.value === null) return null;
      const value = facts.value;
      const met = rule.levels.findLast(
        ({ total, groups }) =>
          (total === null || meetsBound(value, total)) &&
          (groups === null || countGroupsAt(facts.groups, groups.level) >= groups.count),
      );
      const reached = met ?? rule.levels[0];
      return (reached as (typeof rule.levels)[number]).level;
    }
    case 'profiles': {
      if (facts.groups.length === 0) return null;
      const met = rule.profiles.findLast(({ level, groups }) =>
        facts.groups.every((child) => reachesLevel(child, groups.get(child.id) ?? level)),
      );
      return met?.level ?? null;
    }
  }
}
