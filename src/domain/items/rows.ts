/** What matrices and grids have in common: rows that join into one value. */
import { add, divide, exact, multiply, smaller, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { duplicateOptions } from './options.ts';

type Row = ItemOf<'grid'>['rows'][number];

/** The points of a row that takes part, and what it weighs. */
export interface RowWorth {
  readonly points: Exact;
  readonly weight: Exact;
}

export const weightsOf = (rows: readonly Row[]): Exact[] => rows.map((row) => exact(row.weight));

/** Rows without weight have no say in a weighted mean. */
export function countingRows<R extends Row>(rows: R[], join: 'sum' | 'mean' | 'weighted' | 'lowest'): R[] {
  return join === 'weighted' ? rows.filter((row) => exact(row.weight).n > 0n) : rows;
}

/** Joins at least one row; weights are renormalised over the rows given. */
export function joinRows(rows: readonly RowWorth[], join: 'sum' | 'mean' | 'weighted' | 'lowest'): Exact {
  if (join === 'lowest') return rows.map(({ points }) => points).reduce(smaller);
  let sum = ZERO;
  let weights = ZERO;
  for (const { points, weight } of rows) {
    sum = add(sum, join === 'weighted' ? multiply(points, weight) : points);
    weights = add(weights, join === 'weighted' ? weight : { n: 1n, d: 1n });
  }
  return join === 'sum' ? sum : divide(sum, weights);
}

/** Keys with a meaning of their own in answer sheets; a row of this name could not be told from them. */
const RESERVED = new Set(['na', 'none', 'value', 'note', 'explanation', 'flagged', 'evidence']);

export function checkRows(rows: readonly Row[], weighted: boolean): Problem[] {
  const problems = duplicateOptions(rows, 'rows');
  rows.forEach((row, index) => {
    if (RESERVED.has(row.id))
      problems.push({ path: ['rows', index, 'id'], code: 'reserved-id', params: { id: row.id } });
    if (exact(row.weight).n < 0n)
      problems.push({ path: ['rows', index, 'weight'], code: 'negative', params: { value: row.weight } });
  });
  if (weighted && weightsOf(rows).every((weight) => weight.n <= 0n))
    problems.push({ path: ['rows'], code: 'weights-zero' });
  return problems;
}
