/** Small questionnaire definitions for tests, in the form in which they stand in files. */
import { parseStoredQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import type { Item, ItemOf, ItemType, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';

export type Raw = Record<string, unknown>;

export const both = (text: string): Raw => ({ vi: text, en: text });

const common = (id: string): Raw => ({ id, code: id, title: both(id) });

/** A ladder with the given level numbers as steps. */
export const ladder = (id: string, more: Raw = {}, values: readonly number[] = [1, 2, 3, 4, 5]): Raw => ({
  type: 'ladder',
  ...common(id),
  steps: values.map((value) => ({ value, text: both(`step ${value}`) })),
  ...more,
});

/** A choice whose options have the given points and take their ids from them. */
export const choice = (id: string, points: readonly (number | string)[], more: Raw = {}): Raw => ({
  type: 'choice',
  ...common(id),
  options: points.map((value) => ({ points: value, text: both(`worth ${value}`) })),
  ...more,
});

/** A multi with options o0, o1, ... of the given points. */
export const multi = (id: string, points: readonly (number | string)[], more: Raw = {}): Raw => ({
  type: 'multi',
  ...common(id),
  options: points.map((value, index) => ({ id: `o${index}`, points: value, text: both(`option ${index}`) })),
  ...more,
});

/** Bands 0-10, 10-20, above 20 worth 0, 1 and 2 points, upper ends closed. */
export const BANDS: Raw = {
  kind: 'bands',
  table: {
    closed: 'upper',
    from: 0,
    bands: [
      { to: 10, value: 0 },
      { to: 20, value: 1 },
      { to: null, value: 2 },
    ],
  },
};

export const number = (id: string, score: Raw = BANDS, more: Raw = {}): Raw => ({
  type: 'number',
  ...common(id),
  score,
  ...more,
});

/** A share that is worth up to five points along a straight line from 0 to 100 %. */
export const ratio = (id: string, more: Raw = {}): Raw => ({
  type: 'ratio',
  ...common(id),
  numerator: both('part'),
  denominator: both('whole'),
  whenZero: 'not-applicable',
  score: { kind: 'linear', zeroAt: 0, fullAt: 100, points: 5 },
  ...more,
});

export const text = (id: string, more: Raw = {}): Raw => ({ type: 'text', ...common(id), ...more });

export const group = (id: string, children: readonly Raw[], more: Raw = {}): Raw => ({
  type: 'group',
  ...common(id),
  children,
  ...more,
});

export const level = (value: number): Raw => ({ value, name: both(`L${value}`), meaning: both(`level ${value}`) });

/** A band rule over percentages or values; levels in rising order, bounds between them. */
export const bandRule = (
  on: 'percent' | 'value',
  closed: 'lower' | 'upper',
  from: number,
  ...pairs: [number | null, number][]
): Raw => ({
  kind: 'bands',
  on,
  table: { closed, from, bands: pairs.map(([to, value]) => ({ to, value })) },
});

/** Levels 1 to 5, sums, unanswered 0, not applicable left out, no level rules; everything can be overridden. */
export function definition(groups: readonly Raw[], scoring: Raw = {}, more: Raw = {}): Raw {
  return {
    format: 'thuoc-so/questionnaire/1',
    id: 'test-set',
    version: '1.0.0',
    title: both('Test set'),
    shortTitle: both('Test'),
    summary: both('For tests'),
    minutes: 1,
    audience: ['commune'],
    provenance: { basis: 'own', status: 'not-issued', notice: both('For tests'), reviewed: '2026-01-01' },
    levels: [1, 2, 3, 4, 5].map(level),
    scoring: {
      unanswered: 'zero',
      notApplicable: 'exclude',
      group: { kind: 'sum' },
      groupLevel: { kind: 'none' },
      total: { kind: 'sum' },
      overall: { kind: 'none' },
      explanation: both('For tests'),
      ...scoring,
    },
    groups,
    ...more,
  };
}

/** Parses a definition that must be right. */
export function load(raw: Raw): Questionnaire {
  const parsed = parseStoredQuestionnaire(raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** The parsed form of a single item. */
export function loadItem<T extends ItemType>(type: T, raw: Raw): ItemOf<T> {
  const [item] = [...itemsOf(load(definition([group('g', [raw])])).groups)] as [Item];
  if (item.type !== type) throw new Error(item.type);
  return item as ItemOf<T>;
}
