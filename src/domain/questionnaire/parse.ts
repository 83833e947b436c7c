import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { checkQuestionnaire } from './check.ts';
import { questionnaireSchema, vectorsSchema } from './schema.ts';
import type { Questionnaire, Vector } from './types.ts';
import { runVectors } from './vectors.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/** Turns zod's findings into problems with a path; the text stays zod's short English reason. */
export function shapeProblems(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
    code: 'shape',
    params: { reason: issue.message },
  }));
}

/**
 * Reads a whole questionnaire: shape, references, then its own test vectors. An instrument whose vectors fail is
 * refused, because it would score otherwise than its author states.
 * @param definition parsed YAML or JSON of the definition, groups included
 * @param vectors parsed YAML or JSON of the vectors
 */
export function parseQuestionnaire(
  definition: unknown,
  vectors: unknown,
): Parsed<{ questionnaire: Questionnaire; vectors: Vector[] }> {
  const shape = questionnaireSchema.safeParse(definition);
  if (!shape.success) return { ok: false, problems: shapeProblems(shape.error) };
  const problems = checkQuestionnaire(shape.data);
  if (problems.length > 0) return { ok: false, problems };
  const tests = vectorsSchema.safeParse(vectors);
  if (!tests.success)
    return { ok: false, problems: shapeProblems(tests.error).map((p) => ({ ...p, path: ['vectors', ...p.path] })) };
  const failed = runVectors(shape.data, tests.data);
  if (failed.length > 0) return { ok: false, problems: failed };
  return { ok: true, value: { questionnaire: shape.data, vectors: tests.data } };
}

/** Reads a definition that was checked and stored before; vectors were run then. */
export function parseStoredQuestionnaire(definition: unknown): Parsed<Questionnaire> {
  const shape = questionnaireSchema.safeParse(definition);
  if (!shape.success) return { ok: false, problems: shapeProblems(shape.error) };
  const problems = checkQuestionnaire(shape.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: shape.data };
}
