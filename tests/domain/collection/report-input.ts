/** A collection with everything in it, for reports. */
import type { CollectionReportInput } from '../../../src/domain/collection/report/context.ts';
import type { Figure, UnitResult } from '../../../src/domain/collection/types.ts';
import { NO_FIGURE } from '../../../src/domain/collection/figures.ts';
import { EMPTY_DETAILS } from '../../../src/domain/report/details.ts';
import { COMMUNES } from './communes.ts';
import { figure, layoutWith, PERIOD, unit } from './units.ts';

const PILLARS = [
  'Nhận thức và quản trị',
  'Hạ tầng và dữ liệu',
  'Dịch vụ công trực tuyến',
  'Nhân lực số',
  'An toàn thông tin',
];

const base = layoutWith(5, 12);
export const LAYOUT: typeof base = {
  ...base,
  title: { vi: 'Bộ tiêu chí mức độ chuyển đổi số cấp xã', en: 'Digital maturity of communes' },
  nodes: base.nodes.map((node, place) => ({
    ...node,
    title: { vi: PILLARS[place] ?? '', en: `Pillar ${place + 1}` },
  })),
  levels: ['Khởi đầu', 'Hình thành', 'Tích hợp', 'Tối ưu', 'Dẫn dắt'].map((vi, place) => ({
    level: place + 1,
    name: { vi, en: `Level ${place + 1}` },
  })),
  items: base.items.map((item, place) => ({
    ...item,
    title: { vi: `Tiêu chí số ${place + 1} về mức độ đáp ứng`, en: `Item ${place + 1}` },
  })),
};

/** Figures that repeat themselves: the same call gives the same numbers. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Results of the first units of the list of communes. */
export function resultsOf(
  count: number,
  seed = 7,
  more: (place: number) => Partial<UnitResult> = () => ({}),
): UnitResult[] {
  const next = sequence(seed);
  return COMMUNES.slice(0, count).map((commune, place) => {
    const level = 1 + Math.floor(5 * Math.min(0.999, (next() + next() + next()) / 3));
    const around = (): number => Math.max(0, Math.min(20, 4 * level - 3 + Math.floor(next() * 5)));
    const nodes = LAYOUT.nodes.map((): Figure => {
      const value = around();
      return figure(value, 20, Math.min(5, 1 + Math.floor(value / 4)));
    });
    const items = LAYOUT.items.map((): Figure =>
      next() < 0.05
        ? { ...NO_FIGURE, state: 'not-applicable' }
        : figure(Math.min(5, Math.floor(around() / 4)), 5, null, 'answered'),
    );
    const sum = nodes.reduce((all, { value }) => all + Number(value?.n ?? 0), 0);
    const unanswered = place % 9 === 0 ? 2 : 0;
    return unit(figure(sum, 100, level), {
      unitId: commune.id,
      name: `UBND ${commune.name}`,
      code: commune.code,
      group: commune.group,
      nodes,
      items,
      completeness: { total: 12, answered: 11 - unanswered, notApplicable: 1, unanswered },
      quality: unanswered > 0 ? ['draft', 'incomplete'] : [],
      contentHash: `${(place * 7919) % 997}-${place}`,
      ...more(place),
    });
  });
}

export function reportInput(count: number, more: Partial<CollectionReportInput> = {}): CollectionReportInput {
  return {
    name: 'Quý III/2026 các xã, phường',
    period: PERIOD,
    layout: LAYOUT,
    groupWord: { vi: 'Trụ cột', en: 'Pillar' },
    results: resultsOf(count),
    basis: 'self',
    expected: COMMUNES,
    missing: COMMUNES.slice(count),
    conflicts: 1,
    former: null,
    formerPeriod: null,
    language: 'vi',
    issued: '2026-10-05',
    hideNames: false,
    issuer: {
      name: 'Sở Khoa học và Công nghệ tỉnh Tây Ninh',
      provinceName: 'Tây Ninh',
      details: { ...EMPTY_DETAILS, superior: 'UBND tỉnh Tây Ninh', addressees: 'Ủy ban nhân dân tỉnh Tây Ninh' },
    },
    ...more,
  };
}
