import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/assessment/answer.ts';
import { exact, toFraction } from '../../../src/domain/exact/exact.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { adviceFor, besideFigures, groupAdvice, shareOf, targetFor } from '../../../src/domain/scoring/summary.ts';
import { bandRule, both, choice, definition, group, load, loadItem, type Raw } from '../definition.ts';

const chosen = (option: number): Answer => ({ state: 'answered', value: { kind: 'option', option: String(option) } });
const five = (id: string): Raw => choice(id, [0, 1, 2, 3, 4, 5], { notApplicable: true });
const scored = (raw: Raw, answers: Record<string, Answer>) => {
  const questionnaire = load(raw);
  return [questionnaire, score(prepare(questionnaire), new Map(Object.entries(answers)))] as const;
};

describe('figures beside the level', () => {
  const raw = (beside: string[], more: Raw = {}): Raw =>
    definition(
      [
        group('g', [five('a')]),
        group('h', [five('b')]),
        group('i', [five('c')], { scored: false }),
        group('j', [five('d')]),
      ],
      {
        unanswered: 'exclude',
        beside,
        ...more,
      },
    );

  it('are mean and lowest of the scored groups with a value, whatever joins the total', () => {
    const [questionnaire, result] = scored(raw(['mean', 'lowest']), { a: chosen(5), b: chosen(2), c: chosen(0) });
    expect(
      besideFigures(questionnaire, result).map((figure) => ({ ...figure, value: toFraction(figure.value) })),
    ).toEqual([
      { kind: 'mean', value: '7/2', groupIds: [] },
      { kind: 'lowest', value: '2', groupIds: ['h'] },
    ]);
  });

  it('name every group that stands lowest', () => {
    const [questionnaire, result] = scored(raw(['lowest']), { a: chosen(2), b: chosen(5), d: chosen(2) });
    expect(besideFigures(questionnaire, result)[0]?.groupIds).toEqual(['g', 'j']);
  });

  it('are only those that the questionnaire prints, and none without a value', () => {
    const [questionnaire, result] = scored(raw([]), { a: chosen(2) });
    expect(besideFigures(questionnaire, result)).toEqual([]);
    const [empty, nothing] = scored(raw(['mean']), { c: chosen(5) });
    expect(besideFigures(empty, nothing)).toEqual([]);
  });

  it('have shares of the own maximum', () => {
    expect(toFraction(shareOf({ value: exact(39), max: exact(65) }) ?? exact(0))).toBe('60');
    expect(shareOf({ value: null, max: null })).toBeNull();
    expect(shareOf({ value: exact(0), max: exact(0) })).toBeNull();
    expect(shareOf({ value: exact(1), max: null })).toBeNull();
  });
});

describe('targets', () => {
  const targets = [2025, 2030].map((year, index) => ({ year, level: index + 2, note: both('n') }));
  const questionnaire = load(definition([group('g', [five('a')])], {}, { targets }));

  it('are those of the first year that is not past, or the last ones', () => {
    expect([2020, 2025, 2026, 2030, 2031].map((year) => targetFor(questionnaire, year)?.year)).toEqual([
      2025, 2025, 2030, 2030, 2030,
    ]);
    expect(targetFor(load(definition([group('g', [five('a')])])), 2025)).toBeNull();
  });
});

describe('advice', () => {
  it('for a step is the lowest above the present points, in whatever order it is written', () => {
    const item = loadItem('choice', { ...five('a'), advice: [5, 2, 3].map((to) => ({ to, text: both(`to ${to}`) })) });
    const from = (value: string | null): string | undefined =>
      adviceFor(item, { from: value === null ? null : exact(value) })?.vi;
    expect([null, '0', '2', '2.5', '4', '5'].map(from)).toEqual(['to 2', 'to 2', 'to 3', 'to 3', 'to 5', undefined]);
    expect(adviceFor(loadItem('choice', five('a')), { from: null })).toBeNull();
  });

  it('for groups begins with the weakest and leaves out what has no level, no advice or does not count', () => {
    const advice = [1, 2].map((level) => ({ level, text: both(`level ${level}`) }));
    const [questionnaire, result] = scored(
      definition(
        [
          group('g', [five('a')], { advice }),
          group('h', [five('b')], { advice }),
          group('i', [five('c')], { advice, scored: false }),
          group('j', [five('d')]),
          group('k', [five('e')], { advice }),
        ],
        { groupLevel: bandRule('percent', 'upper', 0, [50, 1], [null, 2]) },
      ),
      { a: chosen(5), b: chosen(1), c: chosen(0), d: chosen(0), e: { state: 'not-applicable', reason: 'x' } },
    );
    expect(groupAdvice(questionnaire, result)).toEqual([
      { groupId: 'h', text: both('level 1') },
      { groupId: 'g', text: both('level 2') },
    ]);
  });
});
