import { bandValue, insideBand, prepareBands, type BandTable } from '../exact/bands.ts';
import { add, compare, divide, exact, larger, multiply, smaller, subtract, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';

type NumberScore = ItemOf<'number'>['score'];

/** The points of a number (or of a percentage), with their range. */
export interface NumberScorer {
  readonly min: Exact;
  readonly max: Exact;
  readonly score: (x: Exact) => Exact;
  /** Numbers that stand for the ranks; some may lie outside what an item lets be entered. */
  readonly ranks: readonly Exact[];
}

/** Prepares bands or a straight line between zeroAt and fullAt (clamped at both ends). */
export function prepareNumberScore(rule: NumberScore): NumberScorer {
  if (rule.kind === 'bands') {
    const table = prepareBands(rule.table, exact);
    const points = table.bands.map((band) => band.value);
    return {
      min: points.reduce(smaller),
      max: points.reduce(larger),
      score: (x) => bandValue(table, x),
      ranks: points.map((_, index) => insideBand(table, index)),
    };
  }
  const zeroAt = exact(rule.zeroAt);
  const fullAt = exact(rule.fullAt);
  const points = exact(rule.points);
  const span = subtract(fullAt, zeroAt);
  return {
    min: smaller(ZERO, points),
    max: larger(ZERO, points),
    score(x) {
      const share = divide(subtract(x, zeroAt), span);
      return multiply(points, larger(ZERO, smaller(share, { n: 1n, d: 1n })));
    },
    // Five even stops: the ends, the middle and the quarters.
    ranks: [0n, 1n, 2n, 3n, 4n].map((n) => add(zeroAt, multiply(span, { n, d: 4n }))),
  };
}

/** Stops of a scorer, moved into the range that may be entered: one for each number of points left, lowest first. */
export function ranksWithin({ ranks, score }: NumberScorer, low: Exact | null, high: Exact | null): Exact[] {
  const inside = ranks
    .map((x) => (low === null ? x : larger(x, low)))
    .map((x) => (high === null ? x : smaller(x, high)));
  return inside
    .filter((x, at) => inside.findIndex((other) => compare(score(other), score(x)) === 0) === at)
    .sort((a, b) => compare(score(a), score(b)));
}

/** Problems of a band table that the schema cannot see: bounds must rise and only the last may be open. */
export function checkBands(table: BandTable<unknown>, path: readonly (string | number)[]): Problem[] {
  const problems: Problem[] = [];
  let low = exact(table.from);
  table.bands.forEach((band, index) => {
    const at = [...path, 'bands', index, 'to'];
    if (band.to === null) {
      if (index < table.bands.length - 1) problems.push({ path: at, code: 'bands-not-last' });
      return;
    }
    const to = exact(band.to);
    const side = compare(to, low);
    // A first band of one single point ("exactly 0 %") is allowed where the upper end belongs to the band.
    const single = side === 0 && index === 0 && table.closed === 'upper';
    if (side <= 0 && !single) problems.push({ path: at, code: 'bands-order', params: { to: band.to } });
    low = to;
  });
  return problems;
}

export function checkNumberScore(rule: NumberScore): Problem[] {
  if (rule.kind === 'bands') return checkBands(rule.table, ['score', 'table']);
  return compare(exact(rule.zeroAt), exact(rule.fullAt)) === 0
    ? [{ path: ['score', 'fullAt'], code: 'bands-order', params: { to: rule.fullAt } }]
    : [];
}
