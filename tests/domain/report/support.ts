/** Reports of the shipped questionnaires and their sample sheets, for the tests of report, workbook and PDF. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-folder.ts';
import type { OrganisationKind } from '../../../src/domain/assessment/organisation.ts';
import { parseSheet, type AnswerSheet } from '../../../src/domain/assessment/sheet.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import type { Questionnaire } from '../../../src/domain/questionnaire/types.ts';
import { buildReport } from '../../../src/domain/report/build.ts';
import { EMPTY_DETAILS, type ReportDetails } from '../../../src/domain/report/details.ts';
import { answersOf } from '../../../src/domain/assessment/answer.ts';
import type { ReportInput } from '../../../src/domain/report/input.ts';
import type { ReportModel } from '../../../src/domain/report/model.ts';
import type { Passages } from '../../../src/domain/report/passages.ts';
import { buildResultFile } from '../../../src/domain/result-file/build.ts';
import type { ResultFile } from '../../../src/domain/result-file/schema.ts';
import { reportWords } from '../../../src/domain/report/words/index.ts';
import { nextSteps } from '../../../src/domain/scoring/next-steps.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { explainLevel } from '../../../src/domain/scoring/reasons.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { canonicalJson } from '../../../src/domain/text/canonical-json.ts';
import type { Language } from '../../../src/domain/text/localized.ts';
import { createTranslator } from '../../../src/domain/wording/catalogue.ts';
import { en } from '../../../src/domain/wording/en.ts';
import { vi } from '../../../src/domain/wording/vi.ts';

export const AGENCY: OrganisationKind = {
  id: 'commune',
  family: 'agency',
  name: { vi: 'Ủy ban nhân dân xã', en: "Commune People's Committee" },
};
export const ENTERPRISE: OrganisationKind = {
  id: 'sme',
  family: 'enterprise',
  name: { vi: 'Doanh nghiệp nhỏ và vừa', en: 'Small or medium enterprise' },
};

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface Shipped {
  readonly questionnaire: Questionnaire;
  readonly hash: string;
  /** Sample sheets, the latest period first. */
  readonly sheets: readonly AnswerSheet[];
}

/** A shipped questionnaire with its samples. */
export async function shipped(id: string): Promise<Shipped> {
  const folder = await readQuestionnaireFolder(join(import.meta.dirname, '../../../questionnaires', id, '1.0.0'));
  if ('problems' in folder) throw new Error(JSON.stringify(folder.problems));
  const parsed = parseQuestionnaire(folder.definition, folder.vectors);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire } = parsed.value;
  const sheets = folder.samples.map((raw) => {
    const sheet = parseSheet(raw, questionnaire);
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
    return sheet.value;
  });
  const time = (sheet: AnswerSheet): number => sheet.period.year * 100 + sheet.period.number;
  sheets.sort((a, b) => time(b) - time(a));
  return { questionnaire, hash: sha256(canonicalJson(questionnaire)), sheets };
}

export interface Made {
  readonly input: ReportInput;
  readonly model: ReportModel;
  readonly machine: ResultFile;
}

/** Builds the report of a sheet as the application does. */
export function make(
  source: Pick<Shipped, 'questionnaire' | 'hash'>,
  sheet: Pick<AnswerSheet, 'organisation' | 'period' | 'sample' | 'records' | 'evidence'>,
  options: {
    readonly kind: OrganisationKind;
    readonly language?: Language;
    readonly previous?: Pick<AnswerSheet, 'period' | 'records'> | null;
    readonly state?: 'draft' | 'finished';
    readonly details?: Partial<ReportDetails>;
    readonly passages?: Passages;
  },
): Made {
  const { language = 'vi', previous = null, state = 'finished', passages = {} } = options;
  const prepared = prepare(source.questionnaire);
  const answers = answersOf(sheet.records);
  const scored = score(prepared, answers);
  const organisation = { id: '3f0c2f3e-7d2b-4a57-9a60-0d4f4b1f1c11', predecessors: [], ...sheet.organisation };
  const input: ReportInput = {
    prepared,
    score: scored,
    reasons: explainLevel(prepared, prepared.root, scored),
    nextSteps: nextSteps(prepared, answers, scored),
    hash: source.hash,
    organisation,
    kind: options.kind,
    provinceName: 'Tây Ninh',
    period: sheet.period,
    records: sheet.records,
    evidence: sheet.evidence,
    previous,
    words: {
      shared: createTranslator(language, { vi, en }[language] as typeof vi),
      report: reportWords(language, source.questionnaire),
    },
    language,
    programVersion: '1.0.0',
    today: { year: 2026, month: 2, day: 5 },
    state,
    sample: sheet.sample,
    details: { ...EMPTY_DETAILS, ...options.details },
    passages,
  };
  const machine = buildResultFile({
    program: input.programVersion,
    exportedAt: '2026-02-05T03:00:00.000Z',
    questionnaire: source.questionnaire,
    hash: source.hash,
    assessment: { id: null, state, sample: sheet.sample },
    organisation,
    period: sheet.period,
    records: sheet.records,
    evidence: sheet.evidence,
    score: scored,
  });
  return { input, model: buildReport(input), machine };
}

/** The latest sample of a shipped questionnaire, with the round before where there is one. */
export async function sample(id: 'gov-maturity-5' | 'sme-readiness', language: Language = 'vi'): Promise<Made> {
  const source = await shipped(id);
  const [latest, before] = source.sheets;
  if (!latest) throw new Error(`no sample in ${id}`);
  return make(source, latest, {
    kind: id === 'gov-maturity-5' ? AGENCY : ENTERPRISE,
    language,
    previous: before && before.organisation.name === latest.organisation.name ? before : null,
  });
}
