import type { AssessmentSummary } from '../../../contract/views.ts';
import { comparePeriods } from '../../../domain/assessment/period.ts';

/** The way to the figures of former units, in the place of an assessment's id. */
export const DERIVED = 'derived';

export interface Choices {
  /** Other rounds of the same organisation, the latest first. */
  readonly rounds: readonly AssessmentSummary[];
  /** Rounds of other organisations, the latest first and then by name. */
  readonly others: readonly AssessmentSummary[];
}

const latestFirst = (a: AssessmentSummary, b: AssessmentSummary): number =>
  comparePeriods(b.period, a.period) || a.organisationName.localeCompare(b.organisationName, 'vi');

/** What an assessment can be compared with: everything of the same questionnaire in which something is answered. */
export function choicesFor(now: AssessmentSummary, all: readonly AssessmentSummary[]): Choices {
  const same = all
    .filter((other) => other.id !== now.id && other.questionnaireId === now.questionnaireId && other.settled > 0)
    .sort(latestFirst);
  return {
    rounds: same.filter(({ organisationId }) => organisationId === now.organisationId),
    others: same.filter(({ organisationId }) => organisationId !== now.organisationId),
  };
}

/**
 * What is shown first: the locked round before this one, else any round before it, else the former units, else whatever
 * there is.
 * @returns an id, DERIVED, or null when there is nothing
 */
export function firstChoice(now: AssessmentSummary, { rounds, others }: Choices, derived: boolean): string | null {
  const earlier = rounds.filter((other) => comparePeriods(other.period, now.period) < 0);
  const found = earlier.find(({ state }) => state === 'finished') ?? earlier[0];
  return found?.id ?? (derived ? DERIVED : (rounds[0]?.id ?? others[0]?.id ?? null));
}
