import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countValues, exactSum, percentileRank, rising, spreadOf } from '../../../src/domain/collection/spread.ts';
import { add, compare, exact, toDecimal, toFraction, ZERO, type Exact } from '../../../src/domain/exact/exact.ts';

const numbers = (...values: (number | string)[]): Exact[] => values.map((value) => exact(value));
const shown = (values: readonly Exact[]): Record<string, unknown> => {
  const spread = spreadOf(countValues(values));
  if (spread === null) return {};
  return Object.fromEntries(
    Object.entries(spread).map(([key, value]: [string, number | Exact]) => [
      key,
      typeof value === 'number' ? value : toFraction(value),
    ]),
  );
};

describe('quartiles', () => {
  it('equal the example that Microsoft gives for QUARTILE.INC', () => {
    expect(shown(numbers(1, 2, 4, 7, 8, 9, 10, 12))).toMatchObject({ q1: '7/2', median: '15/2', q3: '37/4' });
  });

  it('equal the default of R for 1 to 10', () => {
    const spread = shown(numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    expect(spread).toEqual({ n: 10, mean: '11/2', min: '1', q1: '13/4', median: '11/2', q3: '31/4', max: '10' });
  });

  it('of one, two and equal values', () => {
    expect(shown(numbers(7))).toMatchObject({ q1: '7', median: '7', q3: '7' });
    expect(shown(numbers(0, 10))).toMatchObject({ q1: '5/2', median: '5', q3: '15/2' });
    expect(shown(numbers(3, 3, 3, 3))).toMatchObject({ n: 4, q1: '3', mean: '3', q3: '3' });
    expect(spreadOf([])).toBeNull();
  });
});

const fraction = fc
  .tuple(fc.bigInt({ min: -500n, max: 100_000n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([n, d]): Exact => ({ n, d }));
const list = fc.array(fraction, { minLength: 1, maxLength: 60 });

/** As one would write it down: sort, take the two neighbours, join them. */
function naive(values: readonly Exact[]): Record<string, string | number> {
  const sorted = [...values].sort(compare);
  const quantile = (quarter: number): string => {
    const position = ((sorted.length - 1) * quarter) / 4;
    const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]] as [Exact, Exact];
    const rest = exact(String(position - Math.floor(position)));
    return toFraction({
      n: low.n * high.d * rest.d + (high.n * low.d - low.n * high.d) * rest.n,
      d: low.d * high.d * rest.d,
    });
  };
  const sum = values.reduce(add, ZERO);
  return {
    n: values.length,
    mean: toFraction({ n: sum.n, d: sum.d * BigInt(values.length) }),
    min: quantile(0),
    q1: quantile(1),
    median: quantile(2),
    q3: quantile(3),
    max: quantile(4),
  };
}

describe('spread', () => {
  it('equals a naive recomputation, in any order', () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (values, keys) => {
        const shuffled = values.map((value, at) => ({ value, key: keys[at] ?? 0 })).sort((a, b) => a.key - b.key);
        expect(shown(values)).toEqual(naive(values));
        expect(shown(shuffled.map(({ value }) => value))).toEqual(naive(values));
      }),
    );
  });

  it('stays exact for thirds and keeps unlike ratios to six decimals, in any order', () => {
    expect(toFraction(exactSum([{ value: exact('1/3'), n: 3 }]))).toBe('1');
    // The product of these denominators has far more than 1,024 bits.
    const ratios = Array.from({ length: 300 }, (_, index) => ({ value: exact(`1/${7919 + 2 * index}`), n: 1 }));
    const sum = exactSum(ratios);
    expect(toFraction(exactSum([...ratios].reverse()))).toBe(toFraction(sum));
    const plain = ratios.reduce((all, { value }) => all + Number(value.n) / Number(value.d), 0);
    expect(Math.abs(Number(toDecimal(sum, 9)) - plain)).toBeLessThan(300 * 0.5e-6);
  });

  it('orders what the nearest numbers cannot tell apart', () => {
    const near = [exact('1000000000000001/1000000000000000'), exact(1)];
    expect(rising(countValues(near)).map(({ value }) => toFraction(value))).toEqual([
      '1',
      '1000000000000001/1000000000000000',
    ]);
  });
});

describe('percentile rank', () => {
  it('counts equals by half, as the "mean" kind does: 60 for 3 in 1, 2, 3, 3, 4', () => {
    expect(percentileRank(countValues(numbers(1, 2, 3, 3, 4)), exact(3))).toEqual({ n: 600n, d: 10n });
  });

  it('says nothing for fewer than five others', () => {
    expect(percentileRank(countValues(numbers(1, 2, 3, 4)), exact(3))).toBeNull();
    expect(percentileRank([], exact(3), 0)).toBeNull();
  });
});
