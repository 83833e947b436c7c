import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/assessment/answer.ts';
import { toFraction, type Exact } from '../../../src/domain/exact/exact.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import type { NodeScore, Score } from '../../../src/domain/scoring/result.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { choice, definition, group, ladder, load, multi, number, ratio, text, type Raw } from '../definition.ts';

const NA: Answer = { state: 'not-applicable', reason: 'x' };
const chosen = (option: string | number): Answer => ({
  state: 'answered',
  value: { kind: 'option', option: String(option) },
});
const shares = (a: number, b: number): Answer => ({
  state: 'answered',
  value: { kind: 'ratio', a: String(a), b: String(b) },
});

const run = (raw: Raw, answers: Record<string, Answer>): Score =>
  score(prepare(load(raw)), new Map(Object.entries(answers)));
const text2 = (value: Exact | null): string | null => (value === null ? null : toFraction(value));
const node = (scored: Score, id: string): NodeScore => scored.byId.get(id) as NodeScore;
/** "value/max" of a node, reduced apart. */
const figures = (scored: Score, id = 'total'): string =>
  `${text2(node(scored, id).value)} of ${text2(node(scored, id).max)}`;

const five = (id: string, more: Raw = {}): Raw => choice(id, [0, 1, 2, 3, 4, 5], { notApplicable: true, ...more });

describe('joining', () => {
  it('adds points and maxima', () => {
    const raw = definition([group('g', [five('a'), five('b')]), group('h', [choice('c', [0, '0.1', '0.2'])])]);
    const scored = run(raw, { a: chosen(4), b: chosen(3), c: chosen('1-5') });
    expect([figures(scored, 'g'), figures(scored, 'h'), figures(scored)]).toEqual([
      '7 of 10',
      '1/5 of 1/5',
      '36/5 of 51/5',
    ]);
  });

  it('takes means of the children, not of the items', () => {
    const raw = definition([group('g', [five('a'), five('b'), five('c')]), group('h', [five('d')])], {
      group: { kind: 'mean' },
      total: { kind: 'mean' },
    });
    const scored = run(raw, { a: chosen(1), b: chosen(2), c: chosen(2), d: chosen(5) });
    expect([figures(scored, 'g'), figures(scored)]).toEqual(['5/3 of 5', '10/3 of 5']);
  });

  it('weighs children and divides by the weights that take part', () => {
    const raw = definition(
      [group('g', [five('a', { weight: 2 }), five('b', { weight: '0.5' }), five('c', { weight: 0 })])],
      { group: { kind: 'weighted' } },
    );
    expect(figures(run(raw, { a: chosen(5), b: chosen(0), c: chosen(5) }), 'g')).toBe('4 of 5');
    expect(figures(run(raw, { a: NA, b: chosen(3), c: chosen(5) }), 'g')).toBe('3 of 5');
    expect(figures(run(raw, { a: NA, b: NA, c: chosen(5) }), 'g')).toBe('null of null');
  });

  it('ignores weights everywhere else', () => {
    const raw = definition([group('g', [five('a', { weight: 7 }), five('b')], { weight: 9 })]);
    expect(figures(run(raw, { a: chosen(5), b: chosen(1) }))).toBe('6 of 10');
  });

  it('takes the lowest child with its own maximum', () => {
    const raw = definition([group('g', [five('a'), choice('b', [0, 2, 9])])], { group: { kind: 'lowest' } });
    expect(figures(run(raw, { a: chosen(3), b: chosen(2) }), 'g')).toBe('2 of 9');
    expect(figures(run(raw, { a: chosen(3), b: chosen(9) }), 'g')).toBe('3 of 5');
  });

  it('lets a group have a rule of its own, at any depth', () => {
    const raw = definition([
      group('g', [
        five('a'),
        group('h', [five('b'), group('i', [five('c'), five('d')], { aggregate: { kind: 'mean' } })]),
      ]),
    ]);
    const scored = run(raw, { a: chosen(1), b: chosen(2), c: chosen(4), d: chosen(5) });
    expect([figures(scored, 'i'), figures(scored, 'h'), figures(scored, 'g')]).toEqual([
      '9/2 of 5',
      '13/2 of 10',
      '15/2 of 15',
    ]);
    expect(scored.children.map((child) => child.id)).toEqual(['g']);
    expect(node(scored, 'h').children.map((child) => child.id)).toEqual(['b', 'i']);
  });

  it('shows unscored items and groups without counting them', () => {
    const raw = definition([
      group('g', [five('a'), five('b', { scored: false }), text('c')]),
      group('h', [five('d')], { scored: false, level: { kind: 'gate', share: 100 } }),
    ]);
    const scored = run(raw, {
      a: chosen(2),
      b: chosen(5),
      c: { state: 'answered', value: { kind: 'text', text: 'x' } },
      d: chosen(4),
    });
    expect([figures(scored, 'b'), figures(scored, 'h'), figures(scored)]).toEqual(['5 of 5', '4 of 5', '2 of 5']);
    expect(scored.tally).toEqual({ total: 1, answered: 1, none: 0, notApplicable: 0, unanswered: 0 });
    expect(node(scored, 'h').tally.total).toBe(1);
    expect(node(scored, 'h').level).toBe(4);
  });

  it('has no value where nothing takes part', () => {
    const raw = definition([group('g', [five('a')], { scored: false })]);
    expect(figures(run(raw, { a: chosen(5) }))).toBe('null of null');
  });
});

describe('the four states', () => {
  const raw = (scoring: Raw): Raw =>
    definition([group('g', [five('a'), five('b'), multi('m', [2, 3], { notApplicable: true })])], scoring);

  it('not applicable leaves value and maximum', () => {
    const scored = run(raw({}), { a: chosen(4), b: NA, m: NA });
    expect(figures(scored)).toBe('4 of 5');
    expect(scored.tally).toEqual({ total: 3, answered: 1, none: 0, notApplicable: 2, unanswered: 0 });
  });

  it('not applicable may count nothing or everything', () => {
    expect(figures(run(raw({ notApplicable: 'zero' }), { a: chosen(4), b: NA, m: NA }))).toBe('4 of 15');
    expect(figures(run(raw({ notApplicable: 'full' }), { a: chosen(4), b: NA, m: NA }))).toBe('14 of 15');
  });

  it('unanswered counts nothing, or is left out', () => {
    expect(figures(run(raw({}), { a: chosen(4) }))).toBe('4 of 15');
    expect(figures(run(raw({ unanswered: 'exclude' }), { a: chosen(4), b: { state: 'unanswered' } }))).toBe('4 of 5');
    expect(run(raw({}), {}).tally).toEqual({ total: 3, answered: 0, none: 0, notApplicable: 0, unanswered: 3 });
    expect(figures(run(raw({ unanswered: 'exclude' }), {}))).toBe('null of null');
  });

  it('"none of these" is an answer worth nothing', () => {
    const scored = run(raw({ unanswered: 'exclude' }), { m: { state: 'none' } });
    expect(figures(scored)).toBe('0 of 5');
    expect(scored.tally).toEqual({ total: 3, answered: 1, none: 1, notApplicable: 0, unanswered: 2 });
  });

  it('a share of nothing follows what the item says', () => {
    const of = (whenZero: string, scoring: Raw = {}): string =>
      figures(
        run(definition([group('g', [five('a'), ratio('r', { whenZero })])], scoring), {
          a: chosen(1),
          r: shares(0, 0),
        }),
      );
    expect([of('not-applicable'), of('zero'), of('full')]).toEqual(['1 of 5', '1 of 10', '6 of 10']);
    expect([of('not-applicable', { notApplicable: 'zero' }), of('not-applicable', { notApplicable: 'full' })]).toEqual([
      '1 of 10',
      '6 of 10',
    ]);
    const scored = run(definition([group('g', [ratio('r')])]), { r: shares(0, 0) });
    expect([scored.tally.notApplicable, scored.tally.answered, figures(scored)]).toEqual([1, 0, 'null of null']);
  });

  it('a whole group that does not apply leaves the total', () => {
    const whole = definition([group('g', [five('a')]), group('h', [five('b'), five('c')])], {
      group: { kind: 'mean' },
      total: { kind: 'mean' },
    });
    const scored = run(whole, { a: chosen(3), b: NA, c: NA });
    expect([figures(scored, 'h'), figures(scored)]).toEqual(['null of null', '3 of 5']);
  });
});

describe('answers from anywhere', () => {
  const raw = definition([group('prototype', [five('valueof'), number('tostring')])]);

  it('for unknown items are ignored, also under names that prototypes have', () => {
    const answers = { valueof: chosen(3), hasOwnProperty: chosen(5), nobody: chosen(5) };
    expect(figures(run(raw, answers))).toBe('3 of 7');
    expect(figures(run(raw, {}), 'prototype')).toBe('0 of 7');
  });

  it('may come in any order', () => {
    const two = definition([group('g', [ladder('a'), ladder('b')])]);
    const prepared = prepare(load(two));
    const entries: [string, Answer][] = [
      ['a', chosen(2)],
      ['b', chosen(5)],
    ];
    expect(figures(score(prepared, new Map(entries)))).toBe(figures(score(prepared, new Map(entries.reverse()))));
  });
});
