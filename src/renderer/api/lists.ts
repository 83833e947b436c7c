import type { AssessmentSummary } from '../../contract/views.ts';
import type { Organisation } from '../../domain/assessment/organisation.ts';
import { comparePeriods } from '../../domain/assessment/period.ts';

/** The organisation that the home screen is about: the chosen one, else the first by name; null when none is known. */
export function currentOrganisation(
  organisations: readonly Organisation[],
  chosen: string | null,
): Organisation | null {
  return organisations.find(({ id }) => id === chosen) ?? byName(organisations)[0] ?? null;
}

const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** Vietnamese order of names, "Phường 2" before "Phường 10". */
export function byName<T extends { readonly name: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => COLLATOR.compare(a.name, b.name));
}

/** The rounds of one organisation, the latest period first. */
export function roundsOf(assessments: readonly AssessmentSummary[], organisationId: string): AssessmentSummary[] {
  return assessments
    .filter((assessment) => assessment.organisationId === organisationId)
    .sort((a, b) => comparePeriods(b.period, a.period) || (a.updatedAt < b.updatedAt ? 1 : -1));
}

/** The draft that was changed last; null without one. */
export function newestDraft(rounds: readonly AssessmentSummary[]): AssessmentSummary | null {
  return rounds
    .filter(({ state }) => state === 'draft')
    .reduce<AssessmentSummary | null>(
      (best, draft) => (best && best.updatedAt >= draft.updatedAt ? best : draft),
      null,
    );
}

/** Organisations that came with the samples. */
export function sampleOrganisations(assessments: readonly AssessmentSummary[]): ReadonlySet<string> {
  return new Set(assessments.filter(({ sample }) => sample).map(({ organisationId }) => organisationId));
}

const RECENT = 5;

/** The rounds of other organisations that were changed last, one for each organisation. */
export function recentElsewhere(
  assessments: readonly AssessmentSummary[],
  organisationId: string,
): AssessmentSummary[] {
  const newest = new Map<string, AssessmentSummary>();
  for (const assessment of assessments) {
    const known = newest.get(assessment.organisationId);
    if (!known || known.updatedAt < assessment.updatedAt) newest.set(assessment.organisationId, assessment);
  }
  newest.delete(organisationId);
  return [...newest.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, RECENT);
}
