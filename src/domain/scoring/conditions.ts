/** What a level asks of a group, each condition with what there is. */
import { bandIndex } from '../exact/bands.ts';
import { HUNDRED, type Exact } from '../exact/exact.ts';
import { capStates } from './caps.ts';
import {
  countGroupsAt,
  countReaching,
  figureOf,
  gateAt,
  itemsAt,
  judgedGroups,
  levelFacts,
  meetsBound,
  reachesLevel,
  type JudgedItem,
  type LevelFacts,
} from './level.ts';
import type { Bound, Prepared, PreparedGroup, PreparedLevelRule } from './prepared.ts';
import type { NodeScore } from './result.ts';

/** One condition of a level with what it asks for and what there is; the wording catalogue turns it into a sentence. */
export type Condition =
  | {
      readonly kind: 'gate';
      readonly level: number;
      /** Only the items of this level are judged; null = all items, by the level itself. */
      readonly ofLevel: number | null;
      /** The points that an item must have. */
      readonly bound: Exact;
      /** Percent of the applicable items; null where a number of them is asked for. */
      readonly share: Exact | null;
      readonly need: number;
      readonly have: number;
      readonly applicable: number;
      /** Ids of the items below the bound. */
      readonly below: readonly string[];
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
    }
  | {
      readonly kind: 'profile';
      readonly level: number;
      /** The level that each group must stand at, by id. */
      readonly wanted: ReadonlyMap<string, number>;
      readonly need: number;
      readonly have: number;
      readonly below: readonly string[];
      readonly met: boolean;
    }
  | {
      readonly kind: 'cap';
      readonly source: 'items' | 'knock-out';
      /** Not above this level while an item stands below the bound. */
      readonly level: number;
      readonly bound: Exact;
      readonly items: readonly string[];
      readonly below: readonly string[];
      readonly met: boolean;
    }
  | {
      readonly kind: 'settled';
      /** Percent of the items that must be answered, or said not to apply, before there is any figure. */
      readonly share: Exact;
      readonly need: number;
      readonly have: number;
      readonly applicable: number;
      /** Ids of the open items. */
      readonly below: readonly string[];
      readonly met: boolean;
    };

/** The smallest whole number that makes up a percentage of a number. */
export function shareCount(share: Exact, of: number): number {
  return Number((share.n * BigInt(of) + 100n * share.d - 1n) / (100n * share.d));
}

function groupsCondition(groups: readonly NodeScore[], level: number, need: number): Condition {
  const have = countGroupsAt(groups, level);
  const below = groups.filter((child) => !reachesLevel(child, level)).map((child) => child.id);
  return { kind: 'groups', level, need, have, below, met: have >= need };
}

function gateCondition(
  level: number,
  ofLevel: number | null,
  { items, bound }: { items: readonly JudgedItem[]; bound: Exact },
  need: { readonly share: Exact } | { readonly count: number },
): Condition {
  const applicable = items.length;
  const have = countReaching(items, bound);
  const below = items.filter((one) => countReaching([one], bound) === 0).map(({ item }) => item.id);
  const byShare = 'share' in need;
  const least = byShare ? shareCount(need.share, applicable) : need.count;
  return {
    kind: 'gate',
    level,
    ofLevel,
    bound,
    share: byShare ? need.share : null,
    need: least,
    have,
    applicable,
    below,
    met: have >= least && (applicable > 0 || !byShare),
  };
}

/** What the level rule alone asks for at least this level. */
function ruleConditions(
  prepared: Prepared,
  rule: Exclude<PreparedLevelRule, { kind: 'none' }>,
  facts: LevelFacts,
  level: number,
): Condition[] {
  const isAsked = (own: number): boolean => itemsAt(facts, own).length > 0;
  const isPassed = !isAsked(level) && prepared.levels.some((higher) => higher > level && isAsked(higher));
  switch (rule.kind) {
    case 'gate':
      if (rule.reach !== null && isPassed) return [];
      return [gateCondition(level, rule.reach === null ? null : level, gateAt(rule, facts, level), rule.need)];
    case 'attributes': {
      const all = { share: HUNDRED };
      const lower = prepared.levels
        .filter((own) => own < level && isAsked(own))
        .map((own) => gateCondition(level, own, { items: itemsAt(facts, own), bound: rule.fully }, all));
      return isPassed
        ? lower
        : [...lower, gateCondition(level, level, { items: itemsAt(facts, level), bound: rule.largely }, all)];
    }
    case 'lowest':
      return [groupsCondition(facts.groups, level, facts.groups.length)];
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
      if (entry.groups) conditions.push(groupsCondition(facts.groups, entry.groups.level, entry.groups.count));
      return conditions;
    }
    case 'profiles': {
      const profile = rule.profiles.find((candidate) => candidate.level >= level);
      if (!profile) return [];
      const wanted = new Map(facts.groups.map(({ id }) => [id, profile.groups.get(id) ?? profile.level]));
      const below = facts.groups.filter((child) => !reachesLevel(child, wanted.get(child.id) as number));
      const need = facts.groups.length;
      const have = need - below.length;
      return [
        {
          kind: 'profile',
          level: profile.level,
          wanted,
          need,
          have,
          below: below.map(({ id }) => id),
          met: need > 0 && have === need,
        },
      ];
    }
  }
}

/** The caps that would keep a group below the level. */
function capConditions(prepared: Prepared, group: PreparedGroup, node: NodeScore, level: number): Condition[] {
  return capStates(prepared, group, node.children).flatMap(({ cap, by }): Condition[] => {
    if (cap.kind === 'lowest-group') {
      const least = level - cap.plus;
      const groups = judgedGroups(group, node.children);
      return least < (prepared.levels[0] as number) ? [] : [groupsCondition(groups, least, groups.length)];
    }
    if (cap.level >= level) return [];
    const { kind: source, items, below: bound } = cap;
    return [{ kind: 'cap', source, level: cap.level, bound, items, below: by, met: by.length === 0 }];
  });
}

/** Ids of the ordinary items below a group that are unanswered; those of its own only, where the mean of siblings is asked for. */
function openItems(group: PreparedGroup, node: NodeScore, deep: boolean): string[] {
  return group.children.flatMap((child, place): string[] => {
    const scored = node.children[place] as NodeScore;
    if (!child.ordinary) return [];
    if (child.kind === 'group') return deep ? openItems(child, scored, deep) : [];
    return scored.state === 'unanswered' ? [child.id] : [];
  });
}

/** Direct items that are answered, of those that a mean of siblings is about. */
function answeredItems(group: PreparedGroup, node: NodeScore): number {
  return group.children.filter((child, place) => {
    const { state } = node.children[place] as NodeScore;
    return child.ordinary && child.kind === 'item' && (state === 'answered' || state === 'none');
  }).length;
}

/**
 * What must be answered before the group has a figure at all; empty when it has one. A group that has none because of
 * one below it asks what that one asks.
 */
function settledConditions(prepared: Prepared, group: PreparedGroup, node: NodeScore): Condition[] {
  if (!node.insufficient) return [];
  const { unanswered } = prepared;
  const condition = (share: Exact, of: number, have: number, below: readonly string[]): Condition[] => {
    const need = shareCount(share, of);
    return have >= need ? [] : [{ kind: 'settled', share, need, have, applicable: of, below, met: false }];
  };
  const { total, unanswered: open } = node.tally;
  const share = unanswered === 'no-score' ? HUNDRED : group.completeness;
  const conditions = share ? condition(share, total, total - open, openItems(group, node, true)) : [];
  if (typeof unanswered === 'object') {
    const own = openItems(group, node, false);
    const answered = answeredItems(group, node);
    conditions.push(...condition(unanswered.meanFrom, own.length + answered, answered, own));
  }
  if (share !== null) return conditions;
  group.children.forEach((child, place) => {
    if (child.kind === 'group' && child.ordinary)
      conditions.push(...settledConditions(prepared, child, node.children[place] as NodeScore));
  });
  return conditions;
}

/**
 * The conditions of reaching at least a level in a group (or in the root), each with what is there now: what must be
 * settled first, what the level rule asks, and what the caps ask.
 */
export function conditionsFor(prepared: Prepared, group: PreparedGroup, node: NodeScore, level: number): Condition[] {
  if (group.level.kind === 'none') return [];
  return [
    ...settledConditions(prepared, group, node),
    ...ruleConditions(prepared, group.level, levelFacts(group, node), level),
    ...capConditions(prepared, group, node, level),
  ];
}
