/**
 * The content of a result: everything that another copy of the program needs to read an assessment back, as canonical
 * JSON. A released format never changes in place; a change gets a new number, and the old reader stays.
 */
import { z } from 'zod';
import { EVIDENCE_VERDICTS } from '../assessment/appraisal.ts';
import { isPeriod, PERIOD_KINDS } from '../assessment/period.ts';
import { answerSchema, answerValueSchema, besideAnswer, citation, organisationTexts } from '../assessment/schema.ts';
import { exact } from '../exact/exact.ts';
import { MAX_NODES } from '../questionnaire/check.ts';

export const RESULT_FORMAT = 'thuoc-so/result/2';
/** Longest content that is read, in characters. */
export const MAX_RESULT_LENGTH = 16_000_000;
/** Longest packed definition in a result, in characters of base64, and what it may unpack to, in bytes. */
export const DEFINITION_LIMITS = { packed: 1_000_000, unpacked: 4_000_000 } as const;

const id = z.string().min(1).max(60);
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);
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
export const scoreSchema = z.strictObject({ total: nodeSummary, groups: z.array(nodeSummary).max(MAX_NODES) });
/** Names a file of evidence; its content travels only in a container. */
const fileSchema = z.strictObject({ name: z.string().max(200), size: z.int().min(1), sha256: contentHashSchema });

/** What both formats have. */
const common = {
  program: z.string().max(40),
  exportedAt: z.iso.datetime(),
  questionnaire: z.strictObject({
    id,
    version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
    hash: contentHashSchema,
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
};

const assessment = {
  /** Identity in the program that wrote it, and of the submission; null for a result that was never stored. */
  id: z.string().max(60).nullable(),
  state: z.enum(['draft', 'finished']),
  /** Made up, for practice. */
  sample: z.boolean(),
};

/** The first format: no revisions, no definition. Kept for reading. */
export const resultSchema1 = z.strictObject({
  format: z.literal('thuoc-so/result/1'),
  ...common,
  assessment: z.strictObject(assessment),
});

export const resultSchema = z.strictObject({
  format: z.literal(RESULT_FORMAT),
  ...common,
  assessment: z.strictObject({
    ...assessment,
    /** Names, addresses, persons and free texts were left out, and the ids are fresh ones. */
    deidentified: z.boolean(),
  }),
  /** Counts the exported contents of a finished assessment, from 1; 0 for a draft. */
  revision: z.int().min(0).max(100_000),
  /** Content hash of the revision before this one. */
  replaces: contentHashSchema.nullable(),
  /** The questionnaire itself, packed; so a receiver who does not have it can add it. */
  definition: z
    .strictObject({
      encoding: z.literal('deflate-raw+base64'),
      /** Bytes of the unpacked JSON. */
      size: z.int().min(2).max(DEFINITION_LIMITS.unpacked),
      data: z.base64().max(DEFINITION_LIMITS.packed),
    })
    .optional(),
});

export type ResultFile = z.output<typeof resultSchema>;
export type PackedDefinition = NonNullable<ResultFile['definition']>;
export type StatedScore = z.output<typeof scoreSchema>;
