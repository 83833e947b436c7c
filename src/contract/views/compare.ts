/** Two rounds or organisations side by side, the figures of single items, and the trace of a score. */
import type { Evidence } from '../../domain/assessment/answer.ts';
import type { ComparisonBasis, ItemMove } from '../../domain/compare/compare.ts';
import type { ItemState } from '../../domain/scoring/result.ts';
import type { LocalizedText } from '../../domain/text/localized.ts';
import type { AssessmentSummary } from '../views.ts';
import type { DerivedSource, VersionBreak } from './rounds.ts';

/** Value, maximum and percentage of one side as exact text; null = takes no part. */
export interface SideFigures {
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
  readonly level: number | null;
}

/** One scored item of a result. */
export interface ItemFigures {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  /** The top group that it belongs to. */
  readonly groupId: string;
  readonly state: ItemState;
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
  /** Same figures of the previous round; null without one. */
  readonly previous: { readonly value: string | null; readonly percent: string | null } | null;
}

/** One side of a comparison. */
export interface CompareSide {
  readonly assessment: AssessmentSummary;
  readonly level: number | null;
  /** The level as the questionnaire writes it ("2,4"). */
  readonly levelText: LocalizedText | null;
}

export interface ComparedNode {
  readonly id: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly before: SideFigures | null;
  readonly now: SideFigures | null;
  /** Now minus before in the measure of the comparison: percent of the maximum. */
  readonly change: string | null;
}

export interface ComparedItem {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly groupId: string;
  readonly move: ItemMove;
  /** Points of both sides and the difference; null where a side has none. */
  readonly before: ComparedAnswer | null;
  readonly now: ComparedAnswer | null;
  readonly change: string | null;
  /** Written beside the newer answer. */
  readonly explanation: string;
  /** Documents cited now that were not cited before. */
  readonly newEvidence: readonly Evidence[];
}

export interface ComparedAnswer extends Omit<SideFigures, 'level'> {
  readonly state: ItemState;
  /** The answer as printed in tables; empty where there is none. */
  readonly text: LocalizedText;
}

export interface CompareView {
  readonly questionnaire: { readonly id: string; readonly version: string };
  readonly now: CompareSide;
  /** Null when the earlier figures are derived from former units. */
  readonly before: CompareSide | null;
  /** Where derived figures come from. */
  readonly derived: {
    readonly sources: readonly DerivedSource[];
    readonly missing: number;
  } | null;
  /** Both sides belong to the same organisation. */
  readonly sameOrganisation: boolean;
  readonly break: VersionBreak | null;
  readonly basis: ComparisonBasis;
  readonly root: ComparedNode;
  readonly groups: readonly ComparedNode[];
  /** In the order of the newer version. Across versions only comparable items; without items when derived. */
  readonly items: readonly ComparedItem[];
}

export interface TraceLineView {
  readonly text: string;
  /** Of a condition: is it met? Null for sentences. */
  readonly met: boolean | null;
}

/** One node of the trace in one language; the root stands for the whole. */
export interface TraceView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly lines: readonly TraceLineView[];
  readonly children: readonly TraceView[];
}
