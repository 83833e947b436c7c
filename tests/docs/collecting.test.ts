/** The examples in docs/collecting.md are worked out again, and its data dictionary names every column. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shownGroups } from '../../src/domain/collection/disclosure.ts';
import { cronbachAlpha } from '../../src/domain/collection/items.ts';
import { DICTIONARY } from '../../src/domain/collection/report/data.ts';
import { countValues, percentileRank, spreadOf } from '../../src/domain/collection/spread.ts';
import { exact, toFraction, type Exact } from '../../src/domain/exact/exact.ts';
import { counted, figure, layoutWith, unit } from '../domain/collection/units.ts';

const page = readFileSync(new URL('../../docs/collecting.md', import.meta.url), 'utf8');
const examples = (kind: string): [given: string, expected: string][] => {
  const block = new RegExp(`\`\`\`${kind}\n([^\`]+)\`\`\``).exec(page)?.[1] ?? '';
  return block
    .trim()
    .split('\n')
    .map((line) => line.split(' -> ') as [string, string]);
};
const numbers = (text: string): Exact[] => text.split(' ').map((entry) => exact(entry));

describe('docs/collecting.md', () => {
  it.each(examples('quartiles'))('quartiles of %s', (given, expected) => {
    const spread = spreadOf(countValues(numbers(given)));
    if (!spread) throw new Error('no values');
    const shown = (['mean', 'q1', 'median', 'q3'] as const).map((key) => `${key} ${toFraction(spread[key])}`);
    expect(shown.join(', ')).toBe(expected);
  });

  it.each(examples('percentile'))('percentile rank of %s', (given, expected) => {
    const [own = '', others = ''] = given.split(' in ');
    const rank = percentileRank(countValues(numbers(others)), exact(own));
    expect(rank === null ? 'none' : toFraction(rank)).toBe(expected);
  });

  it.each(examples('alpha'))('alpha of %s', (given, expected) => {
    const rows = given.split(' | ').map((row) => row.split(' ').map((value) => figure(Number(value), 5)));
    const layout = layoutWith(1, rows[0]?.length ?? 0);
    const units = rows.map((items) => unit(50, { items }));
    const found = cronbachAlpha(counted(units, layout), layout, null, 2);
    expect(found.kind === 'alpha' ? toFraction(found.value) : 'none').toBe(expected);
  });

  it.each(examples('groups'))('groups of %s', (given, expected) => {
    const sizes = new Map(given.split(' ').map((n, place) => [String(place), Number(n)]));
    const shown = [...shownGroups(sizes)].map((key) => sizes.get(key)).join(' ');
    expect(shown === '' ? 'none' : shown).toBe(expected);
  });

  it('names every column of the data that leave', () => {
    for (const { table, column } of DICTIONARY) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${table} |`)) ?? '';
      expect(row, `${table} ${column}`).toContain(`\`${column}\``);
    }
  });
});
