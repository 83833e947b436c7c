import { describe, expect, it } from 'vitest';
import { levelBarsChart } from '../../../src/domain/charts/level-bars.ts';
import { spreadsChart } from '../../../src/domain/charts/spreads.ts';
import { smallMultiplesChart } from '../../../src/domain/charts/small-multiples.ts';
import { countBins, stackedDotsChart } from '../../../src/domain/charts/stacked-dots.ts';
import { PRINT_PALETTE, type ChartStyle } from '../../../src/domain/charts/style.ts';
import { toSvg, type ChartNode } from '../../../src/domain/charts/tree.ts';
import { dotsOf, levelBars, profilesOf } from '../../../src/domain/collection/charts.ts';
import { createReportContext } from '../../../src/domain/collection/report/context.ts';
import { exact } from '../../../src/domain/exact/exact.ts';
import { reportInput } from '../collection/report-input.ts';

const style = (width = 700): ChartStyle => ({ palette: PRINT_PALETTE, width, id: 'c', font: 'Tinos' });
const context = createReportContext(reportInput(90));
const { aggregate, words, input } = context;
const { layout } = input;

const all = (node: ChartNode, wanted: (node: ChartNode) => boolean): ChartNode[] => [
  ...(wanted(node) ? [node] : []),
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, wanted))),
];
const ofClass = (tree: ChartNode, name: string): ChartNode[] => all(tree, ({ attrs }) => attrs['class'] === name);
const wordsOf = ({ children }: ChartNode): string =>
  children.filter((child): child is string => typeof child === 'string').join('');
const texts = (tree: ChartNode): string[] => all(tree, ({ tag }) => tag === 'text').map(wordsOf);
const described = (tree: ChartNode): string =>
  all(tree, ({ tag }) => tag === 'desc')
    .map(wordsOf)
    .join('');

describe('spreads', () => {
  const spread = { min: 0, q1: 20, median: 50, q3: 60, max: 100 };
  const chart = (rows: Parameters<typeof spreadsChart>[0]['rows']) =>
    spreadsChart({ title: 't', summary: 'Nhóm 1: trung vị 50,0%', rows, legend: 'l', ticks: [] }, style());
  const place = (node: ChartNode | undefined, name: string): number => Number(node?.attrs[name]);

  it('puts the median into the box, and the box between the ends', () => {
    const tree = chart([{ label: 'Nhóm 1', spread, text: '50,0' }]);
    const [box] = ofClass(tree, 'box');
    const [median] = ofClass(tree, 'median');
    const from = place(box, 'x');
    const to = from + place(box, 'width');
    // 20 to 60 percent: the median at 50 stands three quarters of the way.
    expect((place(median, 'cx') - from) / (to - from)).toBeCloseTo(0.75);
    expect(texts(tree)).toEqual(expect.arrayContaining(['Nhóm 1', '50,0']));
    expect(described(tree)).toBe('Nhóm 1: trung vị 50,0%');
  });

  it('draws nothing where nobody has a figure, and keeps the row', () => {
    const tree = chart([{ label: 'Nhóm 2', spread: null, text: '–' }]);
    expect(ofClass(tree, 'box')).toEqual([]);
    expect(texts(tree)).toEqual(expect.arrayContaining(['Nhóm 2', '–']));
  });

  it('shows a box where all units are equal', () => {
    const equal = { min: 40, q1: 40, median: 40, q3: 40, max: 40 };
    expect(place(ofClass(chart([{ label: 'a', spread: equal, text: '40' }]), 'box')[0], 'width')).toBeGreaterThan(0);
  });
});

describe('units by level', () => {
  const bars = levelBars(aggregate, layout, words, 'vi');
  if (!bars) throw new Error('no levels');

  it('prints every number and says it to those who listen', () => {
    const tree = levelBarsChart(bars, style());
    expect(texts(tree)).toEqual(expect.arrayContaining(['5 – Dẫn dắt', '45 (50,0%)']));
    expect(described(tree)).toContain('3 – Tích hợp: 45 đơn vị');
    expect(ofClass(tree, 'count')).toHaveLength(5);
  });

  it('grows with the number, and levels are told apart by tint, edge and words', () => {
    const widths = ofClass(levelBarsChart(bars, style()), 'bar').map(({ attrs }) => Number(attrs['width']));
    expect(Math.max(...widths)).toBe(widths[2]);
    expect(new Set(bars.bars.map(({ shade }) => shade)).size).toBe(5);
  });

  it('hatches units without a level', () => {
    const tree = levelBarsChart(
      { title: 't', summary: 's', bars: [{ label: 'Chưa xếp mức', n: 3, text: '3', shade: null }] },
      style(),
    );
    expect(all(tree, ({ tag }) => tag === 'line').length).toBeGreaterThan(5);
  });

  it('is not drawn where there are no levels', () => {
    const none = { total: { ...aggregate.total, levels: [] } };
    expect(levelBars(none, layout, words, 'vi')).toBeNull();
  });
});

describe('stacked dots', () => {
  const dots = dotsOf(
    context.units.map(({ unit }) => unit),
    aggregate,
    words,
    'vi',
    { at: exact(36), label: 'Đơn vị 07' },
  );
  if (!dots) throw new Error('no dots');

  it('has one dot for each unit, the median and the unit that is pointed at', () => {
    const tree = stackedDotsChart(dots, style());
    expect(ofClass(tree, 'unit')).toHaveLength(90);
    expect(texts(tree)).toEqual(expect.arrayContaining(['Trung vị 53,5%', 'Đơn vị 07', '100%']));
    expect(described(tree)).toContain('trung vị 53,5%');
    expect(toSvg(tree)).not.toContain('UBND');
  });

  it('lets a dot stand for several units where there are thousands', () => {
    const values = Array.from({ length: 3321 }, (_, index) => (index * 37) % 101);
    const tree = stackedDotsChart({ ...dots, values }, style());
    const height = Number(tree.attrs['height']);
    expect(height).toBeLessThan(500);
    expect(ofClass(tree, 'unit').length).toBeLessThan(1200);
    expect(texts(tree).some((text) => /Mỗi chấm là \d+ đơn vị/.test(text))).toBe(true);
  });

  it('puts a value at an edge into the column above and the end of the axis into the last one', () => {
    expect(countBins([0, 1.99, 2, 99.9, 100], 0, 100, 2)).toEqual([2, 1, ...Array<number>(47).fill(0), 2]);
    expect(countBins([0.3, 0.7], 0, 1, 0.1)).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 0]);
  });
});

describe('small multiples', () => {
  const chart = profilesOf(context.units, aggregate, layout, words, 'vi', input.groupWord);

  it('shows 90 units side by side with short names and their level', () => {
    const tree = smallMultiplesChart(chart, style(1420));
    expect(ofClass(tree, 'name')).toHaveLength(90);
    expect(ofClass(tree, 'bar')).toHaveLength(90 * 5);
    expect(texts(tree)).toContain('X. An Cơ');
    expect(Number(tree.attrs['height'])).toBeLessThan(1000);
  });

  it('stays inside its width on a narrow screen, and names the first twenty to those who listen', () => {
    const tree = smallMultiplesChart(chart, style(320));
    for (const { attrs } of ofClass(tree, 'bar')) {
      expect(Number(attrs['x'])).toBeGreaterThanOrEqual(0);
      expect(Number(attrs['x']) + Number(attrs['width'])).toBeLessThanOrEqual(320);
    }
    expect(described(tree)).toMatch(/và 70 đơn vị khác$/);
  });
});
