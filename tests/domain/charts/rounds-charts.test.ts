import { describe, expect, it } from 'vitest';
import { gapChart } from '../../../src/domain/charts/gap.ts';
import { itemGapOf, itemGaps, MOST_BARS, type GapItem } from '../../../src/domain/charts/item-gap.ts';
import { roundsHeatChart, roundsHeatOf, type HeatRound } from '../../../src/domain/charts/rounds-heat.ts';
import { PRINT_PALETTE, type ChartStyle } from '../../../src/domain/charts/style.ts';
import type { ChartNode } from '../../../src/domain/charts/tree.ts';
import { toFraction } from '../../../src/domain/exact/exact.ts';
import type { Questionnaire } from '../../../src/domain/questionnaire/types.ts';

const style = (width: number): ChartStyle => ({ palette: PRINT_PALETTE, width, id: 'c', font: 'Tinos' });
const levels = [1, 2, 3, 4, 5].map((value) => ({
  value,
  name: { vi: `M${value}`, en: `L${value}` },
  meaning: { vi: '-', en: '-' },
}));
/** Levels by gates, scores on the scale of the levels: the target level is two fifths, three fifths and so on. */
const gated = { levels, scoring: { groupLevel: { kind: 'gate', share: '75' }, decimals: 1 } } as Questionnaire;
/** Points without a level that could be read from them. */
const plain = { levels, scoring: { groupLevel: { kind: 'none' }, decimals: 1 } } as unknown as Questionnaire;
const groups = [{ max: '5' }, { max: '5' }];
const item = (code: string, value: string | null, more: Partial<GapItem> = {}): GapItem => ({
  itemId: `i${code}`,
  code,
  title: { vi: `Câu ${code}`, en: `Item ${code}` },
  state: 'answered',
  value,
  max: '5',
  ...more,
});
const items = [
  item('1', '3'),
  item('2', '1'),
  item('3', null, { state: 'unanswered' }),
  item('4', '1', { state: 'not-applicable' }),
  item('5', '5/2'),
  item('6', null, { state: 'unanswered', max: null }),
];

describe('what items lack', () => {
  const rows = (found: ReturnType<typeof itemGaps>) =>
    found.rows.map((row) => [row.item.code, toFraction(row.goal), toFraction(row.missing)]);

  it('is counted to the target where it can be read, the widest gap first', () => {
    const found = itemGaps(gated, groups, items, { year: 2030, level: 3 });
    expect(found.byTarget).toBe(true);
    expect(rows(found)).toEqual([
      ['3', '3', '3'],
      ['2', '3', '2'],
      ['5', '3', '1/2'],
    ]);
  });

  it('is counted to the maximum otherwise', () => {
    for (const found of [
      itemGaps(plain, [{ max: '40' }], items, { year: 2030, level: 3 }),
      itemGaps(gated, groups, items, null),
    ]) {
      expect(found.byTarget).toBe(false);
      expect(rows(found)).toEqual([
        ['3', '5', '5'],
        ['2', '5', '4'],
        ['5', '5', '5/2'],
        ['1', '5', '2'],
      ]);
    }
  });

  it('is drawn for the widest gaps only', () => {
    const many = Array.from({ length: MOST_BARS + 5 }, (_, index) => item(String(index + 1), '1'));
    const target = { year: 2030, level: 2 };
    const chart = itemGapOf(itemGaps(gated, groups, many, target), gated, target, 'vi');
    expect(chart.rows).toHaveLength(MOST_BARS);
    expect(chart.rows[0]).toEqual({ label: '1 Câu 1', gap: 1, text: 'thiếu 1' });
    expect(chart.title).toBe('Còn thiếu so với mục tiêu 2030, mức 2');
    expect(itemGapOf(itemGaps(gated, groups, many, null), gated, null, 'en').title).toBe('Missing to the maximum');
    expect(JSON.stringify(gapChart(chart, style(420)))).toContain('thiếu 1');
  });
});

describe('groups over rounds', () => {
  const names = [
    { id: 'a', title: { vi: 'Nhận thức số', en: 'Awareness' } },
    { id: 'b', title: { vi: 'Hạ tầng và nền tảng số dùng chung', en: 'Infrastructure' } },
  ];
  const round = (head: string, version: string, a: string | null, b: string | null): HeatRound => ({
    head,
    version,
    root: { percent: '50' },
    groups: [{ id: 'a', percent: a }, ...(b === null ? [] : [{ id: 'b', percent: b }])],
  });
  const rounds = [
    round('Năm 2023', '1.0.0', '12.4', null),
    round('Năm 2024', '1.0.0', '40', '0'),
    round('Năm 2025', '2.0.0', null, '100'),
  ];
  const chart = roundsHeatOf(gated, names, rounds, 'vi');
  const all = (node: ChartNode | string): ChartNode[] =>
    typeof node === 'string' ? [] : [node, ...node.children.flatMap(all)];

  it('have a cell for each round, an empty one where a round knows nothing of the group, and the whole last', () => {
    expect(
      chart.rows.map(({ label, cells }) => [label, ...cells.map(({ text, shade }) => `${text}/${shade}`)]),
    ).toEqual([
      ['Nhận thức số', '12/1', '40/2', '—/null'],
      ['Hạ tầng và nền tảng số dùng chung', '—/null', '0/0', '100/5'],
      ['Chung', '50/3', '50/3', '50/3'],
    ]);
    expect(chart.summary).toContain('Nhận thức số: Năm 2023 12, Năm 2024 40, Năm 2025 —');
  });

  it('show where the version changes', () => {
    expect(chart.breaks).toEqual([2]);
    const dashed = all(roundsHeatChart(chart, style(700))).filter(
      ({ attrs }) => attrs['stroke-dasharray'] !== undefined,
    );
    expect(dashed).toHaveLength(1);
  });

  it.each([360, 520, 860])('stay inside %i units', (width) => {
    const cells = all(roundsHeatChart(chart, style(width))).filter(({ attrs }) => attrs.class === 'cell');
    expect(cells).toHaveLength(9);
    for (const { attrs } of cells) expect(Number(attrs.x) + Number(attrs.width)).toBeLessThanOrEqual(width);
  });
});
