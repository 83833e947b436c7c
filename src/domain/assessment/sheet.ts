/** Answer sheets: the readable file form of one assessment (YAML or JSON), for the command line, samples and tests. */
import { z } from 'zod';
import { MAX_NODES } from '../questionnaire/check.ts';
import { shapeProblems, type Parsed } from '../questionnaire/parse.ts';
import type { Questionnaire, QuestionnaireRef } from '../questionnaire/types.ts';
import { itemIndex } from '../questionnaire/walk.ts';
import type { Problem } from '../problem.ts';
import { cleanText } from '../text/normalize.ts';
import { emptyRecord, type AnswerRecord, type Evidence } from './answer.ts';
import type { Organisation } from './organisation.ts';
import { isPeriod, PERIOD_KINDS, type Period } from './period.ts';
import { readAnswer } from './short-answer.ts';

export const SHEET_FORMAT = 'thuoc-so/answers/1';

const line = (max: number) => z.string().max(max).transform(cleanText);

const evidenceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  type: line(100),
  number: line(100),
  date: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/)
    .default(''),
  issuer: line(300).default(''),
  subject: line(1000).default(''),
  page: line(100).default(''),
});

const sheetSchema = z.strictObject({
  format: z.literal(SHEET_FORMAT),
  questionnaire: z.strictObject({ id: z.string().max(60), version: z.string().max(20) }),
  organisation: z.strictObject({
    name: line(300),
    kind: z.string().max(60),
    code: line(40).default(''),
    province: z.string().max(10).default(''),
    address: line(500).default(''),
    contact: line(500).default(''),
  }),
  period: z
    .strictObject({ kind: z.enum(PERIOD_KINDS), year: z.int(), number: z.int().default(1) })
    .refine(isPeriod, { message: 'a period of its year', path: ['number'] }),
  sample: z.boolean().default(false),
  answers: z.record(z.string().max(60), z.unknown()).refine((answers) => Object.keys(answers).length <= MAX_NODES),
  evidence: z.array(evidenceSchema).max(2000).default([]),
});

const fullForm = z.strictObject({
  value: z.unknown().optional(),
  na: z.string().max(1000).optional(),
  none: z.literal(true).optional(),
  note: line(5000).default(''),
  explanation: line(5000).default(''),
  flagged: z.boolean().default(false),
  evidence: z.array(z.string()).max(100).default([]),
});

/** A sheet whose answers fit its questionnaire. */
export interface AnswerSheet {
  readonly questionnaire: QuestionnaireRef;
  readonly organisation: Omit<Organisation, 'id' | 'predecessors'>;
  readonly period: Period;
  readonly sample: boolean;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
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

const FULL_KEYS = ['value', 'note', 'explanation', 'flagged', 'evidence'];
const isFullForm = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && FULL_KEYS.some((key) => Object.hasOwn(raw, key));

/** Reads a whole sheet; every unknown item, bad option and dangling evidence id is reported with its path. */
export function parseSheet(raw: unknown, questionnaire: Questionnaire): Parsed<AnswerSheet> {
  const shape = sheetSchema.safeParse(raw);
  if (!shape.success) return { ok: false, problems: shapeProblems(shape.error) };
  const sheet = shape.data;
  const items = itemIndex(questionnaire);
  const evidenceIds = new Set(sheet.evidence.map((entry) => entry.id));
  const problems: Problem[] = [];
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
      const { note, explanation, flagged, evidence } = full.data;
      record = { ...record, note, explanation, flagged, evidence };
      short =
        full.data.na !== undefined ? { na: full.data.na } : full.data.none ? { none: true } : (full.data.value ?? null);
      for (const id of evidence)
        if (!evidenceIds.has(id))
          problems.push({ path: [...at, 'evidence'], code: 'unknown-evidence', params: { id } });
    }
    const read = readAnswer(item, short);
    if ('answer' in read) records.push({ ...record, answer: read.answer });
    else problems.push(...read.problems.map((found) => ({ ...found, path: [...at, ...found.path] })));
  }
  if (problems.length > 0) return { ok: false, problems };
  const { questionnaire: ref, organisation, period, sample, evidence } = sheet;
  return { ok: true, value: { questionnaire: ref, organisation, period, sample, records, evidence } };
}
