import type { Problem } from '../problem.ts';
import { checkQuestionnaire } from './check.ts';
import { checkItemShapes } from './early-shape.ts';
import { checkRaw } from './raw-limits.ts';
import { resolveAnswerSets } from './resolve.ts';
import { shapeProblems } from './shape-problems.ts';
import { questionnaireSchema, vectorsSchema } from './schema.ts';
import type { Questionnaire, Vector } from './types.ts';
import { runVectors } from './vectors.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/** Size, shape, answer sets, references and sums of a definition; everything but its vectors. */
function parseDefinition(definition: unknown): Parsed<Questionnaire> {
  const size = checkRaw(definition);
  const early = size.length > 0 ? size : checkItemShapes(definition);
  if (early.length > 0) return { ok: false, problems: early };
  const shape = questionnaireSchema.safeParse(definition);
  if (!shape.success) return { ok: false, problems: shapeProblems(shape.error) };
  const resolved = resolveAnswerSets(shape.data);
  const problems = resolved.problems.length > 0 ? resolved.problems : checkQuestionnaire(resolved.questionnaire);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: resolved.questionnaire };
}

/**
 * Reads a whole questionnaire: size, shape, references, then its own test vectors. An instrument whose vectors fail is
 * refused, because it would score otherwise than its author states.
 * @param definition parsed YAML or JSON of the definition, groups included
 * @param vectors parsed YAML or JSON of the vectors
 * @param havePassed says that these vectors passed on this definition before, so that they are not run again
 */
export function parseQuestionnaire(
  definition: unknown,
  vectors: unknown,
  havePassed: (questionnaire: Questionnaire, vectors: readonly Vector[]) => boolean = () => false,
): Parsed<{ questionnaire: Questionnaire; vectors: Vector[] }> {
  const parsed = parseDefinition(definition);
  if (!parsed.ok) return parsed;
  const early = checkRaw(vectors, ['vectors']);
  if (early.length > 0) return { ok: false, problems: early };
  const tests = vectorsSchema.safeParse(vectors);
  if (!tests.success)
    return { ok: false, problems: shapeProblems(tests.error).map((p) => ({ ...p, path: ['vectors', ...p.path] })) };
  const failed = havePassed(parsed.value, tests.data) ? [] : runVectors(parsed.value, tests.data);
  if (failed.length > 0) return { ok: false, problems: failed };
  return { ok: true, value: { questionnaire: parsed.value, vectors: tests.data } };
}

/** Reads a definition that was checked and stored before; vectors were run then. */
export function parseStoredQuestionnaire(definition: unknown): Parsed<Questionnaire> {
  return parseDefinition(definition);
}
