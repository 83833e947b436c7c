import type { AssessmentView } from '../../../contract/views.ts';
import type { AssessmentContext } from '../../../domain/assessment/context.ts';

/** Who is assessed, and for which year. */
export function contextOf({
  organisation,
  summary,
}: Pick<AssessmentView, 'organisation' | 'summary'>): AssessmentContext {
  return { kind: organisation.kind, year: summary.period.year };
}
