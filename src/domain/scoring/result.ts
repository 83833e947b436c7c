import type { Exact } from '../exact/exact.ts';

/** How many scored items of a node are in which state. `none` answers count as answered and are listed apart too. */
export interface Tally {
  readonly total: number;
  readonly answered: number;
  readonly none: number;
  readonly notApplicable: number;
  readonly unanswered: number;
}

/** Score of a group or an item. A null value means "takes no part": not applicable, excluded or nothing answered. */
export interface NodeScore {
  readonly id: string;
  readonly value: Exact | null;
  /** What could have been reached, by the same rule; shrinks when items are not applicable. */
  readonly max: Exact | null;
  /** Level number; null where the node has no level rule or nothing has been answered. */
  readonly level: number | null;
  readonly tally: Tally;
  /** Empty for items. */
  readonly children: readonly NodeScore[];
}

/** Outcome of a whole questionnaire: the root carries total and overall level. */
export interface Score extends NodeScore {
  /** Every group and item of the tree by id, the root under "total". */
  readonly byId: ReadonlyMap<string, NodeScore>;
}

export const NO_TALLY: Tally = { total: 0, answered: 0, none: 0, notApplicable: 0, unanswered: 0 };

export function addTally(a: Tally, b: Tally): Tally {
  return {
    total: a.total + b.total,
    answered: a.answered + b.answered,
    none: a.none + b.none,
    notApplicable: a.notApplicable + b.notApplicable,
    unanswered: a.unanswered + b.unanswered,
  };
}
