/** The pieces that definitions are made of: texts in both languages, ids, exact decimals, lookup tables. */
import { z } from 'zod';
import { exact, reduce, toFraction } from '../exact/exact.ts';
import { cleanText } from '../text/normalize.ts';

/** Cleaned first and measured then, so that a stored definition passes again as it is. */
export const text = (max: number) => z.string().transform(cleanText).pipe(z.string().trim().min(1).max(max));
/** Vietnamese is required; where English is missing the Vietnamese text stands in for it. */
export const localized = (max: number) =>
  z.strictObject({ vi: text(max), en: text(max).optional() }).transform(({ vi, en }) => ({ vi, en: en ?? vi }));

/** Stable identifier, independent of wording and order; never shown to people. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
  .max(60)
  // The only name in this form that every JavaScript object knows.
  .refine((value) => value !== 'constructor', 'a name that is not reserved');

/** Identifier of an option inside its item; the digits of the value are allowed ("3"). */
export const optionId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

const MOST = 10n ** 18n;
const FINEST = 10n ** 12n;

/** Exact decimal; written as a YAML number or as text, kept as canonical text, which reads as itself again. */
export const decimal = z
  .union([z.number(), z.string().max(40)])
  .refine((value) => {
    try {
      const { n, d } = reduce(exact(value));
      return n <= MOST && n >= -MOST && d <= FINEST;
    } catch {
      return false;
    }
  }, 'a finite decimal number of at most 12 decimals')
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
