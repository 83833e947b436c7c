import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers, AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { checkAnswer } from '../../../src/domain/assessment/check-answer.ts';
import { toFraction, type Exact } from '../../../src/domain/exact/exact.ts';
import type { Item, Questionnaire } from '../../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../../src/domain/questionnaire/walk.ts';
import { nextSteps, withSteps, type NextSteps } from '../../../src/domain/scoring/next-steps.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import {
  bandRule,
  choice,
  definition,
  group,
  ladder,
  level,
  load,
  multi,
  number,
  ratio,
  type Raw,
} from '../definition.ts';
import { ANY_CONTEXT } from '../../../src/domain/assessment/context.ts';
import { Fraction } from '../../proof/fraction.ts';
import { itemOutcome } from '../../proof/naive-items.ts';
import { naiveScore } from '../../proof/naive.ts';
import { ANYTHING, drawAnswers, drawQuestionnaire, type Wish } from './random.ts';

const NA: Answer = { state: 'not-applicable', reason: 'x' };
const chosen = (option: string | number): Answer => ({
  state: 'answered',
  value: { kind: 'option', option: String(option) },
});
const shown = (value: Exact | null): string | null => (value === null ? null : toFraction(value));
const answersOf = (answers: Record<string, Answer | number>): Map<string, Answer> =>
  new Map(Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'number' ? chosen(answer) : answer]));

function plan(questionnaire: Questionnaire, answers: Answers): NextSteps | null {
  const prepared = prepare(questionnaire);
  return nextSteps(prepared, answers, score(prepared, answers));
}
const brief = (raw: Raw, answers: Record<string, Answer | number>) => {
  const next = plan(load(raw), answersOf(answers));
  return (
    next && [
      next.level,
      next.minimal ? 'minimal' : 'found',
      next.reaches,
      next.steps.map((step) => `${step.itemId} ${shown(step.from)}>${shown(step.to)}`),
    ]
  );
};

describe('gate', () => {
  const raw = (...items: Raw[]): Raw => definition([group('g', items)], { overall: { kind: 'gate', share: 75 } });
  const steps = (id: string, more: Raw = {}): Raw => ladder(id, { notApplicable: true, ...more });

  it('raises as many items as are missing, the smallest jumps first', () => {
    const four = raw(steps('a'), steps('b'), steps('c'), steps('d'));
    expect(brief(four, { a: 2, b: 1, c: 1, d: 1 })).toEqual([2, 'minimal', true, ['b 1>2', 'c 1>2']]);
    expect(brief(four, { a: 3, b: 3, c: 2, d: 1 })).toEqual([3, 'minimal', true, ['c 2>3']]);
  });

  it('prefers high priority, then low effort, among equal jumps', () => {
    const four = raw(
      steps('a'),
      steps('b', { effort: 1 }),
      steps('c', { priority: 3, effort: 3 }),
      steps('d', { priority: 1, effort: 1 }),
    );
    expect(brief(four, { a: 1, b: 1, c: 1, d: 1 })?.[3]).toEqual(['c 1>2', 'b 1>2', 'a 1>2']);
  });

  it('counts the answers that are missing altogether and leaves alone what does not apply', () => {
    expect(brief(raw(steps('a'), steps('b'), steps('c'), steps('d')), { a: 1, b: NA })).toEqual([
      1,
      'minimal',
      true,
      ['c null>1', 'd null>1'],
    ]);
  });

  it('jumps to the first step that reaches the level', () => {
    const gaps = raw(ladder('a', {}, [1, 3]), ladder('b', {}, [1, 2, 5]));
    expect(brief(gaps, { a: 1, b: 1 })).toEqual([2, 'minimal', true, ['a 1>3', 'b 1>2']]);
  });

  it('says so when the items cannot reach the level', () => {
    const low = raw(ladder('a', {}, [1, 2]), steps('b'));
    expect(brief(low, { a: 2, b: 5 })).toEqual([3, 'found', false, []]);
    expect(brief(raw(steps('a')), { a: NA })).toEqual([1, 'found', false, []]);
  });

  it('has no next level at the top, nor without a rule', () => {
    expect(brief(raw(steps('a')), { a: 5 })).toBeNull();
    expect(brief(definition([group('g', [steps('a')])]), { a: 1 })).toBeNull();
  });
});

describe('points over sums', () => {
  const raw = (
    closed: 'lower' | 'upper',
    items: Raw[],
    bounds: [number | null, number][] = [
      [4, 1],
      [9, 2],
      [null, 3],
    ],
  ): Raw => definition([group('g', items)], { overall: bandRule('value', closed, 0, ...bounds) });
  const five = (id: string, more: Raw = {}): Raw => choice(id, [0, 1, 2, 3, 4, 5], more);

  it('changes as few answers as possible and raises them no further than needed', () => {
    const three = [five('a'), five('b'), five('c')];
    expect(brief(raw('upper', three), { a: 2, b: 1, c: 1 })).toEqual([2, 'minimal', true, ['a 2>3']]);
    expect(brief(raw('upper', three), { a: 5, b: 2, c: 2 })).toEqual([3, 'minimal', true, ['b 2>3']]);
    expect(brief(raw('lower', three), { a: 1, b: 1, c: 1 })).toEqual([2, 'minimal', true, ['a 1>2']]);
  });

  it('knows "more than" from "at least"', () => {
    const two = [five('a'), five('b')];
    expect(
      brief(
        raw('upper', two, [
          [5, 1],
          [null, 2],
        ]),
        { a: 0, b: 0 },
      )?.[3],
    ).toEqual(['b 0>5', 'a 0>1']);
    expect(
      brief(
        raw('lower', two, [
          [5, 1],
          [null, 2],
        ]),
        { a: 0, b: 0 },
      )?.[3],
    ).toEqual(['a 0>5']);
  });

  it('takes the most useful among the smallest choices', () => {
    const items = [five('a'), five('b', { priority: 3 }), five('c', { priority: 3, effort: 1 })];
    expect(brief(raw('lower', items), { a: 1, b: 1, c: 1 })?.[3]).toEqual(['c 1>2']);
    // Only a and another together are enough, because b and c have little left.
    expect(
      brief(
        raw('upper', items, [
          [9, 1],
          [null, 2],
        ]),
        { a: 0, b: 4, c: 3 },
      )?.[3],
    ).toEqual(['a 0>3']);
  });

  it('works on shares of the maximum, which follows what does not apply', () => {
    const share = definition([group('g', [five('a'), five('b', { notApplicable: true })])], {
      overall: bandRule('percent', 'upper', 0, [50, 1], [null, 2]),
    });
    expect(brief(share, { a: 2, b: NA })).toEqual([2, 'minimal', true, ['a 2>3']]);
    expect(brief(share, { a: 2, b: 0 })).toEqual([2, 'minimal', true, ['b 0>4']]);
  });

  it('knows multi, number and ratio items', () => {
    const mixed = raw(
      'lower',
      [
        multi('m', [3, 1, -1], { max: 4 }),
        number('n', { kind: 'linear', zeroAt: 10, fullAt: 0, points: 4 }),
        ratio('r'),
      ],
      [
        [2, 1],
        [11, 2],
        [null, 3],
      ],
    );
    const next = plan(
      load(mixed),
      answersOf({ m: { state: 'answered', value: { kind: 'options', options: ['o1', 'o2'] } } }),
    );
    expect(next).toMatchObject({ level: 2, minimal: true, reaches: true });
    expect(
      next?.steps.map(({ itemId, from, to, gain, value }) => [itemId, shown(from), shown(to), shown(gain), value]),
    ).toEqual([['m', '0', '3', '3', { kind: 'options', options: ['o0'] }]]);
  });

  it('says so when the points cannot be had', () => {
    expect(brief(raw('upper', [five('a'), five('b', { notApplicable: true })]), { a: 5, b: NA })).toEqual([
      3,
      'found',
      false,
      [],
    ]);
  });

  it('asks for any one answer while nothing is answered', () => {
    expect(brief(raw('upper', [five('a'), five('b', { priority: 3 })]), {})).toEqual([
      1,
      'minimal',
      true,
      ['b null>0'],
    ]);
    const nothing = [five('a', { notApplicable: true }), five('b', { notApplicable: true })];
    expect(brief(raw('upper', nothing), { a: NA, b: NA })).toEqual([1, 'found', false, []]);
  });
});

describe('number of groups', () => {
  const item = (id: string): Raw => choice(id, [0, 1, 2, 3, 4, 5]);
  const raw = (levels: Raw[]): Raw =>
    definition(
      [group('g', [item('a'), item('b')]), group('h', [item('c'), item('d')]), group('i', [choice('e', [0, 1])])],
      {
        groupLevel: bandRule('percent', 'upper', 0, [20, 0], [50, 1], [100, 2]),
        overall: { kind: 'conditions', levels },
      },
      { levels: [0, 1, 2].map(level) },
    );
  const low = { a: 1, b: 0, c: 1, d: 1, e: 0 };

  it('lifts the groups that need fewest answers', () => {
    const two = raw([{ level: 0 }, { level: 1, groups: { count: 2, level: 1 } }]);
    expect(brief(two, { ...low, c: 0, d: 0 })).toEqual([1, 'minimal', true, ['c 0>3', 'a 1>3']]);
    expect(brief(two, { a: 0, b: 0, c: 1, d: 1, e: 1 })).toEqual([1, 'minimal', true, ['a 0>3']]);
    const three = raw([{ level: 0 }, { level: 1, groups: { count: 3, level: 1 } }]);
    expect(brief(three, low)).toEqual([1, 'minimal', true, ['a 1>3', 'c 1>2', 'e 0>1']]);
  });

  it('passes over a group that cannot be lifted', () => {
    const stuck = definition(
      [group('g', [ladder('a', {}, [1, 2]), ladder('b', {}, [1, 2])]), group('h', [ladder('c'), ladder('d')])],
      {
        groupLevel: { kind: 'gate', share: 100 },
        overall: { kind: 'conditions', levels: [{ level: 1 }, { level: 3, groups: { count: 1, level: 3 } }] },
      },
    );
    expect(brief(stuck, { a: 2, b: 2, c: 1, d: 1 })).toEqual([3, 'minimal', true, ['c 1>3', 'd 1>3']]);
  });

  it('counts the raised answers towards the total as well', () => {
    const both = raw([{ level: 0 }, { level: 1, total: { moreThan: 4 }, groups: { count: 2, level: 1 } }]);
    expect(brief(both, low)).toEqual([1, 'found', true, ['a 1>3', 'c 1>2']]);
    const more = raw([{ level: 0 }, { level: 1, total: { moreThan: 8 }, groups: { count: 2, level: 1 } }]);
    expect(brief(more, low)).toEqual([1, 'found', true, ['c 1>5', 'a 1>3']]);
  });

  it('claims nothing where a higher level asks for less', () => {
    const odd = raw([{ level: 0 }, { level: 1, total: { atLeast: 9 } }, { level: 2, total: { atLeast: 6 } }]);
    expect(brief(odd, { a: 0, b: 0, c: 0, d: 0, e: 0 })?.slice(0, 3)).toEqual([1, 'found', true]);
    for (const second of [{ total: { moreThan: 8 } }, { total: { atLeast: 9 }, groups: { count: 1, level: 1 } }])
      expect(brief(raw([{ level: 0 }, { level: 1, total: { atLeast: 8 } }, { level: 2, ...second }]), low)?.[1]).toBe(
        'minimal',
      );
    for (const [first, second] of [
      [{ total: { moreThan: 8 } }, { total: { atLeast: 8 } }],
      [{ total: { atLeast: 8 } }, { groups: { count: 1, level: 1 } }],
      [{ groups: { count: 2, level: 1 } }, { total: { atLeast: 1 } }],
      [{ groups: { count: 2, level: 1 } }, { groups: { count: 1, level: 2 } }],
      [{ groups: { count: 2, level: 2 } }, { groups: { count: 2, level: 1 } }],
    ])
      expect(
        brief(raw([{ level: 0 }, { level: 1, ...first }, { level: 2, ...second }]), {
          a: 0,
          b: 0,
          c: 0,
          d: 0,
          e: 0,
        })?.[1],
      ).toBe('found');
  });

  it('merges two raises of one item into one step', () => {
    const single = definition(
      [group('g', [item('a')], { level: bandRule('percent', 'upper', 0, [20, 0], [null, 1]) })],
      {
        overall: {
          kind: 'conditions',
          levels: [{ level: 0 }, { level: 1, total: { atLeast: 4 }, groups: { count: 1, level: 1 } }],
        },
      },
      { levels: [0, 1].map(level) },
    );
    const next = plan(load(single), answersOf({ a: 1 }));
    expect(next?.steps.map(({ itemId, from, to, gain }) => [itemId, shown(from), shown(to), shown(gain)])).toEqual([
      ['a', '1', '4', '3'],
    ]);
  });

  it('serves "lowest" too', () => {
    const lowest = definition([group('g', [ladder('a')]), group('h', [ladder('b'), ladder('c')])], {
      groupLevel: { kind: 'gate', share: 100 },
      overall: { kind: 'lowest' },
    });
    expect(brief(lowest, { a: 5, b: 1, c: 2 })).toEqual([2, 'minimal', true, ['b 1>2']]);
    expect(brief(lowest, { a: 2, b: 2, c: 2 })).toEqual([3, 'minimal', true, ['a 2>3', 'b 2>3', 'c 2>3']]);
    expect(brief(lowest, {})).toEqual([1, 'minimal', true, ['a null>1', 'b null>1', 'c null>1']]);
  });
});

describe('anything else', () => {
  const five = (id: string, more: Raw = {}): Raw => choice(id, [0, 1, 2, 3, 4, 5], more);
  const mean = (items: Raw[], more: Raw = {}): Raw =>
    definition([group('g', items)], {
      group: { kind: 'mean' },
      total: { kind: 'mean' },
      overall: bandRule('value', 'upper', 0, [2, 1], [4, 2], [null, 3]),
      ...more,
    });

  it('takes the item that lifts most, no further than needed', () => {
    expect(brief(mean([five('a'), five('b'), five('c')]), { a: 4, b: 0, c: 1 })).toEqual([2, 'found', true, ['b 0>2']]);
  });

  it('finds the way also where every item is needed', () => {
    expect(brief(mean([five('a'), five('b')]), { a: 4, b: 4 })).toEqual([3, 'found', true, ['a 4>5']]);
    const all = mean([five('a'), five('b')], { overall: bandRule('value', 'lower', 0, [5, 1], [null, 2]) });
    expect(brief(all, { a: 0, b: 1 })).toEqual([2, 'found', true, ['a 0>5', 'b 1>5']]);
    expect(brief(mean([five('a')], { overall: bandRule('value', 'lower', 0, [5, 1], [null, 2]) }), { a: 0 })).toEqual([
      2,
      'found',
      true,
      ['a 0>5'],
    ]);
  });

  it('says so when there is none', () => {
    const low = mean([choice('a', [0, 1]), choice('b', [0, 9], { notApplicable: true })]);
    expect(brief(low, { a: 1, b: NA })).toEqual([2, 'found', false, []]);
  });

  it('does not take sums with left-out answers for plain ones', () => {
    const open = definition([group('g', [five('a'), five('b')])], {
      unanswered: 'exclude',
      overall: bandRule('percent', 'lower', 0, [80, 1], [null, 2]),
    });
    expect(brief(open, { a: 1 })).toEqual([2, 'found', true, ['a 1>4']]);
  });
});

describe('steps', () => {
  it('are applied over the answers without changing them', () => {
    const answers = answersOf({ a: 1, b: 2 });
    const value: AnswerValue = { kind: 'option', option: '3' };
    const changed = withSteps(answers, [
      { itemId: 'a', from: null, to: { n: 3n, d: 1n }, gain: { n: 2n, d: 1n }, value },
    ]);
    expect(changed.get('a')).toEqual({ state: 'answered', value });
    expect(answers.get('a')).toEqual(chosen(1));
    expect(withSteps(answers, [])).toBe(answers);
  });
});

/** Every value that an item can be given. */
function valuesOf(item: Item): AnswerValue[] {
  if (item.type === 'ladder') return item.steps.map(({ id }) => ({ kind: 'option', option: id }));
  if (item.type === 'choice') return item.options.map(({ id }) => ({ kind: 'option', option: id }));
  if (item.type !== 'multi') throw new Error(item.type);
  return Array.from({ length: 2 ** item.options.length }, (_, bits) => ({
    kind: 'options',
    options: item.options.filter((_option, index) => (bits >> index) & 1).map(({ id }) => id),
  }));
}

/** The smallest number of changed answers that reaches the level, by trying everything; null when nothing does. */
function fewestChanges(questionnaire: Questionnaire, answers: Answers, wanted: number): number | null {
  const free = [...itemsOf(questionnaire.groups)].filter((item) => answers.get(item.id)?.state !== 'not-applicable');
  const reaches = (tried: Answers): boolean => (naiveScore(questionnaire, tried).get('total')?.level ?? -1) >= wanted;
  const search = (from: number, left: number, tried: Answers): boolean => {
    if (left === 0) return reaches(tried);
    for (let index = from; index <= free.length - left; index += 1)
      for (const value of valuesOf(free[index] as Item))
        if (search(index + 1, left - 1, new Map(tried).set((free[index] as Item).id, { state: 'answered', value })))
          return true;
    return false;
  };
  for (let count = 1; count <= free.length; count += 1) if (search(0, count, answers)) return count;
  return null;
}

const SMALL: Wish = { ...ANYTHING, depth: 1, children: 2, types: ['ladder', 'choice', 'multi'] };

/** Points by the second implementation. */
function pointsOf(item: Item, value: AnswerValue): string {
  const outcome = itemOutcome(item, value, ANY_CONTEXT);
  return outcome instanceof Fraction ? outcome.toString() : outcome;
}

/** What must hold of every plan, judged by the second implementation. */
function expectSound(questionnaire: Questionnaire, answers: Answers, next: NextSteps): void {
  const items = new Map([...itemsOf(questionnaire.groups)].map((item) => [item.id, item]));
  expect(new Set(next.steps.map((step) => step.itemId)).size).toBe(next.steps.length);
  for (const { itemId, from, to, gain, value } of next.steps) {
    const item = items.get(itemId) as Item;
    expect(checkAnswer(item, { state: 'answered', value })).toEqual([]);
    expect(pointsOf(item, value)).toBe(shown(to));
    const answer = answers.get(itemId) ?? { state: 'unanswered' };
    expect(answer.state).not.toBe('not-applicable');
    const now = answer.state === 'answered' ? pointsOf(item, answer.value) : answer.state === 'none' ? '0' : null;
    expect(shown(from)).toBe(now);
    expect(shown(gain)).toBe(shown({ n: to.n * (from?.d ?? 1n) - (from?.n ?? 0n) * to.d, d: to.d * (from?.d ?? 1n) }));
  }
  expect(next.reaches).toBe(next.steps.length > 0);
  if (next.minimal) expect(next.reaches).toBe(true);
  if (next.reaches)
    expect(naiveScore(questionnaire, withSteps(answers, next.steps)).get('total')?.level ?? -1).toBeGreaterThanOrEqual(
      next.level,
    );
}

describe('proven by trying everything', () => {
  const LONG = { timeout: 120_000 };

  it.each<[string, Partial<Wish>, string]>([
    ['gate', { rules: ['gate'] }, 'any'],
    ['bands over sums', { rules: ['bands'], aggregates: ['sum'], unscored: false }, 'zero'],
  ])(
    '%s: the steps are as few as possible, and there is no way when none is found',
    LONG,
    (_name, wish, unanswered) => {
      let proven = 0;
      let hopeless = 0;
      fc.assert(
        fc.property(fc.gen(), (g) => {
          const drawn = drawQuestionnaire(g, { ...SMALL, ...wish });
          const questionnaire: Questionnaire =
            unanswered === 'zero' ? { ...drawn, scoring: { ...drawn.scoring, unanswered: 'zero' } } : drawn;
          const answers = drawAnswers(g, questionnaire);
          const next = plan(questionnaire, answers);
          if (next === null) return;
          expectSound(questionnaire, answers, next);
          const fewest = fewestChanges(questionnaire, answers, next.level);
          expect(next.reaches ? next.steps.length : null).toBe(fewest);
          expect(next.minimal).toBe(fewest !== null);
          if (fewest === null) hopeless += 1;
          else if (fewest > 1) proven += 1;
        }),
        { numRuns: 1500 },
      );
      expect(proven).toBeGreaterThan(20);
      expect(hopeless).toBeGreaterThan(5);
    },
  );

  it('every rule: what is said to be minimal is minimal', LONG, () => {
    let claimed = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, SMALL);
        const answers = drawAnswers(g, questionnaire);
        const next = plan(questionnaire, answers);
        if (next === null) return;
        expectSound(questionnaire, answers, next);
        if (!next.minimal) return;
        claimed += 1;
        expect(next.steps.length).toBe(fewestChanges(questionnaire, answers, next.level));
      }),
      { numRuns: 2000 },
    );
    expect(claimed).toBeGreaterThan(200);
  });

  it('every rule and type, larger: what is said to reach the level does', LONG, () => {
    let reached = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const answers = drawAnswers(g, questionnaire);
        const next = plan(questionnaire, answers);
        if (next === null) return;
        expectSound(questionnaire, answers, next);
        if (next.reaches) reached += 1;
      }),
      { numRuns: 1000 },
    );
    expect(reached).toBeGreaterThan(200);
  });
});
