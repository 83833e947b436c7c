/** The shape of the rules: how the parts of a group join, and how a group gets its level. */
import { z } from 'zod';
import { bandTable, decimal, id } from './schema-parts.ts';

const level = z.int().min(0).max(20);

/**
 * How children join into the value of their group. "Share" is points ÷ own maximum, 0 to 1. Rules that no shipped
 * instrument needs (z-score over a fixed set, rule tables, several respondents) are refused by name in parse.ts.
 */
export const aggregateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum') }),
  z.strictObject({ kind: z.literal('mean') }),
  /** Weights are renormalised over the children that take part. */
  z.strictObject({ kind: z.literal('weighted') }),
  /** The lowest child, or the k-th lowest. */
  z.strictObject({ kind: z.literal('lowest'), k: z.int().min(1).max(100).optional() }),
  /** The lowest child; equal ones are ordered by the second lowest, and so on, when rounds or units are ranked. */
  z.strictObject({ kind: z.literal('lexicographic') }),
  /** Sum over levels of the mean share within the level: 0 to the number of levels (items carry `atLevel`). */
  z.strictObject({ kind: z.literal('level-sum') }),
  /** All achieved ÷ all possible points below the group, times `to`. */
  z.strictObject({ kind: z.literal('pooled'), to: decimal }),
  /** Mean of the children's shares, times `to`: every child counts the same, whatever its maximum. */
  z.strictObject({ kind: z.literal('percent-mean'), to: decimal }),
  /** How many children stand at the bound or above. */
  z.strictObject({ kind: z.literal('count'), on: z.enum(['value', 'percent']), atLeast: decimal }),
  /** A start value from which the missing points of every child are taken away. */
  z.strictObject({ kind: z.literal('penalties'), start: decimal }),
  /** Geometric mean, to 12 decimals half up; a child of zero makes it zero, or is left out. */
  z.strictObject({ kind: z.literal('geometric'), zero: z.enum(['zero', 'skip']) }),
  /** A profile: the children are shown, the group has no value. */
  z.strictObject({ kind: z.literal('none') }),
]);

export const levelRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('bands'),
    on: z.enum(['percent', 'value']),
    table: bandTable(level),
  }),
  z
    .strictObject({
      kind: z.literal('gate'),
      /** Percent of the applicable items that must reach the level; 100 = all. Or a number of items instead. */
      share: decimal.optional(),
      count: z.int().min(1).max(500).optional(),
      /** `at-level` judges level k by the items with atLevel k (all at or above `reach`); `all` by every item at k or above. */
      items: z.enum(['all', 'at-level']).optional(),
      /** Points from which an item of a level counts as reached; with items `at-level` only. */
      reach: decimal.optional(),
      /** False: a level may be reached although a lower one is not. */
      cumulative: z.boolean().optional(),
    })
    .refine((rule) => (rule.share === undefined) !== (rule.count === undefined), 'either share or count')
    .refine((rule) => (rule.items === 'at-level') === (rule.reach !== undefined), 'reach belongs to items: at-level'),
  /** Level k: the items with atLevel k stand at `largely` or above and those of all lower levels at `fully`. */
  z.strictObject({ kind: z.literal('attributes'), largely: decimal, fully: decimal }),
  /** The lowest level among the child groups. */
  z.strictObject({ kind: z.literal('lowest') }),
  z.strictObject({
    kind: z.literal('conditions'),
    levels: z
      .array(
        z.strictObject({
          level,
          total: z.union([z.strictObject({ moreThan: decimal }), z.strictObject({ atLeast: decimal })]).optional(),
          groups: z.strictObject({ count: z.int().min(1).max(100), level }).optional(),
        }),
      )
      .min(1)
      .max(20),
  }),
  /** The highest level whose profile every child group meets; groups that a profile does not name must stand at its level. */
  z.strictObject({
    kind: z.literal('profiles'),
    profiles: z
      .array(z.strictObject({ level, groups: z.array(z.strictObject({ group: id, level })).max(100) }))
      .min(1)
      .max(20),
  }),
]);

/** A bound on the level that a rule gives. */
export const levelCapSchema = z.discriminatedUnion('kind', [
  /** Not more than `plus` above the lowest child group. */
  z.strictObject({ kind: z.literal('lowest-group'), plus: z.int().min(0).max(20) }),
  /** Not above `level` while one of the named items stands below so many points. */
  z.strictObject({ kind: z.literal('items'), items: z.array(id).min(1).max(100), below: decimal, level }),
]);
