/** How an assessment stands to earlier rounds, also across versions and mergers. */
import type { Period } from '../../domain/assessment/period.ts';
import type { LocalizedText } from '../../domain/text/localized.ts';
import type { TargetStatus } from '../../domain/items/indicator-target.ts';

/** The earlier round was made with another version of the questionnaire: only some items may be compared. */
export interface VersionBreak {
  /** Version of the earlier round. */
  readonly version: string;
  /** Items that may be compared, that are new in this version, and that only the earlier one had. */
  readonly comparable: number;
  readonly added: number;
  readonly dropped: number;
}

/** One round of a former unit that a derived figure comes from. */
export interface DerivedSource {
  readonly organisationId: string;
  readonly name: string;
  readonly period: Period;
}

/** Plain means over the last rounds of the units that this one was formed from; to be shown as derived, never as own. */
export interface DerivedFigure {
  readonly id: string;
  readonly value: string;
  readonly max: string;
  readonly percent: string | null;
  /** Former units that have a figure here. */
  readonly of: number;
}

export interface DerivedPrevious {
  readonly sources: readonly DerivedSource[];
  /** Former units without a finished round of this questionnaire version. */
  readonly missing: number;
  /** Of the whole, of groups and of items, by id; the whole under "total". */
  readonly figures: readonly DerivedFigure[];
}

/** How an indicator stands against the target of the assessed year. Exact numbers as text. */
export interface IndicatorView {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly groupId: string;
  /** `own`: set by the unit itself, in place of the document's figure. */
  readonly target: { readonly year: number; readonly value: string | null; readonly own: boolean };
  readonly status: TargetStatus;
  /** What is missing, in the unit of the indicator; below zero when there is more than enough. */
  readonly gap: string | null;
  readonly percentOfTarget: string | null;
  /** The assessed year lies behind the last target. */
  readonly overdue: boolean;
}
