import { conditionsFor, type Condition } from './conditions.ts';
import type { Prepared, PreparedGroup, PreparedNode } from './prepared.ts';
import type { NodeScore, Score } from './result.ts';

export { conditionsFor, type Condition } from './conditions.ts';

/** Why a node stands at its level and what keeps it from the next one. */
export interface LevelReasons {
  readonly level: number | null;
  /** Conditions of the present level; empty at the bottom. */
  readonly held: readonly Condition[];
  readonly next: { readonly level: number; readonly conditions: readonly Condition[] } | null;
}

/** The levels that have items of their own below a group. */
function levelsWithItems(group: PreparedGroup): Set<number> {
  const levels = new Set<number>();
  const visit = (node: PreparedNode): void => {
    if (!node.ordinary) return;
    if (node.kind === 'group') node.children.forEach(visit);
    else if (node.atLevel !== null) levels.add(node.atLevel);
  };
  group.children.forEach(visit);
  return levels;
}

/** The levels that the rule of a group can give, in rising order. */
export function levelsOf(prepared: Prepared, group: PreparedGroup): readonly number[] {
  const rule = group.level;
  switch (rule.kind) {
    case 'none':
      return [];
    case 'bands':
      return rule.table.bands.map((band) => band.value);
    case 'conditions':
      return rule.levels.map((entry) => entry.level);
    case 'profiles':
      return rule.profiles.map((entry) => entry.level);
    case 'lowest':
      return prepared.levels;
    case 'attributes':
    case 'gate': {
      if (rule.kind === 'gate' && rule.reach === null) return prepared.levels;
      const asked = levelsWithItems(group);
      const top = Math.max(...asked);
      const cumulative = rule.kind === 'attributes' || rule.cumulative;
      return prepared.levels.filter((level) => (cumulative ? level <= top : asked.has(level)));
    }
  }
}

/** The level above the present one, or the lowest when there is none yet; null at the top or without a level rule. */
export function nextLevel(prepared: Prepared, group: PreparedGroup, level: number | null): number | null {
  return levelsOf(prepared, group).find((candidate) => level === null || candidate > level) ?? null;
}

/** Explains the level of a group (or of the root) of a finished score. */
export function explainLevel(prepared: Prepared, group: PreparedGroup, scored: Score): LevelReasons {
  const node = scored.byId.get(group.id) as NodeScore;
  const next = nextLevel(prepared, group, node.level);
  return {
    level: node.level,
    held: node.level === null ? [] : conditionsFor(prepared, group, node, node.level),
    next: next === null ? null : { level: next, conditions: conditionsFor(prepared, group, node, next) },
  };
}
