/** The pieces that definitions are made of: texts in both languages, ids, exact decimals, lookup tables. */
import { z } from 'zod';
import { exact, toFraction } from '../exact/exact.ts';
import { cleanText } from '../text/normalize.ts';

/** Cleaned first and measured then, so that a stored definition passes again as it is. */
export const text = (max: number) => z.string().transform(cleanText).pipe(z.string().trim().min(1).max(max));
export const localized = (max: number) => z.strictObject({ vi: text(max), en: text(max) });

/** Stable identifier, independent of wording and order; never shown to people. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
  .max(60);

/** Identifier of an option inside its item; the digits of the value are allowed ("3"). */
export const optionId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

/** Exact decimal; written as a YAML number or as text, kept as canonical text. */
export const decimal = z
  .union([z.number(), z.string().max(40)])
  .refine((value) => {
    try {
      exact(value);
      return true;
    } catch {
      return false;
    }
  }, 'a finite decimal number')
  .transform((value) => toFraction(exact(value)));

export const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');

/** A lookup table whose neighbouring bands share one bound, so gaps and overlaps cannot be written. */
export const bandTable = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    /** Which end of each band belongs to it. The first band also owns `from`, the last one its `to`. */
    closed: z.enum(['lower', 'upper']),
    from: decimal,
    bands: z
      .array(z.strictObject({ to: decimal.nullable(), value }))
      .min(1)
      .max(50),
  });
