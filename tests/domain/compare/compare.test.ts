import { describe, expect, it } from 'vitest';
import { overComparable, shareChange, type ItemComparison } from '../../../src/domain/compare/compare.ts';
import { exact, toFraction } from '../../../src/domain/exact/exact.ts';

const side = (value: string | null, max: string) => ({ value: value === null ? null : exact(value), max: exact(max) });
const entry = (before: string | null, now: string | null): ItemComparison =>
  ({ before: side(before, '5'), now: side(now, '5') }) as ItemComparison;

describe('a group over the items that can be compared', () => {
  it('sums points and maximum of the items that have both on both sides', () => {
    const sums = overComparable([entry('1', '3'), entry('2', '2'), entry(null, '5'), entry('4', null)]);
    expect(sums?.of).toBe(2);
    expect(sums && [toFraction(sums.before.value), toFraction(sums.before.max)]).toEqual(['3', '10']);
    expect(sums && [toFraction(sums.now.value), toFraction(sums.now.max)]).toEqual(['5', '10']);
    const change = sums && shareChange(sums.before, sums.now);
    expect(change && toFraction(change)).toBe('20');
  });

  it('is nothing where no item has points on both sides', () => {
    expect(overComparable([entry(null, '5'), entry('4', null)])).toBeNull();
    expect(overComparable([])).toBeNull();
  });
});

describe('a change of shares', () => {
  it('is nothing where a side has none', () => {
    expect(shareChange(null, side('1', '5'))).toBeNull();
    expect(shareChange(side(null, '5'), side('1', '5'))).toBeNull();
    expect(shareChange(side('0', '0'), side('1', '5'))).toBeNull();
  });
});
