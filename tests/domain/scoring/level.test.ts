import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/assessment/answer.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { conditionsFor, explainLevel, nextLevel, type LevelReasons } from '../../../src/domain/scoring/reasons.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { brief } from './setup.ts';
import { bandRule, choice, definition, group, ladder, level, load, number, text, type Raw } from '../definition.ts';

const NA: Answer = { state: 'not-applicable', reason: 'x' };
const chosen = (option: string | number): Answer => ({
  state: 'answered',
  value: { kind: 'option', option: String(option) },
});
const steps = (id: string): Raw => ladder(id, { notApplicable: true });
const points = (id: string, most: number, more: Raw = {}): Raw =>
  choice(
    id,
    Array.from({ length: most + 1 }, (_, value) => value),
    { notApplicable: true, ...more },
  );

const answersOf = (answers: Record<string, Answer | number>): Map<string, Answer> =>
  new Map(Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'number' ? chosen(answer) : answer]));
const levelOf = (raw: Raw, answers: Record<string, Answer | number>, id = 'total'): number | null =>
  score(prepare(load(raw)), answersOf(answers)).byId.get(id)?.level ?? null;

function explain(raw: Raw, answers: Record<string, Answer | number>): LevelReasons {
  const prepared = prepare(load(raw));
  return explainLevel(prepared, prepared.root, score(prepared, answersOf(answers)));
}

const why = ({ level: own, held, next }: LevelReasons) => ({
  level: own,
  held: held.map(brief),
  next: next && [next.level, ...next.conditions.map(brief)],
});

describe('no rule', () => {
  const raw = definition([group('g', [points('a', 5)])]);

  it('gives a profile without a level', () => {
    expect(levelOf(raw, { a: 5 })).toBeNull();
    expect(why(explain(raw, { a: 5 }))).toEqual({ level: null, held: [], next: null });
    const prepared = prepare(load(raw));
    expect(conditionsFor(prepared, prepared.root, score(prepared, answersOf({ a: 5 })), 1)).toEqual([]);
  });
});

describe('bands', () => {
  const tens = (closed: 'lower' | 'upper', on: 'percent' | 'value'): Raw =>
    definition([group('g', [points('a', 10)])], {
      overall: bandRule(
        on,
        closed,
        0,
        ...([
          [on === 'percent' ? 20 : 2, 1],
          [on === 'percent' ? 60 : 6, 2],
          [on === 'percent' ? 100 : 10, 3],
        ] as [number, number][]),
      ),
    });
  const at = (raw: Raw): (number | null)[] => [0, 2, 3, 6, 7, 8, 9, 10].map((value) => levelOf(raw, { a: value }));

  it('give a bound to the side that is closed', () => {
    expect(at(tens('upper', 'percent'))).toEqual([1, 1, 2, 2, 3, 3, 3, 3]);
    expect(at(tens('lower', 'percent'))).toEqual([1, 2, 2, 3, 3, 3, 3, 3]);
    expect(at(tens('upper', 'value'))).toEqual([1, 1, 2, 2, 3, 3, 3, 3]);
    expect(at(tens('lower', 'value'))).toEqual([1, 2, 2, 3, 3, 3, 3, 3]);
  });

  it('compare exactly: 39 of 65 is 60 %, not more', () => {
    const raw = definition(
      [
        group(
          'g',
          Array.from({ length: 13 }, (_, index) => points(`a${index}`, 5)),
        ),
      ],
      {
        overall: bandRule('percent', 'upper', 0, [60, 3], [80, 4], [100, 5]),
      },
    );
    const threes = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`a${index}`, 3]));
    expect(levelOf(raw, threes)).toBe(3);
    expect(levelOf(raw, { ...threes, a0: 4 })).toBe(4);
  });

  it('follow the maximum down when something does not apply', () => {
    const raw = definition([group('g', [points('a', 10), points('b', 10)])], {
      overall: bandRule('percent', 'upper', 0, [50, 1], [null, 2]),
    });
    expect(levelOf(raw, { a: 6, b: 0 })).toBe(1);
    expect(levelOf(raw, { a: 6, b: NA })).toBe(2);
  });

  it('put what lies below the table into the first band', () => {
    const raw = definition([group('g', [choice('a', [-3, 0, 5, 40])])], {
      overall: bandRule('value', 'lower', 0, [4, 2], [40, 3]),
    });
    expect([levelOf(raw, { a: chosen('minus-3') }), levelOf(raw, { a: 0 }), levelOf(raw, { a: 40 })]).toEqual([
      2, 2, 3,
    ]);
    expect(why(explain(raw, { a: 40 }))).toEqual({ level: 3, held: ['value >= 4: 40 met'], next: null });
  });

  it('give no level while nothing is answered, nor of a maximum of zero', () => {
    const raw = tens('upper', 'percent');
    expect(levelOf(raw, {})).toBeNull();
    expect(levelOf(raw, { a: NA })).toBeNull();
    const zero = definition([group('g', [choice('a', [0, -1])])], {
      overall: bandRule('percent', 'upper', 0, [null, 1]),
    });
    expect(levelOf(zero, { a: 0 })).toBeNull();
    expect(why(explain(zero, { a: 0 }))).toEqual({ level: null, held: [], next: [1] });
  });

  it('say which bound was passed and which is next', () => {
    expect(why(explain(tens('upper', 'percent'), { a: 3 }))).toEqual({
      level: 2,
      held: ['percent > 20: 30 met'],
      next: [3, 'percent > 60: 30 missed'],
    });
    expect(why(explain(tens('lower', 'value'), { a: 5 }))).toEqual({
      level: 2,
      held: ['value >= 2: 5 met'],
      next: [3, 'value >= 6: 5 missed'],
    });
    expect(why(explain(tens('upper', 'value'), {}))).toEqual({ level: null, held: [], next: [1] });
    expect(why(explain(tens('upper', 'percent'), { a: 10 })).next).toBeNull();
  });

  it('have nothing to compare where nothing takes part', () => {
    const raw = definition([group('g', [points('a', 10)])], {
      unanswered: 'exclude',
      overall: bandRule('value', 'upper', -1, [-0.5, 1], [null, 2]),
    });
    const prepared = prepare(load(raw));
    const scored = score(prepared, new Map());
    expect(why(explainLevel(prepared, prepared.root, scored)).next).toEqual([1]);
    expect(why(explain(raw, { a: 0 }))).toEqual({ level: 2, held: ['value > -1/2: 0 met'], next: null });
  });

  it('may skip levels: the next one is one that they can give', () => {
    const raw = definition([group('g', [points('a', 10)])], {
      overall: bandRule('value', 'upper', 0, [5, 1], [null, 4]),
    });
    expect(why(explain(raw, { a: 3 })).next).toEqual([4, 'value > 5: 3 missed']);
  });
});

describe('gate', () => {
  const many = (count: number, share: number | string, more: Raw = {}): Raw =>
    definition(
      [
        group(
          'g',
          Array.from({ length: count }, (_, index) => steps(`a${index}`)),
        ),
      ],
      { overall: { kind: 'gate', share }, ...more },
    );
  const values = (...list: (number | Answer)[]): Record<string, number | Answer> =>
    Object.fromEntries(list.map((value, index) => [`a${index}`, value]));

  it('asks for its share of the applicable items, exactly', () => {
    expect(levelOf(many(5, 80), values(2, 2, 2, 2, 1))).toBe(2);
    expect(levelOf(many(5, '80.001'), values(2, 2, 2, 2, 1))).toBe(1);
    expect(levelOf(many(3, '200/3'), values(2, 2, 1))).toBe(2);
    expect(levelOf(many(3, '66.667'), values(2, 2, 1))).toBe(1);
  });

  it('is cumulative', () => {
    // Three of four stand at 5, but level 2 already lacks one of the four.
    expect(levelOf(many(4, 100), values(5, 5, 5, 1))).toBe(1);
    expect(levelOf(many(4, 75), values(5, 5, 5, 1))).toBe(5);
    expect(levelOf(many(4, 75), values(5, 5, 3, 1))).toBe(3);
  });

  it('is not paid for by a high mean', () => {
    expect(levelOf(many(5, 80), values(5, 5, 5, 1, 1))).toBe(1);
  });

  it('takes an unanswered item as not reached, whatever it does to the value', () => {
    expect(levelOf(many(4, 75), values(3, 3, 3))).toBe(3);
    expect(levelOf(many(4, 100), values(3, 3, 3))).toBeNull();
    expect(levelOf(many(4, 100, { unanswered: 'exclude' }), values(3, 3, 3))).toBeNull();
  });

  it('leaves out what does not apply', () => {
    expect(levelOf(many(4, 100), values(3, 3, 3, NA))).toBe(3);
    expect(levelOf(many(5, 80), values(2, 2, 2, 1, NA))).toBe(1);
    expect(levelOf(many(6, 80), values(2, 2, 2, 2, 1, NA))).toBe(2);
    expect(levelOf(many(2, 80), values(NA, NA))).toBeNull();
    // Also where it counts for the value.
    expect(levelOf(many(4, 100, { notApplicable: 'zero' }), values(3, 3, 3, NA))).toBe(3);
  });

  it('looks at the items of nested groups, but not at unscored ones', () => {
    const raw = definition(
      [
        group('g', [steps('a'), group('h', [steps('b'), text('t')]), group('i', [steps('c')], { scored: false })]),
        group('j', [ladder('d', { scored: false })]),
      ],
      { overall: { kind: 'gate', share: 100 } },
    );
    expect(levelOf(raw, { a: 4, b: 3, c: 1, d: 1 })).toBe(3);
    expect(why(explain(raw, { a: 4, b: 3 }))).toEqual({
      level: 3,
      held: ['gate 3: 2/2 of 2 met'],
      next: [4, 'gate 4: 1/2 of 2 missed'],
    });
  });

  it('counts "none of these" as an answer that reaches nothing', () => {
    const raw = definition(
      [
        group('g', [
          steps('a'),
          { ...choice('b', [0, 2]), type: 'multi', options: [{ id: 'x', points: 2, text: { vi: 'x', en: 'x' } }] },
        ]),
      ],
      {
        overall: { kind: 'gate', share: 100 },
      },
    );
    expect(levelOf(raw, { a: 2, b: { state: 'answered', value: { kind: 'options', options: ['x'] } } })).toBe(2);
    expect(levelOf(raw, { a: 2, b: { state: 'none' } })).toBeNull();
  });

  it('says how many are needed and how many there are', () => {
    expect(why(explain(many(5, 80), values(2, 2, 2, 1, NA)))).toEqual({
      level: 1,
      held: ['gate 1: 4/4 of 4 met'],
      next: [2, 'gate 2: 3/4 of 4 missed'],
    });
    expect(why(explain(many(3, 50), values(5, 5, 5))).next).toBeNull();
    expect(why(explain(many(2, 50), values(NA, NA)))).toEqual({
      level: null,
      held: [],
      next: [1, 'gate 1: 0/0 of 0 missed'],
    });
  });

  it('needs the smallest whole number that makes up its share', () => {
    const need = (count: number, share: number | string): number => {
      const [condition] = explain(many(count, share), values(1)).next?.conditions ?? [];
      return condition?.kind === 'gate' ? condition.need : -1;
    };
    expect([
      need(32, 80),
      need(30, 80),
      need(31, 80),
      need(3, '200/3'),
      need(3, '66.667'),
      need(7, 100),
      need(7, '0.1'),
    ]).toEqual([26, 24, 25, 2, 3, 7, 1]);
  });
});

describe('lowest', () => {
  const raw = (more: Raw = {}): Raw =>
    definition([group('g', [steps('a')]), group('h', [steps('b')]), group('i', [steps('c')], more)], {
      groupLevel: { kind: 'gate', share: 100 },
      overall: { kind: 'lowest' },
    });

  it('is the level of the weakest group', () => {
    expect(levelOf(raw(), { a: 5, b: 2, c: 4 })).toBe(2);
    expect(why(explain(raw(), { a: 5, b: 2, c: 4 }))).toEqual({
      level: 2,
      held: ['groups 2: 3/3 met []'],
      next: [3, 'groups 3: 2/3 missed [h]'],
    });
  });

  it('is stood in the way by a group without a level, unless it does not apply', () => {
    expect(levelOf(raw(), { a: 5, b: 2 })).toBeNull();
    expect(levelOf(raw(), { a: 5, b: 2, c: NA })).toBe(2);
    expect(why(explain(raw(), { a: 5, b: 2, c: NA }))).toEqual({
      level: 2,
      held: ['groups 2: 2/2 met []'],
      next: [3, 'groups 3: 1/2 missed [h]'],
    });
  });

  it('does not ask groups that are unscored or have no rule', () => {
    expect(levelOf(raw({ scored: false }), { a: 5, b: 3, c: 1 })).toBe(3);
    expect(levelOf(raw({ level: { kind: 'none' } }), { a: 5, b: 3, c: 1 })).toBe(3);
    const none = definition([group('g', [steps('a')])], { overall: { kind: 'lowest' } });
    expect(levelOf(none, { a: 5 })).toBeNull();
  });

  it('may stand at every depth, and passes over items beside groups', () => {
    const nested = definition(
      [
        group('g', [group('h', [steps('a')], { level: { kind: 'gate', share: 100 } }), steps('b')], {
          level: { kind: 'lowest' },
        }),
      ],
      {
        overall: { kind: 'lowest' },
      },
    );
    expect(levelOf(nested, { a: 4, b: 1 }, 'g')).toBe(4);
    expect(levelOf(nested, { a: 4, b: 1 })).toBe(4);
  });
});

describe('conditions', () => {
  const forty = (id: string): Raw => number(id, { kind: 'linear', zeroAt: 0, fullAt: 40, points: 40 });
  const figure = (value: number): Answer => ({ state: 'answered', value: { kind: 'number', number: String(value) } });
  const CONDITIONS = [
    { level: 0 },
    { level: 1, total: { moreThan: 20 }, groups: { count: 2, level: 1 } },
    { level: 2, total: { atLeast: 64 }, groups: { count: 3, level: 2 } },
    { level: 4, total: { moreThan: 90 } },
  ];
  const raw = definition(
    ['g', 'h', 'i'].map((id) => group(id, [forty(`${id}1`)])),
    {
      groupLevel: bandRule('percent', 'upper', 0, [10, 0], [40, 1], [60, 2], [100, 4]),
      overall: { kind: 'conditions', levels: CONDITIONS },
    },
    { levels: [0, 1, 2, 3, 4].map(level) },
  );
  const at = (g1: number, h1: number, i1: number): number | null =>
    levelOf(raw, { g1: figure(g1), h1: figure(h1), i1: figure(i1) });

  it('take the highest level of which all conditions hold', () => {
    expect([at(0, 0, 0), at(16, 5, 0), at(20, 20, 24), at(40, 40, 11)]).toEqual([0, 1, 2, 4]);
  });

  it('know "more than" from "at least"', () => {
    expect([at(15, 5, 0), at(16, 5, 0)]).toEqual([0, 1]);
    expect([at(20, 20, 23), at(20, 20, 24)]).toEqual([1, 2]);
    expect([at(40, 40, 10), at(40, 40, 11)]).toEqual([1, 4]);
  });

  it('fall to the lowest level where points are many but groups are few', () => {
    expect(at(40, 0, 0)).toBe(0);
    expect(why(explain(raw, { g1: figure(40), h1: figure(0), i1: figure(0) }))).toEqual({
      level: 0,
      held: [],
      next: [1, 'value > 20: 40 met', 'groups 1: 1/2 missed [h i]'],
    });
  });

  it('skip a level that no condition names', () => {
    expect(why(explain(raw, { g1: figure(24), h1: figure(24), i1: figure(24) }))).toEqual({
      level: 2,
      held: ['value >= 64: 72 met', 'groups 2: 3/3 met []'],
      next: [4, 'value > 90: 72 missed'],
    });
    expect(why(explain(raw, { g1: figure(40), h1: figure(40), i1: figure(40) })).next).toBeNull();
  });

  it('give no level while nothing is answered or nothing has a value', () => {
    expect(levelOf(raw, {})).toBeNull();
    expect(why(explain(raw, {}))).toEqual({ level: null, held: [], next: [0] });
    const open = definition([group('g', [points('a', 5, { weight: 0 })])], {
      group: { kind: 'weighted' },
      overall: { kind: 'conditions', levels: [{ level: 1 }, { level: 2, total: { atLeast: 1 } }] },
    });
    expect(levelOf(open, { a: 3 })).toBeNull();
    const prepared = prepare(load(open));
    expect(nextLevel(prepared, prepared.root, 1)).toBe(2);
    expect(why(explainLevel(prepared, prepared.root, score(prepared, answersOf({ a: 3 })))).next).toEqual([1]);
  });

  it('do not count unscored groups', () => {
    const hidden = definition([group('g', [forty('a')]), group('h', [forty('b')], { scored: false })], {
      groupLevel: bandRule('percent', 'upper', 0, [50, 1], [null, 2]),
      overall: { kind: 'conditions', levels: [{ level: 1 }, { level: 2, groups: { count: 2, level: 2 } }] },
    });
    expect(levelOf(hidden, { a: figure(40), b: figure(40) })).toBe(1);
    expect(why(explain(hidden, { a: figure(40), b: figure(40) })).next).toEqual([2, 'groups 2: 1/2 missed []']);
  });
});
