/** What an appraiser gives back to a unit: the appraisals of one submission, with both scores. */
import { z } from 'zod';
import { EVIDENCE_VERDICTS } from '../assessment/appraisal.ts';
import { answerSchema, line } from '../assessment/schema.ts';
import { MAX_NODES } from '../questionnaire/check.ts';
import { contentHashSchema, scoreSchema } from '../result-file/schema.ts';

export const APPRAISAL_FORMAT = 'thuoc-so/appraisal/1';

export const appraisalReturnSchema = z.strictObject({
  format: z.literal(APPRAISAL_FORMAT),
  /** The submission that was appraised. */
  of: z.strictObject({
    assessmentId: z.string().min(1).max(60),
    revision: z.int().min(0).max(100_000),
    contentHash: contentHashSchema,
    organisation: line(300),
  }),
  questionnaire: z.strictObject({
    id: z.string().max(60),
    version: z.string().max(20),
    hash: contentHashSchema,
  }),
  /** Who appraised, and what is said of the whole. */
  by: line(300),
  remark: line(5000),
  at: z.iso.datetime(),
  appraisals: z
    .array(
      z.strictObject({
        itemId: z.string().min(1).max(60),
        answer: answerSchema.nullable(),
        reason: line(5000),
        evidence: z.enum(EVIDENCE_VERDICTS),
        person: line(100),
        at: z.iso.datetime(),
      }),
    )
    .min(1)
    .max(MAX_NODES),
  score: scoreSchema,
  appraisedScore: scoreSchema,
});

export type AppraisalReturn = z.output<typeof appraisalReturnSchema>;
