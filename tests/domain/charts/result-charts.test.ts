import { describe, expect, it } from 'vitest';
import {
  ladderOf,
  pillarFinding,
  pillarsOf,
  pillarUnit,
  type PillarFigures,
} from '../../../src/domain/charts/result-charts.ts';
import type { Questionnaire } from '../../../src/domain/questionnaire/types.ts';

const LEVELS: Questionnaire['levels'] = [
  { value: 2, name: { vi: 'Bắt đầu', en: 'Starting' }, meaning: { vi: '-', en: '-' } },
  { value: 1, name: { vi: 'Khởi động', en: 'Initiating' }, meaning: { vi: '-', en: '-' } },
  { value: 3, name: { vi: 'Hình thành', en: 'Forming' }, meaning: { vi: '-', en: '-' } },
];

/** The parts of a questionnaire that charts look at. */
function questionnaire(groupLevel: Questionnaire['scoring']['groupLevel']): Questionnaire {
  return { levels: LEVELS, scoring: { groupLevel, decimals: 1 } } as Questionnaire;
}
const banded = questionnaire({
  kind: 'bands',
  on: 'percent',
  table: {
    closed: 'upper',
    from: '0',
    bands: [
      { to: '30', value: 1 },
      { to: '60', value: 2 },
      { to: '100', value: 3 },
    ],
  },
});
const gated = questionnaire({ kind: 'gate', share: '75' });

const pillar = (title: string, figures: Partial<PillarFigures>): PillarFigures => ({
  title: { vi: title, en: `${title} (en)` },
  value: null,
  max: null,
  percent: null,
  level: null,
  total: 4,
  previous: null,
  ...figures,
});
const percents = [
  pillar('Hạ tầng', { percent: '50', value: '10', max: '20', level: 2, previous: { percent: '40', value: '8' } }),
  pillar('Dữ liệu', { percent: '85/3', value: '17/3', max: '20', level: 1, previous: { percent: '30', value: '6' } }),
  pillar('Văn hóa', { percent: '50', value: '10', max: '20', level: 2, previous: { percent: '50', value: '10' } }),
];
const rounds = { now: 'Năm 2025', previous: 'Năm 2024' };
const target = { year: 2030, level: 3 };

describe('ladder of a result', () => {
  it('sorts the levels and names level and target in its summary', () => {
    const chart = ladderOf(LEVELS, 2, target, '2,4 điểm', 'vi');
    expect(chart.steps.map((step) => step.level)).toEqual([1, 2, 3]);
    expect(chart.summary).toBe('Đơn vị đang ở mức 2: Bắt đầu. Mục tiêu năm 2030 là mức 3: Hình thành.');
    expect(chart.target).toEqual({ level: 3, label: 'Mục tiêu 2030' });
  });

  it('says that there is no level yet, in both languages', () => {
    expect(ladderOf(LEVELS, null, null, '', 'vi').summary).toBe('Chưa xếp được mức.');
    expect(ladderOf(LEVELS, null, null, '', 'en').summary).toBe('No level yet.');
  });
});

describe('pillars of a result', () => {
  it('uses the level bands as grid where levels are bands', () => {
    const { axis } = pillarsOf(banded, percents, null, rounds, 'vi');
    expect(axis).toMatchObject({ from: 0, to: 100 });
    expect(axis.ticks.map((tick) => tick.at)).toEqual([0, 30, 60, 100]);
    expect(axis.zones.map((zone) => zone.label)).toEqual(['Mức 1', 'Mức 2', 'Mức 3']);
  });

  it('prints value, change with a real minus sign, and level', () => {
    const chart = pillarsOf(banded, percents, target, rounds, 'vi');
    expect(chart.columns).toEqual(['Năm 2025', 'Thay đổi', 'Mức']);
    expect(chart.rows.map((row) => row.cells)).toEqual([
      ['50,0', '+10,0', '2'],
      ['28,3', '−1,7', '1'],
      ['50,0', '±0,0', '2'],
    ]);
    expect(chart.rows.map((row) => row.strong)).toEqual([false, true, false]);
    expect(chart.rows.map((row) => row.target)).toEqual([60, 60, 60]);
    expect(pillarUnit(banded, percents, 'vi')).toBe('Phần trăm điểm tối đa của từng trụ cột');
  });

  it('drops the change column in a first round', () => {
    const chart = pillarsOf(banded, percents, null, { now: 'Năm 2025', previous: null }, 'en');
    expect(chart.columns).toEqual(['Năm 2025', 'Level']);
    expect(chart.rows[0]?.cells).toEqual(['50.0', '2']);
  });

  it('draws points on the scale of the levels where levels come from gates', () => {
    const scores = [
      pillar('Giá trị', { value: '12/5', max: '3', percent: '80', level: 1 }),
      pillar('Kênh', { value: '2', max: '3', percent: '200/3', level: 2 }),
    ];
    const chart = pillarsOf(gated, scores, target, { now: 'Năm 2025', previous: null }, 'vi');
    expect(chart.axis).toMatchObject({ from: 1, to: 3, zones: [] });
    expect(chart.rows.map((row) => row.cells)).toEqual([
      ['2,4', '1'],
      ['2,0', '2'],
    ]);
    expect(chart.rows[0]?.target).toBe(3);
    expect(pillarUnit(gated, scores, 'vi')).toBe('Điểm của từng trụ cột, thang 1 đến 3');
  });

  it('falls back to percentages where maxima differ from the levels', () => {
    const chart = pillarsOf(gated, percents, target, rounds, 'vi');
    expect(chart.axis.to).toBe(100);
    expect(chart.legend.target).toBeNull();
  });

  it('keeps a pillar without a score as a row with dashes', () => {
    const chart = pillarsOf(banded, [pillar('Mới', {})], null, { now: 'Năm 2025', previous: null }, 'vi');
    expect(chart.rows[0]).toMatchObject({ now: null, previous: null, cells: ['—', '—'] });
    expect(chart.summary).toBe('Mới: chưa có điểm.');
  });
});

describe('groups that are not scored', () => {
  it('are left out of the chart', () => {
    const informative = pillar('Thông tin chung', { total: 0 });
    const chart = pillarsOf(banded, [informative, ...percents], null, rounds, 'vi');
    expect(chart.rows.map((row) => row.label)).toEqual(['Hạ tầng', 'Dữ liệu', 'Văn hóa']);
    expect(chart.title).toBe('Điểm của 3 trụ cột');
  });
});

describe('finding of the pillar chart', () => {
  const say = (groups: PillarFigures[]): string => pillarFinding(banded, groups, 'vi');
  const at = (title: string, percent: string, before?: string): PillarFigures =>
    pillar(title, { percent, previous: before === undefined ? null : { percent: before, value: null } });

  it.each<[string, PillarFigures[]]>([
    ['B thấp nhất', [at('A', '50'), at('B', '20')]],
    ['B thấp nhất và giảm so với kỳ trước', [at('A', '50'), at('B', '20', '30')]],
    ['B thấp nhất, dù đã tăng so với kỳ trước', [at('A', '50'), at('B', '20', '10')]],
    ['B và C thấp nhất', [at('A', '50'), at('B', '20'), at('C', '20')]],
    ['3 trụ cột cùng thấp nhất', [at('A', '50'), at('B', '20'), at('C', '20'), at('D', '20')]],
    ['Các trụ cột ngang nhau', [at('A', '50'), at('B', '50')]],
    ['Chưa có điểm theo trụ cột', [pillar('A', {})]],
  ])('%s', (sentence, groups) => {
    expect(say(groups)).toBe(sentence);
  });
});
