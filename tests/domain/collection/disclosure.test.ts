import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLargeEnough, mayStandBeside, shownGroups } from '../../../src/domain/collection/disclosure.ts';

const shown = (sizes: Readonly<Record<string, number>>): string[] => [...shownGroups(new Map(Object.entries(sizes)))];

describe('small groups', () => {
  it('need five units', () => {
    expect([4, 5].map((n) => isLargeEnough(n))).toEqual([false, true]);
    expect(shown({ a: 12, b: 4, c: 3 })).toEqual(['a']);
  });

  it('cannot be worked out by subtraction', () => {
    // Two units in b would be the whole minus a and c, so the smaller of those goes too.
    expect(shown({ a: 12, b: 2, c: 6 })).toEqual(['a']);
    expect(shown({ a: 12, b: 2, c: 3 })).toEqual(['a']);
    expect(shown({ a: 6, b: 1 })).toEqual([]);
    expect(shown({ a: 6, b: 6 })).toEqual(['a', 'b']);
  });

  it('stand beside a whole only when nobody or at least three are between', () => {
    expect(mayStandBeside(10, 10)).toBe(true);
    expect(mayStandBeside(9, 10)).toBe(false);
    expect(mayStandBeside(8, 10)).toBe(false);
    expect(mayStandBeside(7, 10)).toBe(true);
    expect(mayStandBeside(4, 10)).toBe(false);
  });

  it('never leave one or two units exposed, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 12 })), (sizes) => {
        const groups = new Map(Object.entries(sizes));
        const visible = shownGroups(groups);
        const rest = [...groups].reduce((sum, [key, n]) => sum + (visible.has(key) ? 0 : n), 0);
        expect(rest === 0 || rest >= 3 || visible.size === 0).toBe(true);
        for (const key of visible) expect(groups.get(key)).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
