/** Shapes of answers and evidence wherever they come from outside: messages, answer sheets, result files. */
import { z } from 'zod';
import { cleanText } from '../text/normalize.ts';

/** A text with a limit, kept in NFC. */
export const line = (max: number) => z.string().max(max).transform(cleanText);

/** A number as people enter it, exact: at most 15 digits before and 6 after the point. */
export const decimalSchema = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

export const answerValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('option'), option: z.string().max(60) }),
  z.strictObject({ kind: z.literal('options'), options: z.array(z.string().max(60)).max(220) }),
  z.strictObject({ kind: z.literal('number'), number: decimalSchema }),
  z.strictObject({ kind: z.literal('ratio'), a: decimalSchema, b: decimalSchema }),
  z.strictObject({
    kind: z.literal('rows'),
    rows: z.array(z.strictObject({ row: z.string().max(60), option: z.string().max(60) })).max(60),
  }),
  z.strictObject({
    kind: z.literal('cells'),
    cells: z.array(z.strictObject({ row: z.string().max(60), columns: z.array(z.string().max(60)).max(10) })).max(60),
  }),
  z.strictObject({ kind: z.literal('date'), date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  z.strictObject({ kind: z.literal('text'), text: line(10_000) }),
]);

export const answerSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('answered'), value: answerValueSchema }),
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('not-applicable'), reason: line(1000) }),
  z.strictObject({ state: z.literal('unanswered') }),
]);

/** What is kept beside an answer. */
export const besideAnswer = { note: line(5000), explanation: line(5000), flagged: z.boolean() };

/** The texts of a cited document; the id differs by origin. */
export const citation = {
  type: line(100),
  number: line(100),
  date: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  issuer: line(300),
  subject: line(1000),
  page: line(100),
};

/** The texts of an organisation; its id and kind are checked where they are known. */
export const organisationTexts = {
  name: line(300).refine((name) => name.trim() !== '', 'a name'),
  code: line(40),
  address: line(500),
  contact: line(500),
};
