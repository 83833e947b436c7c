import { describe, expect, it } from 'vitest';
import { ladderChart, type LadderChart } from '../../../src/domain/charts/ladder.ts';
import { pillarChart, type PillarChart } from '../../../src/domain/charts/pillars.ts';
import { PRINT_PALETTE, type ChartStyle } from '../../../src/domain/charts/style.ts';
import { toSvg, type ChartNode } from '../../../src/domain/charts/tree.ts';

const style = (width: number): ChartStyle => ({ palette: PRINT_PALETTE, width, id: 'c', font: 'Tinos' });

function all(node: ChartNode): ChartNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))];
}
const withClass = (tree: ChartNode, name: string): ChartNode[] =>
  all(tree).filter((node) => (node.attrs.class ?? '').split(' ').includes(name));
const texts = (tree: ChartNode): string[] =>
  all(tree).flatMap((node) =>
    node.tag === 'text' ? [node.children.filter((child) => typeof child === 'string').join('')] : [],
  );
const size = (tree: ChartNode): { width: number; height: number } => ({
  width: Number(tree.attrs.width),
  height: Number(tree.attrs.height),
});

const NAMES = ['Khởi động', 'Bắt đầu', 'Hình thành', 'Nâng cao', 'Dẫn dắt'];
const ladder = (change: Partial<LadderChart> = {}): LadderChart => ({
  title: 'Thang năm mức',
  summary: 'Đơn vị ở mức 2, mục tiêu mức 3.',
  steps: NAMES.map((name, index) => ({ level: index + 1, name, note: '' })),
  current: 2,
  currentLabel: '2,4 điểm',
  target: { level: 3, label: 'Mục tiêu 2030' },
  ...change,
});

describe('level ladder', () => {
  const tree = ladderChart(ladder(), style(448));

  it('is a named picture with a summary', () => {
    expect(tree.attrs).toMatchObject({ role: 'img', 'aria-labelledby': 'c-title c-summary' });
    expect(tree.children[0]).toEqual({ tag: 'title', attrs: { id: 'c-title' }, children: ['Thang năm mức'] });
    expect(tree.children[1]).toMatchObject({ tag: 'desc', children: ['Đơn vị ở mức 2, mục tiêu mức 3.'] });
  });

  it('has rising steps: one filled, those below tinted, those above empty', () => {
    const steps = withClass(tree, 'step');
    expect(steps).toHaveLength(5);
    expect(steps.map((step) => step.attrs.fill)).toEqual([
      PRINT_PALETTE.passed,
      PRINT_PALETTE.now,
      PRINT_PALETTE.ground,
      PRINT_PALETTE.ground,
      PRINT_PALETTE.ground,
    ]);
    const tops = steps.map((step) => Number(step.attrs.y));
    expect([...tops].sort((a, b) => b - a)).toEqual(tops);
    expect(new Set(steps.map((step) => Number(step.attrs.y) + Number(step.attrs.height))).size).toBe(1);
  });

  it('prints every number and name, the flag and the figure', () => {
    expect(texts(tree)).toEqual(
      expect.arrayContaining(['1', '2', '3', '4', '5', ...NAMES, 'Mục tiêu 2030', '2,4 điểm']),
    );
    expect(withClass(tree, 'target')).toHaveLength(1);
    expect(withClass(tree, 'here')).toHaveLength(1);
  });

  it('puts both words above the flag when the target is reached', () => {
    const reached = ladderChart(ladder({ current: 3 }), style(448));
    expect(withClass(reached, 'here')).toHaveLength(0);
    expect(texts(reached)).toEqual(expect.arrayContaining(['Mục tiêu 2030', '2,4 điểm']));
  });

  it('draws neither mark before there is a level and a target', () => {
    const empty = ladderChart(ladder({ current: null, target: null }), style(448));
    expect([...withClass(empty, 'here'), ...withClass(empty, 'target'), ...withClass(empty, 'step-now')]).toEqual([]);
  });

  it('keeps everything inside the picture, for every place of the marks', () => {
    for (const current of [1, 3, 5])
      for (const target of [1, 3, 5]) {
        const drawn = ladderChart(
          ladder({ current, target: { level: target, label: 'Mục tiêu năm 2030' } }),
          style(360),
        );
        const { height, width } = size(drawn);
        for (const node of all(drawn).filter((n) => n.tag === 'text' || n.tag === 'rect')) {
          expect(Number(node.attrs.y)).toBeGreaterThanOrEqual(node.tag === 'text' ? 12 : 0);
          expect(Number(node.attrs.y)).toBeLessThanOrEqual(height);
          expect(Number(node.attrs.x)).toBeLessThanOrEqual(width);
        }
      }
  });
});

const pillars = (change: Partial<PillarChart> = {}): PillarChart => ({
  title: 'Điểm của ba trụ cột',
  summary: 'Dữ liệu thấp nhất.',
  axis: {
    from: 0,
    to: 100,
    ticks: [0, 10, 20, 40, 60, 80, 100].map((at) => ({ at, label: String(at) })),
    zones: [
      { from: 0, to: 10, label: 'Mức 0', short: '0' },
      { from: 60, to: 80, label: 'Mức 4', short: '4' },
    ],
  },
  columns: ['Năm 2025', 'Thay đổi', 'Mức'],
  legend: { now: 'Năm 2025', previous: 'Năm 2024', target: 'Mục tiêu 2030' },
  rows: [
    { label: 'Hạ tầng số', now: 70, previous: 60, target: 40, cells: ['70,0', '+10,0', '4'], strong: false },
    { label: 'Vận hành', now: 42.5, previous: 42.5, target: 40, cells: ['42,5', '±0,0', '3'], strong: false },
    { label: 'Dữ liệu', now: null, previous: null, target: null, cells: ['—', '—', '—'], strong: true },
  ],
  ...change,
});

describe('pillar profile', () => {
  const tree = pillarChart(pillars(), style(712));
  const rows = withClass(tree, 'pillar');

  it('has one row per pillar in the order given', () => {
    expect(rows.map((row) => texts(row)[0])).toEqual(['Hạ tầng số', 'Vận hành', 'Dữ liệu']);
  });

  it('tells last round, now and target apart by shape', () => {
    const [moved] = rows as [ChartNode];
    const [previous] = withClass(moved, 'previous') as [ChartNode];
    const [now] = withClass(moved, 'now') as [ChartNode];
    expect([previous.tag, previous.attrs.fill]).toEqual(['circle', PRINT_PALETTE.ground]);
    expect([now.tag, now.attrs.fill]).toEqual(['circle', PRINT_PALETTE.now]);
    expect(withClass(moved, 'target')[0]?.tag).toBe('path');
    expect(Number(now.attrs.cx)).toBeGreaterThan(Number(previous.attrs.cx));
  });

  it('draws a ring around the dot when nothing has changed', () => {
    const still = rows[1] as ChartNode;
    expect(withClass(still, 'unchanged')).toHaveLength(1);
    expect(withClass(still, 'previous')).toHaveLength(0);
  });

  it('draws no mark without a value but still prints the row', () => {
    const missing = rows[2] as ChartNode;
    for (const name of ['now', 'previous', 'unchanged', 'target']) expect(withClass(missing, name)).toEqual([]);
    expect(texts(missing)).toEqual(['Dữ liệu', '—', '—', '—']);
  });

  it('prints values right-aligned on the edges of their columns', () => {
    const edges = rows.map((row) =>
      all(row)
        .filter((node) => node.attrs['text-anchor'] === 'end')
        .map((node) => node.attrs.x),
    );
    expect(edges[0]).toEqual(edges[1]);
    expect(edges[0]?.at(-1)).toBe('712');
  });

  it('uses the short name of a level where the long one does not fit', () => {
    expect(withClass(tree, 'zone').flatMap(texts)).toEqual(['0', 'Mức 4']);
  });

  it('explains only the marks that it draws', () => {
    expect(withClass(tree, 'legend').flatMap(texts)).toEqual(['Năm 2024', 'Năm 2025', 'Mục tiêu 2030']);
    const first = pillarChart(pillars({ legend: { now: 'Năm 2025', previous: null, target: null } }), style(712));
    expect(withClass(first, 'legend').flatMap(texts)).toEqual(['Năm 2025']);
  });

  it('stacks labels over their lines when it is narrow, without crossing the text', () => {
    const narrow = pillarChart(pillars(), style(360));
    expect(size(narrow).height).toBeGreaterThan(size(tree).height);
    for (const node of all(narrow)) expect(Number(node.attrs.x ?? 0)).toBeLessThanOrEqual(360);
    expect(withClass(narrow, 'tick').flatMap(texts)).toContain('100');
  });

  it('clamps values to the axis', () => {
    const wild = pillarChart(
      pillars({
        rows: [{ label: 'X', now: 140, previous: -5, target: null, cells: ['140', '', ''], strong: false }],
      }),
      style(712),
    );
    const [now] = withClass(withClass(wild, 'pillar')[0] as ChartNode, 'now') as [ChartNode];
    expect(Number(now.attrs.cx)).toBeLessThan(712);
  });
});

describe('both charts', () => {
  it('are deterministic and write their palette', () => {
    for (const draw of [() => ladderChart(ladder(), style(448)), () => pillarChart(pillars(), style(712))]) {
      expect(toSvg(draw())).toBe(toSvg(draw()));
      expect(toSvg(draw())).toContain(PRINT_PALETTE.now);
    }
  });

  it('escape and normalise the labels that they are given', () => {
    const svg = toSvg(
      ladderChart(
        ladder({ title: 'A <b> & "c"', steps: [{ level: 1, name: 'Việt'.normalize('NFD'), note: '' }] }),
        style(300),
      ),
    );
    expect(svg).toContain('A &lt;b&gt; &amp; &quot;c&quot;');
    expect(svg).toContain('>Việt<');
    expect(svg).toBe(svg.normalize('NFC'));
  });
});
