import type { AnswerRecord, Evidence } from '../assessment/answer.ts';
import type { Appraisal } from '../assessment/appraisal.ts';
import type { Organisation, OrganisationKind } from '../assessment/organisation.ts';
import type { Period } from '../assessment/period.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { NextSteps } from '../scoring/next-steps.ts';
import type { Prepared } from '../scoring/prepare.ts';
import type { LevelReasons } from '../scoring/reasons.ts';
import type { Score } from '../scoring/result.ts';
import type { Day } from '../text/dates.ts';
import type { Language } from '../text/localized.ts';
import { cleanText } from '../text/normalize.ts';
import type { Words } from '../wording/sentences.ts';
import type { ReportDetails } from './details.ts';
import type { Passages } from './passages.ts';
import type { ReportWords } from './words/index.ts';

/** Everything that a report is made of. */
export interface ReportInput {
  /** Carries the questionnaire. */
  readonly prepared: Prepared;
  readonly score: Score;
  readonly reasons: LevelReasons;
  /** Null at the top level or where the questionnaire has no overall level. */
  readonly nextSteps: NextSteps | null;
  /** Full content hash of the questionnaire; its first characters are printed. */
  readonly hash: string;
  readonly organisation: Organisation;
  readonly kind: OrganisationKind;
  /** Empty when the organisation names no province. */
  readonly provinceName: string;
  readonly period: Period;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
  /** The last finished round of the same questionnaire version. */
  readonly previous: { readonly period: Period; readonly records: readonly AnswerRecord[] } | null;
  readonly words: { readonly shared: Words; readonly report: ReportWords };
  readonly language: Language;
  readonly programVersion: string;
  readonly today: Day;
  /** What an appraiser found, with the score that follows from it; null or absent where nothing was appraised. */
  readonly appraised?: { readonly appraisals: readonly Appraisal[]; readonly score: Score } | null;
  readonly state: 'draft' | 'finished';
  readonly sample: boolean;
  /** Issuer, addressees, signature. */
  readonly details: ReportDetails;
  /** Own texts in the language of the report. */
  readonly passages: Passages;
  /** Short mark of the result's content, printed so that paper and file can be matched; without one nothing is. */
  readonly code?: string | null;
  /** The plan as an annex; null or absent where there is none. */
  readonly plan?: PlanDocument | null;
}

/** Makes every text inside a value fit for XML and fonts: NFC, no control characters, no half surrogates. */
function cleanDeep<T>(value: T): T {
  if (typeof value === 'string')
    return cleanText(value)
      .toWellFormed()
      .replace(/[\uFFFE\uFFFF]/g, '') as T;
  if (Array.isArray(value)) return value.map(cleanDeep) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleanDeep(entry)])) as T;
  return value;
}

/** The input with all texts that people typed cleaned; questionnaires are cleaned when they are read. */
export function cleanInput(input: ReportInput): ReportInput {
  return {
    ...input,
    organisation: cleanDeep(input.organisation),
    records: cleanDeep(input.records),
    evidence: cleanDeep(input.evidence),
    ...(input.appraised
      ? { appraised: { ...input.appraised, appraisals: cleanDeep(input.appraised.appraisals) } }
      : {}),
    provinceName: cleanDeep(input.provinceName),
    plan: input.plan ? cleanDeep(input.plan) : null,
    details: cleanDeep(input.details),
    passages: cleanDeep(input.passages),
  };
}
