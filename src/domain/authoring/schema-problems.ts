/** What the schema and the checks find, said of the cells that it came from. */
import type { z } from 'zod';
import type { Problem, ProblemCode } from '../problem.ts';
import { REFINEMENTS } from '../questionnaire/shape-problems.ts';
import { placeText } from './cells.ts';
import type { Origins } from './origins.ts';

type Path = (string | number)[];
type Issue = z.core.$ZodIssue;
type Found = readonly [path: Path, code: ProblemCode, params?: Problem['params']];

function valueAt(whole: unknown, path: Path): unknown {
  let found = whole;
  for (const key of path)
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? (found as Record<string | number, unknown>)[key]
        : undefined;
  return found;
}

function sizeProblem(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  value: unknown,
): [ProblemCode, Problem['params']] {
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  if (issue.code === 'too_small') {
    const min = Number(issue.minimum);
    if (issue.origin === 'string') return ['cell-missing', {}];
    return issue.origin === 'array' ? ['cell-few', { min }] : ['cell-least', { min }];
  }
  const max = Number(issue.maximum);
  if (issue.origin === 'string') return ['too-long', { length, max }];
  return issue.origin === 'array' ? ['too-many', { count: length, max }] : ['cell-most', { max }];
}

function translate(issue: Issue, whole: unknown): Found[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [[...path, key], 'cell-unused'] as const);
  const value = valueAt(whole, path);
  if (value === undefined && issue.code !== 'invalid_key') return [[path, 'cell-missing']];
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return [[path, ...sizeProblem(issue, value)]];
    case 'invalid_format': {
      const last = path.at(-1);
      if (last === 'version') return [[path, 'cell-version', { value: String(value) }]];
      const isDay =
        issue.message.startsWith('YYYY') || ['date', 'reviewed', 'earliest', 'latest'].includes(String(last));
      return [[path, isDay ? 'not-a-date' : 'cell-id', { value: String(value).slice(0, 60) }]];
    }
    case 'custom':
      return [[path, REFINEMENTS[issue.message] ?? 'cell-invalid', { id: String(value) }]];
    case 'invalid_key':
      return [[path, 'cell-id', { value: String(path.at(-1)) }]];
    default:
      return [[path, 'cell-invalid']];
  }
}

/** Turns the schema's findings into problems of cells. @param root of the paths of `whole`, as the origins know them */
export function schemaProblems(error: z.ZodError, whole: unknown, origins: Origins, root: Path = []): Problem[] {
  return error.issues
    .slice(0, 200)
    .flatMap((issue) => translate(issue, whole))
    .map(([path, code, params = {}]) => atCell({ path: [...root, ...path], code, params }, origins));
}

/** The same problem with the place in the workbook instead of the path in the definition. */
export function atCell(problem: Problem, origins: Origins): Problem {
  // A name that is not known is said of the list of names; the cell of the name itself is nearer.
  const { path, params } = problem;
  const ref = (params?.id === undefined ? undefined : origins.at([...path, String(params.id)])) ?? origins.find(path);
  return ref ? { ...problem, path: [placeText(ref)] } : problem;
}
