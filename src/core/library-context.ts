import type { AssessmentContext } from '../domain/assessment/context.ts';
import type { Library, LoadedQuestionnaire, ReadyQuestionnaire } from './library.ts';
import type { AssessmentRow, Ports } from './ports.ts';

/** Who is assessed, and for which year. */
export function contextOf(
  { storage }: Pick<Ports, 'storage'>,
  row: Pick<AssessmentRow, 'organisationId' | 'period' | 'organisationKind'>,
): AssessmentContext {
  // A finished round stays what it was, although the organisation becomes another kind later.
  const kind = row.organisationKind ?? storage.organisations.find(row.organisationId)?.kind ?? '';
  return { kind, year: row.period.year };
}

/**
 * The questionnaire of an assessment as it was when it was started, ready for its organisation and year: items of other
 * kinds of organisation do not count, and the target of the year is the one that counts.
 * @throws AppError questionnaire.unknown
 */
export function readyFor(ports: Pick<Ports, 'storage'>, library: Library, row: AssessmentRow): ReadyQuestionnaire {
  return inContext(library, library.getStored(row.questionnaireId, row.questionnaireVersion), contextOf(ports, row));
}

export function inContext(
  library: Library,
  loaded: LoadedQuestionnaire,
  context: AssessmentContext,
): ReadyQuestionnaire {
  return { ...loaded, prepared: library.prepared(loaded, context) };
}
