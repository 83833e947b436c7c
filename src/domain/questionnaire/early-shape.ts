import type { Problem } from '../problem.ts';
import { itemSchema } from './item-schema.ts';
import { shapeProblems } from './shape-problems.ts';

/** Files with fewer groups and items are read as a whole at once. */
const LARGE_FILE = 500;
/** So many findings are enough to refuse a file. */
const ENOUGH = 100;

type Path = readonly (string | number)[];

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The items of a definition that nobody has checked yet, with their places. */
function* rawItems(nodes: unknown, path: Path): Generator<{ item: unknown; path: Path }> {
  if (!Array.isArray(nodes)) return;
  for (const [index, node] of nodes.entries()) {
    const at = [...path, index];
    if (isObject(node) && node['type'] === 'group') yield* rawItems(node['children'], [...at, 'children']);
    else yield { item: node, path: at };
  }
}

/**
 * Looks at the items of a large definition one by one and stops when there are problems enough: a file of thousands of
 * items that is wrong everywhere would otherwise cost more to report than to read.
 * @returns an empty list for small files and for those whose items are in order
 */
export function checkItemShapes(definition: unknown): Problem[] {
  if (!isObject(definition)) return [];
  const items = [...rawItems(definition['groups'], ['groups'])];
  const problems: Problem[] = [];
  for (const { item, path } of items.length < LARGE_FILE ? [] : items) {
    const shape = itemSchema.safeParse(item);
    if (!shape.success)
      problems.push(...shapeProblems(shape.error).map((found) => ({ ...found, path: [...path, ...found.path] })));
    if (problems.length >= ENOUGH) break;
  }
  return problems;
}
