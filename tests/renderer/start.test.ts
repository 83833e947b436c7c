import { describe, expect, it } from 'vitest';
import type { QuestionnaireSummary } from '../../src/contract/views.ts';
import { isPeriod, PERIOD_KINDS } from '../../src/domain/assessment/period.ts';
import {
  numbersOf,
  periodAfter,
  periodAt,
  roundAt,
  suggestPeriod,
} from '../../src/renderer/screens/start/period-choice.ts';
import { firstChoice, refOf, sortOut } from '../../src/renderer/screens/start/questionnaire-choice.ts';
import { round } from './rounds.ts';

describe('the period of a new round', () => {
  it('can have any number of its kind', () => {
    const counts = PERIOD_KINDS.map((kind) => numbersOf(kind).length);
    expect(counts).toEqual([12, 4, 2, 1, 1, 12]);
    for (const kind of PERIOD_KINDS)
      for (const number of numbersOf(kind)) expect(isPeriod({ kind, year: 2026, number })).toBe(true);
  });

  it('contains the day', () => {
    const numbers = (month: number) => PERIOD_KINDS.map((kind) => periodAt(kind, 2026, month).number);
    expect(numbers(1)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(numbers(6)).toEqual([6, 2, 1, 1, 1, 1]);
    expect(numbers(7)).toEqual([7, 3, 2, 1, 1, 1]);
    expect(numbers(12)).toEqual([12, 4, 2, 1, 1, 1]);
  });

  it('is followed by the next of its kind, into the next year', () => {
    expect(periodAfter({ kind: 'quarter', year: 2026, number: 3 })).toEqual({ kind: 'quarter', year: 2026, number: 4 });
    expect(periodAfter({ kind: 'quarter', year: 2026, number: 4 })).toEqual({ kind: 'quarter', year: 2027, number: 1 });
    expect(periodAfter({ kind: 'year', year: 2026, number: 1 })).toEqual({ kind: 'year', year: 2027, number: 1 });
    expect(periodAfter({ kind: 'once', year: 2026, number: 1 })).toEqual({ kind: 'once', year: 2026, number: 2 });
  });

  it('is taken when the same questionnaire has a round of it', () => {
    const taken = round();
    expect(roundAt([taken], 'gov-maturity-5', taken.period)).toBe(taken);
    expect(roundAt([taken], 'sme-quick', taken.period)).toBeUndefined();
    expect(roundAt([taken], 'gov-maturity-5', { ...taken.period, kind: 'once' })).toBeUndefined();
  });

  it('is suggested: the present year, or of the kind used last, the first that is free', () => {
    expect(suggestPeriod([], 'gov-maturity-5', 2026, 5)).toEqual({ kind: 'year', year: 2026, number: 1 });
    expect(suggestPeriod([round()], 'gov-maturity-5', 2026, 5)).toEqual({ kind: 'year', year: 2027, number: 1 });
    expect(suggestPeriod([round()], 'sme-quick', 2026, 5)).toEqual({ kind: 'year', year: 2026, number: 1 });
    const quarters = [2, 1].map((number) => round({ period: { kind: 'quarter', year: 2026, number } }));
    expect(suggestPeriod(quarters, 'gov-maturity-5', 2026, 5)).toEqual({ kind: 'quarter', year: 2026, number: 3 });
    expect(suggestPeriod(quarters, 'gov-maturity-5', 2027, 12)).toEqual({ kind: 'quarter', year: 2027, number: 4 });
  });
});

function questionnaire(id: string, version: string, more: Partial<QuestionnaireSummary> = {}): QuestionnaireSummary {
  const text = { vi: id, en: id };
  return {
    id,
    version,
    hash: '',
    title: text,
    shortTitle: text,
    summary: text,
    minutes: 10,
    audience: ['commune'],
    basis: 'own',
    status: 'not-issued',
    items: 1,
    groups: 1,
    ...more,
  };
}

describe('the choice of a questionnaire', () => {
  const refs = (list: readonly QuestionnaireSummary[]): string[] => list.map(refOf);

  it('has first what is made for the kind, in its newest version, by title', () => {
    const list = [
      questionnaire('b', '1.9.0'),
      questionnaire('b', '1.10.0'),
      questionnaire('a', '1.0.0'),
      questionnaire('firm', '1.0.0', { audience: ['enterprise'] }),
    ];
    const { fitting, others } = sortOut(list, 'commune');
    expect(refs(fitting)).toEqual(['a 1.0.0', 'b 1.10.0']);
    expect(refs(others)).toEqual(['b 1.9.0', 'firm 1.0.0']);
  });

  it('knows the newest version also when its title has changed', () => {
    const renamed = { vi: 'z', en: 'z' };
    const list = [questionnaire('a', '1.0.0'), questionnaire('a', '2.0.0', { title: renamed })];
    expect(refs(sortOut(list, 'commune').fitting)).toEqual(['a 2.0.0']);
  });

  it('starts from the latest round, else from the only one that fits, else from nothing', () => {
    const list = [questionnaire('a', '1.0.0'), questionnaire('a', '2.0.0'), questionnaire('b', '1.0.0')];
    expect(firstChoice(list, 'commune', [round({ questionnaireId: 'a' }), round({ questionnaireId: 'b' })])).toBe(
      'a 2.0.0',
    );
    expect(firstChoice(list, 'commune', [])).toBeNull();
    expect(firstChoice(list.slice(0, 2), 'commune', [])).toBe('a 2.0.0');
    expect(firstChoice(list.slice(0, 2), 'commune', [round({ questionnaireId: 'gone' })])).toBe('a 2.0.0');
    expect(firstChoice(list, 'enterprise', [round({ questionnaireId: 'a' })])).toBeNull();
  });
});
