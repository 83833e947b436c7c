import type { Prepared, PreparedCap, PreparedGroup } from './prepared.ts';
import type { NodeScore } from './result.ts';
import { judgedGroups } from './level.ts';
import { standsBelow } from './walk-items.ts';

/** A bound on the level as it stands now. */
export interface CapState {
  readonly cap: PreparedCap;
  /** No level above this while the cap holds; Infinity when it does not. */
  readonly level: number;
  /** The items or groups that hold it. */
  readonly by: readonly string[];
}

/** The score of an item below a group, found by its places. */
function itemBelow(
  prepared: Prepared,
  group: PreparedGroup,
  children: readonly NodeScore[],
  id: string,
): NodeScore | null {
  const [first, ...others] = (prepared.paths.get(id) ?? []).slice(group.depth);
  let node = first === undefined ? undefined : children[first];
  for (const place of others) node = node?.children[place];
  return node ?? null;
}

/**
 * Where each cap of a group stands.
 * - lowest-group: not more than `plus` above the lowest judged child group; one without a level stands one below the
 *   lowest level
 * - items, knock-out: not above the level while one of the items stands below its bound or is unanswered; items that
 *   are hidden, out of scope or do not apply hold nothing
 */
export function capStates(prepared: Prepared, group: PreparedGroup, children: readonly NodeScore[]): CapState[] {
  return group.caps.map((cap) => {
    if (cap.kind === 'lowest-group') {
      const floor = (prepared.levels[0] as number) - 1;
      const groups = judgedGroups(group, children).map(({ id, level }) => ({ id, level: level ?? floor }));
      if (groups.length === 0) return { cap, level: Infinity, by: [] };
      const lowest = Math.min(...groups.map(({ level }) => level));
      return { cap, level: lowest + cap.plus, by: groups.filter(({ level }) => level === lowest).map(({ id }) => id) };
    }
    const by = cap.items.filter((id) => {
      const node = itemBelow(prepared, group, children, id);
      return node !== null && standsBelow(node, cap.below);
    });
    return { cap, level: by.length > 0 ? cap.level : Infinity, by };
  });
}

/** The level under its caps: the highest one that no cap forbids; null when they forbid all. */
export function cappedLevel(
  prepared: Prepared,
  group: PreparedGroup,
  children: readonly NodeScore[],
  level: number | null,
): number | null {
  if (level === null || group.caps.length === 0) return level;
  const most = Math.min(level, ...capStates(prepared, group, children).map((state) => state.level));
  return prepared.levels.findLast((one) => one <= most) ?? null;
}
