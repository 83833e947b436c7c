import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../src/domain/problem.ts';
import { MAX_NODES } from '../../../src/domain/questionnaire/check.ts';
import { parseQuestionnaire, parseStoredQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import { unexplained } from '../explained.ts';
import {
  bandRule,
  both,
  choice,
  definition,
  group,
  ladder,
  level,
  multi,
  number,
  text,
  type Raw,
} from '../definition.ts';

// Much is tried; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const problems = (raw: unknown): readonly Problem[] => {
  const parsed = parseStoredQuestionnaire(raw);
  return parsed.ok ? [] : parsed.problems;
};
const found = (raw: unknown): string[] => problems(raw).map(({ path, code }) => `${path.join('.')} ${code}`);
const one = (item: Raw, scoring: Raw = {}, more: Raw = {}): Raw => definition([group('g', [item])], scoring, more);
const ITEM = 'groups.0.children.0';

describe('a definition that is right', () => {
  it('is taken, with defaults filled in and numbers in lowest terms', () => {
    const parsed = parseStoredQuestionnaire(one(choice('a', ['0.50', 2], { weight: '4/8' })));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        targets: [],
        groups: [
          {
            weight: '1',
            scored: true,
            advice: [],
            children: [
              {
                weight: '1/2',
                scored: true,
                evidence: 'none',
                notApplicable: false,
                priority: 2,
                options: [
                  { id: '1-2', points: '1/2' },
                  { id: '2', points: '2' },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('passes again, unchanged, as it was stored', () => {
    const raw = definition(
      [
        group('g', [
          choice('a', [-1, '-0.5', '1/3', 0]),
          ladder('b'),
          multi('c', [1, -2], { max: '1.5' }),
          number('d'),
          text('e'),
          group('h', [ladder('i', { title: { vi: ' Tiêu\u00A0đề '.normalize('NFD'), en: 'क़'.repeat(100) } })]),
        ]),
      ],
      { overall: bandRule('percent', 'upper', 0, [50, 1], [null, 3]) },
    );
    const once = parseStoredQuestionnaire(raw);
    expect(once.ok).toBe(true);
    if (!once.ok) return;
    const stored: unknown = JSON.parse(JSON.stringify(once.value));
    expect(parseStoredQuestionnaire(stored)).toEqual(once);
  });
});

describe('shape', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', null, [' shape']],
    ['a list', [], [' shape']],
    ['an unknown key', { ...one(ladder('a')), extra: 1 }, ['extra unknown-key']],
    ['a misspelt rule', one(ladder('a'), { overal: {} }), ['scoring.overal unknown-key']],
    [
      'an unknown key deep inside',
      one(group('h', [group('i', [ladder('a', { stepz: 1 })])])),
      [`${ITEM}.children.0.children.0.stepz unknown-key`],
    ],
    ['a type that does not exist', one({ ...ladder('a'), type: 'riddle' }), [`${ITEM}.type shape`]],
    ['a missing type', one({ ...ladder('a'), type: undefined }), [`${ITEM}.type shape`]],
    ['a text without Vietnamese', one(ladder('a', { title: { en: 'x' } })), [`${ITEM}.title.vi missing`]],
    ['an empty text', one(ladder('a', { title: { vi: ' \u00A0 ', en: 'x' } })), [`${ITEM}.title.vi shape`]],
    [
      'a text of control characters',
      one(ladder('a', { title: { vi: '\u0001\u0002', en: 'x' } })),
      [`${ITEM}.title.vi shape`],
    ],
    ['a ladder without steps', one(ladder('a', {}, [])), [`${ITEM}.steps shape`]],
    ['a group without children', definition([group('g', [])]), ['groups.0.children shape']],
    ['no groups', definition([]), ['groups shape']],
    ['an unknown level rule', one(ladder('a'), { overall: { kind: 'magic' } }), ['scoring.overall.kind shape']],
    ['a formula', one(ladder('a'), { overall: { kind: 'formula', text: 'a+b' } }), ['scoring.overall.kind shape']],
    ['a version that is none', { ...one(ladder('a')), version: '1.0' }, ['version shape']],
    ['a scored text', one(text('a', { scored: true })), [`${ITEM}.scored shape`]],
    [
      'a fraction where a level is asked',
      one(ladder('a'), {}, { targets: [{ year: 2030, level: 1.5, note: both('n') }] }),
      ['targets.0.level shape'],
    ],
  ])('refuses %s at its place', (_name, raw, expected) => {
    expect(found(raw)).toEqual(expected);
    expect(unexplained(problems(raw))).toEqual([]);
  });

  it.each([
    NaN,
    Infinity,
    -Infinity,
    Number('1e999'),
    1e21,
    '1e999',
    'NaN',
    '1/0',
    '',
    ' ',
    '1,5',
    '0x10',
    '9'.repeat(40),
    true,
    null,
    {},
    [],
  ])('refuses %j as a number', (points) => {
    const [refused, ...others] = found(one(multi('a', [points as number])));
    expect(refused).toMatch(/^groups\.0\.children\.0\.options\.0\.points (shape|too-many-decimals)$/);
    expect(others).toEqual([]);
  });

  it.each(['__proto__', 'A', 'a b', 'a--b', '-a', 'a-', 'ấ', '1a', '', 'a'.repeat(61), 'a\n'])(
    'refuses %j as an id',
    (id) => {
      expect(found(one(ladder(id, { code: 'x', title: both('x') })))).toEqual([`${ITEM}.id shape`]);
    },
  );

  it('refuses the one id that every object knows, and takes others for what they are', () => {
    expect(found(one(ladder('constructor')))).toEqual([`${ITEM}.id reserved-id`]);
    expect(found(one(group('valueof', [ladder('tostring')])))).toEqual([]);
  });

  it('refuses prototype keys as unknown, and nothing is polluted', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(one(ladder('a'))).replace('"minutes":1', '"minutes":1,"__proto__":{"polluted":1}'),
    );
    expect(found(raw)).toEqual(['__proto__ unknown-key']);
    expect(({} as Raw)['polluted']).toBeUndefined();
  });

  it('allows six levels of groups and refuses a seventh', () => {
    const nested = (depth: number): Raw => (depth === 0 ? ladder('a') : group(`g${depth}`, [nested(depth - 1)]));
    expect(found(definition([nested(6)]))).toEqual([]);
    expect(found(definition([nested(7)]))).toEqual([`groups.0${'.children.0'.repeat(6)}.type shape`]);
    expect(found(definition([nested(400)])).length).toBe(1);
  });

  it('refuses too many of anything, quickly', () => {
    const started = performance.now();
    const items = (count: number, prefix: string): Raw[] =>
      Array.from({ length: count }, (_, index) => text(`${prefix}${index}`));
    expect(found(definition([group('g', items(501, 'a'))]))).toEqual(['groups.0.children shape']);
    expect(
      found(definition(Array.from({ length: 51 }, (_, index) => group(`g${index}`, items(1, `i${index}x`))))),
    ).toEqual(['groups shape']);
    const many = Array.from({ length: 11 }, (_, index) => group(`g${index}`, items(500, `i${index}x`)));
    expect(problems(definition(many))).toEqual([
      { path: ['groups'], code: 'too-many', params: { count: 5511, max: MAX_NODES } },
    ]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('refuses huge texts, quickly', () => {
    const started = performance.now();
    const huge = 'ế'.normalize('NFD').repeat(2_000_000);
    expect(found(one(ladder('a', { title: both(huge) })))).toEqual([
      `${ITEM}.title.vi too-long`,
      `${ITEM}.title.en too-long`,
    ]);
    expect(found(one(ladder(huge, { code: 'x', title: both('x') })))).toContain(`${ITEM}.id too-long`);
    expect(found(one(multi('a', ['1'.repeat(2_000_000)])))).toContain(`${ITEM}.options.0.points too-long`);
    for (const problem of problems(one(ladder('a', { title: both(huge) }))))
      expect(JSON.stringify(problem).length).toBeLessThan(500);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('references and order', () => {
  const at = (rule: Raw): Raw => one(ladder('a'), { overall: rule });
  const conditions = (...levels: Raw[]): Raw => ({ kind: 'conditions', levels });

  it.each<[string, Raw, string[]]>([
    [
      'an id used twice',
      definition([group('g', [ladder('a'), ladder('a', { code: 'b' })])]),
      ['groups.0.children.1.id duplicate-id'],
    ],
    [
      'an item with the id of its group',
      definition([group('g', [ladder('g', { code: 'b' })])]),
      ['groups.0.children.0.id duplicate-id'],
    ],
    ['the id of the root', one(ladder('total')), [`${ITEM}.id duplicate-id`]],
    [
      'a code used twice',
      definition([group('g', [ladder('a'), ladder('b', { code: 'a' })])]),
      ['groups.0.children.1.code duplicate-code'],
    ],
    ['levels out of order', one(text('a'), {}, { levels: [level(2), level(1)] }), ['levels.1.value level-order']],
    ['a level twice', one(text('a'), {}, { levels: [level(1), level(1)] }), ['levels.1.value level-order']],
    ['a step that is no level', one(ladder('a', {}, [1, 6])), [`${ITEM}.steps.1.value unknown-level`]],
    ['a step between levels', one(ladder('a', {}, [1, 1.5])), [`${ITEM}.steps.1.value unknown-level`]],
    ['steps out of order', one(ladder('a', {}, [2, 1])), [`${ITEM}.steps.1.value option-order`]],
    [
      'an option id twice',
      one(multi('a', [1, 1], { options: [1, 2].map(() => ({ id: 'x', points: 1, text: both('x') })) })),
      [`${ITEM}.options.1 duplicate-option`],
    ],
    ['an own number range upside down', one(number('a', undefined, { min: 5, max: 4 })), [`${ITEM}.max bands-order`]],
    ['a negative weight', one(ladder('a', { weight: -1 })), [`${ITEM}.weight negative`]],
    [
      'a target at no level',
      one(ladder('a'), {}, { targets: [{ year: 2030, level: 9, note: both('n') }] }),
      ['targets.0.level unknown-level'],
    ],
    [
      'targets out of order',
      one(ladder('a'), {}, { targets: [2030, 2025].map((year) => ({ year, level: 2, note: both('n') })) }),
      ['targets.1.year bands-order'],
    ],
    [
      'advice for no level',
      definition([group('g', [ladder('a')], { advice: [{ level: 7, text: both('x') }] })]),
      ['groups.0.advice.0.level unknown-level'],
    ],
    ['a gate of nothing', at({ kind: 'gate', share: 0 }), ['scoring.overall.share share-range']],
    ['a gate of more than all', at({ kind: 'gate', share: '100.001' }), ['scoring.overall.share share-range']],
    [
      'bands that fall',
      at(bandRule('percent', 'upper', 0, [20, 1], [10, 2])),
      ['scoring.overall.table.bands.1.to bands-order'],
    ],
    [
      'an empty band',
      at(bandRule('percent', 'upper', 0, [20, 1], [20, 2])),
      ['scoring.overall.table.bands.1.to bands-order'],
    ],
    [
      'an open band in the middle',
      at(bandRule('percent', 'upper', 0, [null, 1], [20, 2])),
      ['scoring.overall.table.bands.0.to bands-not-last'],
    ],
    [
      'a band for no level',
      at(bandRule('percent', 'upper', 0, [20, 1], [null, 8])),
      ['scoring.overall.table.bands.1.value unknown-level'],
    ],
    [
      'band levels that do not rise',
      at(bandRule('percent', 'upper', 0, [20, 2], [null, 2])),
      ['scoring.overall.table.bands.1.value level-order'],
    ],
    [
      'a condition for no level',
      at(conditions({ level: 0 }, { level: 2 })),
      ['scoring.overall.levels.0.level unknown-level'],
    ],
    [
      'a condition on no level',
      at(conditions({ level: 1, groups: { count: 1, level: 7 } })),
      ['scoring.overall.levels.0.groups.level unknown-level'],
    ],
    [
      'two conditions for one level',
      at(conditions({ level: 2 }, { level: 2 })),
      ['scoring.overall.levels.1.level level-order'],
    ],
    [
      'a rule of a group',
      definition([group('g', [ladder('a')], { level: { kind: 'gate', share: -5 } })]),
      ['groups.0.level.share share-range'],
    ],
    [
      'the default rule of groups',
      one(ladder('a'), { groupLevel: { kind: 'gate', share: 200 } }),
      ['scoring.groupLevel.share share-range'],
    ],
  ])('refuse %s at its place', (_name, raw, expected) => {
    expect(found(raw)).toEqual(expected);
    expect(unexplained(problems(raw))).toEqual([]);
  });

  it('refuse a condition with two bounds', () => {
    expect(found(at(conditions({ level: 1, total: { moreThan: 1, atLeast: 2 } })))).toEqual([
      'scoring.overall.levels.0.total shape',
    ]);
  });

  it('are all reported together', () => {
    expect(found(definition([group('g', [ladder('a', {}, [1, 9]), ladder('a', { code: 'b', weight: -1 })])]))).toEqual([
      'groups.0.children.0.steps.1.value unknown-level',
      'groups.0.children.1.id duplicate-id',
      'groups.0.children.1.weight negative',
    ]);
  });
});

describe('test vectors', () => {
  const raw = definition(
    [group('g', [ladder('a'), ladder('b', { notApplicable: true })]), group('h', [choice('c', [0, 2, 5])])],
    { groupLevel: { kind: 'gate', share: 100 }, overall: bandRule('value', 'upper', 0, [7, 1], [null, 2]) },
  );
  const run = (...vectors: Raw[]): readonly Problem[] => {
    const parsed = parseQuestionnaire(raw, vectors);
    return parsed.ok ? [] : parsed.problems;
  };

  it('pass when everything is as stated', () => {
    expect(
      run(
        {
          name: 'lowest',
          fill: 0,
          expect: { level: 1, total: 2, groups: { g: { value: 2, level: 1 }, h: { value: 0 } } },
        },
        { name: 'groups over fill', fill: 0, fillGroups: { g: 2 }, expect: { level: 1, total: 6 } },
        {
          name: 'answers over groups',
          fill: 0,
          fillGroups: { g: 2 },
          answers: { c: 5, b: { na: 'x' } },
          expect: { level: 2, total: 8, groups: { g: { level: 3 } } },
        },
        {
          name: 'an answer taken away',
          fill: 1,
          answers: { a: null },
          expect: { level: 1, groups: { g: { level: null } } },
        },
        { name: 'nothing', expect: { level: null, total: 0 } },
        { name: 'rank beyond the options leaves the item open', fill: 3, expect: { level: 2, total: 8 } },
      ),
    ).toEqual([]);
  });

  it('say what was expected and what was found', () => {
    expect(
      run({ name: 'wrong', fill: 0, expect: { level: 2, total: '2.5', groups: { g: { value: 3, level: null } } } }),
    ).toEqual(
      (
        [
          ['level', '2', '1'],
          ['total', '5/2', '2'],
          ['g.value', '3', '2'],
          ['g.level', 'null', '1'],
        ] as const
      ).map(([what, expected, foundValue]) => ({
        path: ['vectors', 0, 'expect'],
        code: 'vector-failed',
        params: { vector: 'wrong', what, expected, found: foundValue },
      })),
    );
  });

  it('tell a value from none at all', () => {
    const open = { ...raw, scoring: { ...(raw['scoring'] as Raw), unanswered: 'exclude' } };
    const parsed = parseQuestionnaire(open, [
      { name: 'empty', expect: { level: null, total: 0, groups: { g: { value: 0 } } } },
    ]);
    expect(parsed.ok ? [] : parsed.problems.map(({ params }) => [params?.['what'], params?.['found']])).toEqual([
      ['total', 'null'],
      ['g.value', 'null'],
    ]);
  });

  it.each<[string, Raw, string]>([
    ['an unknown item', { answers: { x: 1 } }, 'vectors.1.answers unknown-item'],
    ['an unknown group', { fillGroups: { x: 1 } }, 'vectors.1.fillGroups unknown-item'],
    ['an item taken for a group', { fillGroups: { a: 1 } }, 'vectors.1.fillGroups unknown-item'],
    ['an answer that does not fit', { answers: { a: 9 } }, 'vectors.1.answers.a.value unknown-option'],
    ['a refused state', { answers: { a: { na: 'x' } } }, 'vectors.1.answers.a.na not-applicable-refused'],
    [
      'an unknown expected group',
      { expect: { level: null, groups: { x: { value: 1 } } } },
      'vectors.1.expect.groups unknown-item',
    ],
    ['an unknown key', { expects: {} }, 'vectors.1.expects unknown-key'],
    ['no name', { name: ' ' }, 'vectors.1.name shape'],
  ])('report %s', (_name, vector, expected) => {
    const all = run({ name: 'good', expect: { level: null } }, { name: 'bad', expect: { level: null }, ...vector });
    expect(all.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([expected]);
    expect(unexplained(all)).toEqual([]);
  });

  it('must exist', () => {
    expect(run().map(({ path, code }) => [path, code])).toEqual([[['vectors'], 'shape']]);
    expect(parseQuestionnaire(raw, null)).toMatchObject({
      ok: false,
      problems: [{ path: ['vectors'], code: 'shape' }],
    });
  });

  it('are not run on a definition that is wrong', () => {
    expect(parseQuestionnaire({ ...raw, version: 'x' }, [])).toMatchObject({
      ok: false,
      problems: [{ path: ['version'] }],
    });
    const twice = definition([group('g', [ladder('a'), ladder('a', { code: 'b' })])]);
    expect(parseQuestionnaire(twice, [])).toMatchObject({ ok: false, problems: [{ code: 'duplicate-id' }] });
  });
});
