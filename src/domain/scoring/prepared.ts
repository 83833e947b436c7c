/** A questionnaire made ready for scoring one kind of organisation: everything parsed, resolved and in scope. */
import type { AssessmentContext } from '../assessment/context.ts';
import type { Bands } from '../exact/bands.ts';
import type { Exact } from '../exact/exact.ts';
import type { RoundMode } from '../exact/round.ts';
import type { Scorer } from '../items/kind.ts';
import type { PreparedCondition } from '../questionnaire/condition.ts';
import type { Aggregate, Group, Item, Questionnaire } from '../questionnaire/types.ts';
import type { EvidenceState, NodeScore } from './result.ts';

interface PreparedCommon {
  readonly id: string;
  readonly scored: boolean;
  /** Takes part in the joining of its group: scored, and neither a bonus nor a deduction. */
  readonly ordinary: boolean;
  readonly weight: Exact;
  readonly showIf: PreparedCondition | null;
}

export interface PreparedItem extends PreparedCommon {
  readonly kind: 'item';
  readonly item: Item;
  readonly scorer: Scorer;
  readonly role: 'bonus' | 'deduction' | null;
  /** What "not applicable" is worth; a copy takes the share of the sibling at that place among the children. */
  readonly notApplicable: 'exclude' | 'zero' | 'full' | { readonly copy: number };
  /** A value without points is an option outside the score, not something that did not occur. */
  readonly excludes: boolean;
  readonly evidence: Readonly<Record<EvidenceState, Exact>> | null;
  /** Worth nothing of its maximum while hidden, instead of leaving the score. */
  readonly hiddenCounts: boolean;
  readonly knockOut: { readonly below: Exact; readonly capLevel: number | null; readonly zeroGroup: boolean } | null;
  readonly atLevel: number | null;
}

export interface PreparedGroup extends PreparedCommon {
  readonly kind: 'group';
  /** Null for the root. */
  readonly group: Group | null;
  /** Groups above it: 0 for the root. */
  readonly depth: number;
  readonly aggregate: Aggregate['kind'];
  readonly join: PreparedAggregate;
  readonly values: ValueRules | null;
  readonly level: PreparedLevelRule;
  readonly caps: readonly PreparedCap[];
  /** Percent of the items that must be settled for a figure. */
  readonly completeness: Exact | null;
  /** Worth nothing of its maximum when nothing applies, instead of being dropped. */
  readonly emptyCounts: boolean;
  readonly children: readonly PreparedNode[];
  /** Places of the children that may copy a sibling, each after the one that it copies. */
  readonly copies: readonly number[];
  /** Places of the bonuses and deductions. */
  readonly roles: readonly number[];
  /** Places of the items that can take everything from the group. */
  readonly zeroers: readonly number[];
  /** The score with everything applicable and at its best. */
  readonly full: NodeScore;
}

export type PreparedNode = PreparedItem | PreparedGroup;

export type PreparedAggregate =
  | { readonly kind: 'sum' | 'mean' | 'weighted' | 'level-sum' | 'none' }
  | { readonly kind: 'lowest'; readonly k: number }
  | { readonly kind: 'pooled'; readonly to: Exact }
  | { readonly kind: 'percent-mean'; readonly to: Exact }
  | { readonly kind: 'count'; readonly on: 'value' | 'percent'; readonly atLeast: Exact }
  | { readonly kind: 'penalties'; readonly start: Exact }
  | { readonly kind: 'geometric'; readonly zero: 'zero' | 'skip' };

export interface ValueRules {
  readonly scale: { readonly from: Exact; readonly to: Exact } | null;
  readonly limits: { readonly min: Exact | null; readonly max: Exact | null } | null;
  readonly round: { readonly decimals: number; readonly mode: RoundMode } | null;
}

/** A bound on a figure: strictly more than, or at least. */
export interface Bound {
  readonly value: Exact;
  readonly strict: boolean;
}

export interface PreparedGate {
  readonly kind: 'gate';
  /** Percent of the judged items, or a number of them. */
  readonly need: { readonly share: Exact } | { readonly count: number };
  /** Null: every item is judged by the level itself. Else the items of the level by this many points. */
  readonly reach: Exact | null;
  readonly cumulative: boolean;
}

export type PreparedLevelRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'lowest' }
  | { readonly kind: 'bands'; readonly on: 'percent' | 'value'; readonly table: Bands<number> }
  | PreparedGate
  | { readonly kind: 'attributes'; readonly largely: Exact; readonly fully: Exact }
  | {
      readonly kind: 'conditions';
      readonly levels: readonly {
        readonly level: number;
        readonly total: Bound | null;
        readonly groups: { readonly count: number; readonly level: number } | null;
      }[];
    }
  | {
      readonly kind: 'profiles';
      readonly profiles: readonly { readonly level: number; readonly groups: ReadonlyMap<string, number> }[];
    };

export type PreparedCap =
  | { readonly kind: 'lowest-group'; readonly plus: number }
  | {
      readonly kind: 'items' | 'knock-out';
      readonly items: readonly string[];
      readonly below: Exact;
      readonly level: number;
    };

/** A questionnaire ready for scoring: all decimals parsed and defaults resolved once. */
export interface Prepared {
  readonly questionnaire: Questionnaire;
  readonly context: AssessmentContext;
  /** Level numbers in rising order. */
  readonly levels: readonly number[];
  readonly root: PreparedGroup;
  /** The items in scope, in reading order. */
  readonly items: ReadonlyMap<string, PreparedItem>;
  /** The places of the children that lead from the root to an item. */
  readonly paths: ReadonlyMap<string, readonly number[]>;
  /** Some node is shown under a condition only. */
  readonly conditional: boolean;
  /** Items that decide whether others are shown. */
  readonly watched: ReadonlySet<string>;
  readonly unanswered: 'zero' | 'exclude' | 'no-score' | { readonly meanFrom: Exact };
}

export const ROOT_ID = 'total';
