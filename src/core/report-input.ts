import { AppError } from '../contract/errors.ts';
import { answersOf } from '../domain/assessment/answer.ts';
import { EMPTY_DETAILS, type ReportDetails } from '../domain/report/details.ts';
import type { ReportInput } from '../domain/report/input.ts';
import type { Passages } from '../domain/report/passages.ts';
import { reportWords } from '../domain/report/words/index.ts';
import { nextSteps } from '../domain/scoring/next-steps.ts';
import { explainLevel } from '../domain/scoring/reasons.ts';
import { score } from '../domain/scoring/score.ts';
import { dayOf } from '../domain/text/dates.ts';
import type { Language } from '../domain/text/localized.ts';
import { createTranslator } from '../domain/wording/catalogue.ts';
import { en } from '../domain/wording/en.ts';
import { vi } from '../domain/wording/vi.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import { openPlan } from './plan.ts';
import { planAnnex } from './plan-export.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import { appraisalsOf, scoreAppraised } from './rollups.ts';
import { previousRound } from './rounds.ts';

/** What a report of this assessment prints: its own details, or those of the organisation's latest report. */
export function readDetails({ storage }: Pick<Ports, 'storage'>, row: AssessmentRow): ReportDetails {
  return storage.reports.details(row.id)?.details ?? storage.reports.remembered(row.organisationId) ?? EMPTY_DETAILS;
}

function readPassages({ storage }: Pick<Ports, 'storage'>, row: AssessmentRow, language: Language): Passages {
  const own = storage.reports
    .passages(row.id, language)
    .flatMap(({ passage, text }) => (text === null ? [] : [[passage, text] as const]));
  return Object.fromEntries(own);
}

/**
 * Collects everything that a report of an assessment is made of.
 * @param now ISO instant of making
 * @throws AppError organisation.unknown
 */
export function readReportInput(
  ports: Ports,
  library: Library,
  row: AssessmentRow,
  language: Language,
  now: string,
): ReportInput {
  const { storage, about, reference } = ports;
  const { prepared, hash } = readyFor(ports, library, row);
  const current = storage.organisations.find(row.organisationId);
  const kind = reference.kinds.find(({ id }) => id === prepared.context.kind);
  if (!current || !kind) throw new AppError('organisation.unknown');
  // What a receiver scores by is what was scored by here.
  const organisation = { ...current, kind: kind.id };
  const records = storage.answers.list(row.id);
  const answers = answersOf(records);
  const scored = score(prepared, answers);
  const appraisals = appraisalsOf(ports, row);
  // Scores of two versions are never set beside each other.
  const before = previousRound(ports, library, row);
  const previous = before?.break === null ? before : null;
  return {
    prepared,
    score: scored,
    reasons: explainLevel(prepared, prepared.root, scored),
    nextSteps: nextSteps(prepared, answers, scored),
    hash,
    organisation,
    kind,
    provinceName: reference.provinces.find((province) => province.code === organisation.province)?.name ?? '',
    period: row.period,
    records,
    evidence: storage.evidence.list(row.id),
    appraised: appraisals.length === 0 ? null : { appraisals, score: scoreAppraised(prepared, records, appraisals) },
    previous: previous && { period: previous.row.period, records: previous.records },
    words: {
      shared: language === 'vi' ? createTranslator('vi', vi) : createTranslator('en', en),
      report: reportWords(language, prepared.questionnaire),
    },
    language,
    programVersion: about.version,
    today: dayOf(now, about.utcOffset),
    state: row.state,
    sample: row.sample,
    details: readDetails(ports, row),
    passages: readPassages(ports, row, language),
    // A plan that nobody has touched is a mere proposal and no part of a report.
    plan: storage.plans.find(row.id)
      ? planAnnex(ports, openPlan(ports, library, row.id), language, null).document
      : null,
  };
}
