import { describe, expect, it } from 'vitest';
import type { PreparedGroup } from '../../../src/domain/scoring/prepare.ts';
import { explainLevel } from '../../../src/domain/scoring/reasons.ts';
import { bandRule, choice, definition, group, ladder, level, type Raw } from '../definition.ts';
import { brief, setup } from './setup.ts';

const NA = { na: 'x' };
const two = (id: string, atLevel: number, more: Raw = {}): Raw =>
  choice(id, [0, 1, 2], { atLevel, notApplicable: true, ...more });
const steps = (id: string, more: Raw = {}): Raw => ladder(id, { notApplicable: true, ...more });
const one = (children: Raw[], overall: Raw, answers: Record<string, unknown>, levels = [1, 2, 3], more: Raw = {}) =>
  setup(definition([group('g', children)], { overall, ...more }, { levels: levels.map(level) }), answers);

describe('gate by number', () => {
  const items = [steps('a'), steps('b'), steps('c')];

  it('asks for so many items, whatever applies', () => {
    const rule = { kind: 'gate', count: 2 };
    expect(one(items, rule, { a: 3, b: 2, c: 1 }, [1, 2, 3, 4, 5]).level()).toBe(2);
    expect(one(items, rule, { a: 3, b: NA, c: NA }, [1, 2, 3, 4, 5]).level()).toBeNull();
    expect(one(items, rule, { a: 3, b: 2, c: 1 }, [1, 2, 3, 4, 5]).next()).toEqual([3, 'gate 3: 1/2 of 3 missed']);
    expect(one(items, rule, { a: 3, b: NA, c: NA }, [1, 2, 3, 4, 5]).next()).toEqual([1, 'gate 1: 1/2 of 1 missed']);
  });
});

describe('gate by the items of a level', () => {
  const items = [two('a', 1), two('b', 2), two('c', 2), two('d', 3)];
  const rule = (more: Raw = {}): Raw => ({ kind: 'gate', share: 100, items: 'at-level', reach: 1, ...more });

  it('reaches a level when its own items and those of all lower levels are there', () => {
    const at = (answers: Record<string, unknown>) => one(items, rule(), answers).level();
    expect(at({ a: 1, b: 2, c: 1, d: 0 })).toBe(2);
    expect(at({ a: 1, b: 2, c: 0, d: 2 })).toBe(1);
    expect(at({ a: 0, b: 2, c: 2, d: 2 })).toBeNull();
    expect(at({ a: 1, b: 1 })).toBe(1);
  });

  it('may ask for a share or a number of them', () => {
    const answers = { a: 1, b: 1, c: 0, d: 0 };
    expect(one(items, rule({ share: 50 }), answers).level()).toBe(2);
    const counted = { kind: 'gate', count: 1, items: 'at-level', reach: 1 };
    expect(one(items, counted, answers).level()).toBe(2);
    expect(one(items, counted, answers).next()).toEqual([3, 'gate 3 of 3 at 1: 0/1 of 1 missed']);
  });

  it('passes a level of which nothing applies, but never ends on one', () => {
    expect(one(items, rule(), { a: 1, b: NA, c: NA, d: 1 }).level()).toBe(3);
    expect(one(items, rule(), { a: 1, b: NA, c: NA, d: 0 }).level()).toBe(2);
    expect(one(items, rule(), { a: 1, b: 1, c: 1, d: NA }).level()).toBe(2);
    expect(one(items, rule(), { a: 1, b: 1, c: 1, d: NA }).next()).toEqual([3, 'gate 3 of 3 at 1: 0/0 of 0 missed']);
    expect(one(items, rule(), { a: 0, b: NA, c: NA, d: 0 }).next()).toEqual([1, 'gate 1 of 1 at 1: 0/1 of 1 missed']);
  });

  it('has a lowest level without items that everyone stands on', () => {
    const ground = one([two('b', 2), two('d', 3)], rule(), { b: 0, d: 0 });
    expect([ground.level(), ground.next()]).toEqual([1, [2, 'gate 2 of 2 at 1: 0/1 of 1 missed']]);
    const held = explainLevel(ground.prepared, ground.prepared.root, ground.scored).held;
    expect(held).toEqual([]);
    expect(one([two('b', 2), two('d', 3)], rule(), { b: NA, d: NA }).level()).toBeNull();
  });

  it('may be reached without the lower ones', () => {
    const loose = rule({ cumulative: false });
    expect(one(items, loose, { a: 0, b: 0, c: 0, d: 1 }).level()).toBe(3);
    expect(one(items, loose, { a: 1, b: 0, c: 1, d: 0 }).level()).toBe(1);
    expect(one(items, loose, { a: 0, b: 0, c: 0, d: 0 }).level()).toBeNull();
    const half = { kind: 'gate', share: 50, cumulative: false };
    expect(one([steps('a'), steps('b')], half, { a: 3, b: 1 }, [1, 2, 3, 4, 5]).level()).toBe(3);
  });

  it('looks at the items of nested groups, bonuses and hidden ones left out', () => {
    const nested = [
      group('h', [two('a', 1), two('x', 2, { role: 'bonus' })]),
      two('b', 2),
      two('c', 2, { showIf: { item: 'b', has: '2' }, whenHidden: 'count' }),
      group('u', [two('d', 1)], { scored: false }),
      two('e', 3),
    ];
    expect(one(nested, rule(), { a: 1, b: 1, x: 0, c: 0, d: 0, e: 0 }).level()).toBe(2);
    expect(one(nested, rule(), { a: 1, b: 2, c: 0, e: 0 }).level()).toBe(1);
  });
});

describe('attributes', () => {
  const items = [two('a', 1), two('b', 2), two('c', 3)];
  const rule = { kind: 'attributes', largely: 1, fully: 2 };

  it('ask for the level itself largely and for all below fully', () => {
    const at = (answers: Record<string, unknown>) => one(items, rule, answers).level();
    expect(at({ a: 1, b: 0, c: 0 })).toBe(1);
    expect(at({ a: 1, b: 2, c: 2 })).toBe(1);
    expect(at({ a: 2, b: 1, c: 0 })).toBe(2);
    expect(at({ a: 2, b: 2, c: 1 })).toBe(3);
    expect(at({ a: 0, b: 2, c: 2 })).toBeNull();
    expect(at({ a: 2, b: NA, c: 1 })).toBe(3);
    expect(at({ a: 2, b: 2, c: NA })).toBe(2);
    expect(at({ a: NA, b: NA, c: NA })).toBeNull();
  });

  it('say what is missing at each level', () => {
    expect(one(items, rule, { a: 1, b: 2, c: 0 }).next()).toEqual([
      2,
      'gate 2 of 1 at 2: 0/1 of 1 missed',
      'gate 2 of 2 at 1: 1/1 of 1 met',
    ]);
    expect(one(items, rule, { a: 1, b: NA, c: 1 }).next()).toEqual([2, 'gate 2 of 1 at 2: 0/1 of 1 missed']);
  });

  it('do not judge items that belong to no level', () => {
    expect(one([...items, choice('x', [0, 1])], rule, { a: 2, b: 1, c: 0, x: 0 }).level()).toBe(2);
  });
});

describe('profiles', () => {
  const gate = { kind: 'gate', share: 100 };
  const raw = (profiles: Raw[]): Raw =>
    definition(
      [
        group('g', [steps('a')]),
        group('h', [steps('b')]),
        group('i', [steps('c')], { level: { kind: 'none' } }),
        group('j', [steps('d')]),
      ],
      { groupLevel: gate, overall: { kind: 'profiles', profiles } },
    );
  const staged = raw([
    { level: 2, groups: [{ group: 'h', level: 1 }] },
    { level: 4, groups: [] },
  ]);

  it('give the highest level that every judged group meets', () => {
    const at = (answers: Record<string, unknown>) => setup(staged, answers).level();
    expect(at({ a: 2, b: 1, c: 1, d: NA })).toBe(2);
    expect(at({ a: 4, b: 4, c: 1, d: 4 })).toBe(4);
    expect(at({ a: 4, b: 4, c: 1, d: 3 })).toBe(2);
    expect(at({ a: 1, b: 1, c: 5, d: 5 })).toBeNull();
    expect(at({ a: 4, b: 4, c: 1 })).toBeNull();
    expect(at({ a: NA, b: NA, c: 5, d: NA })).toBeNull();
  });

  it('say which groups fall short', () => {
    expect(setup(staged, { a: 4, b: 2, c: 1, d: 3 }).next()).toEqual([4, 'profile 4: 1/3 missed [h j]']);
    expect(setup(staged, { a: 5, b: 5, c: 5, d: 5 }).next()).toBeNull();
    expect(setup(staged, { a: NA, b: NA, c: 5, d: NA }).next()).toEqual([2, 'profile 2: 0/0 missed []']);
  });
});

describe('caps', () => {
  const gate = { kind: 'gate', share: 100 };
  const bands = bandRule('value', 'lower', 0, [2, 1], [4, 2], [6, 3], [8, 4], [null, 5]);
  const raw = (caps: Raw[], more: Raw = {}): Raw =>
    definition([group('g', [steps('a')]), group('h', [steps('b')]), group('i', [choice('c', [0, 9])])], {
      groupLevel: gate,
      overall: bands,
      caps,
      ...more,
    });

  it('hold the whole near its lowest group', () => {
    const near = raw([{ kind: 'lowest-group', plus: 1 }]);
    expect(setup(near, { a: 5, b: 5, c: 9 }).level()).toBe(5);
    expect(setup(near, { a: 5, b: 2, c: 9 }).level()).toBe(3);
    // A group without a level stands one below the lowest.
    expect(setup(near, { a: 5, b: 5, c: 0 }).level()).toBe(1);
    expect(setup(raw([{ kind: 'lowest-group', plus: 0 }]), { a: 5, b: 5, c: 0 }).level()).toBeNull();
    expect(setup(near, { a: 5, b: 2, c: 9 }).next()).toEqual([4, 'value >= 6: 16 met', 'groups 3: 2/3 missed [h]']);
  });

  it('hold nothing where no group is judged', () => {
    const free = definition([group('g', [steps('a'), choice('c', [0, 9])])], {
      overall: bands,
      caps: [{ kind: 'lowest-group', plus: 0 }],
    });
    expect(setup(free, { a: 5, c: 0 }).level()).toBe(3);
  });

  it('hold the whole while a named item is low or open, unless it does not apply', () => {
    const key = raw([{ kind: 'items', items: ['a', 'b'], below: 3, level: 2 }]);
    expect(setup(key, { a: 5, b: 2, c: 9 }).level()).toBe(2);
    expect(setup(key, { a: 5, c: 9 }).level()).toBe(2);
    expect(setup(key, { a: 5, b: NA, c: 9 }).level()).toBe(5);
    expect(setup(key, { a: 5, b: 2, c: 9 }).next()).toEqual([3, 'value >= 4: 16 met', 'items 2 below 3 missed [b]']);
    // Up to the level of the cap it is no condition.
    expect(setup(key, { a: 1, b: NA, c: 0 }).next()).toEqual([2, 'value >= 2: 1 missed']);
  });

  it('fall to the next lower level and may leave none', () => {
    const gaps = { ...raw([{ kind: 'lowest-group', plus: 1 }]), levels: [1, 2, 4, 5].map(level) };
    const steep = bandRule('value', 'lower', 0, [2, 1], [4, 2], [8, 4], [null, 5]);
    const some = (id: string): Raw => ladder(id, {}, [1, 2, 4, 5]);
    const groups = [group('g', [some('a')]), group('h', [some('b')])];
    const scoring = { groupLevel: gate, overall: steep, caps: [{ kind: 'lowest-group', plus: 1 }] };
    expect(setup(definition(groups, scoring, { levels: gaps.levels }), { a: 5, b: 2 }).level()).toBe(2);
  });

  it('hold a group as well, by items anywhere below it', () => {
    const inner = definition([
      group('g', [group('h', [steps('a'), steps('k')]), steps('b')], {
        level: bandRule('percent', 'lower', 0, [50, 1], [null, 4]),
        caps: [{ kind: 'items', items: ['k'], below: 2, level: 1 }],
      }),
    ]);
    expect(setup(inner, { a: 5, b: 5, k: 1 }).level('g')).toBe(1);
    expect(setup(inner, { a: 5, b: 5, k: 2 }).level('g')).toBe(4);
    const { prepared, scored } = setup(inner, { a: 5, b: 5, k: 1 });
    const reasons = explainLevel(prepared, prepared.root.children[0] as PreparedGroup, scored);
    expect(reasons.next?.conditions.map(brief)).toEqual(['percent >= 50: 220/3 met', 'items 1 below 2 missed [k]']);
  });

  it('ignore items that are not for this kind of organisation', () => {
    const scoped = definition([group('g', [steps('a'), choice('c', [0, 9]), steps('k', { kinds: ['school'] })])], {
      overall: bands,
      caps: [{ kind: 'items', items: ['k'], below: 2, level: 1 }],
    });
    expect(setup(scoped, { a: 5, c: 0 }, { context: { kind: 'commune' } }).level()).toBe(3);
  });
});

describe('while too little is settled', () => {
  it('the conditions say so first', () => {
    const raw = definition([group('g', [steps('a'), steps('b'), steps('c')])], {
      overall: { kind: 'gate', share: 50 },
      completeness: { atLeast: 60 },
    });
    expect(setup(raw, { a: 3 }).next()).toEqual([1, 'settled 1/2 of 3 [b c]', 'gate 1: 1/2 of 3 missed']);
    expect(setup(raw, { a: 3, b: 3 }).next()).toEqual([4, 'gate 4: 0/2 of 3 missed']);
    const strict = definition([group('g', [steps('a'), group('h', [steps('b')]), steps('u', { scored: false })])], {
      overall: { kind: 'gate', share: 50 },
      unanswered: 'no-score',
    });
    expect(setup(strict, { a: 3 }).next()).toEqual([1, 'settled 1/2 of 2 [b]', 'gate 1: 1/1 of 2 met']);
  });

  it('a group below says what it lacks', () => {
    const raw = (unanswered: unknown, more: Raw = {}): Raw =>
      definition(
        [group('g', [steps('a'), steps('b'), group('h', [steps('e')])], more), group('i', [steps('c'), steps('d')])],
        {
          overall: { kind: 'gate', share: 25 },
          unanswered,
        },
      );
    expect(setup(raw({ meanFrom: 60 }), { a: 3, c: 3, d: 3, e: 1 }).next()).toEqual([
      1,
      'settled 1/2 of 2 [b]',
      'gate 1: 4/2 of 5 met',
    ]);
    expect(setup(raw('zero', { completeness: 80 }), { a: 3, c: 3 }).next()).toEqual([
      1,
      'settled 1/3 of 3 [b e]',
      'gate 1: 2/2 of 5 met',
    ]);
  });
});
