/**
 * The one table of what can be asked of the application. Types are inferred from it, every transport dispatches
 * through it, and a method without a handler does not compile.
 */
import { z } from 'zod';
import { answerSchema, besideAnswer, organisationTexts } from '../domain/assessment/schema.ts';
import type { Organisation } from '../domain/assessment/organisation.ts';
import type { Questionnaire } from '../domain/questionnaire/types.ts';
import { command, gives, id, itemId, nothing, periodSchema, query, type Method } from './method.ts';
import { appraisalMethods } from './methods/appraisal.ts';
import { evidenceMethods } from './methods/evidence.ts';
import { exportMethods } from './methods/exports.ts';
import { collectionMethods } from './methods/collections.ts';
import { compareMethods } from './methods/compare.ts';
import { dataMethods } from './methods/data.ts';
import { filesMethods } from './methods/files.ts';
import { libraryMethods } from './methods/library.ts';
import { planMethods } from './methods/plan.ts';
import { privacyMethods } from './methods/privacy.ts';
import { reportDetailsMethods } from './methods/report-details.ts';
import { settingsMethods } from './methods/settings.ts';
import type {
  AppInfo,
  AssessmentSummary,
  AssessmentView,
  BrokenQuestionnaire,
  Delivered,
  QuestionnaireSummary,
  ResultView,
  SavedAnswer,
} from './views.ts';

export const METHODS = {
  'app.info': query(nothing, gives<AppInfo>()),
  ...settingsMethods,

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
  ...evidenceMethods,
  ...appraisalMethods,

  'results.get': query(z.strictObject({ assessmentId: id }), gives<ResultView>()),
  ...exportMethods,
  'files.deliver': command(z.strictObject({ ticket: z.string().max(60) }), gives<Delivered>()),
  ...compareMethods,
  ...libraryMethods,
  ...filesMethods,
  ...dataMethods,
  ...privacyMethods,
  ...reportDetailsMethods,
  ...planMethods,
  ...collectionMethods,

  /** Adds the shipped sample organisations and assessments, or takes all of them away again. */
  'samples.add': command(nothing, gives<AssessmentSummary[]>()),
  'samples.remove': command(nothing, gives<null>()),
} as const satisfies Record<string, Method<z.ZodType, unknown>>;
