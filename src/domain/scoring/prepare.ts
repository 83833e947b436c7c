import { prepareBands, type Bands } from '../exact/bands.ts';
import { exact, type Exact } from '../exact/exact.ts';
import type { Scorer } from '../items/kind.ts';
import { prepareItem } from '../items/registry.ts';
import type { Aggregate, Group, Item, LevelRule, Node, Questionnaire } from '../questionnaire/types.ts';
import { isGroup } from '../questionnaire/walk.ts';

export interface PreparedItem {
  readonly kind: 'item';
  readonly id: string;
  readonly item: Item;
  readonly scored: boolean;
  readonly weight: Exact;
  readonly scorer: Scorer;
}

export interface PreparedGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly group: Group | null;
  readonly scored: boolean;
  readonly weight: Exact;
  readonly aggregate: Aggregate['kind'];
  readonly level: PreparedLevelRule;
  readonly children: readonly PreparedNode[];
}

export type PreparedNode = PreparedItem | PreparedGroup;

/** A bound on the total: strictly more than, or at least. */
export interface Bound {
  readonly value: Exact;
  readonly strict: boolean;
}

export type PreparedLevelRule =
  | { readonly kind: 'none' | 'lowest' }
  | { readonly kind: 'bands'; readonly on: 'percent' | 'value'; readonly table: Bands<number> }
  | { readonly kind: 'gate'; readonly share: Exact }
  | {
      readonly kind: 'conditions';
      readonly levels: readonly {
        readonly level: number;
        readonly total: Bound | null;
        readonly groups: { readonly count: number; readonly level: number } | null;
      }[];
    };

/** A questionnaire ready for scoring: all decimals parsed and defaults resolved once. */
export interface Prepared {
  readonly questionnaire: Questionnaire;
  /** Level numbers in rising order. */
  readonly levels: readonly number[];
  readonly root: PreparedGroup;
  readonly items: ReadonlyMap<string, PreparedItem>;
}

export const ROOT_ID = 'total';

function prepareLevelRule(rule: LevelRule): PreparedLevelRule {
  switch (rule.kind) {
    case 'none':
    case 'lowest':
      return { kind: rule.kind };
    case 'bands':
      return { kind: 'bands', on: rule.on, table: prepareBands(rule.table, (level) => level) };
    case 'gate':
      return { kind: 'gate', share: exact(rule.share) };
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
  }
}

function prepareBound(total: { moreThan: string } | { atLeast: string }): Bound {
  return 'moreThan' in total
    ? { value: exact(total.moreThan), strict: true }
    : { value: exact(total.atLeast), strict: false };
}

/**
 * Resolves defaults and parses every number of a checked questionnaire.
 * Do this once per questionnaire version; scoring itself then touches no text.
 */
export function prepare(questionnaire: Questionnaire): Prepared {
  const { scoring } = questionnaire;
  const items = new Map<string, PreparedItem>();

  function prepareNode(node: Node): PreparedNode {
    if (isGroup(node)) {
      return {
        kind: 'group',
        id: node.id,
        group: node,
        scored: node.scored,
        weight: exact(node.weight),
        aggregate: (node.aggregate ?? scoring.group).kind,
        level: prepareLevelRule(node.level ?? scoring.groupLevel),
        children: node.children.map(prepareNode),
      };
    }
    const item: PreparedItem = {
      kind: 'item',
      id: node.id,
      item: node,
      scored: node.scored,
      weight: exact(node.weight),
      scorer: prepareItem(node),
    };
    items.set(node.id, item);
    return item;
  }

  return {
    questionnaire,
    levels: questionnaire.levels.map((level) => level.value).sort((a, b) => a - b),
    root: {
      kind: 'group',
      id: ROOT_ID,
      group: null,
      scored: true,
      weight: exact(1),
      aggregate: scoring.total.kind,
      level: prepareLevelRule(scoring.overall),
      children: questionnaire.groups.map(prepareNode),
    },
    items,
  };
}
