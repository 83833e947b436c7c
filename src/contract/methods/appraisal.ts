import { z } from 'zod';
import { EVIDENCE_VERDICTS } from '../../domain/assessment/appraisal.ts';
import { answerSchema, answerValueSchema, line } from '../../domain/assessment/schema.ts';
import { command, gives, id, itemId, query } from '../method.ts';
import type { ItemHistory, SavedBeside } from '../views/appraisal.ts';

/** Rises with every change of the item; an older one never overwrites a newer one. */
const seq = z.int().min(1).max(1_000_000_000);

/** What stands beside the answers. It may be given while the assessment is open and after it has been closed. */
export const appraisalMethods = {
  'appraisals.save': command(
    z.strictObject({
      assessmentId: id,
      itemId,
      seq,
      /** Null: the unit's answer stands and is not confirmed. */
      answer: answerSchema.nullable(),
      reason: line(5000),
      evidence: z.enum(EVIDENCE_VERDICTS),
    }),
    gives<SavedBeside>(),
  ),
  'targets.save': command(
    z.strictObject({
      assessmentId: id,
      itemId,
      seq,
      /** Null takes the target back. */
      value: answerValueSchema.nullable(),
    }),
    gives<SavedBeside>(),
  ),
  'answers.history': query(z.strictObject({ assessmentId: id, itemId }), gives<ItemHistory>()),
} as const;
