import { z } from 'zod';
import { detailsSchema, passageSchema } from '../../domain/report/details-schema.ts';
import { PASSAGES } from '../../domain/report/passages.ts';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { command, gives, id, query } from '../method.ts';
import type { OpenedFile, ReportDetailsView, SavedDetails, SavedPassage } from '../views/report-details.ts';

const language = z.enum(LANGUAGES);
/** Rises with every change of the thing; an older one never overwrites a newer one. */
const seq = z.int().min(1).max(1_000_000_000);

/** What people add to a report, and the finished file to look at before it is handed in. */
export const reportDetailsMethods = {
  'details.open': query(z.strictObject({ assessmentId: id, language }), gives<ReportDetailsView>()),
  /** The details of this assessment; other reports of the organisation start with them from now on. */
  'details.save': command(
    z.strictObject({ assessmentId: id, seq, language, details: detailsSchema }),
    gives<SavedDetails>(),
  ),
  'passages.save': command(
    z.strictObject({
      assessmentId: id,
      language,
      passage: z.enum(PASSAGES),
      seq,
      /** Null goes back to the draft. */
      text: passageSchema.nullable(),
      /** The person has seen the present draft and keeps the own text. */
      seen: z.boolean(),
    }),
    gives<SavedPassage>(),
  ),
  'files.open': query(z.strictObject({ ticket: z.string().max(60) }), gives<OpenedFile>()),
} as const;
