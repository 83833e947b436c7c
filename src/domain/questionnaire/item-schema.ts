/** The shape of every question type. */
import { z } from 'zod';
import { conditionSchema } from './condition-schema.ts';
import { optionIdOf } from './option-id.ts';
import { bandTable, day, decimal, id, localized, optionId } from './schema-parts.ts';

/** How a number or percentage becomes points. */
const numberScoreSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bands'), table: bandTable(decimal) }),
  /** Straight line from 0 points at `zeroAt` to `points` at `fullAt`, clamped; lower is better when fullAt < zeroAt. */
  z.strictObject({ kind: z.literal('linear'), zeroAt: decimal, fullAt: decimal, points: decimal }),
  /** So many points for each one counted, as bonuses and deductions are; `most` caps the points. */
  z.strictObject({ kind: z.literal('per-unit'), points: decimal, most: decimal }),
]);

/** What an item that does not apply is worth. */
export const notApplicableSchema = z.enum(['exclude', 'zero', 'full']);

const itemCommon = {
  id,
  /** Number shown to people, apart from the id. */
  code: z.string().trim().min(1).max(20),
  title: localized(200),
  question: localized(1000).optional(),
  /** How points are given; shown under "Cách tính điểm". */
  help: localized(2000).optional(),
  example: localized(1000).optional(),
  /** The document and clause that the item comes from. */
  legal: localized(500).optional(),
  /** What a good answer shows. */
  qualityPoints: z.array(localized(500)).max(20).optional(),
  evidence: z.enum(['none', 'suggested', 'required']).default('none'),
  evidenceHint: localized(500).optional(),
  /** Multiplies the points by the state of the evidence: 0 takes them away, 1 leaves them. */
  evidenceFactor: z.strictObject({ none: decimal, offered: decimal, approved: decimal, rejected: decimal }).optional(),
  notApplicable: z.boolean().default(false),
  /** Overrides the questionnaire's rule: an effect, or the points share of a sibling. */
  notApplicableAs: z.union([notApplicableSchema, z.strictObject({ copy: id })]).optional(),
  /** Must be settled before the assessment may be closed (scoring.completeness.submit = required). */
  required: z.boolean().optional(),
  /** Only for these kinds of organisation. */
  kinds: z.array(id).min(1).max(40).optional(),
  showIf: conditionSchema.optional(),
  /** A hidden follow-up leaves the score, or counts as zero in it. */
  whenHidden: z.enum(['exclude', 'count']).optional(),
  /** Bonus points are added outside the group's maximum, deductions taken off it. */
  role: z.enum(['bonus', 'deduction']).optional(),
  /** Below this many points the overall level is capped, or the item's group is worth nothing. */
  knockOut: z
    .strictObject({
      below: decimal,
      capLevel: z.int().min(0).max(20).optional(),
      zeroGroup: z.literal(true).optional(),
    })
    .refine((rule) => rule.capLevel !== undefined || rule.zeroGroup === true, 'capLevel or zeroGroup')
    .optional(),
  /** The level that the item belongs to, for gates on level items and for sums over levels. */
  atLevel: z.int().min(0).max(20).optional(),
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
  /** Things that can be done about the item, each with its own effort; offered in the plan. */
  measures: z
    .array(z.strictObject({ id, text: localized(500), effort: z.int().min(1).max(3) }))
    .max(20)
    .optional(),
  /** Ids that this item had in earlier versions. */
  formerIds: z.array(id).max(10).optional(),
  /** Raised when a new version asks something else under the same id; rounds are then not compared on it. */
  meaning: z.int().min(1).max(1000).optional(),
};

const step = z
  .strictObject({ id: optionId.optional(), value: decimal, text: localized(1000), sign: localized(500).optional() })
  .transform((s) => ({ ...s, id: s.id ?? optionIdOf(s.value) }));

/** scored: worth its points. excluded: takes the item out of the score. unknown: counts as unanswered in the score. */
const counts = z.enum(['scored', 'excluded', 'unknown']).optional();

export const option = z
  .strictObject({
    id: optionId.optional(),
    points: decimal,
    title: localized(200).optional(),
    text: localized(1000),
    counts,
  })
  .transform((o) => ({ ...o, id: o.id ?? optionIdOf(o.points) }));

/** Own options, or the id of a set shared by several items; the set's options are filled in when it is read. */
const options = {
  optionSet: id.optional(),
  options: z.array(option).max(20).default([]),
};

/** Turns the option points round, then recodes them: share of the maximum, or place between lowest and highest. */
const recoding = {
  reverse: z.boolean().optional(),
  recode: z.strictObject({ kind: z.enum(['of-max', 'min-max']), to: decimal }).optional(),
};

const ladderSchema = z.strictObject({
  type: z.literal('ladder'),
  ...itemCommon,
  steps: z.array(step).min(2).max(11),
});

/** A ladder whose steps are lists of things to tick: the highest step that is complete with all steps below it. */
const checklistSchema = z.strictObject({
  type: z.literal('checklist'),
  ...itemCommon,
  steps: z
    .array(
      z
        .strictObject({
          id: optionId.optional(),
          value: decimal,
          text: localized(1000),
          /** None: the step is there from the start. Element ids are unique within the item. */
          elements: z.array(z.strictObject({ id: optionId, text: localized(500) })).max(20),
        })
        .transform((s) => ({ ...s, id: s.id ?? optionIdOf(s.value) })),
    )
    .min(2)
    .max(11),
});

const choiceSchema = z.strictObject({ type: z.literal('choice'), ...itemCommon, ...options, ...recoding });

/** Agreement or frequency on an even scale, shown in one row. */
const likertSchema = z.strictObject({ type: z.literal('likert'), ...itemCommon, ...options, ...recoding });

const multiSchema = z.strictObject({
  type: z.literal('multi'),
  ...itemCommon,
  options: z
    .array(
      z.strictObject({
        id: optionId,
        points: decimal,
        text: localized(1000),
        /** Cannot be chosen together with another ("none of these" with points of its own). */
        exclusive: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(60),
  /** Cap on the sum of the chosen options; without it the sum of the positive options. */
  max: decimal.optional(),
  /** Points by how many are chosen, instead of by which. */
  byCount: bandTable(decimal).optional(),
});

const row = z.strictObject({ id: optionId, text: localized(500), weight: decimal.default('1') });
const rows = z.array(row).min(1).max(60);

/** Several rows answered on one scale; also several axes of one item (documented, carried out). */
const matrixSchema = z.strictObject({
  type: z.literal('matrix'),
  ...itemCommon,
  rows,
  ...options,
  ...recoding,
  /** How the rows join; `row` lets one row count and keeps the others for the record. */
  join: z.union([z.enum(['sum', 'mean', 'weighted', 'lowest']), z.strictObject({ row: optionId })]),
  /** A row without an answer: worth nothing, left out, or the whole item counts as unanswered. */
  blankRows: z.enum(['zero', 'exclude', 'unanswered']).default('zero'),
});

/** Rows with several columns to tick. */
const gridSchema = z.strictObject({
  type: z.literal('grid'),
  ...itemCommon,
  rows,
  columns: z
    .array(z.strictObject({ id: optionId, points: decimal, text: localized(300) }))
    .min(1)
    .max(10),
  /** A row is worth all its ticked columns, or the first ticked one only. */
  rowRule: z.enum(['sum', 'first']),
  join: z.enum(['sum', 'mean', 'weighted']),
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

/** A target of a programme: a figure that is to be reached by a year, by tier of administration. Scored in percent of the target. */
const indicatorSchema = z.strictObject({
  type: z.literal('indicator'),
  ...itemCommon,
  /** What is entered: a figure, a percentage, a part of a whole, or whether it has been reached. */
  measure: z.enum(['number', 'percent', 'ratio', 'reached']),
  unit: localized(60).optional(),
  decimals: z.int().min(0).max(6).default(0),
  numerator: localized(300).optional(),
  denominator: localized(300).optional(),
  direction: z.enum(['higher', 'lower']).default('higher'),
  targets: z
    .array(
      z.strictObject({
        year: z.int().min(2000).max(2100),
        /** Kinds of organisation that the figure is for; none = all. */
        kinds: z.array(id).min(1).max(40).optional(),
        /** Absent for measure `reached`. */
        value: decimal.optional(),
        /** The document's own words where the figure alone says less ("trên 80 %", "tối thiểu"). */
        note: localized(300).optional(),
      }),
    )
    .min(1)
    .max(20),
  /** Where it stood when the document was written; for lower-is-better figures the line starts there. */
  baseline: z.strictObject({ year: z.int().min(1990).max(2100), value: decimal }).optional(),
  /** Percent of the target from which it counts as on the way. */
  onTheWayFrom: decimal.default('50'),
  lead: localized(300).optional(),
  cooperating: localized(500).optional(),
  /** The place in the document: section, clause, page. */
  place: localized(200),
});

const textSchema = z.strictObject({
  type: z.literal('text'),
  ...itemCommon,
  scored: z.literal(false).default(false),
  maxLength: z.int().min(1).max(10_000).default(2000),
});

const dateSchema = z.strictObject({
  type: z.literal('date'),
  ...itemCommon,
  scored: z.literal(false).default(false),
  earliest: day.optional(),
  latest: day.optional(),
});

export const itemSchema = z.discriminatedUnion('type', [
  ladderSchema,
  checklistSchema,
  choiceSchema,
  likertSchema,
  multiSchema,
  matrixSchema,
  gridSchema,
  numberSchema,
  ratioSchema,
  indicatorSchema,
  textSchema,
  dateSchema,
]);
