/**
 * The one table of what can be asked of the application. Types are inferred from it, every transport dispatches
 * through it, and a method without a handler does not compile.
 */
import { z } from 'zod';
import { PERIOD_KINDS, isPeriod } from '../domain/assessment/period.ts';
import { answerSchema, besideAnswer, citation, organisationTexts } from '../domain/assessment/schema.ts';
import { LANGUAGES } from '../domain/text/localized.ts';
import type { Organisation } from '../domain/assessment/organisation.ts';
import type { Questionnaire } from '../domain/questionnaire/types.ts';
import {
  THEMES,
  type AppInfo,
  type AssessmentSummary,
  type AssessmentView,
  type BrokenQuestionnaire,
  type Delivered,
  type ExportTicket,
  type QuestionnaireSummary,
  type ResultView,
  type SavedAnswer,
  type Settings,
} from './views.ts';

/** Who is asking; decided by the transport, never by the message. Participants come with the classroom listener. */
export type Role = 'operator';

/** query: changes nothing. command: may be repeated with the same client-made id without a second effect. */
export interface Method<I extends z.ZodType, O> {
  readonly kind: 'query' | 'command';
  readonly roles: readonly Role[];
  readonly input: I;
  /** Type only: outputs are made by our own code from parsed data. */
  readonly output: O;
}

function query<I extends z.ZodType, O>(input: I, output: O): Method<I, O> {
  return { kind: 'query', roles: ['operator'], input, output };
}
function command<I extends z.ZodType, O>(input: I, output: O): Method<I, O> {
  return { kind: 'command', roles: ['operator'], input, output };
}
/** Carries an output type without a value. */
const gives = <O>(): O => undefined as O;

/** Client-made id of a record. */
const id = z.uuid();
const itemId = z.string().min(1).max(60);
const nothing = z.strictObject({});

export const periodSchema = z
  .strictObject({ kind: z.enum(PERIOD_KINDS), year: z.int(), number: z.int() })
  .refine(isPeriod, { message: 'not a period of its year', path: ['number'] });

const evidenceSchema = z.strictObject({ id, ...citation });

export const METHODS = {
  'app.info': query(nothing, gives<AppInfo>()),
  'settings.update': command(
    z.strictObject({
      language: z.enum(LANGUAGES).optional(),
      theme: z.enum(THEMES).optional(),
      zoom: z.int().min(80).max(200).optional(),
      digitKeys: z.boolean().optional(),
      autoAdvance: z.boolean().optional(),
      organisationId: id.nullable().optional(),
    }),
    gives<Settings>(),
  ),

  'questionnaires.list': query(
    nothing,
    gives<{ questionnaires: QuestionnaireSummary[]; broken: BrokenQuestionnaire[] }>(),
  ),
  'questionnaires.get': query(
    z.strictObject({ id: z.string().max(60), version: z.string().max(20) }),
    gives<{ questionnaire: Questionnaire; hash: string }>(),
  ),

  'organisations.list': query(nothing, gives<Organisation[]>()),
  'organisations.save': command(
    z.strictObject({
      id,
      ...organisationTexts,
      kind: z.string().max(60),
      province: z.string().max(10),
      predecessors: z.array(id).max(20),
    }),
    gives<Organisation>(),
  ),

  'assessments.list': query(nothing, gives<AssessmentSummary[]>()),
  'assessments.start': command(
    z.strictObject({
      id,
      organisationId: id,
      questionnaireId: z.string().max(60),
      questionnaireVersion: z.string().max(20),
      period: periodSchema,
    }),
    gives<AssessmentView>(),
  ),
  'assessments.open': query(z.strictObject({ id }), gives<AssessmentView>()),
  'assessments.position': command(z.strictObject({ id, itemId }), gives<null>()),
  'assessments.finish': command(z.strictObject({ id }), gives<AssessmentView>()),
  'assessments.reopen': command(z.strictObject({ id }), gives<AssessmentView>()),

  'answers.save': command(
    z.strictObject({
      assessmentId: id,
      itemId,
      /** Rises by one with every change of this item; an older one never overwrites a newer one. */
      seq: z.int().min(1).max(1_000_000_000),
      answer: answerSchema,
      ...besideAnswer,
      evidence: z.array(id).max(100),
    }),
    gives<SavedAnswer>(),
  ),
  'evidence.save': command(z.strictObject({ assessmentId: id, evidence: evidenceSchema }), gives<null>()),
  'evidence.remove': command(z.strictObject({ assessmentId: id, evidenceId: id }), gives<null>()),

  'results.get': query(z.strictObject({ assessmentId: id }), gives<ResultView>()),
  'reports.export': command(
    z.strictObject({ assessmentId: id, format: z.enum(['xlsx', 'pdf']), language: z.enum(LANGUAGES) }),
    gives<ExportTicket>(),
  ),
  'files.deliver': command(z.strictObject({ ticket: z.string().max(60) }), gives<Delivered>()),

  /** Adds the shipped sample organisations and assessments, or takes all of them away again. */
  'samples.add': command(nothing, gives<AssessmentSummary[]>()),
  'samples.remove': command(nothing, gives<null>()),
} as const satisfies Record<string, Method<z.ZodType, unknown>>;
