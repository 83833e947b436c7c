import { describe, expect, it } from 'vitest';
import {
  BY_LABEL,
  GIVEN,
  nextSorting,
  searchRows,
  sortRows,
  windowOf,
  type HeatTableRow,
} from '../../src/renderer/charts/sort-rows.ts';

const row = (id: string, label: string, value: number | null): HeatTableRow => ({
  id,
  code: id,
  label,
  cells: [{ text: String(value), sort: value, shade: null }],
});
const rows = [row('1', 'Đông Hòa', 3), row('2', 'An Bình', null), row('3', 'Cẩm Giang', 7), row('4', 'Dương Minh', 3)];
const ids = (list: readonly HeatTableRow[]): string => list.map(({ id }) => id).join('');

describe('a sorted table', () => {
  it('follows the Vietnamese alphabet, and puts rows without a figure last either way', () => {
    expect(ids(sortRows(rows, { column: BY_LABEL, descending: false }))).toBe('2341');
    expect(ids(sortRows(rows, { column: 0, descending: true }))).toBe('3142');
    expect(ids(sortRows(rows, { column: 0, descending: false }))).toBe('1432');
    expect(ids(sortRows(rows, GIVEN))).toBe('1234');
  });

  it('comes back to its own order with the third press', () => {
    const once = nextSorting(GIVEN, 0);
    const twice = nextSorting(once, 0);
    expect([once, twice, nextSorting(twice, 0)]).toEqual([
      { column: 0, descending: true },
      { column: 0, descending: false },
      GIVEN,
    ]);
    expect(nextSorting(once, BY_LABEL)).toEqual({ column: BY_LABEL, descending: false });
  });
});

describe('a search in a table', () => {
  it.each([
    ['dong hoa', '1'],
    ['HÒA đông', '1'],
    ['duong', '4'],
    ['3', '3'],
    ['', '1234'],
    ['không có', ''],
  ])('for "%s" finds %s', (search, found) => expect(ids(searchRows(rows, search))).toBe(found));
});

describe('the rows that are drawn', () => {
  it('are those in view with some to spare, and never beyond the ends', () => {
    expect(windowOf(1000, 40, 4000, 400, 5)).toEqual({ from: 95, to: 115 });
    expect(windowOf(1000, 40, 0, 400, 5)).toEqual({ from: 0, to: 15 });
    expect(windowOf(20, 40, 40_000, 400, 5)).toEqual({ from: 15, to: 20 });
  });
});
