import { describe, expect, it } from 'vitest';
import { bandRule, choice, definition, group, ladder, multi, number, ratio, text, type Raw } from '../definition.ts';
import { setup } from './setup.ts';

const NA = { na: 'x' };
const four = (id: string, more: Raw = {}): Raw => choice(id, [0, 1, 2, 3, 4], { notApplicable: true, ...more });
const one = (children: Raw[], answers: Record<string, unknown>, scoring: Raw = {}) =>
  setup(definition([group('g', children)], scoring), answers);

describe('options outside the score', () => {
  const odd = (id: string): Raw => {
    const raw = choice(id, [0, 4]);
    const both = { vi: 'x', en: 'x' };
    const others = [
      { id: 'unsure', points: 0, text: both, counts: 'unknown' },
      { id: 'other', points: 0, text: both, counts: 'excluded' },
    ];
    return { ...raw, options: [...(raw['options'] as Raw[]), ...others] };
  };

  it('"do not know" counts as unanswered', () => {
    const { node, figure } = one([odd('a'), four('b')], { a: 'unsure', b: 2 });
    expect([node('a').state, figure('g'), node('g').tally.unanswered]).toEqual(['unanswered', '2 of 8', 1]);
  });

  it('an excluded option leaves the score whatever "not applicable" is worth', () => {
    const { node, figure } = one([odd('a'), four('b')], { a: 'other', b: 2 }, { notApplicable: 'full' });
    expect([node('a').state, figure('g'), node('g').tally.notApplicable]).toEqual(['excluded', '2 of 4', 1]);
  });

  it('nothing to count is "not applicable", with its effect', () => {
    const answers = { a: { a: 0, b: 0 }, b: 2 };
    expect(one([ratio('a'), four('b')], answers, { notApplicable: 'full' }).figure('g')).toBe('7 of 9');
    expect(
      one([ratio('a', { notApplicableAs: 'exclude' }), four('b')], answers, { notApplicable: 'full' }).figure('g'),
    ).toBe('2 of 4');
  });
});

describe('not applicable as', () => {
  it('overrides the rule of the questionnaire', () => {
    const items = [four('a', { notApplicableAs: 'zero' }), four('b', { notApplicableAs: 'full' }), four('c')];
    expect(one(items, { a: NA, b: NA, c: NA }).figure('g')).toBe('4 of 8');
  });

  it('copies the share of a sibling, through other copies and whatever the order', () => {
    const items = [
      choice('x', [0, 10], { notApplicable: true, notApplicableAs: { copy: 'y' } }),
      choice('y', [0, 2], { notApplicable: true, notApplicableAs: { copy: 'a' } }),
      four('a'),
    ];
    expect(one(items, { x: NA, y: NA, a: 1 }).figure('g')).toBe('4 of 16');
    expect(one(items, { x: NA, y: 2, a: 1 }).figure('g')).toBe('13 of 16');
    expect(one(items, { x: NA, y: NA, a: NA }).figure('g')).toBeNull();
  });

  it('copies nothing where there is no share', () => {
    const items = [four('x', { notApplicableAs: { copy: 'z' } }), choice('z', [0, -1]), four('b')];
    expect(one(items, { x: NA, z: 0, b: 2 }).figure('g')).toBe('2 of 4');
    const scoped = [four('x', { notApplicableAs: { copy: 'y' } }), four('y', { kinds: ['school'] })];
    expect(
      setup(definition([group('g', scoped)]), { x: NA, y: 4 }, { context: { kind: 'commune' } }).figure('g'),
    ).toBeNull();
  });
});

describe('unanswered', () => {
  it('leaves every group around it without a figure under no-score', () => {
    const raw = definition([group('g', [four('a'), group('h', [four('b')])]), group('i', [four('c')])], {
      unanswered: 'no-score',
      groupLevel: { kind: 'gate', share: 100 },
    });
    const { node, figure, level } = setup(raw, { a: 4, c: 2 });
    expect([figure('h'), figure('g'), figure('i'), figure()]).toEqual([null, null, '2 of 4', null]);
    expect([node('g').insufficient, node('i').insufficient, level('g'), level('i')]).toEqual([true, false, null, 2]);
    expect(setup(raw, { a: 4, b: NA, c: 2 }).figure()).toBe('6 of 8');
  });

  it('takes the mean share of its siblings when enough are answered', () => {
    const items = [choice('a', [0, 1, 2]), choice('b', [0, 10]), four('c'), choice('z', [0, -1])];
    const at = (answers: Record<string, unknown>, meanFrom: number) =>
      one(items, answers, { unanswered: { meanFrom } }).figure('g');
    expect(at({ a: 1, b: 10, z: 0 }, 75)).toBe('14 of 16');
    expect(at({ a: 1, b: 10, z: 0 }, 76)).toBeNull();
    expect(at({ a: 1, b: 10, c: 2, z: 0 }, 100)).toBe('13 of 16');
    expect(at({ z: 0 }, 25)).toBeNull();
    expect(at({}, 25)).toBeNull();
  });

  it('lets what lacks a figure leave the whole without one, unless that states a completeness of its own', () => {
    const groups = [group('g', [four('a'), four('b'), four('c')]), group('h', [four('d')])];
    const answers = { a: 4, d: 1 };
    const unanswered = { meanFrom: 50 };
    expect(setup(definition(groups, { unanswered }), answers).figure()).toBeNull();
    const own = setup(definition(groups, { unanswered, completeness: { atLeast: 50 } }), answers);
    expect([own.figure(), own.figure('g')]).toEqual(['1 of 4', null]);
    const few = setup(definition(groups, { unanswered, completeness: { atLeast: '50.1' } }), answers);
    expect([few.figure(), few.node().insufficient]).toEqual([null, true]);
  });
});

describe('completeness', () => {
  const raw = (more: Raw): Raw =>
    definition([group('g', [four('a'), four('b'), four('c')], more), group('h', [four('d')])]);

  it('counts what is answered or does not apply, at the bound too', () => {
    expect(setup(raw({ completeness: '200/3' }), { a: 4, b: NA, d: 4 }).figure('g')).toBe('4 of 8');
    expect(setup(raw({ completeness: 67 }), { a: 4, b: NA, d: 4 }).figure('g')).toBeNull();
  });

  it('is not asked of groups that are not scored by those above', () => {
    const lost = definition([
      group('g', [four('a'), four('b')], { completeness: 100, scored: false }),
      group('h', [four('d')]),
    ]);
    expect(setup(lost, { a: 1, d: 4 }).figure()).toBe('4 of 4');
  });
});

describe('empty groups', () => {
  const whole = (own: Raw, scoring: Raw = {}) =>
    setup(
      definition(
        [
          group('g', [four('a'), group('i', [four('c'), ladder('u', { scored: false })])], own),
          group('h', [four('b')]),
        ],
        scoring,
      ),
      { a: NA, c: NA, b: 2 },
    );

  it('are dropped, or worth nothing of what they would be worth', () => {
    expect(whole({}).figure()).toBe('2 of 4');
    expect(whole({ whenEmpty: 'zero' }).figure()).toBe('2 of 12');
    expect(whole({}, { emptyGroup: 'zero' }).figure()).toBe('2 of 12');
    expect(whole({ whenEmpty: 'exclude' }, { emptyGroup: 'zero' }).figure()).toBe('2 of 4');
    expect(whole({ whenEmpty: 'zero', scale: { from: 1, to: 5 } }).figure('g')).toBe('1 of 5');
  });

  it('are not those that nobody has answered', () => {
    const raw = definition([group('g', [four('a')], { whenEmpty: 'zero' }), group('h', [four('b')])], {
      unanswered: 'exclude',
    });
    expect(setup(raw, { b: 2 }).figure()).toBe('2 of 4');
  });

  it('do not count what is hidden', () => {
    const raw = definition([
      group('k', [four('q')]),
      group('g', [four('a'), four('c', { showIf: { item: 'q', atLeast: 3 } })], { whenEmpty: 'zero' }),
    ]);
    expect(setup(raw, { q: 1, a: NA }).figure('g')).toBe('0 of 4');
    expect(setup(raw, { q: 3, a: NA, c: NA }).figure('g')).toBe('0 of 8');
    expect(setup(raw, { q: 3, a: NA }).figure('g')).toBe('0 of 4');
  });

  it('have nothing to be worth where no maximum joins', () => {
    const raw = definition([
      group('g', [group('i', [four('a')], { aggregate: { kind: 'none' } })], { whenEmpty: 'zero' }),
      group('h', [four('b')]),
    ]);
    expect(setup(raw, { a: NA, b: 2 }).figure()).toBe('2 of 4');
  });
});

describe('follow-ups', () => {
  const both = { vi: 'x', en: 'x' };
  const yesNo = choice('a', [0, 1]);
  const raw = (showIf: Raw, more: Raw = {}): Raw =>
    definition([
      group('g', [
        yesNo,
        ladder('l'),
        multi('m', [1, 2]),
        number('n'),
        ratio('r'),
        text('t'),
        { ...text('d'), type: 'date' },
        four('b', { showIf, ...more }),
      ]),
    ]);
  const isShown = (showIf: Raw, answers: Record<string, unknown>, kind = ''): boolean =>
    setup(raw(showIf), answers, { context: { kind } }).node('b').state !== 'hidden';

  it('leave the score when hidden, or count as nothing of their maximum; the answer is not looked at', () => {
    const hidden = setup(raw({ item: 'a', has: '1' }), { a: 0, b: 3 });
    expect([hidden.figure('b'), hidden.node('b').tally.total]).toEqual([null, 0]);
    const counted = setup(raw({ item: 'a', has: '1' }, { whenHidden: 'count' }), { a: 0, b: 3 });
    expect([counted.figure('b'), counted.node('b').tally.total]).toEqual(['0 of 4', 0]);
    expect(setup(raw({ item: 'a', has: '1' }), { a: 1, b: 3 }).figure('b')).toBe('3 of 4');
  });

  it('ask for an option', () => {
    expect(isShown({ item: 'a', has: '1' }, { a: 1 })).toBe(true);
    expect(isShown({ item: 'a', has: '1' }, {})).toBe(false);
    expect(isShown({ item: 'm', has: 'o1' }, { m: ['o0', 'o1'] })).toBe(true);
    expect(isShown({ item: 'm', has: 'o1' }, { m: { none: true } })).toBe(false);
    expect(isShown({ item: 'l', has: '3' }, { l: 3 })).toBe(true);
    expect(isShown({ item: 'm', has: 'o1' }, { m: ['o0'] })).toBe(false);
  });

  it('ask for a state', () => {
    expect(isShown({ item: 'm', state: 'none' }, { m: { none: true } })).toBe(true);
    expect(isShown({ item: 'a', state: 'unanswered' }, {})).toBe(true);
    expect(isShown({ item: 'a', state: 'answered' }, {})).toBe(false);
  });

  it('ask for a figure: the number, the percentage, the points', () => {
    expect(isShown({ item: 'n', atLeast: 12 }, { n: 12 })).toBe(true);
    expect(isShown({ item: 'n', below: 12 }, { n: 12 })).toBe(false);
    expect(isShown({ item: 'r', atLeast: 50 }, { r: { a: 1, b: 2 } })).toBe(true);
    expect(isShown({ item: 'r', below: 50 }, { r: { a: 0, b: 0 } })).toBe(false);
    expect(isShown({ item: 'm', atLeast: 3 }, { m: ['o0', 'o1'] })).toBe(true);
    expect(isShown({ item: 'm', below: 1 }, { m: { none: true } })).toBe(true);
    expect(isShown({ item: 'a', below: 1 }, {})).toBe(false);
  });

  it('ask for a day', () => {
    expect(isShown({ item: 'd', from: '2025' }, { d: '2025-01-01' })).toBe(true);
    expect(isShown({ item: 'd', from: '2025' }, { d: '2024-12-31' })).toBe(false);
    expect(isShown({ item: 'd', from: '2025' }, {})).toBe(false);
    expect(isShown({ item: 'd', before: '2025-06' }, { d: '2025-05-31' })).toBe(true);
    expect(isShown({ item: 'd', before: '2025-06' }, {})).toBe(false);
  });

  it('ask for a kind of organisation; without one every kind holds', () => {
    expect(isShown({ kind: 'commune' }, {}, 'commune')).toBe(true);
    expect(isShown({ kind: 'commune' }, {}, 'school')).toBe(false);
    expect(isShown({ kind: 'commune' }, {})).toBe(true);
  });

  it('join conditions', () => {
    const yes = { item: 'a', has: '1' };
    const high = { item: 'l', atLeast: 3 };
    expect(isShown({ all: [yes, high] }, { a: 1, l: 3 })).toBe(true);
    expect(isShown({ all: [yes, high] }, { a: 1, l: 2 })).toBe(false);
    expect(isShown({ any: [yes, high] }, { a: 0, l: 3 })).toBe(true);
    expect(isShown({ not: { any: [yes, high] } }, { a: 0, l: 2 })).toBe(true);
  });

  it('hide whole groups, and what depends on something hidden', () => {
    const nested = definition([
      group('g', [yesNo]),
      group('h', [choice('b', [0, 1]), four('c')], { showIf: { item: 'a', has: '1' } }),
      group('i', [four('d', { showIf: { item: 'b', has: '1' } })]),
      group('j', [four('e', { showIf: { item: 'x', state: 'unanswered' } })]),
      group('k', [four('f')]),
    ]);
    const first = nested['groups'] as Raw[];
    const withOther = {
      ...nested,
      groups: [...first.slice(0, 1), group('o', [four('x', { kinds: ['school'], title: both })]), ...first.slice(1)],
    };
    const { node, figure } = setup(withOther, { a: 0, b: 1, c: 4, d: 4, e: 2, x: 3 }, { context: { kind: 'commune' } });
    expect([node('c').state, node('d').state, node('e').state, figure('h'), figure()]).toEqual([
      'hidden',
      'hidden',
      'answered',
      null,
      '2 of 9',
    ]);
  });

  it('of a text have no figure', () => {
    const prepared = setup(raw({ item: 't', state: 'answered' }), { t: 'x' });
    expect(prepared.node('b').state).toBe('unanswered');
  });
});

describe('kinds of organisation', () => {
  const raw = definition([
    group('g', [four('a'), four('b', { kinds: ['school'] })]),
    group('h', [four('c')], { kinds: ['school'] }),
    group('i', [
      {
        ...text('p'),
        type: 'indicator',
        measure: 'percent',
        place: { vi: 'x', en: 'x' },
        scored: true,
        targets: [{ year: 2030, kinds: ['school'], value: 50 }],
      },
    ]),
  ]);

  it('leave out what is for others, and an indicator without a target', () => {
    const { prepared, scored, figure } = setup(raw, { a: 2, b: 4, c: 4 }, { context: { kind: 'commune' } });
    expect([...prepared.items.keys()]).toEqual(['a']);
    expect([figure(), scored.byId.has('h'), scored.tally.total]).toEqual(['2 of 4', false, 1]);
  });

  it('are all asked where no kind is known', () => {
    expect(setup(raw, { a: 2, b: 4, c: 4 }).figure()).toBe('10 of 112');
  });
});

describe('bonus and deduction', () => {
  const plus = number('x', { kind: 'per-unit', points: 1, most: 5 }, { role: 'bonus' });
  const minus = number('y', { kind: 'per-unit', points: '0.5', most: 4 }, { role: 'deduction' });
  const negative = choice('w', [0, -2], { role: 'deduction' });

  it('stand outside the maximum, the tally and the mean', () => {
    const items = [four('a'), four('b'), plus, minus, negative];
    const raw = definition([group('g', items, { aggregate: { kind: 'mean' } })]);
    const { figure, node } = setup(raw, { a: 4, b: 2, x: 3, y: 4, w: 'minus-2' });
    expect([figure('g'), node('g').tally.total]).toEqual(['2 of 4', 2]);
    expect([figure('x'), figure('y'), figure('w')]).toEqual(['3 of 5', '-2 of 0', '-2 of 0']);
    expect(setup(raw, { a: 4, b: 2 }).figure('g')).toBe('3 of 4');
  });

  it('are bounded by the limits of the group', () => {
    const raw = definition([group('g', [four('a'), plus, minus], { limits: { min: 0, max: 5 } })]);
    expect(setup(raw, { a: 4, x: 5 }).figure('g')).toBe('5 of 4');
    expect(setup(raw, { a: 0, y: 8 }).figure('g')).toBe('0 of 4');
  });

  it('make a group of their own, once one is answered', () => {
    const raw = definition([group('g', [four('a')]), group('h', [plus, minus])]);
    expect([setup(raw, { a: 2 }).figure('h'), setup(raw, { a: 2 }).figure()]).toEqual([null, '2 of 4']);
    expect([setup(raw, { a: 2, x: 2 }).figure('h'), setup(raw, { a: 2, x: 2, y: 2 }).figure()]).toEqual([
      '2 of 0',
      '3 of 4',
    ]);
  });

  it('are worth nothing when they do not apply, are hidden, or the group is dropped', () => {
    const bonus = four('x', {
      role: 'bonus',
      notApplicableAs: 'full',
      whenHidden: 'count',
      showIf: { item: 'a', atLeast: 2 },
    });
    expect(one([four('a'), bonus], { a: 2, x: NA }).figure('g')).toBe('2 of 4');
    expect(one([four('a'), bonus], { a: 1, x: 4 }).figure('g')).toBe('1 of 4');
    expect(one([four('a'), plus], { a: NA, x: 4 }).figure('g')).toBeNull();
  });
});

describe('knock-out', () => {
  const levels = bandRule('percent', 'lower', 0, [50, 1], [75, 3], [100, 5]);
  const fatal = (more: Raw, own: Raw = {}): Raw =>
    choice('k', [0, 1], { notApplicable: true, knockOut: { below: 1, ...more }, ...own });
  const cap = (own: Raw = {}): Raw =>
    definition([group('g', [choice('a', [0, 9]), fatal({ capLevel: 2 }, own)])], {
      overall: levels,
      unanswered: 'exclude',
    });

  it('caps the overall level, falling to a lower one where the cap is none of the rule', () => {
    expect([setup(cap(), { a: 9, k: 0 }).level(), setup(cap(), { a: 9, k: 1 }).level()]).toEqual([2, 5]);
    expect(setup(cap(), { a: 9 }).level()).toBe(2);
    expect(setup(cap(), { a: 9, k: NA }).level()).toBe(5);
    expect(setup(cap({ scored: false }), { a: 9, k: 0 }).level()).toBe(2);
    expect(setup(cap({ showIf: { item: 'a', below: 5 } }), { a: 9, k: 0 }).level()).toBe(5);
  });

  it('takes everything from its group', () => {
    const raw = (own: Raw): Raw =>
      definition([
        group(
          'g',
          [
            four('a'),
            fatal({ zeroGroup: true }),
            number('x', { kind: 'per-unit', points: 1, most: 5 }, { role: 'bonus' }),
          ],
          own,
        ),
        group('h', [four('b')]),
      ]);
    expect(setup(raw({}), { a: 4, k: 0, x: 3, b: 1 }).figure('g')).toBe('0 of 5');
    expect(setup(raw({}), { a: 4, k: 1, x: 3, b: 1 }).figure('g')).toBe('8 of 5');
    expect(setup(raw({ scale: { from: 1, to: 5 } }), { a: 4, k: 0, b: 1 }).figure('g')).toBe('1 of 5');
  });
});

describe('evidence', () => {
  const factor = { none: 0, offered: '0.5', approved: 1, rejected: 0 };
  const raw = definition([
    group(
      'g',
      ['a', 'b', 'c', 'd'].map((id) => four(id, { evidence: 'required', evidenceFactor: factor })),
    ),
  ]);
  const answers = { a: 4, b: 4, c: 4, d: NA };

  it('multiplies the points by its state', () => {
    const { figure } = setup(raw, answers, { evidence: { a: 'approved', b: 'offered' } });
    expect([figure('a'), figure('b'), figure('c'), figure('g')]).toEqual(['4 of 4', '2 of 4', '0 of 4', '6 of 12']);
  });

  it('counts as offered where nothing is known', () => {
    expect(setup(raw, answers).figure('g')).toBe('6 of 12');
  });
});
