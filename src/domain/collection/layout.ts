/** Where the figures of a questionnaire version stand, and which figures of two versions mean the same. */
import type { Group, Node, Questionnaire } from '../questionnaire/types.ts';
import { comparableItems, compareVersionNumbers } from '../questionnaire/versions.ts';
import { isGroup, itemsOf } from '../questionnaire/walk.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { Layout, LayoutNode } from './types.ts';

function* nodesAt(nodes: readonly Node[], depth: number): Generator<{ readonly group: Group; readonly depth: number }> {
  for (const group of nodes)
    if (isGroup(group)) {
      yield { group, depth };
      yield* nodesAt(group.children, depth + 1);
    }
}

/** The layout of a questionnaire version: every group and every item of any kind of organisation. */
export function layoutOf(questionnaire: Questionnaire, hash: string): Layout {
  const { id, version, title, levels, groups, scoring } = questionnaire;
  return {
    questionnaire: { id, version, hash },
    title,
    levels: levels.map(({ value, name }) => ({ level: value, name })).sort((a, b) => a.level - b.level),
    nodes: [...nodesAt(groups, 1)].map(({ group, depth }): LayoutNode => ({
      id: group.id,
      code: group.code,
      title: group.title,
      depth,
      scored: group.scored,
    })),
    items: groups.flatMap((pillar) =>
      [...itemsOf([pillar])].map((item) => ({
        id: item.id,
        code: item.code,
        title: item.title,
        pillarId: pillar.id,
        scored: item.scored,
      })),
    ),
    lowestFirst: scoring.total.kind === 'lexicographic',
    decimals: scoring.decimals,
  };
}

/**
 * For each node and item of one layout its place in the figures of another version; -1 where the two do not mean the
 * same. The total is comparable only where the versions are one.
 */
export interface ColumnMap {
  readonly total: boolean;
  readonly nodes: readonly number[];
  readonly items: readonly number[];
}

/** Texts decide nothing about a figure. */
function rulesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rulesIn);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, part]) =>
      key !== 'code' &&
      key !== 'advice' &&
      !(typeof part === 'object' && part !== null && 'vi' in part && 'en' in part),
  );
  return Object.fromEntries(kept.map(([key, part]) => [key, rulesIn(part)]));
}

/** What of the rules for the whole questionnaire reaches into every group. */
const common = ({ scoring }: Questionnaire): string => {
  const { unanswered, notApplicable, emptyGroup, completeness, group, groupLevel } = scoring;
  return canonicalJson(rulesIn({ unanswered, notApplicable, emptyGroup, completeness, group, groupLevel }));
};

/**
 * Pairs the figures of two versions of a questionnaire: an item where it is continued on the same scale, a group where
 * everything that decides its score is the same, texts apart.
 * @param base the version whose layout is wanted
 * @param other the version that the figures come from
 */
export function columnMap(base: Questionnaire, other: Questionnaire): ColumnMap {
  const isNewer = compareVersionNumbers(base.version, other.version) >= 0;
  const pairs = isNewer ? comparableItems(other, base) : comparableItems(base, other);
  const otherOf = isNewer ? pairs : new Map([...pairs].map(([now, then]) => [then, now]));
  const sameRules = common(base) === common(other);
  const groups = new Map([...nodesAt(other.groups, 1)].map(({ group }, place) => [group.id, { group, place }]));
  const items = new Map([...itemsOf(other.groups)].map(({ id }, place) => [id, place]));
  return {
    total: false,
    nodes: [...nodesAt(base.groups, 1)].map(({ group }) => {
      const found = groups.get(group.id);
      if (!found || !sameRules) return -1;
      return canonicalJson(rulesIn(group)) === canonicalJson(rulesIn(found.group)) ? found.place : -1;
    }),
    items: [...itemsOf(base.groups)].map(({ id }) => {
      const otherId = otherOf.get(id);
      return otherId === undefined ? -1 : (items.get(otherId) ?? -1);
    }),
  };
}
