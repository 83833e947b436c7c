/** Answer sheets: the readable file form of one assessment (YAML or JSON), for the command line, samples and tests. */
import { z } from 'zod';
import { MAX_NODES } from '../questionnaire/check.ts';
import type { Parsed } from '../questionnaire/parse.ts';
import { shapeProblems } from '../questionnaire/shape-problems.ts';
import type { Questionnaire, QuestionnaireRef } from '../questionnaire/types.ts';
import { itemIndex } from '../questionnaire/walk.ts';
import type { Problem } from '../problem.ts';
import { emptyRecord, UNANSWERED, type Answer, type AnswerRecord, type Evidence } from './answer.ts';
import { EVIDENCE_VERDICTS, type Appraisal, type ItemTarget } from './appraisal.ts';
import type { Organisation } from './organisation.ts';
import { isPeriod, PERIOD_KINDS, type Period } from './period.ts';
import { besideAnswer, citation, line, organisationTexts } from './schema.ts';
import { readAnswer } from './short-answer.ts';

export const SHEET_FORMAT = 'thuoc-so/answers/1';

const evidenceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  ...citation,
  date: citation.date.default(''),
  issuer: citation.issuer.default(''),
  subject: citation.subject.default(''),
  page: citation.page.default(''),
});

const appraisalForm = z.strictObject({
  value: z.unknown().optional(),
  na: z.string().max(1000).optional(),
  none: z.literal(true).optional(),
  reason: line(5000).default(''),
  evidence: z.enum(EVIDENCE_VERDICTS).default('offered'),
});

const notTooMany = (entries: object): boolean => Object.keys(entries).length <= MAX_NODES;

export const sheetSchema = z.strictObject({
  format: z.literal(SHEET_FORMAT),
  questionnaire: z.strictObject({ id: z.string().max(60), version: z.string().max(20) }),
  organisation: z.strictObject({
    name: organisationTexts.name,
    kind: z.string().max(60),
    code: organisationTexts.code.default(''),
    province: z.string().max(10).default(''),
    address: organisationTexts.address.default(''),
    contact: organisationTexts.contact.default(''),
  }),
  period: z
    .strictObject({ kind: z.enum(PERIOD_KINDS), year: z.int(), number: z.int().default(1) })
    .refine(isPeriod, { message: 'a period of its year', path: ['number'] }),
  sample: z.boolean().default(false),
  answers: z.record(z.string().max(60), z.unknown()).refine(notTooMany),
  evidence: z.array(evidenceSchema).max(2000).default([]),
  /** Who appraised, and what was found, by item id. */
  appraiser: line(100).default(''),
  appraisals: z.record(z.string().max(60), appraisalForm).refine(notTooMany).default({}),
  /** Own targets in the short form of an answer, by item id. */
  targets: z.record(z.string().max(60), z.unknown()).refine(notTooMany).default({}),
});

const fullForm = z.strictObject({
  value: z.unknown().optional(),
  na: z.string().max(1000).optional(),
  none: z.literal(true).optional(),
  note: besideAnswer.note.default(''),
  explanation: besideAnswer.explanation.default(''),
  flagged: besideAnswer.flagged.default(false),
  evidence: z
    .array(z.string())
    .max(100)
    .transform((ids) => [...new Set(ids)])
    .default([]),
});

/** A sheet whose answers fit its questionnaire. */
export interface AnswerSheet {
  readonly questionnaire: QuestionnaireRef;
  readonly organisation: Omit<Organisation, 'id' | 'predecessors'>;
  readonly period: Period;
  readonly sample: boolean;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
  /** Empty when nobody is named, or nothing was appraised. */
  readonly appraiser: string;
  readonly appraisals: readonly Appraisal[];
  readonly targets: readonly ItemTarget[];
}

/** Reads which questionnaire version a sheet is for, before its answers can be judged. */
export function readSheetRef(raw: unknown): Parsed<QuestionnaireRef> {
  const shape = z
    .looseObject({ format: z.literal(SHEET_FORMAT), questionnaire: sheetSchema.shape.questionnaire })
    .safeParse(raw);
  return shape.success
    ? { ok: true, value: shape.data.questionnaire }
    : { ok: false, problems: shapeProblems(shape.error) };
}

/** One of value, na and none as a short answer; nothing given is unanswered. @returns undefined when it is more than one */
function shortOf(value: unknown, na: string | undefined, none: true | undefined): unknown {
  if ([value, na, none].filter((given) => given !== undefined).length > 1) return undefined;
  return na !== undefined ? { na } : none ? { none } : (value ?? null);
}

const FULL_KEYS = ['value', 'note', 'explanation', 'flagged', 'evidence'];
const isFullForm = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && FULL_KEYS.some((key) => Object.hasOwn(raw, key));

/** Reads a whole sheet; every unknown item, bad option and wrong evidence id is reported with its path. */
export function parseSheet(raw: unknown, questionnaire: Questionnaire): Parsed<AnswerSheet> {
  const shape = sheetSchema.safeParse(raw);
  if (!shape.success) return { ok: false, problems: shapeProblems(shape.error) };
  const sheet = shape.data;
  const items = itemIndex(questionnaire);
  const evidenceIds = new Set(sheet.evidence.map((entry) => entry.id));
  const problems: Problem[] = sheet.evidence.flatMap(({ id }, index) =>
    sheet.evidence.findIndex((other) => other.id === id) < index
      ? [{ path: ['evidence', index, 'id'], code: 'duplicate-id', params: { id } } as const]
      : [],
  );
  const records: AnswerRecord[] = [];

  for (const [itemId, entry] of Object.entries(sheet.answers)) {
    const at = ['answers', itemId];
    const item = items.get(itemId);
    if (!item) {
      problems.push({ path: at, code: 'unknown-item', params: { id: itemId } });
      continue;
    }
    let record = emptyRecord(itemId);
    let short: unknown = entry;
    if (isFullForm(entry)) {
      const full = fullForm.safeParse(entry);
      if (!full.success) {
        problems.push(...shapeProblems(full.error).map((found) => ({ ...found, path: [...at, ...found.path] })));
        continue;
      }
      const { value, na, none, ...beside } = full.data;
      record = { ...record, ...beside };
      const given = shortOf(value, na, none);
      if (given === undefined) {
        problems.push({ path: at, code: 'wrong-value-kind' });
        continue;
      }
      short = given;
      for (const id of record.evidence)
        if (!evidenceIds.has(id))
          problems.push({ path: [...at, 'evidence'], code: 'unknown-evidence', params: { id } });
    }
    const read = readAnswer(item, short);
    if ('answer' in read) records.push({ ...record, answer: read.answer });
    else problems.push(...read.problems.map((found) => ({ ...found, path: [...at, ...found.path] })));
  }
  const read = (at: string, itemId: string, short: unknown): Answer => {
    const item = items.get(itemId);
    const found = item
      ? readAnswer(item, short)
      : { problems: [{ path: [], code: 'unknown-item', params: { id: itemId } } as const] };
    if ('answer' in found) return found.answer;
    problems.push(...found.problems.map((problem) => ({ ...problem, path: [at, itemId, ...problem.path] })));
    return UNANSWERED;
  };
  const appraisals = Object.entries(sheet.appraisals).map(
    ([itemId, { value, na, none, reason, evidence }]): Appraisal => {
      const answer = read('appraisals', itemId, shortOf(value, na, none) ?? null);
      return { itemId, answer: answer.state === 'unanswered' ? null : answer, reason, evidence };
    },
  );
  const targets = Object.entries(sheet.targets).flatMap(([itemId, short]): ItemTarget[] => {
    const answer = read('targets', itemId, short);
    return answer.state === 'answered' ? [{ itemId, value: answer.value }] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const { questionnaire: ref, organisation, period, sample, evidence, appraiser } = sheet;
  return {
    ok: true,
    value: { questionnaire: ref, organisation, period, sample, records, evidence, appraiser, appraisals, targets },
  };
}
