import type { AnswerRecord } from '../domain/assessment/answer.ts';
import type { Period } from '../domain/assessment/period.ts';
import { progressOf } from './assessments.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { inContext } from './library-context.ts';
import type { AssessmentRow } from './ports.ts';

/** An assessment that has just been made: a draft with what has been answered so far. */
export function newRow(
  library: Library,
  loaded: LoadedQuestionnaire,
  {
    kind,
    at,
    sample = false,
    records = [],
    ...given
  }: {
    readonly id: string;
    readonly organisationId: string;
    /** Of the organisation. */
    readonly kind: string;
    readonly period: Period;
    readonly at: string;
    readonly sample?: boolean;
    readonly records?: readonly AnswerRecord[];
  },
): AssessmentRow {
  return {
    ...given,
    questionnaireId: loaded.questionnaire.id,
    questionnaireVersion: loaded.questionnaire.version,
    questionnaireHash: loaded.hash,
    state: 'draft',
    sample,
    position: null,
    ...progressOf(inContext(library, loaded, { kind, year: given.period.year }), records),
    level: null,
    contentHash: null,
    organisationKind: null,
    createdAt: at,
    updatedAt: at,
    finishedAt: null,
  };
}
