import type { Answer } from '../assessment/answer.ts';
import { readAnswer } from '../assessment/short-answer.ts';
import { ANY_CONTEXT, type AssessmentContext } from '../assessment/context.ts';
import { compare, exact, toFraction, type Exact } from '../exact/exact.ts';
import { ranksOf } from '../items/registry.ts';
import type { Problem } from '../problem.ts';
import { prepare, type Prepared } from '../scoring/prepare.ts';
import { score } from '../scoring/score.ts';
import type { Item, Questionnaire, Vector } from './types.ts';
import { groupsOf, itemsOf } from './walk.ts';

/** Failed comparisons of one questionnaire are enough after this many. */
const MAX_FAILURES = 50;

/**
 * The answers of a vector: a rank for everything, over it ranks by group, over those single answers. A rank beyond
 * those of an item leaves it open; bonuses and deductions stand outside the score and are only answered by name.
 */
function vectorAnswers(
  { questionnaire, context }: Prepared,
  vector: Vector,
  at: readonly (string | number)[],
): { answers: Map<string, Answer>; problems: Problem[] } {
  const answers = new Map<string, Answer>();
  const problems: Problem[] = [];
  const fill = (items: Iterable<Item>, rank: number | 'top'): void => {
    for (const item of items) {
      if (!item.scored || item.role !== undefined) continue;
      const value = ranksOf(item, context).at(rank === 'top' ? -1 : rank);
      if (value) answers.set(item.id, { state: 'answered', value });
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

/**
 * Scores every vector and compares level, total and groups; exact numbers, no tolerance. A vector that names a kind of
 * organisation or a year is scored for them.
 */
export function runVectors(questionnaire: Questionnaire, vectors: readonly Vector[]): Problem[] {
  const contexts = new Map<string, Prepared>();
  const preparedFor = (context: AssessmentContext): Prepared => {
    const key = `${context.year} ${context.kind}`;
    const known = contexts.get(key) ?? prepare(questionnaire, context);
    contexts.set(key, known);
    return known;
  };
  const failures: Problem[] = [];
  for (const [index, vector] of vectors.entries()) {
    failures.push(...runVector(preparedFor({ ...ANY_CONTEXT, ...vector.context }), vector, ['vectors', index]));
    if (failures.length >= MAX_FAILURES) break;
  }
  return failures;
}

const shown = (value: Exact | null): string => (value === null ? 'null' : toFraction(value));

function runVector(prepared: Prepared, vector: Vector, at: readonly (string | number)[]): Problem[] {
  const { answers, problems } = vectorAnswers(prepared, vector, at);
  if (problems.length > 0) return problems;
  const result = score(prepared, answers);
  const failures: Problem[] = [];
  const fail = (what: string, expected: string, found: string): void => {
    const params = { vector: vector.name, what, expected, found };
    failures.push({ path: [...at, 'expect'], code: 'vector-failed', params });
  };
  const compareLevel = (what: string, expected: number | null | undefined, found: number | null): void => {
    if (expected !== undefined && expected !== found) fail(what, String(expected), String(found));
  };
  const compareValue = (what: string, expected: string | undefined, found: Exact | null): void => {
    if (expected === undefined || (found !== null && compare(exact(expected), found) === 0)) return;
    fail(what, expected, shown(found));
  };
  compareLevel('level', vector.expect.level, result.level);
  compareValue('total', vector.expect.total, result.value);
  for (const [id, expected] of Object.entries(vector.expect.groups ?? {})) {
    const found = result.byId.get(id);
    if (!found) {
      failures.push({ path: [...at, 'expect', 'groups'], code: 'unknown-item', params: { id } });
      continue;
    }
    compareValue(`${id}.value`, expected.value, found.value);
    compareLevel(`${id}.level`, expected.level, found.level);
  }
  return failures;
}
