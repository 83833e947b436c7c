import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byStrength, cronbachAlpha, itemStatistics } from '../../../src/domain/collection/items.ts';
import { countValues, spreadOf } from '../../../src/domain/collection/spread.ts';
import type { Figure } from '../../../src/domain/collection/types.ts';
import { exact, toFraction, toNumber } from '../../../src/domain/exact/exact.ts';
import { counted, figure, layoutWith, unit } from './units.ts';

const answered = (value: number, max = 4): Figure => figure(value, max, null, 'answered');
const rowsOf = (rows: readonly (readonly Figure[])[], items = rows[0]?.length ?? 0) => {
  const layout = layoutWith(1, items);
  return {
    layout,
    units: counted(
      rows.map((row) => unit(50, { items: row })),
      layout,
    ),
  };
};

describe('items', () => {
  it('have the mean share of the maximum as difficulty, and every state counted', () => {
    const { layout, units } = rowsOf([
      [answered(4), figure(0, 4, null, 'none')],
      [answered(1), figure(null, null, null, 'not-applicable')],
      [answered(1, 2), figure(null, null, null, 'unanswered')],
    ]);
    const [first, second] = itemStatistics(units, layout);
    expect(first?.percent && toFraction(first.percent.mean)).toBe('175/3');
    expect(first?.states.answered).toBe(3);
    expect(second?.states).toMatchObject({ none: 1, 'not-applicable': 1, unanswered: 1 });
    expect(second?.percent?.n).toBe(1);
  });

  it('stand from the strongest to the weakest, equal ones in order, thin ones left out', () => {
    const spread = (...values: number[]) => spreadOf(countValues(values.map((value) => exact(value))));
    expect(byStrength([spread(50, 50), spread(90, 10), null, spread(80, 90), spread(100)], 2)).toEqual([3, 0, 1]);
  });
});

const alpha = (rows: readonly (readonly number[])[], minimum = 2) => {
  const { layout, units } = rowsOf(rows.map((row) => row.map((value) => answered(value))));
  return cronbachAlpha(units, layout, null, minimum);
};

describe('alpha', () => {
  it('follows its formula: variances 2/3 and 2/3, of the totals 2, give 2 × (1 - 2/3)', () => {
    const rows = [
      [1, 1],
      [2, 3],
      [3, 2],
    ];
    const found = alpha(rows);
    expect(found).toMatchObject({ kind: 'alpha', n: 3, items: 2 });
    expect(found.kind === 'alpha' && toFraction(found.value)).toBe('2/3');
  });

  it('is 1 for items that agree and may be negative', () => {
    const same = alpha([
      [1, 1, 1],
      [3, 3, 3],
    ]);
    expect(same.kind === 'alpha' && toFraction(same.value)).toBe('1');
    const against = alpha([
      [1, 3],
      [3, 2],
      [4, 1],
    ]);
    expect(against.kind === 'alpha' && toNumber(against.value)).toBeLessThan(0);
  });

  it('is no number where it would say nothing', () => {
    expect(alpha([[1], [2]])).toMatchObject({ kind: 'none', reason: 'few-items' });
    expect(
      alpha(
        [
          [1, 2],
          [2, 1],
        ],
        30,
      ),
    ).toMatchObject({ kind: 'none', reason: 'few-units', n: 2 });
    expect(
      alpha([
        [1, 3],
        [3, 1],
      ]),
    ).toMatchObject({ kind: 'none', reason: 'constant' });
    const { layout, units } = rowsOf([[], []], 3);
    expect(cronbachAlpha(units, layout, null)).toMatchObject({ kind: 'none', reason: 'unread' });
  });

  it('leaves out units without points in an item, and items without points in any unit', () => {
    const open = figure(null, null, null, 'unanswered');
    const { layout, units } = rowsOf([
      [answered(1), answered(1), open],
      [answered(2), answered(3), open],
      [answered(3), answered(2), open],
      [answered(4), open, open],
    ]);
    const found = cronbachAlpha(units, layout, null, 2);
    expect(found).toMatchObject({ kind: 'alpha', n: 3, items: 2 });
    expect(found.kind === 'alpha' && toFraction(found.value)).toBe('2/3');
  });

  it('equals a naive recomputation, in any order', () => {
    const row = fc.array(fc.nat(4), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 20 }), (rows) => {
        const variance = (values: readonly number[]): number => {
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
        };
        const totals = variance(rows.map((entry) => entry.reduce((sum, value) => sum + value, 0)));
        const found = alpha(rows);
        expect(alpha([...rows].reverse())).toEqual(found);
        if (found.kind === 'none') expect(totals).toBeCloseTo(0);
        else {
          const items = [0, 1, 2, 3].map((place) => variance(rows.map((entry) => entry[place] ?? 0)));
          const naive = (4 / 3) * (1 - items.reduce((sum, value) => sum + value, 0) / totals);
          expect(toNumber(found.value)).toBeCloseTo(naive, 6);
        }
      }),
      { numRuns: 50 },
    );
  });
});
