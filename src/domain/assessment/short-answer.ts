import { readShort } from '../items/registry.ts';
import type { Problem } from '../problem.ts';
import type { Item } from '../questionnaire/types.ts';
import { cleanText } from '../text/normalize.ts';
import type { Answer } from './answer.ts';
import { checkAnswer } from './check-answer.ts';

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/**
 * Reads the short form of an answer as people write it in answer sheets and vectors: an option id, a number, a list of
 * option ids, {a, b}, {na: reason} or {none: true}; null means unanswered.
 * @returns the answer, or the problems with paths relative to it
 */
export function readAnswer(item: Item, raw: unknown): { answer: Answer } | { problems: Problem[] } {
  const answer = read(item, raw);
  if (answer === null) return { problems: [{ path: [], code: 'wrong-value-kind' }] };
  const problems = checkAnswer(item, answer);
  return problems.length > 0 ? { problems } : { answer };
}

function read(item: Item, raw: unknown): Answer | null {
  if (raw === null) return { state: 'unanswered' };
  if (isRecord(raw) && 'na' in raw)
    return { state: 'not-applicable', reason: typeof raw.na === 'string' ? cleanText(raw.na) : '' };
  if (isRecord(raw) && raw.none === true) return { state: 'none' };
  const value = readShort(item, raw);
  return value === null ? null : { state: 'answered', value };
}
