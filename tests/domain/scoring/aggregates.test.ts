import { describe, expect, it } from 'vitest';
import { exact } from '../../../src/domain/exact/exact.ts';
import { compareLowestFirst, lowestFirst } from '../../../src/domain/scoring/aggregate.ts';
import type { PreparedGroup } from '../../../src/domain/scoring/prepare.ts';
import { choice, definition, group, text, type Raw } from '../definition.ts';
import { setup, shown } from './setup.ts';

const NA = { na: 'x' };
/** 0 to 4 points; may be "not applicable". */
const four = (id: string, more: Raw = {}): Raw => choice(id, [0, 1, 2, 3, 4], { notApplicable: true, ...more });
const joined = (aggregate: Raw, children: Raw[], answers: Record<string, unknown>, scoring: Raw = {}): string | null =>
  setup(definition([group('g', children, { aggregate })], scoring), answers).figure('g');

describe('lowest', () => {
  const items = [four('a'), four('b'), choice('c', [0, 1, 9])];

  it('takes the k-th lowest with its own maximum, the highest when there are fewer', () => {
    const at = (k: number): string | null => joined({ kind: 'lowest', k }, items, { a: 3, b: 2, c: 9 });
    expect([at(1), at(2), at(3), at(7)]).toEqual(['2 of 4', '3 of 4', '9 of 9', '9 of 9']);
  });

  it('is the lowest too when ranks are told apart by the next lowest', () => {
    expect(joined({ kind: 'lexicographic' }, items, { a: 3, b: 2, c: 9 })).toBe('2 of 4');
    const order = (answers: Record<string, unknown>) => {
      const { prepared, scored } = setup(
        definition([group('g', items, { aggregate: { kind: 'lexicographic' } })]),
        answers,
      );
      return lowestFirst(prepared.root.children[0] as PreparedGroup, scored.children[0] as (typeof scored.children)[0]);
    };
    const weaker = order({ a: 2, b: 3, c: 1 });
    const stronger = order({ a: 1, b: 3, c: 9 });
    expect([weaker.map(shown), stronger.map(shown)]).toEqual([
      ['1', '2', '3'],
      ['1', '3', '9'],
    ]);
    expect(compareLowestFirst(weaker, stronger)).toBeLessThan(0);
    expect(compareLowestFirst([exact(2), exact(1)], [exact(1)])).toBe(0);
  });
});

describe('level-sum', () => {
  const at = (id: string, level: number, more: Raw = {}): Raw => four(id, { atLevel: level, ...more });

  it('adds the mean share of each level', () => {
    const items = [at('a', 1), at('b', 1), at('c', 2), at('d', 3)];
    expect(joined({ kind: 'level-sum' }, items, { a: 4, b: 2, c: 2, d: 0 })).toBe('5/4 of 3');
    expect(joined({ kind: 'level-sum' }, items, { a: 4, b: NA, c: NA, d: 1 })).toBe('5/4 of 2');
    expect(joined({ kind: 'level-sum' }, items, { a: NA, b: NA, c: NA, d: NA })).toBeNull();
  });

  it('looks past the groups in between and leaves out what has no maximum', () => {
    const items = [
      group('h', [at('a', 1), choice('z', [0, -1], { atLevel: 1 })], { aggregate: { kind: 'lowest' } }),
      group('u', [at('b', 2)], { scored: false }),
      at('c', 2),
    ];
    expect(joined({ kind: 'level-sum' }, items, { a: 2, z: 0, b: 4, c: 4 })).toBe('3/2 of 2');
  });
});

describe('pooled and percent-mean', () => {
  const groups = [group('h', [four('a'), four('b')]), group('i', [choice('c', [0, 1, 2])])];

  it('differ: all points over all maxima, or every child alike', () => {
    const answers = { a: 4, b: 4, c: 0 };
    expect(joined({ kind: 'pooled', to: 100 }, groups, answers)).toBe('80 of 100');
    expect(joined({ kind: 'percent-mean', to: 100 }, groups, answers)).toBe('50 of 100');
  });

  it('follow what does not apply', () => {
    const parts = [group('h', [four('a'), four('b')]), group('i', [four('c')])];
    expect(joined({ kind: 'pooled', to: 10 }, parts, { a: 2, b: NA, c: NA })).toBe('5 of 10');
    expect(joined({ kind: 'percent-mean', to: 10 }, parts, { a: 2, b: NA, c: NA })).toBe('5 of 10');
    expect(joined({ kind: 'pooled', to: 10 }, parts, { a: NA, b: NA, c: NA })).toBeNull();
    expect(joined({ kind: 'percent-mean', to: 10 }, [choice('z', [0, -1])], { z: 0 })).toBeNull();
  });

  it('pool bonuses of the groups below, and nothing of groups that are worth nothing', () => {
    const bonus = choice('x', [0, 1, 2], { role: 'bonus' });
    expect(joined({ kind: 'pooled', to: 100 }, [group('h', [four('a'), bonus])], { a: 2, x: 1 })).toBe('75 of 100');
    expect(joined({ kind: 'pooled', to: 100 }, [group('h', [four('a'), bonus])], { a: 2 })).toBe('50 of 100');
    const fatal = four('k', { knockOut: { below: 1, zeroGroup: true } });
    expect(
      joined({ kind: 'pooled', to: 100 }, [group('h', [four('a'), fatal, bonus]), four('b')], {
        a: 4,
        k: 0,
        x: 2,
        b: 4,
      }),
    ).toBe('100/3 of 100');
    const empty = group('e', [four('k'), group('f', [four('l')]), four('q', { scored: false }), text('t')], {
      whenEmpty: 'zero',
    });
    expect(joined({ kind: 'pooled', to: 100 }, [four('a'), empty], { a: 4, k: NA, l: NA })).toBe('100/3 of 100');
  });

  it('count of an empty group what is shown in it', () => {
    const empty = group('e', [four('k'), four('l', { showIf: { item: 'a', atLeast: 3 } })], { whenEmpty: 'zero' });
    const at = (points: number): string | null =>
      joined({ kind: 'pooled', to: 100 }, [four('a'), empty], { a: points, k: NA, l: NA });
    expect([at(2), at(4)]).toEqual(['25 of 100', '100/3 of 100']);
  });

  it('leave out groups without a figure where the pooled one judges its own completeness', () => {
    const raw = (own: Raw): Raw =>
      definition([
        group('g', [group('h', [four('a'), four('b')], { completeness: 100 }), four('c')], {
          aggregate: { kind: 'pooled', to: 100 },
          ...own,
        }),
      ]);
    expect(setup(raw({ completeness: 50 }), { a: 4, c: 2 }).figure('g')).toBe('50 of 100');
    expect(setup(raw({}), { a: 4, c: 2 }).figure('g')).toBeNull();
  });
});

describe('count, penalties, geometric, none', () => {
  it('count the children at a bound', () => {
    const items = [four('a'), choice('b', [0, 4, 8]), choice('z', [0, -1])];
    expect(joined({ kind: 'count', on: 'value', atLeast: 3 }, items, { a: 3, b: 4, z: 0 })).toBe('2 of 3');
    expect(joined({ kind: 'count', on: 'percent', atLeast: 60 }, items, { a: 3, b: 4, z: 0 })).toBe('1 of 3');
  });

  it('take what is missing off a start value, below zero too', () => {
    const items = [four('a'), choice('b', [0, 110])];
    expect(joined({ kind: 'penalties', start: 110 }, items, { a: 1, b: 110 })).toBe('107 of 110');
    expect(joined({ kind: 'penalties', start: 110 }, items, { a: 0, b: 0 })).toBe('-4 of 110');
  });

  it('take geometric means to twelve decimals', () => {
    const items = [choice('a', [0, 1, 2, 4]), choice('b', [-1, 0, 2, 4])];
    const zero = { kind: 'geometric', zero: 'zero' };
    const skip = { kind: 'geometric', zero: 'skip' };
    expect(joined(zero, items, { a: 1, b: 2 })).toBe('1414213562373/1000000000000 of 4');
    expect(joined(zero, items, { a: 2, b: 0 })).toBe('0 of 4');
    expect(joined(zero, items, { a: 2, b: 'minus-1' })).toBe('0 of 4');
    expect(joined(skip, items, { a: 2, b: 0 })).toBe('2 of 4');
    expect(joined(skip, items, { a: 0, b: 0 })).toBe('0 of 4');
  });

  it('have no value in a profile', () => {
    expect(joined({ kind: 'none' }, [four('a')], { a: 4 })).toBeNull();
    const inside = [group('h', [four('a')], { aggregate: { kind: 'none' } }), four('b')];
    expect(joined({ kind: 'sum' }, inside, { a: 4, b: 1 })).toBe('1 of 4');
  });
});

describe('what is done to the joined value', () => {
  const value = (
    own: Raw,
    answers: Record<string, unknown>,
    children: Raw[] = [choice('a', [0, 5, 8])],
  ): string | null => setup(definition([group('g', children, own)]), answers).figure('g');

  it('puts the share on a scale', () => {
    expect(value({ scale: { from: 1, to: 5 } }, { a: 5 })).toBe('7/2 of 5');
    expect(value({ scale: { from: 1, to: 5 } }, { z: 0 }, [choice('z', [0, -1])])).toBeNull();
  });

  it('bounds it, and the maximum with it', () => {
    expect(value({ limits: { max: 4 } }, { a: 5 })).toBe('4 of 4');
    expect(value({ limits: { min: 2 } }, { a: 0 })).toBe('2 of 8');
    expect(value({ limits: { min: 2, max: 6 } }, { a: 8 })).toBe('6 of 6');
  });

  it('rounds it where the source does', () => {
    const half = [choice('a', ['0', '2.5', '3.5'])];
    const at = (mode: string, points: string): string | null =>
      value({ round: { decimals: 0, mode } }, { a: points }, half);
    expect([at('half-up', '5-2'), at('half-away', '5-2'), at('half-even', '5-2')]).toEqual([
      '3 of 4',
      '3 of 4',
      '2 of 4',
    ]);
    expect(
      value({ scale: { from: 0, to: 10 }, limits: { max: 9 }, round: { decimals: 1, mode: 'half-up' } }, { a: 5 }),
    ).toBe('63/10 of 9');
  });

  it('holds for the whole too', () => {
    const raw = definition([group('g', [choice('a', [0, 5, 8])])], {
      scale: { from: 0, to: 100 },
      round: { decimals: 0, mode: 'half-even' },
    });
    expect(setup(raw, { a: 5 }).figure()).toBe('62 of 100');
  });
});
