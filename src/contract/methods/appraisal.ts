import { z } from 'zod';
import { EVIDENCE_VERDICTS } from '../../domain/assessment/appraisal.ts';
import { answerSchema, answerValueSchema, line } from '../../domain/assessment/schema.ts';
import { command, gives, id, itemId, query } from '../method.ts';
import type { ItemHistory, SavedBeside } from '../views/appraisal.ts';
import type { AppraisalWorkbook } from '../views/workbook.ts';

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
  /**
   * What an appraiser wrote into the exported workbook of this assessment, and what stands in the way of taking it over.
   * The file comes by `opening.upload`.
   */
  'appraisals.preview': query(z.strictObject({ assessmentId: id, upload: id }), gives<AppraisalWorkbook>()),
  /** Takes the entries of these items over; those with a problem, and those that are stored already, are left out. */
  'appraisals.take': command(
    z.strictObject({ assessmentId: id, upload: id, items: z.array(itemId).max(2000) }),
    gives<{ readonly items: readonly string[] }>(),
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
