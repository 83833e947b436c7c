/**
 * Defects that were seen in other programs for the same job, each as a test of ours. Two of that list are about the
 * comparison of many files and about the metadata of exports; they belong to collections and result files and are
 * tested there.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/assessment/answer.ts';
import { compare, toFraction, ZERO } from '../../src/domain/exact/exact.ts';
import { parseStoredQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import type { Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import {
  bandRule,
  both,
  choice,
  definition,
  group,
  ladder,
  load,
  multi,
  text,
  type Raw,
} from '../domain/definition.ts';
import { drawAnswers, drawValue } from './draw-answers.ts';
import { ANYTHING, drawQuestionnaire } from './draw.ts';

const option = (id: string): Answer => ({ state: 'answered', value: { kind: 'option', option: id } });
const NOT_HERE: Answer = { state: 'not-applicable', reason: 'not here' };

function refusal(raw: unknown): string {
  const parsed = parseStoredQuestionnaire(raw);
  return parsed.ok ? 'accepted' : parsed.problems.map(({ path, code }) => `${path.join('.')}: ${code}`).join('\n');
}

function totalOf(questionnaire: Questionnaire, answers: ReadonlyMap<string, Answer>): string | null {
  const { value } = score(prepare(questionnaire), answers);
  return value === null ? null : toFraction(value);
}

describe('integer bands: 25.5 falls between 25 and 26 and the fallback is the best level', () => {
  const withRule = (rule: Raw): Raw => definition([group('g', [choice('a', [0, '25.5', 100])], { level: rule })]);

  it('cannot be written: neighbours share their bound', () => {
    const bands = [
      { from: 0, to: 25, value: 1 },
      { from: 26, to: 50, value: 2 },
      { from: 51, to: 75, value: 3 },
      { from: 76, to: 100, value: 4 },
    ];
    const raw = withRule({ kind: 'bands', on: 'percent', table: { closed: 'lower', from: 0, bands } });
    expect(refusal(raw)).toMatch(/^groups\.0\.level/);
  });

  it('a figure between two integers has the band that holds it', () => {
    const questionnaire = load(withRule(bandRule('percent', 'lower', 0, [25, 1], [50, 2], [75, 3], [100, 4])));
    const at = (id: string): number | null =>
      score(prepare(questionnaire), new Map([['a', option(id)]])).byId.get('g')?.level ?? null;
    expect([at('0'), at('51-2'), at('100')]).toEqual([1, 2, 4]);
  });

  it('bands out of order are refused with their place', () => {
    const raw = withRule(bandRule('percent', 'lower', 0, [50, 1], [25, 2], [100, 3]));
    expect(refusal(raw)).toMatch(/groups\.0\.level\.table\.bands\.1\.to: bands-order/);
  });
});

describe('"not applicable" that shares its value with "never"', () => {
  it('two options of one item with the same id are refused', () => {
    expect(refusal(definition([group('g', [choice('a', [0, 0, 5])])]))).toMatch(/duplicate-option/);
  });

  it('does not apply and never are different answers with different totals', () => {
    const questionnaire = load(
      definition([group('g', [choice('a', [0, 5], { notApplicable: true }), choice('b', [0, 5])])]),
    );
    const share = (answer: Answer): string | null => {
      const { value, max } = score(
        prepare(questionnaire),
        new Map([
          ['a', answer],
          ['b', option('5')],
        ]),
      );
      return value && max ? `${toFraction(value)} of ${toFraction(max)}` : null;
    };
    expect(share(option('0'))).toBe('5 of 10');
    expect(share(NOT_HERE)).toBe('5 of 5');
  });
});

describe('an empty theme that is not a number, or stays in the divisor', () => {
  const questionnaire = load(
    definition(
      [
        group('full', [choice('a', [0, 4])]),
        group('words', [text('b')]),
        group('gone', [choice('c', [0, 4], { notApplicable: true })]),
      ],
      { group: { kind: 'mean' }, total: { kind: 'mean' } },
    ),
  );

  it('has no figure, and the mean is that of the others', () => {
    const { byId, value } = score(
      prepare(questionnaire),
      new Map([
        ['a', option('4')],
        ['c', NOT_HERE],
      ]),
    );
    expect([byId.get('words')?.value, byId.get('gone')?.value]).toEqual([null, null]);
    expect(value && toFraction(value)).toBe('4');
  });

  it('no figure comes from nothing at all', () => {
    const only = load(definition([group('gone', [choice('c', [0, 4], { notApplicable: true })])]));
    expect(totalOf(only, new Map([['c', NOT_HERE]]))).toBeNull();
  });
});

describe('answers that are scored by their position', () => {
  const questionnaire = load(
    definition([
      group('first', [choice('a', [0, 1]), choice('b', [0, 3])]),
      group('second', [choice('c', [0, 5]), choice('d', [0, 7])]),
    ]),
  );
  const given: [string, Answer][] = [
    ['a', option('0')],
    ['b', option('3')],
    ['c', option('0')],
    ['d', option('7')],
  ];
  const groupsOf = (entries: readonly [string, Answer][]): (string | null)[] => {
    const { byId } = score(prepare(questionnaire), new Map(entries));
    return ['first', 'second'].map((id) => {
      const value = byId.get(id)?.value ?? null;
      return value && toFraction(value);
    });
  };

  it('belong to their item in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (entries) => {
        expect(groupsOf(entries)).toEqual(['3', '7']);
      }),
    );
  });

  it('do not move when one is missing', () => {
    expect(groupsOf(given.slice(1))).toEqual(['3', '7']);
    expect(groupsOf(given.filter(([id]) => id !== 'b'))).toEqual(['0', '7']);
  });
});

describe('blanks that raise the score', () => {
  it('what a blank is worth must be said by the author', () => {
    const raw = definition([group('g', [choice('a', [0, 1])])]);
    const { unanswered: _unsaid, ...scoring } = raw.scoring as Raw;
    expect(refusal({ ...raw, scoring })).toMatch(/^scoring\.unanswered: shape/);
  });

  it(
    'where a blank is zero, no answer that is worth something is worse than saying nothing',
    { timeout: 200_000 },
    () => {
      let tried = 0;
      fc.assert(
        fc.property(fc.gen(), (g) => {
          const questionnaire = drawQuestionnaire(g, {
            ...ANYTHING,
            aggregates: ['sum', 'mean', 'weighted', 'pooled', 'percent-mean', 'count', 'level-sum'],
            roles: false,
            knockOuts: false,
            scope: false,
            valueRules: false,
            unanswered: ['zero'],
            notApplicable: ['exclude'],
          });
          const prepared = prepare(questionnaire);
          const answers = drawAnswers(g, questionnaire);
          for (const item of itemsOf(questionnaire.groups)) {
            if (answers.has(item.id) || !item.scored) continue;
            const value = drawValue(g, item);
            const points = prepared.items.get(item.id)?.scorer.score(value);
            if (!points || points === 'unanswered' || compare(points, ZERO) < 0) continue;
            tried += 1;
            const blank = score(prepared, answers).value;
            const filled = score(prepared, new Map(answers).set(item.id, { state: 'answered', value })).value;
            if (blank && filled) expect(compare(filled, blank)).toBeGreaterThanOrEqual(0);
          }
        }),
        { numRuns: 5000 },
      );
      expect(tried).toBeGreaterThan(1000);
    },
  );

  it('a row that is left blank is worth nothing unless the author says otherwise', () => {
    const rows = { rows: ['r1', 'r2'].map((id) => ({ id, text: both(id) })), join: 'mean' };
    const questionnaire = load(definition([group('g', [{ ...choice('a', [0, 4]), type: 'matrix', ...rows }])]));
    const one: Answer = { state: 'answered', value: { kind: 'rows', rows: [{ row: 'r1', option: '4' }] } };
    expect(totalOf(questionnaire, new Map([['a', one]]))).toBe('2');
  });
});

describe('identity by a hash of the wording', () => {
  const worded = (words: string): Raw[] => [
    group('g', [
      { ...ladder('a'), title: both(words), question: both(`${words}?`) },
      multi('b', [1, 2], { help: both(words) }),
    ]),
  ];

  it('a new version with other words scores the same answers in the same way', () => {
    const answers = new Map<string, Answer>([
      ['a', option('3')],
      ['b', { state: 'answered', value: { kind: 'options', options: ['o1'] } }],
    ]);
    const first = load(definition(worded('one wording')));
    const second = load(definition(worded('quite another wording'), {}, { version: '2.0.0', title: both('renamed') }));
    expect([totalOf(first, answers), totalOf(second, answers)]).toEqual(['5', '5']);
  });

  it('rows may move without losing their answers', () => {
    const swapped = worded('one wording').map((one) => ({ ...one, children: [...(one.children as Raw[])].reverse() }));
    expect(totalOf(load(definition(swapped)), new Map([['a', option('3')]]))).toBe('3');
  });
});

describe('a level rule that leaves exactly 10 % without a level', () => {
  const tenPercent = (closed: 'lower' | 'upper' | null): Raw => {
    const rule = bandRule('percent', closed ?? 'lower', 0, [10, 0], [20, 1], [100, 2]);
    const { closed: _side, ...table } = rule.table as Raw;
    return definition(
      [group('g', [choice('a', [0, 1, 10])], { level: closed === null ? { ...rule, table } : rule })],
      {},
      { levels: [0, 1, 2].map((value) => ({ value, name: both(`${value}`), meaning: both(`${value}`) })) },
    );
  };
  const levelOf = (raw: Raw): number | null =>
    score(prepare(load(raw)), new Map([['a', option('1')]])).byId.get('g')?.level ?? null;

  it('is refused until its author says which side the bound belongs to', () => {
    expect(refusal(tenPercent(null))).toBe('groups.0.level.table.closed: shape');
  });

  it('is on the side that the author chose', () => {
    expect([levelOf(tenPercent('upper')), levelOf(tenPercent('lower'))]).toEqual([0, 1]);
  });
});

describe('cuts that drift', () => {
  it('521 of 695 is 74.96 percent and not 75', () => {
    const rule = bandRule('percent', 'lower', 0, [75, 1], [100, 2]);
    const questionnaire = load(definition([group('g', [choice('a', [0, 521, 522, 695])], { level: rule })]));
    const at = (id: string): number | null =>
      score(prepare(questionnaire), new Map([['a', option(id)]])).byId.get('g')?.level ?? null;
    expect([at('521'), at('522')]).toEqual([1, 2]);
  });

  it('a negative option does not shrink the maximum that the good ones can reach', () => {
    const questionnaire = load(definition([group('g', [multi('a', [1, 1, 1, 1, 1, 1, 1, -1])])]));
    const all: Answer = {
      state: 'answered',
      value: { kind: 'options', options: ['o0', 'o1', 'o2', 'o3', 'o4', 'o5', 'o6'] },
    };
    const { value, max } = score(prepare(questionnaire), new Map([['a', all]]));
    expect([value && toFraction(value), max && toFraction(max)]).toEqual(['7', '7']);
  });
});
