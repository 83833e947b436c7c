import { bandIndex, insideBand, prepareBands } from '../exact/bands.ts';
import { add, compare, divide, exact, larger, multiply, smaller, subtract, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { BandTable, ItemOf } from '../questionnaire/types.ts';

type NumberScore = ItemOf<'number'>['score'];

/** The points of a number (or of a percentage), with its range and one number for each reachable rank. */
export interface NumberScorer {
  readonly min: Exact;
  readonly max: Exact;
  readonly score: (x: Exact) => Exact;
  readonly ranks: readonly Exact[];
}

/** Prepares bands or a straight line between zeroAt and fullAt (clamped at both ends). */
export function prepareNumberScore(rule: NumberScore): NumberScorer {
  if (rule.kind === 'bands') {
    const table = prepareBands(rule.table, exact);
    const points = table.bands.map((band) => band.value);
    const order = points.map((_, index) => index).sort((a, b) => compare(points[a] ?? ZERO, points[b] ?? ZERO));
    return {
      min: points.reduce(smaller),
      max: points.reduce(larger),
      score(x) {
        const index = bandIndex(table, x);
        // Outside the table: below it the first band speaks, above it the last one.
        return points[index < 0 ? (compare(x, table.from) < 0 ? 0 : points.length - 1) : index] ?? ZERO;
      },
      ranks: order
        .filter((index, at) => at === 0 || compare(points[order[at - 1] ?? 0] ?? ZERO, points[index] ?? ZERO) !== 0)
        .map((index) => insideBand(table, index)),
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
