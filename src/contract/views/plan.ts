import type { Period } from '../../domain/assessment/period.ts';
import type { PlanFacts } from '../../domain/plan/facts.ts';
import type { IndexEntry, IndexName } from '../../domain/plan/ledger.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { LocalizedText } from '../../domain/text/localized.ts';
import type { AssessmentSummary } from '../views.ts';

/** A plan with everything that follows from it. */
export interface PlanView extends PlanFacts {
  readonly assessment: AssessmentSummary;
  readonly questionnaire: { readonly id: string; readonly version: string };
  /** False: nothing has been stored yet, target and reporting are proposals. */
  readonly stored: boolean;
  readonly plan: Plan;
  /** YYYY-MM-DD here and now; lateness is judged by it. */
  readonly today: string;
  /** The questionnaire's own targets. */
  readonly targets: readonly { readonly year: number; readonly level: number; readonly note: LocalizedText }[];
}

/** A finished own assessment, beside the outside results. */
export interface OwnResult {
  readonly assessmentId: string;
  readonly title: LocalizedText;
  readonly organisation: string;
  readonly period: Period;
  readonly level: number | null;
  readonly levelName: LocalizedText | null;
  /** Exact numbers as text. */
  readonly value: string | null;
  readonly max: string | null;
  /** Digits after the decimal mark. */
  readonly decimals: number;
  readonly sample: boolean;
}

export interface LedgerView {
  readonly entries: readonly IndexEntry[];
  /** The newest first. */
  readonly own: readonly OwnResult[];
  /** Names to choose from; any other may be typed. */
  readonly names: readonly IndexName[];
}
