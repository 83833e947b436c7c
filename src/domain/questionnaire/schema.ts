/**
 * The shape of a questionnaire definition: data only, closed vocabulary, bounded size. Unknown keys are refused, so a
 * misspelt rule never passes as "no rule". References between parts are checked in check.ts.
 */
import { z } from 'zod';
import { conditionSchema } from './condition-schema.ts';
import { itemSchema, notApplicableSchema, option } from './item-schema.ts';
import { aggregateSchema, levelCapSchema, levelRuleSchema } from './rule-schema.ts';
import { day, decimal, id, localized } from './schema-parts.ts';

/** What may be done to the joined value of a group, in this order: scale, limits, rounding. */
const valueRules = {
  /** Own scale: the share of the maximum is put between the two ends. */
  scale: z.strictObject({ from: decimal, to: decimal }).optional(),
  /** Bounds of the value, bonus and deduction included. */
  limits: z.strictObject({ min: decimal.optional(), max: decimal.optional() }).optional(),
  /** Only where the source itself rounds at this place. */
  round: z
    .strictObject({ decimals: z.int().min(0).max(6), mode: z.enum(['half-up', 'half-away', 'half-even']) })
    .optional(),
  /** What the author says the parts add up to; a definition that does not is refused. */
  declared: z.strictObject({ max: decimal.optional(), weights: decimal.optional() }).optional(),
  /** Bounds on the level, whatever the level rule says. */
  caps: z.array(levelCapSchema).max(20).optional(),
};

const groupCommon = {
  type: z.literal('group'),
  id,
  code: z.string().trim().min(1).max(20),
  title: localized(200),
  description: localized(2000).optional(),
  aggregate: aggregateSchema.optional(),
  level: levelRuleSchema.optional(),
  weight: decimal.default('1'),
  scored: z.boolean().default(true),
  ...valueRules,
  /** Percent of the group's items that must be settled; below it there is no figure. */
  completeness: decimal.optional(),
  /** A group in which nothing applies: dropped, or worth nothing of its maximum. */
  whenEmpty: z.enum(['exclude', 'zero']).optional(),
  /** Only for these kinds of organisation. */
  kinds: z.array(id).min(1).max(40).optional(),
  showIf: conditionSchema.optional(),
  /** Advice for the whole group when it stands at a level. */
  advice: z
    .array(z.strictObject({ level: z.int().min(0).max(20), text: localized(1000) }))
    .max(20)
    .default([]),
};

type ItemInput = z.input<typeof itemSchema>;
type ItemOutput = z.output<typeof itemSchema>;
type GroupInput = z.input<z.ZodObject<typeof groupCommon, z.core.$strict>> & { children: NodeInput[] };
type GroupOutput = z.output<z.ZodObject<typeof groupCommon, z.core.$strict>> & { children: NodeOutput[] };
type NodeInput = ItemInput | GroupInput;
type NodeOutput = ItemOutput | GroupOutput;

export const MAX_DEPTH = 6;
/** Top groups, and so group files, of one questionnaire. */
export const MAX_GROUPS = 50;

/**
 * Groups nest up to MAX_DEPTH levels; the schema is built level by level, so depth is bounded by construction. The
 * `type` chooses the branch, so a mistake deep inside is reported at its own place.
 */
function groupAt(depth: number): z.ZodType<GroupOutput, GroupInput> & z.core.$ZodTypeDiscriminable {
  const child: z.ZodType<NodeOutput, NodeInput> =
    depth >= MAX_DEPTH ? itemSchema : z.discriminatedUnion('type', [itemSchema, groupAt(depth + 1)]);
  return z.strictObject({ ...groupCommon, children: z.array(child).min(1).max(500) });
}

export const groupSchema = groupAt(1);

const documentSchema = z.strictObject({
  number: z.string().trim().min(1).max(80),
  date: day,
  issuer: localized(200),
  title: localized(500),
  status: z.enum(['in-force', 'replaced', 'unknown']),
  replacedBy: z.string().trim().max(80).optional(),
  note: localized(500).optional(),
});

export const FORMAT = 'thuoc-so/questionnaire/1';

export const questionnaireSchema = z.strictObject({
  format: z.literal(FORMAT),
  id,
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'three numbers such as 1.0.0'),
  title: localized(200),
  shortTitle: localized(80),
  summary: localized(2000),
  /** Expected minutes for a first assessment. */
  minutes: z.int().min(1).max(1000),
  /** Kinds of organisation (ids of reference/organisation-kinds.yaml) that it is meant for. */
  audience: z.array(id).min(1).max(40),
  provenance: z.strictObject({
    /** official = as issued; adapted = issued structure, own parts; own = ours; provisional = unconfirmed parts. */
    basis: z.enum(['official', 'adapted', 'own', 'provisional']),
    status: z.enum(['in-force', 'replaced', 'not-issued', 'unknown']),
    documents: z.array(documentSchema).max(20).default([]),
    /** Printed on every report. */
    notice: localized(2000),
    reviewed: day,
  }),
  /** What the top groups are called: "trụ cột", "nhóm chỉ số". */
  groupWord: localized(40).optional(),
  /** Lists of options that several items share. */
  answerSets: z
    .array(z.strictObject({ id, options: z.array(option).min(2).max(20) }))
    .max(50)
    .optional(),
  levels: z
    .array(z.strictObject({ value: z.int().min(0).max(20), name: localized(80), meaning: localized(1000) }))
    .min(2)
    .max(21),
  scoring: z.strictObject({
    /** Effect of an unanswered item on its group's value; gates always count it as not reached. */
    unanswered: z.union([
      z.enum(['zero', 'exclude', 'no-score']),
      /** The mean of the group's answered items, if at least this percentage of them is answered; else no figure. */
      z.strictObject({ meanFrom: decimal }),
    ]),
    notApplicable: notApplicableSchema,
    /** A group in which nothing applies: dropped (the default), or worth nothing of its maximum. */
    emptyGroup: z.enum(['exclude', 'zero']).optional(),
    /** Percent that must be settled for a figure, and what must be settled before closing. */
    completeness: z
      .strictObject({ atLeast: decimal.optional(), submit: z.enum(['always', 'required', 'all']).default('always') })
      .optional(),
    /** Default rule of the groups. */
    group: aggregateSchema,
    groupLevel: levelRuleSchema,
    /** How the top groups join into the total. */
    total: aggregateSchema,
    overall: levelRuleSchema,
    /** How a level is written: 2; 2.4; 2+ when at least half of the way to the next one is done. */
    levelForm: z.enum(['integer', 'fraction', 'plus']).optional(),
    ...valueRules,
    /** Further figures printed beside the level. */
    beside: z
      .array(z.enum(['mean', 'lowest']))
      .max(2)
      .default([]),
    /** Digits after the decimal mark on screen and paper. */
    decimals: z.int().min(0).max(4).default(2),
    /** The rule in words, printed on the report. */
    explanation: localized(2000),
  }),
  targets: z
    .array(z.strictObject({ year: z.int().min(2000).max(2100), level: z.int().min(0).max(20), note: localized(500) }))
    .max(20)
    .default([]),
  /** An example for authors: not offered for assessments until it is switched on in the library. */
  example: z.literal(true).optional(),
  groups: z.array(groupSchema).min(1).max(MAX_GROUPS),
});

/** The option of this rank, 0 = lowest; `top` = the highest that the item has. */
const rank = z.union([z.int().min(0).max(20), z.literal('top')]);

/** Expected outcome for a set of answers; a questionnaire whose vectors fail does not load. */
export const vectorsSchema = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1).max(200),
      /** Answers every scored item with its option of this rank, 0 = lowest. */
      fill: rank.optional(),
      /** Rank for all items of a group, over `fill`. */
      fillGroups: z.record(id, rank).optional(),
      /** Single answers, over both; the same short forms as in answer sheets. */
      answers: z.record(id, z.unknown()).optional(),
      /** Who is assessed, and for which year; matters to scope and to targets. */
      context: z.strictObject({ kind: id.optional(), year: z.int().min(2000).max(2100).optional() }).optional(),
      expect: z.strictObject({
        level: z.int().min(0).max(20).nullable(),
        total: decimal.optional(),
        groups: z
          .record(
            id,
            z.strictObject({ value: decimal.optional(), level: z.int().min(0).max(20).nullable().optional() }),
          )
          .optional(),
      }),
    }),
  )
  .min(1)
  .max(500);
