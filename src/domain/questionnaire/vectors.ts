import type { Answer } from '../assessment/answer.ts';
import { readAnswer } from '../assessment/short-answer.ts';
import { toFraction } from '../exact/exact.ts';
import { ranksOf } from '../items/registry.ts';
import type { Problem } from '../problem.ts';
import { prepare } from '../scoring/prepare.ts';
import { score } from '../scoring/score.ts';
import type { Item, Questionnaire, Vector } from './types.ts';
import { groupsOf, itemsOf } from './walk.ts';

/** The answers of a vector: a rank for everything, over it ranks by group, over those single answers. */
function vectorAnswers(
  questionnaire: Questionnaire,
  vector: Vector,
  at: readonly (string | number)[],
): { answers: Map<string, Answer>; problems: Problem[] } {
  const answers = new Map<string, Answer>();
  const problems: Problem[] = [];
  const fill = (items: Iterable<Item>, rank: number): void => {
    for (const item of items) {
      const value = ranksOf(item)[rank];
      if (item.scored && value) answers.set(item.id, { state: 'answered', value });
    }
  };
  if (vector.fill !== undefined) fill(itemsOf(questionnaire.groups), vector.fill);
  const groups = new Map([...groupsOf(questionnaire.groups)].map((group) => [group.id, group]));
  for (const [id, rank] of Object.entries(vector.fillGroups ?? {})) {
    const group = groups.get(id);
    if (group) fill(itemsOf([group]), rank);
    else problems.push({ path: [...at, 'fillGroups'], code: 'unknown-item', params: { id } });
  }
  const items = new Map([...itemsOf(questionnaire.groups)].map((item) => [item.id, item]));
  for (const [id, raw] of Object.entries(vector.answers ?? {})) {
    const item = items.get(id);
    if (!item) {
      problems.push({ path: [...at, 'answers'], code: 'unknown-item', params: { id } });
      continue;
    }
    const read = readAnswer(item, raw);
    if ('answer' in read) answers.set(id, read.answer);
    else problems.push(...read.problems.map((found) => ({ ...found, path: [...at, 'answers', id, ...found.path] })));
  }
  return { answers, problems };
}

/** Scores every vector and compares level, total and groups; exact numbers, no tolerance. */
export function runVectors(questionnaire: Questionnaire, vectors: readonly Vector[]): Problem[] {
  const prepared = prepare(questionnaire);
  return vectors.flatMap((vector, index) => {
    const at = ['vectors', index];
    const { answers, problems } = vectorAnswers(questionnaire, vector, at);
    if (problems.length > 0) return problems;
    const result = score(prepared, answers);
    const failures: Problem[] = [];
    const compareOne = (what: string, expected: string | number | null, found: string | number | null): void => {
      if (expected === found) return;
      failures.push({
        path: [...at, 'expect'],
        code: 'vector-failed',
        params: { vector: vector.name, what, expected: String(expected), found: String(found) },
      });
    };
    compareOne('level', vector.expect.level, result.level);
    if (vector.expect.total !== undefined)
      compareOne('total', vector.expect.total, result.value === null ? null : toFraction(result.value));
    for (const [id, expected] of Object.entries(vector.expect.groups ?? {})) {
      const found = result.byId.get(id);
      if (!found) {
        failures.push({ path: [...at, 'expect', 'groups'], code: 'unknown-item', params: { id } });
        continue;
      }
      if (expected.value !== undefined)
        compareOne(`${id}.value`, expected.value, found.value === null ? null : toFraction(found.value));
      if (expected.level !== undefined) compareOne(`${id}.level`, expected.level, found.level);
    }
    return failures;
  });
}
