import { z } from 'zod';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { command, gives, id, periodSchema } from '../method.ts';
import type { ExportTicket } from '../views.ts';
import { REPORT_FORMATS } from '../views/exports.ts';

const language = z.enum(LANGUAGES);

/** Files made from a result, from a questionnaire, and from the progress of a plan. */
export const exportMethods = {
  'reports.export': command(
    z.strictObject({ assessmentId: id, format: z.enum(REPORT_FORMATS), language }),
    gives<ExportTicket>(),
  ),
  /** The questionnaire as a form to print and fill in by hand. */
  'questionnaires.blank': command(
    z.strictObject({ id: z.string().max(60), version: z.string().max(20), language }),
    gives<ExportTicket>(),
  ),
  /** The periodic progress report of an agency from what was recorded for the plan. */
  'progress.export': command(
    z.strictObject({ assessmentId: id, period: periodSchema, format: z.enum(['xlsx', 'pdf']), language }),
    gives<ExportTicket>(),
  ),
} as const;
