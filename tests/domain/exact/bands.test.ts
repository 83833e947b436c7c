import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandIndex, insideBand, prepareBands } from '../../../src/domain/exact/bands.ts';
import { exact } from '../../../src/domain/exact/exact.ts';

const table = (closed: 'lower' | 'upper', from: string, ...to: (string | null)[]) =>
  prepareBands({ closed, from, bands: to.map((end, value) => ({ to: end, value })) }, (value) => value);
const find = (bands: ReturnType<typeof table>, ...values: string[]) => values.map((x) => bandIndex(bands, exact(x)));

describe('band tables', () => {
  it('give a bound to the band below it where the upper end is closed', () => {
    const bands = table('upper', '0', '10', '20', '40');
    expect(find(bands, '0', '9.999', '10', '10.001', '20', '20.000001', '40')).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it('give a bound to the band above it where the lower end is closed, except the last end', () => {
    const bands = table('lower', '0', '10', '20', '40');
    expect(find(bands, '0', '9.999', '10', '19.999', '20', '39', '40')).toEqual([0, 0, 1, 1, 2, 2, 2]);
  });

  it('let the outer bands speak for what lies outside', () => {
    for (const closed of ['lower', 'upper'] as const)
      expect(find(table(closed, '5', '10', '20'), '-3', '4.9', '20.1', '1000')).toEqual([0, 0, 1, 1]);
  });

  it('may be open at the top', () => {
    expect(find(table('upper', '0', '10', null), '10', '10.5', '123456789')).toEqual([0, 1, 1]);
  });

  it('may begin with one single point', () => {
    expect(find(table('upper', '0', '0', '20', '100'), '0', '0.000001', '20', '100')).toEqual([0, 1, 1, 2]);
  });

  it('put exact fractions on the right side', () => {
    const bands = table('upper', '0', '60', '100');
    expect(bandIndex(bands, { n: 39n * 100n, d: 65n })).toBe(0);
    expect(bandIndex(bands, { n: 40n * 100n, d: 65n })).toBe(1);
  });

  it('name a number inside each band', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('lower' as const, 'upper' as const),
        fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 8 }),
        fc.boolean(),
        (closed, bounds, open) => {
          const [from, ...ends] = [...bounds].sort((a, b) => a - b).map((bound) => String(bound / 10));
          const bands = table(closed, from as string, ...(open ? [...ends.slice(0, -1), null] : ends));
          bands.bands.forEach((_, index) => expect(bandIndex(bands, insideBand(bands, index))).toBe(index));
        },
      ),
    );
  });
});
