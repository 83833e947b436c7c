import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSteps, withSteps } from '../../../src/domain/scoring/next-steps.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { drawAnswers, drawEvidence } from '../../proof/draw-answers.ts';
import { ANYTHING, drawQuestionnaire } from '../../proof/draw.ts';
import { bandRule, choice, definition, group, ladder, level, number, type Raw } from '../definition.ts';
import { setup } from './setup.ts';

const NA = { na: 'x' };
const two = (id: string, atLevel: number, more: Raw = {}): Raw =>
  choice(id, [0, 1, 2], { atLevel, notApplicable: true, ...more });
const five = (id: string, more: Raw = {}): Raw => choice(id, [0, 1, 2, 3, 4, 5], { notApplicable: true, ...more });
const steps = (id: string, more: Raw = {}): Raw => ladder(id, { notApplicable: true, ...more });
const plan = (children: Raw[], scoring: Raw, answers: Record<string, unknown>, levels = [1, 2, 3, 4, 5]): unknown =>
  setup(definition([group('g', children)], scoring, { levels: levels.map(level) }), answers).steps();

describe('gates and attributes', () => {
  it('raise so many items', () => {
    const items = [steps('a'), steps('b'), steps('c')];
    expect(plan(items, { overall: { kind: 'gate', count: 2 } }, { a: 3, b: 1, c: 2 })).toEqual([
      3,
      'minimal',
      true,
      ['c 2>3'],
    ]);
  });

  it('raise the items of the level to its points', () => {
    const rule = { kind: 'gate', share: 100, items: 'at-level', reach: 2 };
    const items = [two('a', 1), two('b', 2), two('c', 2), two('d', 3)];
    expect(plan(items, { overall: rule }, { a: 2, b: 1, c: 0, d: 0 }, [1, 2, 3])).toEqual([
      2,
      'minimal',
      true,
      ['c 0>2', 'b 1>2'],
    ]);
  });

  it('take the shortest of all ways where a higher level may be reached first', () => {
    const rule = { kind: 'gate', share: 100, items: 'at-level', reach: 2, cumulative: false };
    const items = [two('a', 1), two('b', 2), two('c', 2), two('d', 3)];
    expect(plan(items, { overall: rule }, { a: 2, b: 0, c: 0, d: 0 }, [1, 2, 3])).toEqual([
      2,
      'minimal',
      true,
      ['d 0>2'],
    ]);
  });

  it('raise what each level asks for, and say that nothing less is enough', () => {
    const rule = { kind: 'attributes', largely: 1, fully: 2 };
    const items = [two('a', 1), two('b', 2), two('c', 3)];
    expect(plan(items, { overall: rule }, { a: 1, b: 0, c: 0 }, [1, 2, 3])).toEqual([
      2,
      'minimal',
      true,
      ['a 1>2', 'b 0>1'],
    ]);
  });

  it('pass a level that nothing can give', () => {
    const rule = { kind: 'gate', share: 100, items: 'at-level', reach: 2 };
    const items = [two('a', 1), two('b', 2), two('c', 3)];
    expect(plan(items, { overall: rule }, { a: 2, b: NA, c: 0 }, [1, 2, 3])).toEqual([3, 'minimal', true, ['c 0>2']]);
    expect(plan(items, { overall: rule }, { a: 2, b: NA, c: NA }, [1, 2, 3])).toEqual([2, 'found', false, []]);
  });
});

describe('profiles', () => {
  it('lift every group to its own level', () => {
    const raw = definition([group('g', [steps('a')]), group('h', [steps('b')])], {
      groupLevel: { kind: 'gate', share: 100 },
      overall: {
        kind: 'profiles',
        profiles: [
          { level: 1, groups: [] },
          { level: 3, groups: [{ group: 'h', level: 2 }] },
        ],
      },
    });
    expect(setup(raw, { a: 1, b: 1 }).steps()).toEqual([3, 'minimal', true, ['a 1>3', 'b 1>2']]);
  });

  it('may find a higher one nearer', () => {
    const raw = definition([group('g', [steps('a')]), group('h', [steps('b')])], {
      groupLevel: { kind: 'gate', share: 100 },
      overall: {
        kind: 'profiles',
        profiles: [
          { level: 2, groups: [] },
          { level: 3, groups: [{ group: 'h', level: 1 }] },
        ],
      },
    });
    expect(setup(raw, { a: 1, b: 1 }).steps()).toEqual([2, 'minimal', true, ['a 1>3']]);
  });
});

describe('caps and knock-outs', () => {
  const bands = bandRule('value', 'lower', 0, [4, 1], [8, 2], [null, 3]);

  it('are lifted by the items that hold them, scored or not', () => {
    const items = [
      five('a'),
      five('b'),
      choice('k', [0, 1, 2], { scored: false, knockOut: { below: 1, capLevel: 1 } }),
    ];
    expect(plan(items, { overall: bands }, { a: 5, b: 4, k: 0 })).toEqual([2, 'minimal', true, ['k 0>1']]);
    const caps = [{ kind: 'items', items: ['a', 'b'], below: 3, level: 1 }];
    expect(plan(items, { overall: bands, caps }, { a: 1, b: 2, k: 2 })).toEqual([2, 'found', true, ['a 1>3', 'b 2>3']]);
    expect(plan([five('a'), five('b')], { overall: bands, caps }, { a: 5, b: 2 })).toEqual([
      2,
      'minimal',
      true,
      ['b 2>3'],
    ]);
  });

  it('hold for good where nothing can lift them', () => {
    const raw = definition([group('g', [five('a'), five('b')]), group('h', [choice('c', [0, 1])])], {
      groupLevel: { kind: 'gate', share: 100 },
      overall: bands,
      caps: [{ kind: 'lowest-group', plus: 0 }],
    });
    expect(setup(raw, { a: 5, b: 5, c: 1 }).steps()).toEqual([2, 'found', false, []]);
    expect(setup(raw, { a: 5, b: 5, c: 0 }).steps()).toEqual([1, 'minimal', true, ['c 0>1']]);
  });

  it('that take everything from a group are looked for', () => {
    const items = [five('a'), choice('k', [0, 1], { knockOut: { below: 1, zeroGroup: true } })];
    expect(plan(items, { overall: bandRule('value', 'lower', 0, [4, 1], [null, 2]) }, { a: 5, k: 0 })).toEqual([
      2,
      'found',
      true,
      ['k 0>1'],
    ]);
  });
});

describe('bonuses, deductions, evidence', () => {
  const bands = bandRule('percent', 'lower', 0, [50, 1], [null, 2]);

  it('count towards a total over plain sums', () => {
    const bonus = number('x', { kind: 'per-unit', points: 1, most: 2 }, { role: 'bonus', priority: 3 });
    expect(plan([five('a'), bonus], { overall: bands }, { a: 1 })).toEqual([2, 'minimal', true, ['x null>2']]);
    const deduction = number('y', { kind: 'per-unit', points: 1, most: 4 }, { role: 'deduction' });
    expect(plan([five('a'), deduction], { overall: bands }, { a: 5, y: 4 })).toEqual([2, 'minimal', true, ['y -4>-2']]);
    expect(plan([choice('a', [0, 2, 5]), deduction], { overall: bands }, { a: 2 })).toEqual([
      2,
      'minimal',
      true,
      ['a 2>5'],
    ]);
  });

  it('raise points as they count after the factor of the evidence', () => {
    const factor = { none: 0, offered: '0.5', approved: 1, rejected: 0 };
    const raw = definition([group('g', [five('a', { evidenceFactor: factor }), five('b')])], { overall: bands });
    expect(setup(raw, { a: 2, b: 1 }, { evidence: { a: 'offered' } }).steps()).toEqual([2, 'minimal', true, ['b 1>4']]);
    expect(setup(raw, { a: 0, b: 4 }, { evidence: { a: 'approved' } }).steps()).toEqual([
      2,
      'minimal',
      true,
      ['b 4>5'],
    ]);
    expect(setup(raw, { a: 0, b: 4 }, { evidence: {} }).steps()).toEqual([2, 'minimal', true, ['b 4>5']]);
  });
});

describe('what must be settled first', () => {
  it('is answered with as little as possible', () => {
    const items = [steps('a'), steps('b'), steps('c', { priority: 3 })];
    const scoring = { overall: { kind: 'gate', share: 30 }, completeness: { atLeast: 60 } };
    expect(plan(items, scoring, { a: 3 })).toEqual([1, 'minimal', true, ['c null>1']]);
  });

  it('goes on with what the level asks then', () => {
    const items = [five('a'), five('b')];
    const scoring = { overall: bandRule('value', 'lower', 0, [2, 1], [null, 2]), unanswered: 'no-score' };
    expect(plan(items, scoring, { a: 5 })).toEqual([1, 'minimal', true, ['b null>0']]);
    const gate = { overall: { kind: 'gate', share: 100 }, unanswered: { meanFrom: 100 } };
    expect(plan([steps('a'), steps('b')], gate, { a: 2 })).toEqual([1, 'found', true, ['b null>1']]);
  });
});

describe('follow-ups', () => {
  it('are asked once they are shown, so nothing is said to be minimal', () => {
    const items = [choice('a', [0, 1, 2]), five('b', { showIf: { item: 'a', atLeast: 1 } })];
    expect(plan(items, { overall: bandRule('percent', 'lower', 0, [50, 1], [null, 2]) }, { a: 0 })).toEqual([
      2,
      'found',
      false,
      [],
    ]);
    const gate = [steps('a'), steps('b', { showIf: { item: 'a', has: '3' } })];
    expect(plan(gate, { overall: { kind: 'gate', share: 50 } }, { a: 1 })).toEqual([2, 'found', true, ['a 1>2']]);
  });
});

describe('larger questionnaires', () => {
  const many = (count: number, scoring: Raw): Raw =>
    definition(
      Array.from({ length: count / 50 }, (_, g) =>
        group(
          `g${g}`,
          Array.from({ length: 50 }, (_unused, i) => five(`i${g}x${i}`, { effort: (i % 3) + 1 })),
        ),
      ),
      scoring,
    );

  it.each<[string, Raw]>([
    ['sums', { overall: bandRule('percent', 'lower', 0, [40, 1], [90, 2], [null, 3]) }],
    [
      'means',
      {
        group: { kind: 'mean' },
        total: { kind: 'mean' },
        overall: bandRule('value', 'lower', 0, [2, 1], [4, 2], [null, 3]),
      },
    ],
    ['gate', { overall: { kind: 'gate', share: 80 } }],
    [
      'lowest',
      {
        group: { kind: 'mean' },
        total: { kind: 'lowest' },
        overall: bandRule('value', 'lower', 0, [2, 1], [4, 2], [null, 3]),
      },
    ],
  ])('of a thousand items are planned in reasonable time: %s', { timeout: 60_000 }, (_name, scoring) => {
    const raw = many(1000, scoring);
    const answers = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [`i${Math.floor(n / 50)}x${n % 50}`, n % 5]),
    );
    const started = performance.now();
    const [, , reaches] = setup(raw, answers).steps() as [number, string, boolean, string[]];
    expect(reaches).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('whatever the rules', () => {
  it('steps lead to the level that they promise', { timeout: 120_000 }, () => {
    let reached = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const prepared = prepare(questionnaire);
        const answers = drawAnswers(g, questionnaire);
        const facts = { evidence: drawEvidence(g, questionnaire) };
        const scored = score(prepared, answers, facts);
        const next = nextSteps(prepared, answers, scored, facts);
        if (next === null) return;
        expect(next.reaches).toBe(next.steps.length > 0);
        if (next.minimal) expect(next.reaches).toBe(true);
        if (!next.reaches) return;
        reached += 1;
        const after = score(prepared, withSteps(answers, next.steps), facts);
        expect(after.level ?? -1).toBeGreaterThanOrEqual(next.level);
      }),
      { numRuns: 1000, endOnFailure: true },
    );
    expect(reached).toBeGreaterThan(200);
  });
});
