/** Layouts and units for tests of statistics. */
import { figureOf, NO_FIGURE } from '../../../src/domain/collection/figures.ts';
import { selectUnits, type CountedUnit } from '../../../src/domain/collection/aggregate.ts';
import type { Figure, Layout, UnitFigures, UnitResult } from '../../../src/domain/collection/types.ts';
import { exact } from '../../../src/domain/exact/exact.ts';
import type { ItemState } from '../../../src/domain/scoring/result.ts';
import type { Period } from '../../../src/domain/assessment/period.ts';

export const PERIOD: Period = { kind: 'quarter', year: 2026, number: 3 };

const text = (word: string): { vi: string; en: string } => ({ vi: word, en: word });

/** A layout with so many top groups and items, spread evenly over them. */
export function layoutWith(pillars: number, items = 0, more: Partial<Layout> = {}): Layout {
  const nodes = Array.from({ length: pillars }, (_, place) => ({
    id: `p${place + 1}`,
    code: String(place + 1),
    title: text(`Pillar ${place + 1}`),
    depth: 1,
    scored: true,
  }));
  return {
    questionnaire: { id: 'ladder', version: '1.0.0', hash: 'hash-1' },
    title: text('Ladder'),
    levels: [1, 2, 3, 4, 5].map((level) => ({ level, name: text(`Level ${level}`) })),
    nodes,
    items: Array.from({ length: items }, (_, place) => ({
      id: `i${place + 1}`,
      code: `${(place % pillars) + 1}.${place + 1}`,
      title: text(`Item ${place + 1}`),
      pillarId: `p${(place % pillars) + 1}`,
      scored: true,
    })),
    lowestFirst: false,
    decimals: 2,
    ...more,
  };
}

/** A figure "value/max" at a level; null = takes no part. */
export const figure = (
  value: number | string | null,
  max: number | string | null = 100,
  level: number | null = null,
  state: ItemState | null = null,
): Figure =>
  value === null || max === null
    ? { ...NO_FIGURE, level, state }
    : figureOf({ value: exact(value), max: exact(max), level, state });

let counter = 0;

/** A unit with a total in percent and figures of its own. */
export function unit(
  total: Figure | number | null,
  more: Partial<UnitResult> & { readonly unitId?: string } = {},
): UnitResult {
  counter += 1;
  const id = more.unitId ?? `unit-${String(counter).padStart(5, '0')}`;
  return {
    unitId: id,
    name: `Xã ${id}`,
    code: '',
    kind: 'commune',
    province: '80',
    group: '',
    tags: [],
    resultId: `result-${id}`,
    contentHash: `hash-${id}`,
    questionnaire: { id: 'ladder', version: '1.0.0', hash: 'hash-1' },
    period: PERIOD,
    completeness: { total: 10, answered: 8, notApplicable: 1, unanswered: 1 },
    quality: [],
    total: typeof total === 'object' && total !== null ? total : figure(total),
    nodes: [],
    items: [],
    appraised: null,
    sample: false,
    ...more,
  };
}

export const figuresWith = (
  total: Figure,
  nodes: readonly Figure[] = [],
  items: readonly Figure[] = [],
): UnitFigures => ({
  total,
  nodes,
  items,
});

/** Units as they are counted. */
export const counted = (results: readonly UnitResult[], layout: Layout): readonly CountedUnit[] =>
  selectUnits(results, { layout, period: PERIOD }).units;
