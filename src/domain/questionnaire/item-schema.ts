/** The shape of every question type. */
import { z } from 'zod';
import { optionIdOf } from './option-id.ts';
import { bandTable, decimal, id, localized, optionId } from './schema-parts.ts';

/** How a number or percentage becomes points. */
const numberScoreSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bands'), table: bandTable(decimal) }),
  /** Straight line from 0 points at `zeroAt` to `points` at `fullAt`, clamped; lower is better when fullAt < zeroAt. */
  z.strictObject({ kind: z.literal('linear'), zeroAt: decimal, fullAt: decimal, points: decimal }),
]);

const itemCommon = {
  id,
  /** Number shown to people, apart from the id. */
  code: z.string().trim().min(1).max(20),
  title: localized(200),
  question: localized(1000).optional(),
  /** How points are given; shown under "Cách tính điểm". */
  help: localized(2000).optional(),
  example: localized(1000).optional(),
  evidence: z.enum(['none', 'suggested', 'required']).default('none'),
  evidenceHint: localized(500).optional(),
  notApplicable: z.boolean().default(false),
  /** Set when our rule or wording differs from the issuing document; printed on the report. */
  adapted: localized(500).optional(),
  weight: decimal.default('1'),
  scored: z.boolean().default(true),
  /** 1 low, 2 medium, 3 high: orders the suggested actions. */
  priority: z.int().min(1).max(3).default(2),
  effort: z.int().min(1).max(3).default(2),
  /** What to do to reach a value of this item, lowest first. */
  advice: z
    .array(z.strictObject({ to: decimal, text: localized(1000) }))
    .max(20)
    .default([]),
};

const step = z
  .strictObject({ id: optionId.optional(), value: decimal, text: localized(1000), sign: localized(500).optional() })
  .transform((s) => ({ ...s, id: s.id ?? optionIdOf(s.value) }));

const option = z
  .strictObject({
    id: optionId.optional(),
    points: decimal,
    title: localized(200).optional(),
    text: localized(1000),
  })
  .transform((o) => ({ ...o, id: o.id ?? optionIdOf(o.points) }));

const ladderSchema = z.strictObject({
  type: z.literal('ladder'),
  ...itemCommon,
  steps: z.array(step).min(2).max(11),
});

const choiceSchema = z.strictObject({
  type: z.literal('choice'),
  ...itemCommon,
  options: z.array(option).min(2).max(20),
});

const multiSchema = z.strictObject({
  type: z.literal('multi'),
  ...itemCommon,
  options: z
    .array(z.strictObject({ id: optionId, points: decimal, text: localized(1000) }))
    .min(1)
    .max(60),
  /** Cap on the sum of the chosen options; without it the sum of the positive options. */
  max: decimal.optional(),
});

const numberSchema = z.strictObject({
  type: z.literal('number'),
  ...itemCommon,
  unit: localized(60).optional(),
  min: decimal.optional(),
  max: decimal.optional(),
  decimals: z.int().min(0).max(6).default(0),
  score: numberScoreSchema,
});

const ratioSchema = z.strictObject({
  type: z.literal('ratio'),
  ...itemCommon,
  numerator: localized(300),
  denominator: localized(300),
  /** What a denominator of zero means: nothing occurred. */
  whenZero: z.enum(['not-applicable', 'zero', 'full']),
  /** May the numerator exceed the denominator? The percentage is then cut at 100. */
  mayExceed: z.boolean().default(false),
  /** Applied to 100 × numerator ÷ denominator. */
  score: numberScoreSchema,
});

const textSchema = z.strictObject({
  type: z.literal('text'),
  ...itemCommon,
  scored: z.literal(false).default(false),
  maxLength: z.int().min(1).max(10_000).default(2000),
});

export const itemSchema = z.discriminatedUnion('type', [
  ladderSchema,
  choiceSchema,
  multiSchema,
  numberSchema,
  ratioSchema,
  textSchema,
]);
