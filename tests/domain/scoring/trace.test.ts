import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { trace, traceLines, type TraceNode } from '../../../src/domain/scoring/trace.ts';
import { createTranslator } from '../../../src/domain/wording/catalogue.ts';
import { en } from '../../../src/domain/wording/en.ts';
import { vi } from '../../../src/domain/wording/vi.ts';
import { drawAnswers, drawEvidence } from '../../proof/draw-answers.ts';
import { ANYTHING, drawQuestionnaire } from '../../proof/draw.ts';
import { bandRule, both, choice, definition, group, ladder, level, number, ratio, type Raw } from '../definition.ts';
import { setup, type Setup } from './setup.ts';

const NA = { na: 'not our task' };
const four = (id: string, more: Raw = {}): Raw => choice(id, [0, 1, 2, 3, 4], { notApplicable: true, ...more });
const sayEn = createTranslator('en', en);
const lines = ({ prepared, answers, scored, facts }: Setup): string[] =>
  traceLines(trace(prepared, answers, scored, 'en', facts), sayEn, 'en').map((line) => line.trim());
/** The sentences of one node of the whole, without its heading. */
function of(made: Setup, id: string): string[] {
  const { prepared, answers, scored, facts } = made;
  const find = (node: TraceNode): TraceNode | null =>
    node.id === id ? node : node.children.reduce<TraceNode | null>((found, child) => found ?? find(child), null);
  const node = find(trace(prepared, answers, scored, 'en', facts)) as TraceNode;
  return traceLines({ ...node, children: [] }, sayEn, 'en')
    .slice(1)
    .map((line) => line.trim());
}

describe('the trace', () => {
  it('goes from the overall level down to each answer', () => {
    const raw = definition([group('g', [four('a'), four('b')]), group('h', [ladder('c')], { scored: false })], {
      overall: bandRule('percent', 'lower', 0, [50, 1], [null, 2]),
      levelForm: 'integer',
    });
    expect(lines(setup(raw, { a: 3, b: NA, c: 2 }))).toEqual([
      'Test',
      'Sum of 1 parts: 3 of 4.',
      'Not counted: h.',
      'Result: 3 of 4 points (75%).',
      'The level follows from the share of the maximum.',
      'Level 2 (L2).',
      'For level 2:',
      '✓ At least 50% of the maximum: 75% now.',
      'g  g',
      'Sum of 1 parts: 3 of 4.',
      'Left out as not applicable: b.',
      'Result: 3 of 4 points (75%).',
      'a  a',
      'Option “worth 3”: 3 points (at most 4).',
      'b  b',
      'Not applicable: leaves the points and the maximum.',
      'Reason: not our task',
      'h  h',
      'Sum of 1 parts: 2 of 5.',
      'Result: 2 of 5 points (40%).',
      'Not counted.',
      'c  c',
      'Step chosen: 2 (the highest is 5).',
    ]);
  });

  it('says what is missing for the next level, and what is not settled', () => {
    const raw = definition([group('g', [ladder('a'), ladder('b')])], { overall: { kind: 'gate', share: 100 } });
    expect(of(setup(raw, { a: 3 }), 'total').slice(-3)).toEqual([
      'No level yet.',
      'To reach level 1:',
      '✗ At least 100% of the applicable criteria at level 1 or above: 2 of 2 needed, 1 there.',
    ]);
    const open = definition([group('g', [four('a'), four('b')], { completeness: 100 })]);
    expect(of(setup(open, { a: 3 }), 'g')).toEqual(['Too little for a figure: 1 of 2 criteria settled.']);
    expect(of(setup(definition([group('g', [four('a')])], { unanswered: 'exclude' })), 'g')).toEqual([
      'No part counts yet.',
      'Left out as unanswered: a.',
    ]);
  });

  it('says why a level is held down', () => {
    const raw = definition(
      [
        group('g', [four('a'), choice('k', [0, 1], { knockOut: { below: 1, capLevel: 1 } })]),
        group('h', [ladder('b')], { level: { kind: 'gate', share: 100 } }),
      ],
      {
        overall: bandRule('value', 'lower', 0, [2, 1], [4, 2], [null, 3]),
        caps: [{ kind: 'lowest-group', plus: 1 }],
      },
    );
    const held = of(setup(raw, { a: 4, k: 0, b: 1 }), 'total');
    expect(held).toContain('The points give level 3, but not above level 2 because of: h.');
    expect(held).toContain('The points give level 3, but not above level 1 because of: k.');
    expect(held.slice(-4)).toEqual([
      'To reach level 2:',
      '✓ At least 2 points in total: 5 now.',
      '✓ At least 1 pillars at level 1 or above: 1 now.',
      '✗ Not above level 1 while a compulsory criterion is below 1 points: 1 such criteria now.',
    ]);
  });
});

describe('a group', () => {
  const whole = (aggregate: Raw, more: Raw = {}): string[] =>
    of(
      setup(
        definition([
          group('g', [four('a', { weight: 2, atLevel: 1 }), four('b', { atLevel: 2 })], { aggregate, ...more }),
        ]),
        { a: 4, b: 2 },
      ),
      'g',
    );

  it.each<[Raw, string]>([
    [{ kind: 'sum' }, 'Sum of 2 parts: 6 of 8.'],
    [{ kind: 'mean' }, 'Mean of 2 parts: 3 of 4.'],
    [{ kind: 'weighted' }, 'Weighted mean (a × 2; b × 1): 3.3333 of 4.'],
    [{ kind: 'lowest' }, 'Lowest of 2 parts: 2 of 4.'],
    [{ kind: 'lowest', k: 2 }, 'Number 2 from below of 2 parts: 4 of 4.'],
    [{ kind: 'lexicographic' }, 'Lowest of 2 parts: 2 of 4.'],
    [{ kind: 'level-sum' }, 'Mean shares of the criteria of each level added up: 1.5 of 2.'],
    [{ kind: 'pooled', to: 100 }, 'All points reached ÷ all points possible in the criteria, times 100: 75.'],
    [{ kind: 'percent-mean', to: 100 }, 'Mean share of 2 parts, times 100: 75.'],
    [{ kind: 'count', on: 'value', atLeast: 3 }, 'Parts at 3 or more: 1 of 2.'],
    [{ kind: 'count', on: 'percent', atLeast: 50 }, 'Parts at 50% or more: 2 of 2.'],
    [{ kind: 'penalties', start: 10 }, '10 less what 2 parts lack: 8 left.'],
    [{ kind: 'geometric', zero: 'zero' }, 'Geometric mean of 2 parts: 2.8284 of 4.'],
    [{ kind: 'none' }, 'Shown part by part, without a common figure.'],
  ])('names its rule %j', (aggregate, sentence) => {
    expect(whole(aggregate)[0]).toBe(sentence);
  });

  it('tells every step of its value', () => {
    expect(
      whole(
        { kind: 'sum' },
        { scale: { from: 0, to: 10 }, limits: { max: 7 }, round: { decimals: 1, mode: 'half-up' } },
      ).slice(1),
    ).toEqual([
      'On a scale from 0 to 10: 7.5.',
      'Limits of the group: 7 of 7.',
      'Rounded to 1 decimals, as the source does here: 7.',
      'Result: 7 of 7 points (100%).',
    ]);
    expect(whole({ kind: 'sum' }, { limits: { max: 9 } }).slice(1)).toEqual(['Result: 6 of 8 points (75%).']);
    const noMax = setup(
      definition([
        group('g', [choice('z', [0, -1])], { scale: { from: 0, to: 10 } }),
        group('h', [choice('y', [0, -1])]),
      ]),
      { z: 0, y: 0 },
    );
    expect([of(noMax, 'g'), of(noMax, 'h')]).toEqual([
      ['Sum of 1 parts: 0 of 0.'],
      ['Sum of 1 parts: 0 of 0.', 'Result: 0 of 0 points.'],
    ]);
  });

  it('tells bonuses, deductions and knock-outs', () => {
    const plus = number('x', { kind: 'per-unit', points: 1, most: 5 }, { role: 'bonus' });
    const minus = number('y', { kind: 'per-unit', points: 1, most: 5 }, { role: 'deduction' });
    const fatal = choice('k', [0, 1], { knockOut: { below: 1, zeroGroup: true } });
    const raw = definition([group('g', [four('a'), plus, minus, fatal])]);
    const fine = setup(raw, { a: 4, x: 3, y: 1, k: 1 });
    expect(of(fine, 'g')).toEqual([
      'Sum of 2 parts: 5 of 5.',
      'Bonus and deduction: 2, which makes 7.',
      'Result: 7 of 5 points (140%).',
    ]);
    expect(of(fine, 'x').at(-1)).toBe('Bonus: 3, added to the group outside its maximum.');
    expect(of(fine, 'y').at(-1)).toBe('Deduction: -1, taken to the group outside its maximum.');
    const out = setup(raw, { a: 4, x: 3, k: 0 });
    expect(of(out, 'g').slice(1)).toEqual([
      'Criteria below their compulsory bound (k): the whole group gets 0 points.',
      'Result: 0 of 5 points (0%).',
    ]);
    expect(of(out, 'k').at(-1)).toBe('Below 1 points: the whole group gets 0 points.');
    expect(of(out, 'y')).toEqual([
      'Unanswered: adds nothing and takes nothing off.',
      'Deduction: 0, taken to the group outside its maximum.',
    ]);
  });

  it('tells what is dropped or kept because nothing applies, and what is for others', () => {
    const raw = definition([
      group('g', [four('a')], { whenEmpty: 'zero' }),
      group('h', [four('b')]),
      group('i', [four('c')], { kinds: ['school'] }),
      group('j', [four('d', { showIf: { item: 'a', atLeast: 1 } }), four('e')]),
    ]);
    const made = setup(raw, { a: NA, b: NA, e: 1 }, { context: { kind: 'commune' } });
    expect(of(made, 'g')).toEqual(['None of the criteria applies: 0 of 4 points.', 'Result: 0 of 4 points (0%).']);
    expect(of(made, 'h')).toEqual(['None of the criteria applies: the whole group is left out.']);
    expect(of(made, 'j').slice(0, 2)).toEqual(['Sum of 1 parts: 1 of 4.', 'Left out as not asked: d.']);
    expect(of(made, 'total').slice(0, 3)).toEqual([
      'Sum of 2 parts: 1 of 8.',
      'Left out as not applicable: h.',
      'Not for this kind of organisation: i.',
    ]);
    const profile = setup(
      definition([group('g', [four('a')], { aggregate: { kind: 'none' } }), group('h', [four('b')])]),
      { a: 1, b: 2 },
    );
    expect(of(profile, 'total')[1]).toBe('Left out without a figure: g.');
  });
});

describe('an item', () => {
  const unsure = { id: 'unsure', points: 0, text: both('not known'), counts: 'unknown' };
  const odd = (id: string): Raw => {
    const raw = choice(id, [0, 4]);
    return {
      ...raw,
      options: [
        ...(raw['options'] as Raw[]),
        unsure,
        { id: 'other', points: 0, text: both('other'), counts: 'excluded' },
      ],
    };
  };
  const item = (raw: Raw, answer: unknown, scoring: Raw = {}, others: Record<string, unknown> = { b: 2 }): string[] =>
    of(
      setup(
        definition([group('g', [four('b'), raw])], scoring),
        answer === undefined ? others : { ...others, a: answer },
      ),
      'a',
    );

  it('says what its state is worth', () => {
    const many = { ...choice('a', []), type: 'multi', options: [{ id: 'x', points: 1, text: both('x') }] };
    expect(item(many, { none: true })).toEqual(['“None of these”: 0 points.']);
    expect(item(four('a'), NA, { notApplicable: 'zero' })[0]).toBe('Not applicable: 0 of 4 points.');
    expect(item(four('a'), NA, { notApplicable: 'full' })[0]).toBe('Not applicable: all 4 points.');
    expect(item(four('a', { notApplicableAs: { copy: 'b' } }), NA)[0]).toBe(
      'Not applicable: takes the share of b, 2 of 4 points.',
    );
    expect(item(four('a', { notApplicableAs: { copy: 'b' } }), NA, { unanswered: 'exclude' }, {})[0]).toBe(
      'Not applicable, and b has no points to go by: leaves the points and the maximum.',
    );
    expect(item(ratio('a'), { a: 0, b: 0 })).toEqual([
      '0 / 0: nothing occurred, so this is left out of the score.',
      'Not applicable: leaves the points and the maximum.',
    ]);
    expect(item(odd('a'), 'other')).toEqual(['Option “other”: left out of the score.']);
    expect(item(odd('a'), 'unsure')).toEqual([
      'Option “not known”: counts as unanswered.',
      'Unanswered: 0 of 4 points.',
    ]);
  });

  it('says what being open means', () => {
    expect(item(four('a'), undefined)).toEqual(['Unanswered: 0 of 4 points.']);
    expect(item(four('a'), undefined, { unanswered: 'exclude' })).toEqual(['Unanswered: not counted yet.']);
    expect(item(four('a'), undefined, { unanswered: 'no-score' })).toEqual([
      'Unanswered: the groups around it have no figure yet.',
    ]);
    expect(item(four('a'), undefined, { unanswered: { meanFrom: 50 } })).toEqual([
      'Unanswered: takes the mean share of the answered ones, 2 of 4 points.',
    ]);
    expect(item(four('a'), undefined, { unanswered: { meanFrom: 60 } })).toEqual([
      'Unanswered; too few of the group are answered for a mean.',
    ]);
  });

  it('says that it is not asked, and keeps silent about its answer', () => {
    expect(item(four('a', { showIf: { item: 'b', atLeast: 3 } }), 4)).toEqual([
      'Not asked, because its condition does not hold: not counted.',
    ]);
    expect(item(four('a', { showIf: { item: 'b', atLeast: 3 }, whenHidden: 'count' }), 4)).toEqual([
      'Not asked, because its condition does not hold: 0 of 4 points.',
    ]);
  });

  it('says what evidence and knock-outs do', () => {
    const factor = { none: 0, offered: '0.5', approved: 1, rejected: 0 };
    expect(item(four('a', { evidenceFactor: factor }), 4)).toEqual([
      'Option “worth 4”: 4 points (at most 4).',
      'Evidence offered: times 0.5, 2 points left.',
    ]);
    expect(item({ ...odd('a'), evidenceFactor: factor }, 'unsure')).toHaveLength(2);
    expect(item(four('a', { knockOut: { below: 2, capLevel: 3 } }), 1).at(-1)).toBe(
      'Below 2 points: the overall result is not above level 3.',
    );
    expect(item(four('a', { knockOut: { below: 2, capLevel: 3 } }), 2)).toHaveLength(1);
    expect(item(ladder('a', { scored: false }), 2).at(-1)).toBe('Not counted.');
  });
});

describe('every trace', () => {
  it('has a complete sentence for every line, in both languages', { timeout: 120_000 }, () => {
    const words = [createTranslator('vi', vi), sayEn] as const;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const prepared = prepare(questionnaire);
        const answers = drawAnswers(g, questionnaire);
        const facts = { evidence: drawEvidence(g, questionnaire) };
        const scored = score(prepared, answers, facts);
        for (const [index, language] of (['vi', 'en'] as const).entries())
          for (const line of traceLines(
            trace(prepared, answers, scored, language, facts),
            words[index] as typeof sayEn,
            language,
          )) {
            expect(line).not.toMatch(/\{\{|undefined|trace\.|condition\./);
            expect(line.trim()).not.toBe('');
          }
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('is in Vietnamese unless told otherwise', () => {
    const { prepared, answers, scored } = setup(
      definition([group('g', [four('a')])], {}, { levels: [1, 2].map(level) }),
      { a: 4 },
    );
    expect(traceLines(trace(prepared, answers, scored), createTranslator('vi', vi), 'vi')[1]).toBe(
      '  Cộng điểm của 1 phần: 4/4.',
    );
  });
});
