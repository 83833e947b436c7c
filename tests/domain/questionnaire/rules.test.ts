import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/domain/problem.ts';
import { parseQuestionnaire, parseStoredQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import { itemsOf } from '../../../src/domain/questionnaire/walk.ts';
import {
  bandRule,
  both,
  choice,
  definition,
  group,
  ladder,
  level,
  load,
  multi,
  number,
  ratio,
  text,
  type Raw,
} from '../definition.ts';
import { unexplained } from '../explained.ts';

const problems = (raw: Raw): readonly Problem[] => {
  const parsed = parseStoredQuestionnaire(raw);
  return parsed.ok ? [] : parsed.problems;
};
const found = (raw: Raw): string[] => {
  expect(unexplained(problems(raw))).toEqual([]);
  return problems(raw).map(({ path, code }) => `${path.join('.')} ${code}`);
};
const one = (item: Raw | Raw[], scoring: Raw = {}, own: Raw = {}): Raw =>
  definition([group('g', Array.isArray(item) ? item : [item], own)], scoring);
const ITEM = 'groups.0.children.0';

describe('answer sets', () => {
  const options = [0, 1, 2].map((points) => ({ points, text: both(`worth ${points}`) }));
  const shared = (id: string, more: Raw = {}): Raw => ({
    ...choice(id, []),
    optionSet: 'scale',
    options: undefined,
    ...more,
  });
  const withSet = (items: Raw[], sets: Raw[] = [{ id: 'scale', options }]): Raw => ({
    ...one(items),
    answerSets: sets,
  });

  it('fill in the options of every item that names them, and pass again as stored', () => {
    const rows = [{ id: 'r', text: both('r') }];
    const raw = withSet([
      shared('a'),
      shared('b', { type: 'likert' }),
      shared('c', { type: 'matrix', rows, join: 'mean' }),
    ]);
    const questionnaire = load(raw);
    for (const item of itemsOf(questionnaire.groups))
      expect('options' in item && item.options.map(({ id }) => id)).toEqual(['0', '1', '2']);
    const stored = JSON.parse(JSON.stringify(questionnaire)) as Raw;
    expect(parseStoredQuestionnaire(stored)).toEqual({ ok: true, value: questionnaire });
  });

  it('must exist once, and agree with what stands there', () => {
    expect(found(withSet([shared('a', { optionSet: 'other' })]))).toEqual([`${ITEM}.optionSet unknown-set`]);
    expect(
      found(
        withSet(
          [shared('a')],
          [
            { id: 'scale', options },
            { id: 'scale', options },
          ],
        ),
      ),
    ).toEqual(['answerSets.1.id duplicate-id']);
    expect(found(withSet([shared('a', { options: options.slice(1) })]))).toEqual([`${ITEM}.options set-conflict`]);
  });
});

describe('conditions', () => {
  const after = (showIf: Raw, first: Raw = choice('a', [0, 1])): Raw => one([first, choice('b', [0, 1], { showIf })]);
  const AT = 'groups.0.children.1.showIf';

  it('look only at earlier items that exist', () => {
    expect(found(after({ item: 'a', has: '1' }))).toEqual([]);
    expect(found(after({ item: 'b', has: '1' }))).toEqual([`${AT} refers-later`]);
    expect(found(one([choice('a', [0, 1], { showIf: { item: 'b', has: '1' } }), choice('b', [0, 1])]))).toEqual([
      `${ITEM}.showIf refers-later`,
    ]);
    expect(
      found(
        after({ all: [{ item: 'x', has: '1' }, { not: { any: [{ kind: 'commune' }, { item: 'y', atLeast: 1 }] } }] }),
      ),
    ).toEqual([`${AT}.all.0 unknown-item`, `${AT}.all.1.not.any.1 unknown-item`]);
    const ofGroup = definition([group('g', [choice('a', [0, 1])], { showIf: { item: 'a', has: '1' } })]);
    expect(found(ofGroup)).toEqual(['groups.0.showIf refers-later']);
  });

  it('ask only for what the item can hold', () => {
    const indicator = (measure: string, value: unknown): Raw => ({
      ...text('a'),
      scored: true,
      type: 'indicator',
      measure,
      place: both('p'),
      targets: [{ year: 2030, value }],
    });
    const steps = [
      { value: 1, text: both('s'), elements: [] },
      { value: 2, text: both('s'), elements: [{ id: 'e', text: both('e') }] },
    ];
    const checklist = { ...ladder('a'), type: 'checklist', steps };
    expect(found(after({ item: 'a', has: '7' }))).toEqual([`${AT} unknown-option`]);
    expect(found(after({ item: 'a', has: 'o0' }, multi('a', [1])))).toEqual([]);
    expect(found(after({ item: 'a', has: '5' }, ladder('a')))).toEqual([]);
    expect(found(after({ item: 'a', has: 'e' }, checklist))).toEqual([]);
    expect(found(after({ item: 'a', has: 'yes' }, indicator('reached', undefined)))).toEqual([]);
    expect(found(after({ item: 'a', has: 'yes' }, indicator('number', 5)))).toEqual([`${AT} wrong-value-kind`]);
    expect(found(after({ item: 'a', has: '1' }, number('a')))).toEqual([`${AT} wrong-value-kind`]);
    expect(found(after({ item: 'a', atLeast: 1 }, ratio('a')))).toEqual([]);
    expect(found(after({ item: 'a', below: 1 }, text('a')))).toEqual([`${AT} wrong-value-kind`]);
    expect(found(after({ item: 'a', from: '2025' }, { ...text('a'), type: 'date' }))).toEqual([]);
    expect(found(after({ item: 'a', before: '2025' }, text('a')))).toEqual([`${AT} wrong-value-kind`]);
    expect(found(after({ item: 'a', state: 'answered' }, text('a')))).toEqual([]);
  });
});

describe('copies', () => {
  const copy = (id: string, of: string): Raw =>
    choice(id, [0, 1], { notApplicable: true, notApplicableAs: { copy: of } });

  it('name a sibling and do not go round in circles', () => {
    expect(found(one([copy('a', 'b'), copy('b', 'c'), choice('c', [0, 1])]))).toEqual([]);
    expect(found(one([copy('a', 'x'), choice('b', [0, 1])]))).toEqual([`${ITEM}.notApplicableAs not-sibling`]);
    expect(found(definition([group('g', [copy('a', 'b')]), group('h', [choice('b', [0, 1])])]))).toEqual([
      `${ITEM}.notApplicableAs not-sibling`,
    ]);
    expect(found(one([copy('a', 'a')]))).toEqual([`${ITEM}.notApplicableAs circle`]);
    expect(found(one([copy('a', 'b'), copy('b', 'c'), copy('c', 'b')]))).toEqual([
      'groups.0.children.1.notApplicableAs circle',
      'groups.0.children.2.notApplicableAs circle',
    ]);
  });
});

describe('rules by the items of a level', () => {
  const at = (id: string, atLevel?: number): Raw => choice(id, [0, 1], { atLevel });
  const levels = { levels: [1, 2, 3].map(level) };
  const raw = (items: Raw[], overall: Raw, own: Raw = {}): Raw =>
    definition([group('g', items, own)], { overall }, levels);
  const gate = { kind: 'gate', share: 100, items: 'at-level', reach: 1 };

  it('need items at every level but the lowest', () => {
    expect(found(raw([at('a', 2), at('b', 3)], gate))).toEqual([]);
    expect(found(raw([at('a', 1), at('b', 2)], gate))).toEqual(['scoring.overall level-items-missing']);
    expect(
      found(
        raw([at('a', 2), group('u', [at('b', 3)], { scored: false })], { kind: 'attributes', largely: 1, fully: 1 }),
      ),
    ).toEqual(['scoring.overall level-items-missing']);
    expect(found(raw([at('a', 3)], { kind: 'none' }, { level: gate }))).toEqual(['groups.0.level level-items-missing']);
    expect(found(definition([group('g', [at('a', 3)])], { groupLevel: gate }, levels))).toEqual([
      'groups.0 level-items-missing',
    ]);
  });

  it('never ask for more items than are judged', () => {
    const two = [at('a', 2), at('b', 3), at('c')];
    const all = { kind: 'gate', count: 3 };
    expect(found(raw(two, all))).toEqual([]);
    expect(found(raw(two, { ...all, count: 4 }))).toEqual(['scoring.overall.count gate-count']);
    const own = { kind: 'gate', count: 1, items: 'at-level', reach: 1 };
    expect(found(raw(two, own))).toEqual([]);
    expect(found(raw(two, { ...own, count: 2 }))).toEqual(['scoring.overall.count gate-count']);
  });

  it('need levels that exist, and sums over levels the level of every item', () => {
    expect(found(one(choice('a', [0, 1], { atLevel: 9 })))).toEqual([`${ITEM}.atLevel unknown-level`]);
    expect(found(one([at('a', 1), at('b')], {}, { aggregate: { kind: 'level-sum' } }))).toEqual([
      'groups.0 at-level-missing',
    ]);
    expect(found(one([at('b')], { total: { kind: 'level-sum' } }))).toEqual(['scoring.total at-level-missing']);
  });
});

describe('profiles and caps', () => {
  const profiles = (...entries: Raw[]): Raw => ({ kind: 'profiles', profiles: entries });
  const raw = (overall: Raw, caps: Raw[] = []): Raw => one(ladder('a'), { overall, caps });

  it('name child groups and levels that exist, each once', () => {
    expect(found(raw(profiles({ level: 1, groups: [{ group: 'g', level: 1 }] })))).toEqual([]);
    expect(found(raw(profiles({ level: 1, groups: [{ group: 'a', level: 1 }] })))).toEqual([
      'scoring.overall.profiles.0.groups.0.group unknown-item',
    ]);
    expect(found(raw(profiles({ level: 7, groups: [{ group: 'g', level: 8 }] }, { level: 7, groups: [] })))).toEqual([
      'scoring.overall.profiles.0.level unknown-level',
      'scoring.overall.profiles.0.groups.0.level unknown-level',
      'scoring.overall.profiles.1.level unknown-level',
      'scoring.overall.profiles.1.level level-order',
    ]);
    const twice = [1, 2].map((value) => ({ group: 'g', level: value }));
    expect(found(raw(profiles({ level: 1, groups: twice })))).toEqual([
      'scoring.overall.profiles.0.groups.1.group duplicate-id',
    ]);
  });

  it('name items that stand below', () => {
    const cap = (items: string[], capLevel = 1): Raw => ({ kind: 'items', items, below: 1, level: capLevel });
    expect(found(raw({ kind: 'none' }, [cap(['a']), { kind: 'lowest-group', plus: 1 }]))).toEqual([]);
    expect(found(raw({ kind: 'none' }, [cap(['a', 'x'], 9)]))).toEqual([
      'scoring.caps.0.level unknown-level',
      'scoring.caps.0.items.1 unknown-item',
    ]);
    const elsewhere = definition([group('g', [ladder('a')], { caps: [cap(['b'])] }), group('h', [ladder('b')])]);
    expect(found(elsewhere)).toEqual(['groups.0.caps.0.items.0 unknown-item']);
  });

  it('need points that can be had', () => {
    expect(found(one(choice('a', [0, 1], { knockOut: { below: 2, capLevel: 9 } })))).toEqual([
      `${ITEM}.knockOut.capLevel unknown-level`,
    ]);
    expect(found(one(choice('a', [0, 1], { knockOut: { below: 2, zeroGroup: true } })))).toEqual([
      `${ITEM}.knockOut.below out-of-range`,
    ]);
    expect(found(one(choice('a', [0, 1], { knockOut: { below: 1, zeroGroup: true } })))).toEqual([]);
    const elsewhere = one([
      choice('a', [0, 1], { kinds: ['school'], knockOut: { below: 1, zeroGroup: true } }),
      choice('b', [0, 1]),
    ]);
    expect(found(elsewhere)).toEqual([]);
  });
});

describe('figures of rules', () => {
  it.each<[string, Raw, string[]]>([
    ['a completeness of nothing', one(ladder('a'), {}, { completeness: 0 }), ['groups.0.completeness share-range']],
    [
      'a whole of more than all',
      one(ladder('a'), { completeness: { atLeast: 101 } }),
      ['scoring.completeness.atLeast share-range'],
    ],
    [
      'means from nothing',
      one(ladder('a'), { unanswered: { meanFrom: 0 } }),
      ['scoring.unanswered.meanFrom share-range'],
    ],
    ['a scale that falls', one(ladder('a'), {}, { scale: { from: 5, to: 1 } }), ['groups.0.scale.to bands-order']],
    ['limits upside down', one(ladder('a'), { limits: { min: 3, max: 3 } }), ['scoring.limits.max bands-order']],
    ['one limit', one(ladder('a'), { limits: { min: 3 } }), []],
    ['a pool of nothing', one(ladder('a'), { total: { kind: 'pooled', to: 0 } }), ['scoring.total.to not-positive']],
    [
      'shares of nothing',
      one(ladder('a'), {}, { aggregate: { kind: 'percent-mean', to: -1 } }),
      ['groups.0.aggregate.to not-positive'],
    ],
    [
      'a start below zero',
      one(ladder('a'), { group: { kind: 'penalties', start: -1 } }),
      ['scoring.group.start not-positive'],
    ],
    [
      'attributes that ask less below',
      one(choice('a', [0, 1], { atLevel: 2 }), { overall: { kind: 'attributes', largely: 2, fully: 1 } }, {}),
      [
        'scoring.overall.fully bands-order',
        'scoring.overall level-items-missing',
        'scoring.overall level-items-missing',
        'scoring.overall level-items-missing',
      ],
    ],
    [
      'a factor above one',
      one(ladder('a', { evidenceFactor: { none: -1, offered: 0, approved: 2, rejected: 1 } })),
      [`${ITEM}.evidenceFactor.none out-of-range`, `${ITEM}.evidenceFactor.approved out-of-range`],
    ],
    [
      'share and count',
      one(ladder('a'), { overall: { kind: 'gate', share: 50, count: 2 } }),
      ['scoring.overall gate-amount'],
    ],
    [
      'a level by figures that there are not',
      one(ladder('a'), { total: { kind: 'none' }, overall: bandRule('percent', 'lower', 0, [50, 1], [null, 2]) }),
      ['scoring.overall level-without-figure'],
    ],
  ])('%s', (_name, raw, expected) => {
    expect(found(raw)).toEqual(expected);
  });
});

describe('what the parts add up to', () => {
  const ten = (id: string, more: Raw = {}): Raw => choice(id, [0, 10], more);

  it('is as declared, at every place', () => {
    expect(found(one([ten('a'), ten('b')], { declared: { max: 20 } }, { declared: { max: 20, weights: 2 } }))).toEqual(
      [],
    );
    expect(problems(one([ten('a'), ten('b')], {}, { declared: { max: 25, weights: 3 } }))).toEqual([
      { path: ['groups', 0, 'declared', 'max'], code: 'declared-mismatch', params: { declared: '25', found: '20' } },
      { path: ['groups', 0, 'declared', 'weights'], code: 'declared-mismatch', params: { declared: '3', found: '2' } },
    ]);
    expect(found(one(ten('a'), { declared: { max: 9, weights: 1 } }))).toEqual([
      'scoring.declared.max declared-mismatch',
    ]);
    expect(problems(one(text('a'), {}, { declared: { max: 5 } }))[0]?.params).toEqual({ declared: '5', found: '0' });
  });

  it('is counted for each kind of organisation', () => {
    const kinds = [ten('a'), ten('b', { kinds: ['commune'] }), choice('c', [0, 10], { kinds: ['school'] })];
    const raw = (max: number): Raw => ({ ...one(kinds, {}, { declared: { max } }), audience: ['commune', 'school'] });
    expect(found(raw(20))).toEqual([]);
    expect(found(raw(30))).toEqual(['groups.0.declared.max declared-mismatch']);
  });

  it('must find its place in the bands', () => {
    const bands = (on: 'percent' | 'value', from: number, ...pairs: [number | null, number][]): Raw =>
      one([ten('a'), ladder('b')], { overall: bandRule(on, 'lower', from, ...pairs) });
    expect(found(bands('value', 0, [5, 1], [15, 2]))).toEqual([]);
    expect(found(bands('value', 0, [5, 1], [14, 2]))).toEqual(['scoring.overall.table.bands.1.to bands-top']);
    expect(found(bands('percent', 0, [50, 1], [99, 2]))).toEqual(['scoring.overall.table.bands.1.to bands-top']);
    expect(found(bands('percent', 5, [50, 1], [null, 2]))).toEqual(['scoring.overall.table.from bands-bottom']);
    expect(found(bands('value', 1, [5, 1], [null, 2]))).toEqual([]);
    expect(found(bands('value', 2, [5, 1], [null, 2]))).toEqual(['scoring.overall.table.from bands-bottom']);
    expect(found(bands('value', 0, [5, 1], [16, 2], [null, 3]))).toEqual([
      'scoring.overall.table.bands.2 band-unreachable',
    ]);
    expect(found(bands('value', 0, [5, 1], [15, 2], [null, 3]))).toEqual([]);
    expect(found(bands('percent', 0, [101, 1], [null, 2]))).toEqual(['scoring.overall.table.bands.1 band-unreachable']);
    expect(found(bands('value', 0, [null, 1]))).toEqual([]);
  });

  it('may pass the maximum by bonuses', () => {
    const bonus = number('x', { kind: 'per-unit', points: 1, most: 9 }, { role: 'bonus' });
    const percent = bandRule('percent', 'upper', 0, [50, 1], [100, 2], [null, 3]);
    expect(found(one([ten('a')], { overall: percent }))).toEqual(['scoring.overall.table.bands.2 band-unreachable']);
    expect(found(one([ten('a'), group('h', [bonus])], { overall: percent }))).toEqual([]);
    expect(found(one([ten('a'), bonus], { overall: bandRule('value', 'upper', 0, [10, 1], [null, 3]) }))).toEqual([]);
    const deduction = number('y', { kind: 'per-unit', points: 1, most: 9 }, { role: 'deduction' });
    expect(found(one([ten('a'), deduction], { overall: bandRule('value', 'upper', 0, [10, 1]) }))).toEqual([]);
  });

  it('is judged for the default rule at every group that has no own', () => {
    const groupLevel = bandRule('value', 'lower', 0, [5, 1], [20, 2]);
    const groups = (second: Raw[]): Raw => definition([group('g', [ten('a')]), group('h', second)], { groupLevel });
    expect(found(groups([ten('b'), ten('c')]))).toEqual([]);
    expect(found(groups([ten('b'), ten('c'), ten('d')]))).toEqual(['scoring.groupLevel.table.bands.1.to bands-top']);
    expect(found(definition([group('g', [ten('a')], { aggregate: { kind: 'none' } })], { groupLevel }))).toEqual([
      'scoring.groupLevel level-without-figure',
    ]);
  });
});

describe('vocabulary that is known and not supported', () => {
  it('is refused by its name', () => {
    const refused = (raw: Raw): unknown =>
      problems(raw).map(({ path, code, params }) => [path.join('.'), code, params?.['name']]);
    expect(refused(one({ ...ladder('a'), type: 'panel' }))).toEqual([[`${ITEM}.type`, 'not-supported', 'panel']]);
    expect(refused(one({ ...ladder('a'), type: 'means-difference' }))).toEqual([
      [`${ITEM}.type`, 'not-supported', 'means-difference'],
    ]);
    expect(refused(one(ladder('a'), { total: { kind: 'z-score' } }))).toEqual([
      ['scoring.total.kind', 'not-supported', 'z-score'],
    ]);
    expect(refused(one(ladder('a'), { group: { kind: 'rule-table' } }))).toEqual([
      ['scoring.group.kind', 'not-supported', 'rule-table'],
    ]);
    expect(refused(one(ladder('a'), {}, { aggregate: { kind: 'respondents' } }))).toEqual([
      ['groups.0.aggregate.kind', 'not-supported', 'respondents'],
    ]);
    expect(found(one(ladder('a', { title: both('panel') })))).toEqual([]);
  });
});

describe('size', () => {
  it('is bounded before anything is read', () => {
    const deep = Array.from({ length: 60 }).reduce<unknown>((inner) => ({ inner }), 1);
    expect(problems({ ...one(ladder('a')), extra: deep }).map(({ code }) => code)).toEqual(['too-deep']);
    const circle: Raw = { ...one(ladder('a')) };
    circle['self'] = circle;
    expect(problems(circle).some(({ code }) => code === 'too-deep')).toBe(true);
    const keys = Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`k${n}`, 1]));
    expect(problems({ ...one(ladder('a')), keys }).map(({ code }) => code)).toEqual(['too-many']);
    expect(problems({ ...one(ladder('a')), ['k'.repeat(300)]: 1 }).map(({ code }) => code)).toEqual(['too-long']);
    const list = Array.from({ length: 1_000_000 }, () => 1);
    expect(problems({ ...one(ladder('a')), list }).map(({ code }) => code)).toEqual(['too-many']);
  });

  it('does not list every mistake of a file that is wrong everywhere', () => {
    const wrong = { priority: 9, effort: 9, weight: 'x', advice: Array.from({ length: 20 }, () => ({ to: 'x' })) };
    const groups = (more: Raw): Raw[] =>
      Array.from({ length: 10 }, (_, g) =>
        group(
          `g${g}`,
          Array.from({ length: 480 }, (_unused, i) => choice(`i${g}x${i}`, [0, 1], more)),
        ),
      );
    const started = performance.now();
    const first = problems(definition(groups(wrong)));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(first.length).toBeLessThan(200);
    expect(first[0]?.path.slice(0, 4)).toEqual(['groups', 0, 'children', 0]);
    expect(found(definition(groups({})))).toEqual([]);
    expect(problems(definition(groups({})).groups as Raw).map(({ path, code }) => [path, code])).toEqual([
      [[], 'shape'],
    ]);
    expect(problems({ ...definition([]), groups: 'many' }).map(({ path }) => path)).toEqual([['groups']]);
  });

  it('counts repeated references every time', () => {
    const doubled = Array.from({ length: 25 }).reduce<unknown>((inner) => [inner, inner], 1);
    const started = performance.now();
    expect(problems({ ...one(ladder('a')), doubled }).map(({ path, code }) => [path, code])).toEqual([
      [[], 'too-many'],
    ]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('bounds fractions that have no common denominator', () => {
    const primes = [
      999983, 999979, 999961, 999959, 999953, 999931, 999917, 999907, 999883, 999863, 999853, 999809, 999773,
    ];
    const more = [
      999769, 999763, 999749, 999727, 999721, 999683, 999671, 999667, 999653, 999631, 999629, 999623, 999613, 999611,
    ];
    const items = (list: number[]): Raw[] => list.map((prime, index) => choice(`a${index}`, [0, `1/${prime}`]));
    expect(found(one(items(primes)))).toEqual([]);
    expect(found(one(items([...primes, ...more])))).toEqual([' too-fine']);
    expect(found(one(choice('a', [0, '1/0'])))).toEqual([`${ITEM}.options.1.points too-many-decimals`]);
  });

  it('holds for vectors too', () => {
    const parsed = parseQuestionnaire(
      one(ladder('a')),
      Array.from({ length: 6000 }, () => ({})),
    );
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toEqual([[['vectors'], 'too-many']]);
  });
});

describe('vectors', () => {
  const raw = definition(
    [
      group('g', [
        ladder('a'),
        choice('b', [0, 3], { kinds: ['school'] }),
        number('x', { kind: 'per-unit', points: 1, most: 5 }, { role: 'bonus' }),
      ]),
      group('h', [
        {
          ...text('i'),
          type: 'indicator',
          scored: true,
          measure: 'percent',
          place: both('p'),
          targets: [
            { year: 2025, value: 50 },
            { year: 2030, value: 80 },
          ],
        },
      ]),
    ],
    { overall: { kind: 'none' } },
    { audience: ['commune', 'school'] },
  );
  const run = (...vectors: Raw[]): unknown => {
    const parsed = parseQuestionnaire(raw, vectors);
    return parsed.ok
      ? 'pass'
      : parsed.problems.map(({ params }) => [params?.['what'], params?.['expected'], params?.['found']]);
  };

  it('fill the top, name who is assessed and when, and leave bonuses to be named', () => {
    expect(
      run(
        { name: 'top', fill: 'top', expect: { level: null, total: 108, groups: { g: { value: 8 } } } },
        {
          name: 'commune',
          fill: 'top',
          context: { kind: 'commune' },
          expect: { level: null, groups: { g: { value: 5 } } },
        },
        {
          name: 'year',
          answers: { i: 40 },
          context: { year: 2025 },
          expect: { level: null, groups: { h: { value: 80 } } },
        },
        {
          name: 'later',
          answers: { i: 40 },
          context: { kind: 'school', year: 2027 },
          expect: { level: null, groups: { h: { value: 50 } } },
        },
        {
          name: 'bonus',
          fillGroups: { g: 'top' },
          answers: { x: 2 },
          expect: { level: null, groups: { g: { value: 10 } } },
        },
      ),
    ).toBe('pass');
  });

  it('stop after enough failures', () => {
    const many = Array.from({ length: 400 }, () => ({ name: 'wrong', expect: { level: 1 } }));
    expect((run(...many) as unknown[]).length).toBe(50);
  });
});
