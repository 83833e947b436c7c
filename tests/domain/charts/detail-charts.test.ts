import { describe, expect, it } from 'vitest';
import { gapOf, heatOf, radarOf, slopeOf } from '../../../src/domain/charts/detail-charts.ts';
import { gapChart } from '../../../src/domain/charts/gap.ts';
import { heatChart } from '../../../src/domain/charts/heat.ts';
import { radarChart } from '../../../src/domain/charts/radar.ts';
import type { PillarFigures } from '../../../src/domain/charts/result-charts.ts';
import { shadeOf } from '../../../src/domain/charts/shade.ts';
import { slopeChart, spread } from '../../../src/domain/charts/slope.ts';
import { PRINT_PALETTE, type ChartStyle } from '../../../src/domain/charts/style.ts';
import { toSvg, type ChartNode } from '../../../src/domain/charts/tree.ts';
import { groupWords } from '../../../src/domain/charts/wording.ts';
import { exact } from '../../../src/domain/exact/exact.ts';
import type { Questionnaire } from '../../../src/domain/questionnaire/types.ts';

const style = (width: number): ChartStyle => ({ palette: PRINT_PALETTE, width, id: 'c', font: 'Tinos' });
const name = (value: number) => ({ value, name: { vi: `M${value}`, en: `L${value}` }, meaning: { vi: '-', en: '-' } });
const questionnaire = {
  levels: [1, 2, 3, 4, 5].map(name),
  scoring: { groupLevel: { kind: 'gate', share: '75' }, decimals: 1 },
} as Questionnaire;
const group = (title: string, value: string | null, before: string | null = null): PillarFigures => ({
  title: { vi: title, en: title },
  value,
  max: value === null ? null : '5',
  percent: null,
  level: null,
  total: 4,
  previous: before === null ? null : { value: before, percent: null },
});
const groups = [group('Một', '2', '1'), group('Hai', '7/2', '4'), group('Ba', '3'), group('Bốn', null)];
const rounds = { now: 'Năm 2025', previous: 'Năm 2024' };

/** Every element of a drawing. */
const all = (node: ChartNode): ChartNode[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const numbers = (tree: ChartNode): number[] =>
  all(tree).flatMap(({ attrs }) =>
    ['x', 'y', 'cx', 'cy', 'x1', 'x2', 'y1', 'y2'].flatMap((key) => attrs[key] ?? []).map(Number),
  );

describe('shades', () => {
  it.each([
    ['0', 0],
    ['1/10', 1],
    ['20', 1],
    ['201/10', 2],
    ['40', 2],
    ['80', 4],
    ['100', 5],
    ['120', 5],
  ])('of %s %% is %i', (share, shade) => expect(shadeOf(exact(share))).toBe(shade));
});

describe('the word for the groups', () => {
  it.each([
    ['dimension', 'dimensions'],
    ['category', 'categories'],
    ['group of indicators', 'groups of indicators'],
  ])('of one %s is %s for several', (group, groups) => {
    expect(groupWords({ groupWord: { vi: 'nhóm', en: group } }, 'en')).toEqual({ group, groups });
    expect(groupWords({ groupWord: { vi: 'nhóm', en: group } }, 'vi')).toEqual({ group: 'nhóm', groups: 'nhóm' });
    expect(groupWords({}, 'en')).toEqual({ group: 'pillar', groups: 'pillars' });
  });
});

describe('the radar', () => {
  it('has an axis for each group in their order, and none with fewer than three or more than eight', () => {
    expect(radarOf(questionnaire, groups, rounds, 'vi')?.axes.map(({ label, now }) => [label, now])).toEqual([
      ['Một', 2],
      ['Hai', 3.5],
      ['Ba', 3],
      ['Bốn', null],
    ]);
    expect(radarOf(questionnaire, groups.slice(0, 2), rounds, 'vi')).toBeNull();
    expect(
      radarOf(
        questionnaire,
        Array.from({ length: 9 }, () => groups[0] as PillarFigures),
        rounds,
        'vi',
      ),
    ).toBeNull();
  });

  it.each([320, 640])('stays inside %i units', (width) => {
    const chart = radarOf(questionnaire, groups, rounds, 'vi');
    if (!chart) throw new Error('no radar');
    const tree = radarChart(chart, style(width));
    expect(Math.min(...numbers(tree))).toBeGreaterThanOrEqual(0);
    expect(
      Math.max(...all(tree).flatMap(({ attrs }) => (attrs.cx === undefined ? [] : [Number(attrs.cx)]))),
    ).toBeLessThan(width);
    expect(all(tree).filter(({ attrs }) => attrs.class === 'now' && attrs.d === undefined)).not.toHaveLength(0);
  });
});

describe('the gap to the target', () => {
  it('puts the widest first and says what has been reached', () => {
    const chart = gapOf(questionnaire, groups, { year: 2030, level: 3 }, 'vi');
    expect(chart?.rows.map(({ label, text }) => [label, text])).toEqual([
      ['Một', 'thiếu 1,0'],
      ['Hai', 'đã đạt'],
      ['Ba', 'đã đạt'],
    ]);
    expect(gapOf(questionnaire, groups, null, 'vi')).toBeNull();
    expect(chart && all(gapChart(chart, style(600))).filter(({ attrs }) => attrs.class === 'gap')).toHaveLength(1);
  });
});

describe('the cells of all items', () => {
  const item = (code: string, more: object) => ({
    groupId: 'g',
    code,
    state: 'answered' as const,
    value: '3',
    percent: '60',
    ...more,
  });
  const chart = heatOf(
    questionnaire,
    [{ id: 'g', title: { vi: 'Nhóm', en: 'Group' } }],
    [
      item('1', {}),
      item('2', { state: 'not-applicable' as const, value: null, percent: null }),
      item('3', { state: 'unanswered' as const, value: '0', percent: '0' }),
    ],
    'vi',
  );

  it('print the number, or a sign for why there is none', () => {
    expect(chart.rows[0]?.cells.map(({ text, shade, hatched }) => [text, shade, hatched])).toEqual([
      ['3', 3, false],
      ['KAD', null, true],
      ['—', null, false],
    ]);
    expect(chart.legend.map(({ text }) => text)).toContain('Không áp dụng');
    expect(chart.summary).toBe('Nhóm: 1 3, 2 KAD, 3 —.');
  });

  it.each([300, 900])('wrap inside %i units', (width) => {
    const tree = heatChart(chart, style(width));
    expect(Math.max(...numbers(tree))).toBeLessThanOrEqual(Math.max(width, Number(tree.attrs.height)));
    expect(toSvg(tree)).toContain('KAD');
  });
});

describe('the slope chart', () => {
  const row = (title: string, before: string | null, now: string | null, change: string | null) => ({
    title: { vi: title, en: title },
    before: before === null ? null : { percent: before },
    now: now === null ? null : { percent: now },
    change,
  });
  const rows = [row('Lên', '20', '40', '20'), row('Xuống', '50', '45', '-5'), row('Mới', null, '40', null)];

  it('joins both sides only where their scores mean the same', () => {
    const lines = (joined: boolean): number =>
      all(slopeChart(slopeOf(rows, { before: 'A', now: 'B' }, joined, 'vi'), style(700))).filter(
        ({ tag, attrs }) => tag === 'line' && attrs['stroke-width'] === '2',
      ).length;
    expect([lines(true), lines(false)]).toEqual([2, 0]);
  });

  it('prints both figures and the change, with one figure where rows start together', () => {
    const chart = slopeOf(rows, { before: 'A', now: 'B' }, true, 'vi');
    expect(chart.rows.map(({ beforeText, nowText, change }) => [beforeText, nowText, change])).toEqual([
      ['20,0', '40,0', '+20,0'],
      ['50,0', '45,0', '−5,0'],
      ['không có', '40,0', ''],
    ]);
    expect(chart.summary).toBe('Lên: 20,0 rồi 40,0, +20,0; Xuống: 50,0 rồi 45,0, −5,0; Mới: không có rồi 40,0.');
  });

  it('keeps labels apart and inside', () => {
    const ends = [10, 12, 12, 300].map((wanted, index) => ({ index, wanted, height: 20 }));
    const places = [...spread(ends, 0, 200).values()].sort((a, b) => a - b);
    places.forEach((place, at) => {
      if (at > 0) expect(place - (places[at - 1] ?? 0)).toBeGreaterThanOrEqual(20);
    });
    expect(Math.max(...places)).toBeLessThanOrEqual(190);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(10);
  });
});
