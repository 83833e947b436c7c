import type { Exact } from '../exact/exact.ts';

/**
 * How many scored items of a node are in which state. `none` answers count as answered and are listed apart too.
 * Hidden items, items for other kinds of organisation, bonuses and deductions are in none of them.
 */
export interface Tally {
  readonly total: number;
  readonly answered: number;
  readonly none: number;
  readonly notApplicable: number;
  readonly unanswered: number;
}

/**
 * How an item counts. `unanswered` includes answers that say nothing ("do not know"); `excluded` is an option that
 * takes the item out of the score; `hidden` is a follow-up that is not asked.
 */
export type ItemState = 'answered' | 'none' | 'not-applicable' | 'excluded' | 'unanswered' | 'hidden';

/** Score of a group or an item. A null value means "takes no part": not applicable, excluded or nothing answered. */
export interface NodeScore {
  readonly id: string;
  readonly value: Exact | null;
  /** What could have been reached, by the same rule; shrinks when items are not applicable. Null with the value. */
  readonly max: Exact | null;
  /** Level number; null where the node has no level rule or nothing has been answered. */
  readonly level: number | null;
  readonly tally: Tally;
  /** Empty for items. */
  readonly children: readonly NodeScore[];
  /** Of an item; null for groups. */
  readonly state: ItemState | null;
  /** A group of which too little is settled for a figure. */
  readonly insufficient: boolean;
}

/** Outcome of a whole questionnaire: the root carries total and overall level. */
export interface Score extends NodeScore {
  /** Every group and item of the tree by id, the root under "total"; made on first use. */
  readonly byId: ReadonlyMap<string, NodeScore>;
}

/** The state of an item's evidence, for items whose points depend on it. */
export type EvidenceState = 'none' | 'offered' | 'approved' | 'rejected';

/** What scoring knows beside the answers. */
export interface Facts {
  /** By item id; an item that is missing has none. Without the map every evidence counts as offered (self-assessment). */
  readonly evidence?: ReadonlyMap<string, EvidenceState>;
}

export const NO_FACTS: Facts = {};

export const NO_TALLY: Tally = { total: 0, answered: 0, none: 0, notApplicable: 0, unanswered: 0 };

/** A finished tree with an index over it. A class, since an object with an accessor of its own is slow to make. */
class Indexed implements Score {
  readonly id: string;
  readonly value: Exact | null;
  readonly max: Exact | null;
  readonly level: number | null;
  readonly tally: Tally;
  readonly children: readonly NodeScore[];
  readonly state: ItemState | null;
  readonly insufficient: boolean;
  #index: ReadonlyMap<string, NodeScore> | null = null;

  constructor(root: NodeScore) {
    this.id = root.id;
    this.value = root.value;
    this.max = root.max;
    this.level = root.level;
    this.tally = root.tally;
    this.children = root.children;
    this.state = root.state;
    this.insufficient = root.insufficient;
  }

  get byId(): ReadonlyMap<string, NodeScore> {
    return (this.#index ??= indexOf(this));
  }
}

export const withIndex = (root: NodeScore): Score => new Indexed(root);

function indexOf(root: NodeScore): Map<string, NodeScore> {
  const index = new Map<string, NodeScore>();
  const visit = (node: NodeScore): void => {
    for (const child of node.children) visit(child);
    index.set(node.id, node);
  };
  visit(root);
  return index;
}
