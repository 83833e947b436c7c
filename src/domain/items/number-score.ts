import { bandValue, insideBand, prepareBands, type BandTable } from '../exact/bands.ts';
import {
  add,
  compare,
  divide,
  exact,
  larger,
  multiply,
  reduce,
  smaller,
  subtract,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import { commonDivisor, isSafe } from '../exact/whole.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';

export type NumberScore = ItemOf<'number'>['score'];

/** The points of a number (or of a percentage), with their range. */
export interface NumberScorer {
  readonly min: Exact;
  readonly max: Exact;
  readonly score: (x: Exact) => Exact;
  /** The same for x = n ÷ d given as whole numbers, d above zero: no big number is made on the way where none is needed. */
  readonly scoreFraction: (n: number, d: number) => Exact;
  /** Numbers that stand for the ranks; some may lie outside what an item lets be entered. */
  readonly stops: readonly Exact[];
}

/** More stops than this are not offered one by one. */
const MAX_STOPS = 20n;

const big = (n: number, d: number): Exact => ({ n: BigInt(n), d: BigInt(d) });

export function prepareNumberScore(rule: NumberScore): NumberScorer {
  switch (rule.kind) {
    case 'bands':
      return prepareBandScore(rule.table);
    case 'linear':
      return prepareLine(exact(rule.zeroAt), exact(rule.fullAt), exact(rule.points));
    case 'per-unit':
      return preparePerUnit(exact(rule.points), exact(rule.most));
  }
}

function prepareBandScore(source: BandTable<string>): NumberScorer {
  const table = prepareBands(source, exact);
  const points = table.bands.map((band) => band.value);
  const bounds = table.bands.map(({ to }) => (to === null ? null : { n: Number(to.n), d: Number(to.d) }));
  const closesUpper = table.closed === 'upper';
  const score = (x: Exact): Exact => bandValue(table, x);
  const last = points[points.length - 1] as Exact;
  return {
    min: points.reduce(smaller),
    max: points.reduce(larger),
    score,
    scoreFraction(n, d) {
      for (let index = 0; index < bounds.length; index += 1) {
        const bound = bounds[index];
        if (!bound) return points[index] as Exact;
        const left = n * bound.d;
        const right = bound.n * d;
        if (!isSafe(left) || !isSafe(right)) return score(big(n, d));
        if (left < right || (closesUpper && left === right)) return points[index] as Exact;
      }
      return last;
    },
    stops: points.map((_, index) => insideBand(table, index)),
  };
}

/** A straight line from 0 points at `zeroAt` to `points` at `fullAt`, clamped at both ends; lower may be better. */
export function prepareLine(zeroAt: Exact, fullAt: Exact, points: Exact): NumberScorer {
  const span = subtract(fullAt, zeroAt);
  const score = (x: Exact): Exact => {
    const share = divide(subtract(x, zeroAt), span);
    if (share.n <= 0n) return ZERO;
    return share.n >= share.d ? points : reduce(multiply(points, share));
  };
  // share = (n × zd - zn × d) × up ÷ (d × down)
  const shape = reduce(divide({ n: 1n, d: zeroAt.d }, span));
  const [zn, zd, up, down] = [zeroAt.n, zeroAt.d, shape.n, shape.d].map(Number) as [number, number, number, number];
  const [pn, pd] = [Number(points.n), Number(points.d)];
  return {
    min: smaller(ZERO, points),
    max: larger(ZERO, points),
    score,
    scoreFraction(n, d) {
      const first = n * zd;
      const second = zn * d;
      const part = (first - second) * up;
      const whole = d * down;
      const top = part * pn;
      const bottom = whole * pd;
      const exactly = isSafe(first) && isSafe(second) && isSafe(part) && isSafe(whole) && isSafe(top) && isSafe(bottom);
      if (!exactly) return score(big(n, d));
      if (part <= 0) return ZERO;
      if (part >= whole) return points;
      const divisor = commonDivisor(top, bottom);
      return big(top / divisor, bottom / divisor);
    },
    // Five even stops: the ends, the middle and the quarters.
    stops: [0n, 1n, 2n, 3n, 4n].map((n) => add(zeroAt, multiply(span, { n, d: 4n }))),
  };
}

/** So many points for each one, negative ones for a deduction; never further from zero than `most`. */
function preparePerUnit(points: Exact, most: Exact): NumberScorer {
  const magnitude = most.n < 0n ? { n: -most.n, d: most.d } : most;
  const cap = points.n < 0n ? { n: -magnitude.n, d: magnitude.d } : magnitude;
  const score = (x: Exact): Exact => {
    if (x.n <= 0n) return ZERO;
    const sum = multiply(points, x);
    return points.n < 0n ? larger(sum, cap) : smaller(sum, cap);
  };
  const full = divide(cap, points);
  const units = (full.n + full.d - 1n) / full.d;
  const counted = units <= MAX_STOPS ? units : 4n;
  return {
    min: smaller(ZERO, cap),
    max: larger(ZERO, cap),
    score,
    scoreFraction: (n, d) => score(big(n, d)),
    stops: Array.from({ length: Number(counted) + 1 }, (_, index) => ({ n: (units * BigInt(index)) / counted, d: 1n })),
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
  switch (rule.kind) {
    case 'bands':
      return checkBands(rule.table, ['score', 'table']);
    case 'linear':
      return compare(exact(rule.zeroAt), exact(rule.fullAt)) === 0
        ? [{ path: ['score', 'fullAt'], code: 'bands-order', params: { to: rule.fullAt } }]
        : [];
    case 'per-unit':
      return (['points', 'most'] as const)
        .filter((key) => compare(exact(rule[key]), ZERO) === 0)
        .map((key) => ({ path: ['score', key], code: 'zero-points' }));
  }
}
