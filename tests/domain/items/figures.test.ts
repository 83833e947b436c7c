/** Numbers and ratios beyond items.test.ts: units counted one by one, dates, explanations, and the quick way of counting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { ANY_CONTEXT } from '../../../src/domain/assessment/context.ts';
import { compare, exact, HUNDRED, percent, smaller, toFraction, type Exact } from '../../../src/domain/exact/exact.ts';
import { decimalOf, percentOf, wholeOf } from '../../../src/domain/items/figures.ts';
import { ratioPercent } from '../../../src/domain/items/ratio.ts';
import { prepareNumberScore, type NumberScore } from '../../../src/domain/items/number-score.ts';
import {
  cellsOf,
  checkItem,
  checkValue,
  explainValue,
  paperOf,
  prepareItem,
  printValue,
  ranksOf,
  readShort,
  valueFromCells,
} from '../../../src/domain/items/registry.ts';
import type { Item } from '../../../src/domain/questionnaire/types.ts';
import { BANDS, both, number, ratio, text, type Raw } from '../definition.ts';
import { date, parseItem, soundItem } from './samples.ts';

const points = (item: Item, value: AnswerValue): string | null => {
  const result = prepareItem(item).score(value);
  return result === null || result === 'unanswered' ? result : toFraction(result);
};
const figure = (value: string): AnswerValue => ({ kind: 'number', number: value });
const share = (a: string, b: string): AnswerValue => ({ kind: 'ratio', a, b });
const day = (value: string): AnswerValue => ({ kind: 'date', date: value });
const codes = (item: Item, value: AnswerValue): string[] => checkValue(item, value).map(({ code }) => code);
const explained = (item: Item, value: AnswerValue) => explainValue(item, value, ANY_CONTEXT, 'vi');

describe('points for each one counted', () => {
  const perUnit = (each: number | string, most: number | string, more: Raw = {}) =>
    soundItem('number', number('a', { kind: 'per-unit', points: each, most }, more));

  it('rise up to the cap', () => {
    const item = perUnit('0.5', 2);
    expect(['0', '1', '3', '4', '9', '1.5'].map((x) => points(item, figure(x)))).toEqual(['0', '1/2', '3/2', '2', '2', '3/4']); // prettier-ignore
    expect(ranksOf(item)).toEqual(['0', '1', '2', '3', '4'].map(figure));
  });

  it('fall for a deduction, whichever sign the cap is written with', () => {
    for (const most of [3, -3]) {
      const item = perUnit(-1, most);
      expect(['0', '2', '7'].map((x) => points(item, figure(x)))).toEqual(['0', '-2', '-3']);
      expect(toFraction(prepareItem(item).min)).toBe('-3');
      expect(ranksOf(item)).toEqual(['3', '2', '1', '0'].map(figure));
    }
  });

  it('have few stops where there are many units, the last of them full', () => {
    const item = perUnit(1, 90);
    expect(ranksOf(item)).toEqual(['0', '22', '45', '67', '90'].map(figure));
    expect(ranksOf(perUnit('0.3', 1))).toEqual(['0', '1', '2', '3', '4'].map(figure));
  });

  it('count nothing below zero', () => {
    const item = perUnit(1, 5, { min: -10 });
    expect(points(item, figure('-4'))).toBe('0');
    expect(codes(perUnit(1, 5), figure('-1'))).toEqual(['out-of-range']);
  });

  it('and their cap are not zero', () => {
    const wrong = parseItem('number', number('a', { kind: 'per-unit', points: 0, most: 0 }));
    expect(checkItem(wrong).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'score.points zero-points',
      'score.most zero-points',
    ]);
  });

  it('are explained', () => {
    expect(explained(perUnit('0.5', 2, { unit: both('ideas') }), figure('3'))).toEqual({
      key: 'per-unit',
      params: { value: '3 ideas', each: '0,5', most: '2', points: '1,5' },
    });
  });
});

describe('the quick way of counting', () => {
  const RULES: NumberScore[] = [
    { kind: 'linear', zeroAt: '0', fullAt: '100', points: '5' },
    { kind: 'linear', zeroAt: '100/3', fullAt: '-7/2', points: '-13/6' },
    { kind: 'linear', zeroAt: '9007199254740993', fullAt: '1', points: '1/9007199254740993' },
    { kind: 'per-unit', points: '1/3', most: '50' },
    {
      kind: 'bands',
      table: { closed: 'lower', from: '0', bands: [{ to: '100/3', value: '1' }, { to: '50', value: '1/7' }, { to: null, value: '3' }] }, // prettier-ignore
    },
    {
      kind: 'bands',
      table: { closed: 'upper', from: '0', bands: [{ to: '0', value: '0' }, { to: '123456789.123456', value: '2' }, { to: '999999999999999', value: '3' }] }, // prettier-ignore
    },
  ];
  const whole = fc.oneof(fc.nat(200), fc.nat(1_000_000), fc.integer({ min: 0, max: 999_999_999_999_999 }));

  it('gives the same as exact numbers, for any whole numbers', () => {
    for (const rule of RULES) {
      const { score, scoreFraction, min, max } = prepareNumberScore(rule);
      fc.assert(
        fc.property(whole, whole, fc.boolean(), (n, d, negative) => {
          const top = negative ? -n : n;
          const quick = scoreFraction(top, d + 1);
          expect(compare(quick, score({ n: BigInt(top), d: BigInt(d + 1) }))).toBe(0);
          expect(compare(quick, min) >= 0 && compare(quick, max) <= 0).toBe(true);
        }),
        { numRuns: 1000 },
      );
    }
  });

  it('gives the same for ratios as dividing the entered texts', () => {
    const item = soundItem('ratio', ratio('a', { mayExceed: true }));
    const { score } = prepareItem(item);
    fc.assert(
      fc.property(whole, whole, fc.constantFrom('', '.5', '.000001'), (a, b, decimals) => {
        const [part, all] = [`${a}`, `${b}${decimals}`];
        const expected = percent(exact(part), exact(all));
        const found = score(share(part, all));
        if (expected === null) expect(found).toBeNull();
        else expect(compare(found as Exact, { n: smaller(expected, HUNDRED).n, d: smaller(expected, HUNDRED).d * 20n })).toBe(0); // prettier-ignore
      }),
      { numRuns: 2000 },
    );
  });

  it('reads plain digits only', () => {
    expect(['0', '007', '999999999999999'].map(wholeOf)).toEqual([0, 7, 999999999999999]);
    for (const other of ['', '-1', '1.5', '1e3', ' 1', '1234567890123456', '٣']) expect(wholeOf(other)).toBe(-1);
    expect(['12.50', '0.000001', '7', '12345678901234.5'].map(decimalOf)).toEqual([
      { n: 1250, d: 100 },
      { n: 1, d: 1_000_000 },
      { n: 7, d: 1 },
      { n: 123456789012345, d: 10 },
    ]);
    for (const other of ['', '.5', '5.', '1.2.3', '-1.5', '1.1234567', '1e3', '123456789012345.6', 'x', '1.x'])
      expect(decimalOf(other)).toBeNull();
  });

  it('tells nothing occurred from nothing readable', () => {
    const item = soundItem('ratio', ratio('a', { whenZero: 'full' }));
    expect([points(item, share('0', '0')), points(item, share('0.0', '0.0'))]).toEqual(['5', '5']);
    expect([points(item, share('x', '1')), points(item, share('1', ''))]).toEqual(['unanswered', 'unanswered']);
    expect([percentOf('1', 'x'), percentOf('x', '1'), percentOf('1', '0')]).toEqual([null, null, null]);
    expect(toFraction(percentOf('-1', '-4') as Exact)).toBe('25');
    expect([ratioPercent(figure('1')), ratioPercent(share('6', '5'))]).toEqual([null, HUNDRED]);
    expect(points(soundItem('number', number('a')), figure('x'))).toBe('unanswered');
  });
});

describe('explanations of figures', () => {
  const keys = (closed: 'lower' | 'upper', last: number | null) => {
    const bands = [10, 20, last].map((to, value) => ({ to, value }));
    const item = soundItem('number', number('a', { kind: 'bands', table: { closed, from: 0, bands } }));
    return ['5', '10', '20', '99'].map((x) => explained(item, figure(x)).key);
  };

  it('say on which side a bound lies', () => {
    expect(keys('lower', null)).toEqual(['band-below', 'band-from-below', 'band-from', 'band-from']);
    expect(keys('upper', 40)).toEqual(['band-up-to', 'band-up-to', 'band-over-up-to', 'band-over']);
    const single = { kind: 'bands', table: { closed: 'upper', from: 0, bands: [{ to: null, value: 1 }] } };
    expect(explained(soundItem('number', number('a', single)), figure('5')).key).toBe('band-only');
  });

  it('show figures in Vietnamese form', () => {
    const item = soundItem('number', number('a', BANDS, { unit: { vi: 'ngày', en: 'days' } }));
    expect(explained(item, figure('1234.5')).params).toEqual({
      value: '1.234,5 ngày',
      from: '20',
      to: '0',
      points: '2',
    });
    const line = soundItem('number', number('a', { kind: 'linear', zeroAt: 10, fullAt: '2.5', points: 5 }));
    expect(explained(line, figure('4'))).toEqual({
      key: 'line',
      params: { value: '4', zeroAt: '10', fullAt: '2,5', full: '5', points: '4' },
    });
  });

  it('show ratios with their percentage, and what a whole of zero means', () => {
    expect(explained(soundItem('ratio', ratio('a', { score: BANDS })), share('30', '200'))).toEqual({
      key: 'band-over-up-to',
      params: { value: '30 / 200 (15%)', from: '10%', to: '20%', points: '1' },
    });
    for (const whenZero of ['not-applicable', 'zero', 'full'])
      expect(explained(soundItem('ratio', ratio('a', { whenZero })), share('0', '0')).key).toBe(`nothing-${whenZero}`);
  });
});

describe('forms for figures', () => {
  it('bound the cell by what may be entered', () => {
    const cell = (score: Raw, more: Raw = {}) => cellsOf(soundItem('number', number('a', score, more)))[0]?.input;
    expect(cell(BANDS)).toEqual({ kind: 'number', min: '0', max: null, decimals: 0 });
    expect(cell({ kind: 'linear', zeroAt: 0, fullAt: 1, points: 1 }, { max: '1.5', decimals: 1 })).toEqual({ kind: 'number', min: null, max: '1.5', decimals: 1 }); // prettier-ignore
  });

  it('ask for both parts of a ratio; half of it is no answer', () => {
    const item = soundItem('ratio', ratio('a'));
    expect(paperOf(item).map((line) => line.kind === 'write' && line.label?.vi)).toEqual(['part', 'whole']);
    expect(valueFromCells(item, new Map([['a', '5']]))).toBeNull();
    expect(valueFromCells(item, new Map([['a', ' 5 '], ['b', '8']]))).toEqual(share('5', '8')); // prettier-ignore
  });

  it('offer a ratio that cannot be written in millionths as the fraction itself', () => {
    const bands = [{ to: '100/3', value: 0 }, { to: 100, value: 1 }]; // prettier-ignore
    const item = soundItem(
      'ratio',
      ratio('a', { score: { kind: 'bands', table: { closed: 'upper', from: 0, bands } } }),
    );
    expect(ranksOf(item)[0]).toEqual(share('100', '300'));
  });
});

describe('date', () => {
  const item = soundItem('date', date('a', { earliest: '2024-03', latest: '2025' }));

  it('is an existing day within its bounds, a year or month standing for all its days', () => {
    for (const good of ['2024-03-01', '2025-12-31', '2024-12-31']) expect(codes(item, day(good))).toEqual([]);
    for (const late of ['2024-02-29', '2026-01-01']) expect(codes(item, day(late))).toEqual(['out-of-range']);
    for (const bad of ['2025-02-29', '2025-2-1', 'soon', '']) expect(codes(item, day(bad))).toEqual(['not-a-date']);
    expect(checkValue(item, day('2026-01-01'))[0]?.params).toEqual({
      value: '2026-01-01',
      min: '2024-03',
      max: '2025',
    });
    const open = soundItem('date', date('a'));
    expect(codes(open, day('1900-01-01'))).toEqual([]);
    const from = soundItem('date', date('a', { earliest: '2025' }));
    expect(checkValue(from, day('2024-12-31'))[0]?.params).toEqual({ value: '2024-12-31', min: '2025', max: '…' });
    const to = soundItem('date', date('a', { latest: '2025' }));
    expect(checkValue(to, day('2026-12-31'))[0]?.params).toEqual({ value: '2026-12-31', min: '…', max: '2025' });
  });

  it('is written with the year or the day first, and printed day first', () => {
    expect([readShort(item, '2025-06-01'), readShort(item, '1/6/2025'), readShort(item, 'soon')]).toEqual([
      day('2025-06-01'),
      day('2025-06-01'),
      day('soon'),
    ]);
    expect(readShort(item, 2025)).toBeNull();
    expect([printValue(item, day('2025-06-01'), 'vi'), printValue(item, day('soon'), 'vi')]).toEqual([
      '01/06/2025',
      '',
    ]);
    expect(valueFromCells(item, new Map([['value', '1.6.2025']]))).toEqual(day('2025-06-01'));
  });

  it('is never scored, and refused with bounds that leave no day', () => {
    expect([points(item, day('2025-06-01')), ranksOf(item)]).toEqual(['0', []]);
    expect(explained(item, day('2025-06-01'))).toEqual({ key: 'kept', params: {} });
    expect(paperOf(item)[0]?.kind).toBe('write');
    const wrong = (earliest: string, latest: string) => checkItem(parseItem('date', date('a', { earliest, latest })));
    expect(wrong('2025-02', '2024')).toEqual([{ path: ['latest'], code: 'bands-order', params: { to: '2024' } }]);
    expect([wrong('2025-02', '2025'), wrong('2024', '2025')]).toEqual([[], []]);
    expect(checkItem(soundItem('date', date('a', { latest: '2025' })))).toEqual([]);
  });
});

describe('text', () => {
  it('is filled in when it says something, and explained as kept', () => {
    const item = soundItem('text', text('a'));
    expect(explained(item, { kind: 'text', text: 'x' })).toEqual({ key: 'kept', params: {} });
    expect(paperOf(item)).toEqual([{ kind: 'write', label: null, unit: null }]);
  });
});
