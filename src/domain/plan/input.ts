import type { Answers } from '../assessment/answer.ts';
import type { Prepared } from '../scoring/prepare.ts';
import type { Plan, ProgressRecord } from './plan.ts';

/** A plan with what it stands on. */
export interface PlanInput {
  readonly prepared: Prepared;
  readonly answers: Answers;
  readonly plan: Plan;
  readonly records: readonly ProgressRecord[];
  /** YYYY-MM-DD */
  readonly today: string;
}
