import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, exact, reduce, toFraction, ZERO, type Exact } from '../../../src/domain/exact/exact.ts';
import { Sum, sumOf } from '../../../src/domain/exact/sum.ts';
import { commonDivisor } from '../../../src/domain/exact/whole.ts';

const plainly = (parts: readonly Exact[]): Exact => reduce(parts.reduce(add, ZERO));
const summed = (parts: readonly Exact[]): Exact => reduce(sumOf(parts, (part) => part));

const small = fc.record({ n: fc.bigInt(-10_000n, 10_000n), d: fc.bigInt(1n, 2_000n) });
const large = fc.record({ n: fc.bigInt(-(2n ** 80n), 2n ** 80n), d: fc.bigInt(1n, 2n ** 70n) });
const edge = fc.record({
  n: fc.bigInt(2n ** 52n, 2n ** 54n),
  d: fc.constantFrom(1n, 3n, 2n ** 31n - 1n, 2n ** 52n + 1n),
});

describe('a sum of exact numbers', () => {
  test('of nothing is zero', () => {
    expect(new Sum().exact()).toEqual(ZERO);
  });

  test('equals adding with big numbers alone, whatever their size', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(small, large, edge), { maxLength: 40 }), (parts) => {
        expect(summed(parts)).toEqual(plainly(parts));
      }),
      { numRuns: 2_000 },
    );
  });

  test('stays short where the common denominator is small', () => {
    const parts = Array.from({ length: 60 }, (_, index) => exact(`${index}/${(index % 8) + 1}`));
    expect(sumOf(parts, (part) => part).d).toBe(840n);
    expect(toFraction(summed(parts))).toBe(toFraction(plainly(parts)));
  });
});

test('the common divisor of whole numbers of any size that is exact', () => {
  expect(commonDivisor(0, 0)).toBe(0);
  expect(commonDivisor(-12, 18)).toBe(6);
  expect(commonDivisor(0, 7)).toBe(7);
  expect(commonDivisor(2 ** 50, 2 ** 40 * 3)).toBe(2 ** 40);
  expect(commonDivisor(2 ** 40 * 3, 2 ** 50)).toBe(2 ** 40);
  expect(commonDivisor(9_007_199_254_740_991, 6_361)).toBe(6_361);
  expect(commonDivisor(4_294_967_296 * 5, 4_294_967_296 * 5)).toBe(4_294_967_296 * 5);
});
