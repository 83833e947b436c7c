/** One item of every question type, and random valid values for any item. */
import fc, { type GeneratorValue } from 'fast-check';
import type { AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { exact, toDecimal } from '../../../src/domain/exact/exact.ts';
import { checkItem } from '../../../src/domain/items/registry.ts';
import { itemSchema } from '../../../src/domain/questionnaire/item-schema.ts';
import type { Item, ItemOf, ItemType } from '../../../src/domain/questionnaire/types.ts';
import { BANDS, both, choice, ladder, multi, number, ratio, text, type Raw } from '../definition.ts';

const common = (id: string): Raw => ({ id, code: id, title: both(id) });

/** Steps with the given values; their elements are named step-number: s1-1, s1-2, s2-1, ... */
export const checklist = (id: string, steps: readonly (readonly [number | string, number])[], more: Raw = {}): Raw => ({
  type: 'checklist',
  ...common(id),
  steps: steps.map(([value, elements], index) => ({
    value,
    text: both(`step ${value}`),
    elements: Array.from({ length: elements }, (_, at) => ({
      id: `s${index + 1}-${at + 1}`,
      text: both(`element ${index + 1}.${at + 1}`),
    })),
  })),
  ...more,
});

export const optionList = (points: readonly (number | string)[]): Raw[] =>
  points.map((value) => ({ points: value, text: both(`worth ${value}`) }));

/** Outside the score: "not applicable" and "do not know". */
export const OUTSIDE: readonly Raw[] = [
  { id: 'na', points: 0, text: both('not applicable'), counts: 'excluded' },
  { id: 'unknown', points: 0, text: both('do not know'), counts: 'unknown' },
];

export const likert = (id: string, points: readonly (number | string)[], more: Raw = {}): Raw => ({
  type: 'likert',
  ...common(id),
  options: [...optionList(points), ...OUTSIDE],
  ...more,
});

export const rowList = (weights: readonly (number | string)[]): Raw[] =>
  weights.map((weight, index) => ({ id: `r${index + 1}`, text: both(`row ${index + 1}`), weight }));

export const matrix = (id: string, points: readonly (number | string)[], more: Raw = {}): Raw => ({
  type: 'matrix',
  ...common(id),
  rows: rowList([1, 1, 1]),
  options: [...optionList(points), ...OUTSIDE],
  join: 'mean',
  ...more,
});

/** Columns c1, c2, ... of the given points, three rows. */
export const grid = (id: string, points: readonly (number | string)[], more: Raw = {}): Raw => ({
  type: 'grid',
  ...common(id),
  rows: rowList([1, 1, 1]),
  columns: points.map((value, index) => ({ id: `c${index + 1}`, points: value, text: both(`column ${index + 1}`) })),
  rowRule: 'sum',
  join: 'sum',
  ...more,
});

export const indicator = (id: string, targets: readonly Raw[], more: Raw = {}): Raw => ({
  type: 'indicator',
  ...common(id),
  measure: 'percent',
  place: both('clause 1'),
  targets,
  ...more,
});

export const date = (id: string, more: Raw = {}): Raw => ({ type: 'date', ...common(id), ...more });

/** The parsed item, whatever problems it has. */
export function parseItem<T extends ItemType>(type: T, raw: Raw): ItemOf<T> {
  const item = itemSchema.parse(raw);
  if (item.type !== type) throw new Error(item.type);
  return item as ItemOf<T>;
}

/** The parsed item, which must be free of problems. */
export function soundItem<T extends ItemType>(type: T, raw: Raw): ItemOf<T> {
  const item = parseItem(type, raw);
  const problems = checkItem(item);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return item;
}

const TARGETS: readonly Raw[] = [
  { year: 2025, value: 60 },
  { year: 2025, value: 40, kinds: ['commune'] },
  { year: 2030, value: '95.5' },
];

/** At least one item of every type, with every rule that changes how a value counts. */
export const SAMPLES: { readonly [T in ItemType]: readonly ItemOf<T>[] } = {
  ladder: [soundItem('ladder', ladder('a')), soundItem('ladder', ladder('a', {}, [0, 2]))],
  checklist: [
    soundItem('checklist', checklist('a', [[1, 0], [2, 2], ['3.5', 3]])), // prettier-ignore
    soundItem('checklist', checklist('a', [[1, 2], [2, 1]])), // prettier-ignore
  ],
  choice: [
    soundItem('choice', choice('a', [0, '2.5', 1, -1, '1/3'])),
    soundItem('choice', { ...choice('a', []), options: [...optionList([1, 2, 5]), ...OUTSIDE], reverse: true }),
  ],
  likert: [
    soundItem('likert', likert('a', [1, 2, 3, 4, 5])),
    soundItem('likert', likert('a', [1, 2, 3, 4, 5], { reverse: true, recode: { kind: 'min-max', to: 100 } })),
    soundItem('likert', likert('a', [-1, 0, 3], { recode: { kind: 'of-max', to: 10 } })),
  ],
  multi: [
    soundItem('multi', multi('a', [1, '0.5', 2, -1])),
    soundItem('multi', multi('a', [1, 1, 1, -2], { max: 2 })),
    soundItem('multi', {
      ...multi('a', []),
      options: [
        { id: 'one', points: 2, text: both('one') },
        { id: 'two', points: 3, text: both('two') },
        { id: 'neither', points: 1, text: both('neither'), exclusive: true },
        { id: 'worse', points: -4, text: both('worse'), exclusive: true },
      ],
    }),
    soundItem(
      'multi',
      multi('a', [1, 1, 1, 1], {
        byCount: {
          closed: 'upper',
          from: 0,
          bands: [
            { to: 0, value: 0 },
            { to: 2, value: '1.5' },
            { to: null, value: 4 },
          ],
        },
      }),
    ),
  ],
  matrix: [
    soundItem('matrix', matrix('a', [0, 1, 2])),
    soundItem('matrix', matrix('a', [1, 2, 5], { join: 'sum', blankRows: 'exclude' })),
    soundItem('matrix', matrix('a', [1, 2, 5], { join: 'sum', blankRows: 'zero' })),
    soundItem('matrix', matrix('a', [1, 2, 5], { join: 'weighted', rows: rowList([2, 0, '1/3']), reverse: true })),
    soundItem('matrix', matrix('a', [-3, -2], { join: 'lowest' })),
    soundItem('matrix', matrix('a', [1, 2], { join: { row: 'r2' }, blankRows: 'unanswered' })),
    soundItem('matrix', matrix('a', [1, 2], { blankRows: 'unanswered', recode: { kind: 'of-max', to: 100 } })),
  ],
  grid: [
    soundItem('grid', grid('a', [1, 2, -1])),
    soundItem('grid', grid('a', [3, 1, -1], { rowRule: 'first', join: 'mean' })),
    soundItem('grid', grid('a', [1, '0.5'], { join: 'weighted', rows: rowList([1, 0, 3]) })),
  ],
  number: [
    soundItem('number', number('a')),
    soundItem('number', number('a', { kind: 'linear', zeroAt: 30, fullAt: 5, points: 10 }, { min: 0, max: 60 })),
    soundItem('number', number('a', { kind: 'per-unit', points: '0.5', most: 4 }, { max: 40 })),
    soundItem('number', number('a', { kind: 'per-unit', points: -1, most: -3 }, { unit: both('times') })),
  ],
  ratio: [
    soundItem('ratio', ratio('a')),
    soundItem('ratio', ratio('a', { whenZero: 'full', mayExceed: true, score: BANDS })),
    soundItem(
      'ratio',
      ratio('a', { whenZero: 'zero', score: { kind: 'linear', zeroAt: '33.3', fullAt: '1/3', points: 7 } }),
    ),
  ],
  indicator: [
    soundItem('indicator', indicator('a', TARGETS)),
    soundItem('indicator', indicator('a', TARGETS, { measure: 'number', unit: both('points'), decimals: 2 })),
    soundItem(
      'indicator',
      indicator('a', TARGETS, { measure: 'ratio', numerator: both('part'), denominator: both('whole') }),
    ),
    soundItem(
      'indicator',
      indicator('a', [{ year: 2025, value: 10 }], {
        measure: 'number',
        direction: 'lower',
        baseline: { year: 2020, value: 50 },
      }),
    ),
    soundItem('indicator', indicator('a', [{ year: 2025, value: 4 }], { measure: 'number', direction: 'lower' })),
    soundItem('indicator', indicator('a', [{ year: 2025, value: 0 }], { measure: 'number', direction: 'lower' })),
    soundItem('indicator', indicator('a', [{ year: 2025, value: 0 }], { measure: 'number' })),
    soundItem('indicator', indicator('a', [{ year: 2025 }], { measure: 'reached' })),
  ],
  text: [soundItem('text', text('a', { maxLength: 50 }))],
  date: [soundItem('date', date('a')), soundItem('date', date('a', { earliest: '2024', latest: '2025-06' }))],
};

export const ALL_SAMPLES: readonly Item[] = Object.values(SAMPLES).flat();

type Draw = GeneratorValue;

const upTo = (g: Draw, most: number): number => g(fc.nat, most);
const pick = <T>(g: Draw, from: readonly T[]): T => from[upTo(g, from.length - 1)] as T;
const some = <T>(g: Draw, from: readonly T[]): T[] => from.filter(() => upTo(g, 1) === 1);

function figure(g: Draw, low: number, high: number): string {
  const whole = low + upTo(g, high - low);
  return pick(g, [String(whole), String(whole), toDecimal(exact(`${whole}.${upTo(g, 999)}`), 3)]);
}

function share(g: Draw, mayExceed: boolean): AnswerValue {
  const b = pick(g, [0, 1, 3, 7, upTo(g, 1000), upTo(g, 999_999_999)]);
  const a = upTo(g, mayExceed ? b * 2 + 1 : b);
  const decimals = pick(g, ['', '', '.5']);
  return { kind: 'ratio', a: `${a}`, b: `${b}${b >= a ? decimals : ''}` };
}

/** A value that the item takes. Lists are in the order of the definition, as they come out of a form. */
export function drawValidValue(g: Draw, item: Item): AnswerValue {
  switch (item.type) {
    case 'ladder':
      return { kind: 'option', option: pick(g, item.steps).id };
    case 'choice':
    case 'likert':
      return { kind: 'option', option: pick(g, item.options).id };
    case 'checklist':
      return { kind: 'options', options: some(g, item.steps.flatMap((step) => step.elements)).map(({ id }) => id) }; // prettier-ignore
    case 'multi': {
      const exclusive = item.options.filter((option) => option.exclusive);
      if (exclusive.length > 0 && upTo(g, 2) === 0) return { kind: 'options', options: [pick(g, exclusive).id] };
      return {
        kind: 'options',
        options: some(
          g,
          item.options.filter((o) => !o.exclusive),
        ).map(({ id }) => id),
      };
    }
    case 'matrix': {
      const rows = some(g, item.rows).map(({ id }) => ({ row: id, option: pick(g, item.options).id }));
      return { kind: 'rows', rows: rows.length > 0 ? rows : [{ row: 'r1', option: pick(g, item.options).id }] };
    }
    case 'grid': {
      const cells = some(g, item.rows).map(({ id }) => ({ row: id, columns: some(g, item.columns).map((c) => c.id) }));
      return { kind: 'cells', cells: cells.length > 0 ? cells : [{ row: 'r3', columns: [] }] };
    }
    case 'number':
      return { kind: 'number', number: figure(g, 0, item.max === undefined ? 200 : Number(item.max) - 1) };
    case 'ratio':
      return share(g, item.mayExceed);
    case 'indicator':
      switch (item.measure) {
        case 'reached':
          return { kind: 'option', option: pick(g, ['yes', 'no']) };
        case 'ratio':
          return share(g, false);
        case 'percent':
          return { kind: 'number', number: figure(g, 0, 99) };
        case 'number':
          return { kind: 'number', number: pick(g, ['-', '']) + figure(g, 0, 300) };
      }
    // eslint-disable-next-line no-fallthrough -- every measure returns
    case 'text':
      return { kind: 'text', text: pick(g, ['x', 'Huế', 'a\nb']) };
    case 'date':
      return { kind: 'date', date: pick(g, ['2024-02-29', '2025-06-30', '2024-12-31']) };
  }
}
