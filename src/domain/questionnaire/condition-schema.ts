/**
 * Conditions under which a follow-up is shown: a closed set of comparisons joined by all / any / not. They may only
 * look at items that stand earlier in reading order, so they can never go round in a circle.
 */
import { z } from 'zod';
import { day, decimal, id, optionId } from './schema-parts.ts';

/** Joints (all, any, not) inside each other; deeper conditions are refused. */
export const MAX_CONDITION_DEPTH = 4;

const test = z.union([
  /** The option was chosen (choice, likert, ladder), or is among those ticked (multi, checklist). */
  z.strictObject({ item: id, has: optionId }),
  z.strictObject({ item: id, state: z.enum(['answered', 'none', 'not-applicable', 'unanswered']) }),
  /** Compares the entered number, the percentage of a ratio, or the points of anything chosen. */
  z.strictObject({ item: id, atLeast: decimal }),
  z.strictObject({ item: id, below: decimal }),
  /** Compares a date. */
  z.strictObject({ item: id, from: day }),
  z.strictObject({ item: id, before: day }),
  /** The organisation is of this kind (id of reference/organisation-kinds.yaml). */
  z.strictObject({ kind: id }),
]);

export type ConditionTest = z.output<typeof test>;
export type ShowCondition =
  | ConditionTest
  | { readonly all: ShowCondition[] }
  | { readonly any: ShowCondition[] }
  | { readonly not: ShowCondition };

function conditionAt(depth: number): z.ZodType<ShowCondition, unknown> {
  if (depth >= MAX_CONDITION_DEPTH) return test;
  const inner = conditionAt(depth + 1);
  return z.union([
    test,
    z.strictObject({ all: z.array(inner).min(1).max(20) }),
    z.strictObject({ any: z.array(inner).min(1).max(20) }),
    z.strictObject({ not: inner }),
  ]);
}

export const conditionSchema = conditionAt(0);
