import { z } from 'zod';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { gives, id, query } from '../method.ts';
import type { CompareView, TraceView } from '../views/compare.ts';

export const compareMethods = {
  /** How a score came about, from the whole down to each answer; made only when asked for. */
  'results.trace': query(z.strictObject({ assessmentId: id, language: z.enum(LANGUAGES) }), gives<TraceView>()),
  /** Two assessments of one questionnaire; `before` null = the means of the units that the organisation was formed from. */
  'results.compare': query(z.strictObject({ now: id, before: id.nullable() }), gives<CompareView>()),
} as const;
