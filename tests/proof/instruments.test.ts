/**
 * One official instrument (the open digital maturity assessment of the EU) has been programmed three times, and on the
 * same answers the three differ by 12.5 points in one dimension and by 6.7 in another. Each of them is a few lines of
 * our vocabulary, and gives its own number to the last digit.
 */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/assessment/answer.ts';
import { subtract, toDecimal, toFraction, type Exact } from '../../src/domain/exact/exact.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { both, definition, group, load, multi, type Raw } from '../domain/definition.ts';
import { naiveScore } from './naive.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
const ticked = (...options: string[]): Answer => ({ state: 'answered', value: { kind: 'options', options } });

/** Total of a definition of one group; the second implementation must see the same. */
function total(children: readonly Raw[], aggregate: Raw, answers: ReadonlyMap<string, Answer>): Exact {
  const questionnaire = load(definition([group('d', children, { aggregate })]));
  const { value } = score(prepare(questionnaire), answers);
  if (value === null) throw new Error('no figure');
  expect(naiveScore(questionnaire, answers).get('total')?.value?.toString()).toBe(toFraction(value));
  return value;
}

const gap = (a: Exact, b: Exact): string => toFraction(subtract(a, b));

describe('the data question, in which one of eight options is a bad sign', () => {
  const good = ['o0', 'o1', 'o2', 'o3', 'o4', 'o5', 'o6'];
  /** Each good option is worth `point`, the bad one (o7) `bad`; the second question of the dimension has ten options. */
  const dimension = (point: string, bad: string): Raw[] => [
    multi('q7', [...good.map(() => point), bad]),
    multi(
      'q8',
      LETTERS.slice(0, 6).map(() => '100/6'),
    ),
  ];
  const variants = {
    /** The bad option is worth nothing; seven others share the maximum. */
    zero: dimension('100/7', '0'),
    /** The bad option is counted like every other: it earns points. */
    counted: dimension('100/8', '100/8'),
    /** The bad option weighs -1, and the divisor is the sum of the weights, 6. */
    negative: dimension('100/6', '-100/6'),
  };
  const dimensionScore = (variant: keyof typeof variants, options: readonly string[]): Exact =>
    total(
      variants[variant],
      { kind: 'mean' },
      new Map([
        ['q7', ticked(...options)],
        ['q8', ticked('o0', 'o1', 'o2')],
      ]),
    );

  it('gives three numbers for one good and the bad option, 12.5 points apart', () => {
    const options = ['o0', 'o7'];
    const [zero, counted, negative] = [
      dimensionScore('zero', options),
      dimensionScore('counted', options),
      dimensionScore('negative', options),
    ];
    expect([zero, counted, negative].map(toFraction)).toEqual(['225/7', '75/2', '25']);
    expect([zero, counted, negative].map((value) => toDecimal(value, 4))).toEqual(['32.1429', '37.5000', '25.0000']);
    expect(gap(counted, negative)).toBe('25/2');
  });

  it('gives more than the scale has when the divisor holds the bad option, unless the author caps it', () => {
    expect(toFraction(dimensionScore('zero', good))).toBe('75');
    expect(toFraction(dimensionScore('counted', good))).toBe('275/4');
    // 116.67 of 100 in the question: the defect of that implementation, reproduced where it is asked for.
    expect(toFraction(dimensionScore('negative', good))).toBe('250/3');
    const capped = total([{ ...variants.negative[0], max: 100 }], { kind: 'mean' }, new Map([['q7', ticked(...good)]]));
    expect(toFraction(capped)).toBe('100');
  });
});

describe('the investment question, with the columns "invested" and "planned" for ten areas', () => {
  const grid = (done: number, plan: number | string, more: Raw): Raw => ({
    type: 'grid',
    id: 'q1',
    code: 'q1',
    title: both('q1'),
    rows: LETTERS.map((id) => ({ id, text: both(id) })),
    columns: [
      { id: 'invested', points: done, text: both('invested') },
      { id: 'planned', points: plan, text: both('planned') },
    ],
    ...more,
  });
  const ready = multi(
    'q2',
    LETTERS.map(() => 1),
  );
  const variants: Record<string, { children: Raw[]; aggregate: Raw }> = {
    /** Two sub-questions of ten points each, and a third question of ten. */
    separate: {
      children: [grid(1, 1, { rowRule: 'sum', join: 'sum' }), ready],
      aggregate: { kind: 'pooled', to: 100 },
    },
    /** One question in which a plan weighs half of an investment. */
    weighted: {
      children: [grid(1, '0.5', { rowRule: 'sum', join: 'mean' }), ready],
      aggregate: { kind: 'percent-mean', to: 100 },
    },
    /** One question in which a plan counts half, and only where nothing is invested yet. */
    first: {
      children: [grid(1, '0.5', { rowRule: 'first', join: 'mean' }), ready],
      aggregate: { kind: 'percent-mean', to: 100 },
    },
  };
  const answers = new Map<string, Answer>([
    [
      'q1',
      {
        state: 'answered',
        value: {
          kind: 'cells',
          cells: [
            { row: 'a', columns: ['invested', 'planned'] },
            { row: 'b', columns: ['invested'] },
            { row: 'c', columns: ['planned'] },
            { row: 'd', columns: ['planned'] },
            { row: 'e', columns: ['planned'] },
          ],
        },
      },
    ],
    ['q2', ticked()],
  ]);
  const dimensionScore = (name: string): Exact => {
    const variant = variants[name] as (typeof variants)[string];
    return total(variant.children, variant.aggregate, answers);
  };

  it('gives three numbers for the same ticks, two of them 6.7 points apart', () => {
    const [separate, weighted, first] = ['separate', 'weighted', 'first'].map(dimensionScore) as [Exact, Exact, Exact];
    expect([separate, weighted, first].map(toFraction)).toEqual(['20', '40/3', '35/2']);
    expect(gap(separate, weighted)).toBe('20/3');
    expect(toDecimal(subtract(separate, weighted), 1)).toBe('6.7');
  });
});

describe('the table of tools on 0 to 5', () => {
  const table = (blankRows: string): Raw => ({
    type: 'matrix',
    id: 'q4',
    code: 'q4',
    title: both('q4'),
    rows: LETTERS.slice(0, 7).map((id) => ({ id, text: both(id) })),
    options: [0, 1, 2, 3, 4, 5].map((points) => ({ points, text: both(String(points)) })),
    recode: { kind: 'of-max', to: 10 },
    join: 'mean',
    blankRows,
  });
  const answers = new Map<string, Answer>([
    [
      'q4',
      {
        state: 'answered',
        value: {
          kind: 'rows',
          rows: [
            { row: 'a', option: '5' },
            { row: 'b', option: '2' },
          ],
        },
      },
    ],
  ]);

  it('is a mean over all rows, or over the answered ones, as its author says', () => {
    const value = (blankRows: string): string => toFraction(total([table(blankRows)], { kind: 'sum' }, answers));
    expect(value('zero')).toBe('2');
    expect(value('exclude')).toBe('7');
  });
});
