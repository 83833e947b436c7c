/** What a method of the contract is made of; the tables of methods are in methods.ts and methods/. */
import { z } from 'zod';
import { PERIOD_KINDS, isPeriod } from '../domain/assessment/period.ts';

/** Who is asking; decided by the transport, never by the message. Participants come with the classroom listener. */
export type Role = 'operator';

/** query: changes nothing. command: may be repeated with the same client-made id without a second effect. */
export interface Method<I extends z.ZodType, O> {
  readonly kind: 'query' | 'command';
  readonly roles: readonly Role[];
  readonly input: I;
  /** Longest input as JSON text, where it may be longer than usual: it carries a file. */
  readonly maxCharacters?: number;
  /** Type only: outputs are made by our own code from parsed data. */
  readonly output: O;
}

export function query<I extends z.ZodType, O>(input: I, output: O): Method<I, O> {
  return { kind: 'query', roles: ['operator'], input, output };
}
export function command<I extends z.ZodType, O>(input: I, output: O): Method<I, O> {
  return { kind: 'command', roles: ['operator'], input, output };
}
/** Carries an output type without a value. */
export const gives = <O>(): O => undefined as O;

/** Client-made id of a record. */
export const id = z.uuid();
export const itemId = z.string().min(1).max(60);
export const nothing = z.strictObject({});

export const periodSchema = z
  .strictObject({ kind: z.enum(PERIOD_KINDS), year: z.int(), number: z.int() })
  .refine(isPeriod, { message: 'not a period of its year', path: ['number'] });
