import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { shapeProblems } from '../questionnaire/shape-problems.ts';
import type { Sha256 } from './identity.ts';
import { MAX_RESULT_LENGTH, RESULT_FORMAT, resultSchema, resultSchema1, type ResultFile } from './schema.ts';

const FORMAT_FAMILY = /^thuoc-so\/result\/(\d{1,4})$/;
/** The newest format that is understood. */
const NEWEST = 2;

export type ResultReading =
  | { readonly kind: 'ok'; readonly file: ResultFile }
  /** The text is not the one that the stated hash was taken over. */
  | { readonly kind: 'changed' }
  /** Written by a newer program in a format that this one does not know. */
  | { readonly kind: 'newer'; readonly format: string }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

const invalid = (reason: string): ResultReading => ({
  kind: 'invalid',
  problems: [{ path: [], code: 'shape', params: { reason } }],
});

/** A content of the first format as the present one has it: its first revision, with nothing before it. */
function fromFirst({ assessment, ...file }: z.output<typeof resultSchema1>): ResultFile {
  return {
    ...file,
    format: RESULT_FORMAT,
    assessment: { ...assessment, deidentified: false },
    revision: assessment.state === 'finished' ? 1 : 0,
    replaces: null,
  };
}

function judge(raw: unknown): ResultReading {
  const format = z.looseObject({ format: z.string().max(60) }).safeParse(raw);
  if (!format.success) return { kind: 'invalid', problems: shapeProblems(format.error) };
  const number = FORMAT_FAMILY.exec(format.data.format)?.[1];
  if (number === undefined) return invalid('another format');
  if (Number(number) > NEWEST) return { kind: 'newer', format: format.data.format };
  if (Number(number) === 1) {
    const first = resultSchema1.safeParse(raw);
    return first.success
      ? { kind: 'ok', file: fromFirst(first.data) }
      : { kind: 'invalid', problems: shapeProblems(first.error) };
  }
  const shape = resultSchema.safeParse(raw);
  return shape.success ? { kind: 'ok', file: shape.data } : { kind: 'invalid', problems: shapeProblems(shape.error) };
}

const MEMBER = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, child) => sum + countMembers(child), own);
}

/**
 * Does an object of the text state a member twice? Readers differ in which of the two counts, so such a text could say one
 * thing to a person and another to the program.
 * @param raw what was parsed of it, of bounded depth
 */
function hasMemberTwice(text: string, raw: unknown): boolean {
  let written = 0;
  for (const [, colon] of text.matchAll(MEMBER)) if (colon !== undefined) written += 1;
  return written !== countMembers(raw);
}

/**
 * Reads the content of a result back, of any released format.
 * @param stated the hash that the container states for the text, lower-case hexadecimal; null where nothing states one
 *   (a bare JSON file)
 */
export function parseResultFile(text: string, stated: string | null, sha256: Sha256): ResultReading {
  if (text.length > MAX_RESULT_LENGTH) return invalid('too long');
  if (stated !== null && sha256(text) !== stated) return { kind: 'changed' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return invalid('not JSON');
  }
  const reading = judge(raw);
  return reading.kind === 'ok' && hasMemberTwice(text, raw) ? invalid('a member twice') : reading;
}
