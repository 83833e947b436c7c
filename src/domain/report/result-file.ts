/**
 * The machine part of a result workbook: everything that another copy of the program needs to read an assessment back,
 * as canonical JSON. Its format never changes in place; a change gets a new number and a reader of its own.
 */
import { z } from 'zod';
import { MAX_NODES } from '../questionnaire/check.ts';
import { shapeProblems } from '../questionnaire/shape-problems.ts';
import type { Problem } from '../problem.ts';
import type { AnswerRecord, Evidence } from '../assessment/answer.ts';
import type { Organisation } from '../assessment/organisation.ts';
import { isPeriod, PERIOD_KINDS, type Period } from '../assessment/period.ts';
import { EVIDENCE_VERDICTS, type Appraisal, type ItemTarget } from '../assessment/appraisal.ts';
import { answerSchema, answerValueSchema, besideAnswer, citation, organisationTexts } from '../assessment/schema.ts';
import { exact, toFraction } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { NodeScore, Score } from '../scoring/result.ts';
import { canonicalJson } from '../text/canonical-json.ts';

export const RESULT_FORMAT = 'thuoc-so/result/1';
const FORMAT_FAMILY = /^thuoc-so\/result\/(\d{1,4})$/;
/** Longest machine part that is read, in characters. */
export const MAX_RESULT_LENGTH = 16_000_000;

const id = z.string().min(1).max(60);
const fraction = z
  .string()
  .max(200)
  .refine((text) => {
    try {
      exact(text);
      return true;
    } catch {
      return false;
    }
  }, 'an exact number');
const nodeSummary = z.strictObject({
  id,
  value: fraction.nullable(),
  max: fraction.nullable(),
  level: z.int().min(0).max(20).nullable(),
  answered: z.int().min(0),
  notApplicable: z.int().min(0),
  unanswered: z.int().min(0),
});

const scoreSchema = z.strictObject({ total: nodeSummary, groups: z.array(nodeSummary).max(MAX_NODES) });
/** Names a file that stays behind: its content does not travel in the workbook. */
const fileSchema = z.strictObject({
  name: z.string().max(200),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const resultSchema = z.strictObject({
  format: z.literal(RESULT_FORMAT),
  program: z.string().max(40),
  exportedAt: z.iso.datetime(),
  questionnaire: z.strictObject({
    id,
    version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Identity in the program that wrote it; null for a result that was never stored. */
  assessment: z.strictObject({
    id: z.string().max(60).nullable(),
    state: z.enum(['draft', 'finished']),
    sample: z.boolean(),
  }),
  organisation: z.strictObject({
    id,
    ...organisationTexts,
    kind: z.string().max(60),
    province: z.string().max(10),
    predecessors: z.array(z.string().max(60)).max(20),
  }),
  period: z
    .strictObject({ kind: z.enum(PERIOD_KINDS), year: z.int(), number: z.int() })
    .refine(isPeriod, { message: 'a period of its year' }),
  records: z
    .array(
      z.strictObject({
        itemId: id,
        answer: answerSchema,
        ...besideAnswer,
        evidence: z.array(z.string().max(60)).max(100),
      }),
    )
    .max(MAX_NODES),
  evidence: z.array(z.strictObject({ id, ...citation, attached: fileSchema.optional() })).max(2000),
  /** What an appraiser found; absent where nothing was appraised. */
  appraisals: z
    .array(
      z.strictObject({
        itemId: id,
        answer: answerSchema.nullable(),
        reason: z.string().max(5000),
        evidence: z.enum(EVIDENCE_VERDICTS),
        person: z.string().max(100),
        at: z.iso.datetime(),
      }),
    )
    .max(MAX_NODES)
    .optional(),
  /** Own targets of the unit; absent where there are none. */
  targets: z
    .array(z.strictObject({ itemId: id, value: answerValueSchema }))
    .max(MAX_NODES)
    .optional(),
  /** As scored when exported; a reader scores again and compares. */
  score: scoreSchema,
  /** The score as appraised, by the same rules; absent where nothing was appraised. */
  appraisedScore: scoreSchema.optional(),
});

export type ResultFile = z.output<typeof resultSchema>;

/** What a result file is made of. */
export interface ResultFileInput {
  readonly program: string;
  /** ISO instant in UTC. */
  readonly exportedAt: string;
  readonly questionnaire: Questionnaire;
  readonly hash: string;
  readonly assessment: ResultFile['assessment'];
  readonly organisation: Organisation;
  readonly period: Period;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
  readonly score: Score;
  readonly appraised?: {
    readonly appraisals: readonly (Appraisal & { readonly person: string; readonly at: string })[];
    readonly score: Score;
  } | null;
  readonly targets?: readonly ItemTarget[];
}

function summarise({ id: nodeId, value, max, level, tally }: NodeScore): z.output<typeof nodeSummary> {
  const { answered, notApplicable, unanswered } = tally;
  return {
    id: nodeId,
    value: value === null ? null : toFraction(value),
    max: max === null ? null : toFraction(max),
    level,
    answered,
    notApplicable,
    unanswered,
  };
}

/**
 * Makes the machine part. Members are picked one by one, so nothing that happens to hang on a stored record leaves the
 * program by accident.
 */
export function buildResultFile(input: ResultFileInput): ResultFile {
  const { organisation, questionnaire, score } = input;
  return {
    format: RESULT_FORMAT,
    program: input.program,
    exportedAt: input.exportedAt,
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash: input.hash },
    assessment: { id: input.assessment.id, state: input.assessment.state, sample: input.assessment.sample },
    organisation: {
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      code: organisation.code,
      province: organisation.province,
      address: organisation.address,
      contact: organisation.contact,
      predecessors: [...organisation.predecessors],
    },
    period: { kind: input.period.kind, year: input.period.year, number: input.period.number },
    records: input.records.map(({ itemId, answer: given, note, explanation, flagged, evidence }) => ({
      itemId,
      answer: structuredAnswer(given),
      note,
      explanation,
      flagged,
      evidence: [...evidence],
    })),
    evidence: input.evidence.map(({ id: entryId, type, number, date, issuer, subject, page, file }) => ({
      id: entryId,
      type,
      number,
      date,
      issuer,
      subject,
      page,
      ...(file ? { attached: { name: file.name, size: file.size, sha256: file.sha256 } } : {}),
    })),
    score: { total: summarise(score), groups: score.children.map(summarise) },
    ...(input.appraised
      ? {
          appraisals: input.appraised.appraisals.map(({ itemId, answer, reason, evidence, person, at }) => ({
            itemId,
            answer: answer && structuredAnswer(answer),
            reason,
            evidence,
            person,
            at,
          })),
          appraisedScore: {
            total: summarise(input.appraised.score),
            groups: input.appraised.score.children.map(summarise),
          },
        }
      : {}),
    ...(input.targets && input.targets.length > 0
      ? {
          targets: input.targets.map(({ itemId, value }) => ({
            itemId,
            value: value as z.output<typeof answerValueSchema>,
          })),
        }
      : {}),
  };
}

/** A copy with plain arrays, as the schema has them. */
function structuredAnswer(given: AnswerRecord['answer']): ResultFile['records'][number]['answer'] {
  if (given.state !== 'answered' || given.value.kind !== 'options')
    return given as ResultFile['records'][number]['answer'];
  return { state: 'answered', value: { kind: 'options', options: [...given.value.options] } };
}

/** The text that is stored and hashed. */
export function writeResultFile(file: ResultFile): string {
  return canonicalJson(file);
}

export type ResultReading =
  | { readonly kind: 'ok'; readonly file: ResultFile }
  /** The text is not the one that the stated hash was taken over. */
  | { readonly kind: 'changed' }
  /** Written by a newer program in a format that this one does not know. */
  | { readonly kind: 'newer'; readonly format: string }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

const invalid = (reason: string): ResultReading => ({
  kind: 'invalid',
  problems: [{ path: [], code: 'shape', params: { reason } }],
});

/**
 * Reads a machine part back.
 * @param stated the hash that the workbook states for the text, lower-case hexadecimal
 * @param sha256 hash of UTF-8 text
 */
export function parseResultFile(text: string, stated: string, sha256: (text: string) => string): ResultReading {
  if (text.length > MAX_RESULT_LENGTH) return invalid('too long');
  if (sha256(text) !== stated) return { kind: 'changed' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return invalid('not JSON');
  }
  const format = z.looseObject({ format: z.string().max(60) }).safeParse(raw);
  if (!format.success) return { kind: 'invalid', problems: shapeProblems(format.error) };
  const version = FORMAT_FAMILY.exec(format.data.format)?.[1];
  if (version === undefined) return invalid('another format');
  if (Number(version) > 1) return { kind: 'newer', format: format.data.format };
  const shape = resultSchema.safeParse(raw);
  return shape.success ? { kind: 'ok', file: shape.data } : { kind: 'invalid', problems: shapeProblems(shape.error) };
}
