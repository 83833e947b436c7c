/** Summaries of rounds for tests: a draft of the year 2026, with anything overridden. */
import type { AssessmentSummary } from '../../src/contract/views.ts';

export function round(more: Partial<AssessmentSummary> = {}): AssessmentSummary {
  return {
    id: 'round',
    organisationId: 'commune',
    organisationName: 'UBND xã Tân An',
    questionnaireId: 'gov-maturity-5',
    questionnaireVersion: '1.0.0',
    questionnaireTitle: { vi: 'Năm mức trưởng thành', en: 'Five maturity levels' },
    period: { kind: 'year', year: 2026, number: 1 },
    state: 'draft',
    sample: false,
    settled: 0,
    total: 32,
    flagged: 0,
    level: null,
    levelName: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: null,
    ...more,
  };
}
