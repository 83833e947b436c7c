import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { toFraction } from '../../../src/domain/exact/exact.ts';
import {
  checkItem,
  checkValue,
  prepareItem,
  printValue,
  ranksOf,
  readShort,
} from '../../../src/domain/items/registry.ts';
import type { Item } from '../../../src/domain/questionnaire/types.ts';
import { both, BANDS, choice, ladder, loadItem, multi, number, ratio, text } from '../definition.ts';

const points = (item: Item, value: AnswerValue): string | null => {
  const result = prepareItem(item).score(value);
  return result === null || result === 'unanswered' ? result : toFraction(result);
};
const range = (item: Item): [string, string] => {
  const { min, max } = prepareItem(item);
  return [toFraction(min), toFraction(max)];
};
const rankPoints = (item: Item): (string | null)[] => ranksOf(item).map((value) => points(item, value));
const codes = (item: Item, value: AnswerValue): string[] => checkValue(item, value).map((problem) => problem.code);
const option = (id: string): AnswerValue => ({ kind: 'option', option: id });
const options = (...ids: string[]): AnswerValue => ({ kind: 'options', options: ids });
const figure = (value: string): AnswerValue => ({ kind: 'number', number: value });
const share = (a: string, b: string): AnswerValue => ({ kind: 'ratio', a, b });
const words = (value: string): AnswerValue => ({ kind: 'text', text: value });

const HOSTILE = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', ''];

describe('ladder', () => {
  const item = loadItem('ladder', ladder('a'));

  it('is worth the level number of its step', () => {
    expect(['1', '3', '5'].map((id) => points(item, option(id)))).toEqual(['1', '3', '5']);
    expect(range(item)).toEqual(['1', '5']);
    expect(rankPoints(item)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('knows only its own steps', () => {
    expect(checkValue(item, option('6'))).toEqual([
      { path: [], code: 'unknown-option', params: { option: '6', known: '1, 2, 3, 4, 5' } },
    ]);
    for (const id of HOSTILE) expect(codes(item, option(id))).toEqual(['unknown-option']);
  });

  it('is written as text or number, and printed as the text of the step', () => {
    expect([readShort(item, '3'), readShort(item, 3)]).toEqual([option('3'), option('3')]);
    expect(printValue(item, option('3'), 'vi')).toBe('step 3');
    expect(printValue(item, option('9'), 'vi')).toBe('');
  });

  it('must rise and must not repeat ids', () => {
    const wrong = structuredClone(item) as { steps: { id: string; value: string }[] };
    Object.assign(wrong.steps[2] as object, { id: '2', value: '2' });
    expect(checkItem(wrong as Item)).toEqual([
      { path: ['steps', 2], code: 'duplicate-option', params: { option: '2' } },
      { path: ['steps', 2, 'value'], code: 'option-order', params: { value: '2' } },
    ]);
  });
});

describe('choice', () => {
  const item = loadItem('choice', choice('a', [0, '2.5', 1, -1, '1/3']));

  it('gives each option its own points, in any order', () => {
    expect(['0', '5-2', '1', 'minus-1', '1-3'].map((id) => points(item, option(id)))).toEqual([
      '0',
      '5/2',
      '1',
      '-1',
      '1/3',
    ]);
    expect(range(item)).toEqual(['-1', '5/2']);
    expect(rankPoints(item)).toEqual(['-1', '0', '1/3', '1', '5/2']);
  });

  it('reads numbers in answer sheets as the id that such points get', () => {
    expect([2.5, -1, 0, 7].map((raw) => readShort(item, raw))).toEqual([
      option('5-2'),
      option('minus-1'),
      option('0'),
      option('7'),
    ]);
    for (const raw of [NaN, Infinity, 1e21, 1e-7]) expect(readShort(item, raw)).toBeNull();
  });

  it('lists equal points once among its ranks', () => {
    const twice = loadItem('choice', {
      ...choice('a', []),
      options: [
        { id: 'no', points: 0, text: both('no') },
        { id: 'yes', points: 3, text: both('yes') },
        { id: 'also', points: 3, text: both('also') },
      ],
    });
    expect(ranksOf(twice)).toEqual([option('no'), option('yes')]);
    expect(checkItem({ ...twice, options: [...twice.options, ...twice.options.slice(0, 1)] })).toEqual([
      { path: ['options', 3], code: 'duplicate-option', params: { option: 'no' } },
    ]);
  });

  it('is safe with option ids that prototypes have', () => {
    const hostile = loadItem('choice', {
      ...choice('a', []),
      options: [
        { id: 'constructor', points: 4, text: both('c') },
        { id: 'valueof', points: 1, text: both('v') },
      ],
    });
    expect(points(hostile, option('constructor'))).toBe('4');
    for (const id of ['__proto__', 'toString', 'valueOf']) {
      expect(codes(hostile, option(id))).toEqual(['unknown-option']);
      expect(points(hostile, option(id))).toBe('unanswered');
    }
  });

  it('prints the title of an option where it has one', () => {
    const titled = loadItem('choice', {
      ...choice('a', []),
      options: [
        { id: 'x', points: 0, title: both('short'), text: both('long') },
        { id: 'y', points: 1, text: both('only') },
      ],
    });
    expect([
      printValue(titled, option('x'), 'en'),
      printValue(titled, option('y'), 'en'),
      printValue(titled, option('z'), 'en'),
    ]).toEqual(['short', 'only', '']);
  });
});

describe('multi', () => {
  const item = loadItem('multi', multi('a', [1, '0.5', 2, -1]));

  it('adds points up to the sum of the positive options', () => {
    expect(points(item, options())).toBe('0');
    expect(points(item, options('o0', 'o1'))).toBe('3/2');
    expect(points(item, options('o0', 'o1', 'o2', 'o3'))).toBe('5/2');
    expect(points(item, options('o3'))).toBe('-1');
    expect(range(item)).toEqual(['-1', '7/2']);
  });

  it('never goes above its cap, and a penalty does not raise the cap', () => {
    const capped = loadItem('multi', multi('a', [1, 1, 1, -1], { max: 2 }));
    expect(points(capped, options('o0', 'o1', 'o2'))).toBe('2');
    expect(points(capped, options('o0', 'o1', 'o2', 'o3'))).toBe('2');
    expect(points(capped, options('o0', 'o3'))).toBe('0');
    expect(range(capped)).toEqual(['-1', '2']);
    expect(rankPoints(capped)).toEqual(['0', '1', '2']);
    expect(range(loadItem('multi', multi('a', [1, 1], { max: 9 })))).toEqual(['0', '2']);
  });

  it('ranks by its best options', () => {
    expect(ranksOf(item)).toEqual([options(), options('o2'), options('o2', 'o0'), options('o2', 'o0', 'o1')]);
    expect(ranksOf(loadItem('multi', multi('a', [-1])))).toEqual([options()]);
  });

  it('names unknown and repeated options with their place', () => {
    expect(checkValue(item, options('o0', 'o9', 'o0'))).toEqual([
      { path: [1], code: 'unknown-option', params: { option: 'o9', known: 'o0, o1, o2, o3' } },
      { path: [2], code: 'duplicate-option', params: { option: 'o0', known: 'o0, o1, o2, o3' } },
    ]);
    for (const id of HOSTILE) expect(codes(item, options(id))).toEqual(['unknown-option']);
    expect(points(item, options('constructor', 'o0'))).toBe('1');
  });

  it('is written as a list and printed in the order of the questionnaire', () => {
    expect(readShort(item, ['o2', 'o0'])).toEqual(options('o2', 'o0'));
    expect(readShort(item, [])).toEqual(options());
    expect(readShort(item, 'o1')).toBeNull();
    expect(printValue(item, options('o2', 'o0'), 'vi')).toBe('option 0; option 2');
  });

  it('must not repeat ids', () => {
    expect(
      checkItem({ ...item, options: [...item.options, item.options[0] as (typeof item.options)[number]] }),
    ).toEqual([{ path: ['options', 4], code: 'duplicate-option', params: { option: 'o0' } }]);
  });
});

describe('number', () => {
  const item = loadItem('number', number('a'));

  it('is worth the points of its band, the upper end included', () => {
    expect(['0', '10', '10.000001', '20', '20.5', '999999999999999'].map((x) => points(item, figure(x)))).toEqual([
      '0',
      '0',
      '1',
      '1',
      '2',
      '2',
    ]);
    expect(range(item)).toEqual(['0', '2']);
    expect(ranksOf(item)).toEqual([figure('10'), figure('20'), figure('21')]);
  });

  it('may give fewer points for more', () => {
    const fewer = loadItem(
      'number',
      number('a', {
        kind: 'bands',
        table: {
          closed: 'lower',
          from: 0,
          bands: [
            { to: 3, value: 5 },
            { to: 8, value: 2 },
            { to: 30, value: 0 },
          ],
        },
      }),
    );
    expect(['0', '2.99', '3', '8', '30', '31'].map((x) => points(fewer, figure(x)))).toEqual([
      '5',
      '5',
      '2',
      '0',
      '0',
      '0',
    ]);
    expect(ranksOf(fewer)).toEqual([figure('8'), figure('3'), figure('0')]);
    expect(rankPoints(fewer)).toEqual(['0', '2', '5']);
  });

  it('follows a straight line, clamped at both ends, in either direction', () => {
    const up = loadItem('number', number('a', { kind: 'linear', zeroAt: 20, fullAt: 100, points: 3 }));
    expect(['0', '20', '40', '100', '500'].map((x) => points(up, figure(x)))).toEqual(['0', '0', '3/4', '3', '3']);
    const down = loadItem('number', number('a', { kind: 'linear', zeroAt: 30, fullAt: 5, points: 10 }));
    expect(['40', '30', '20', '5', '0'].map((x) => points(down, figure(x)))).toEqual(['0', '0', '4', '10', '10']);
    expect(rankPoints(down)).toEqual(['0', '5/2', '5', '15/2', '10']);
    const penalty = loadItem('number', number('a', { kind: 'linear', zeroAt: 0, fullAt: 4, points: -2 }));
    expect(range(penalty)).toEqual(['-2', '0']);
    expect(rankPoints(penalty)).toEqual(['-2', '-3/2', '-1', '-1/2', '0']);
  });

  it('offers no rank outside what may be entered', () => {
    const limited = loadItem('number', number('a', BANDS, { min: 15, max: 20.5 }));
    expect(ranksOf(limited)).toEqual([figure('15'), figure('20.5')]);
    expect(rankPoints(limited)).toEqual(['1', '2']);
    for (const value of ranksOf(limited)) expect(checkValue(limited, value)).toEqual([]);
  });

  it('names what is no number and what is out of range', () => {
    expect(checkValue(item, figure('-1'))).toEqual([
      { path: [], code: 'out-of-range', params: { value: '-1', min: '0', max: '…' } },
    ]);
    const limited = loadItem('number', number('a', { kind: 'linear', zeroAt: 0, fullAt: 1, points: 1 }, { max: 12.5 }));
    expect(checkValue(limited, figure('12.6'))).toEqual([
      { path: [], code: 'out-of-range', params: { value: '12.6', min: '…', max: '12.5' } },
    ]);
    expect(codes(limited, figure('-1000'))).toEqual([]);
    for (const bad of ['', '1e9', '1,5', 'NaN', 'Infinity', '0x1', '1.1234567', '1234567890123456', '--1', '.5'])
      expect(checkValue(item, figure(bad))).toEqual([
        { path: [], code: 'not-a-number', params: { value: bad.slice(0, 40) } },
      ]);
  });

  it('is written as number or text and printed with its unit', () => {
    expect([readShort(item, 12.5), readShort(item, '12.5')]).toEqual([figure('12.5'), figure('12.5')]);
    const unit = loadItem('number', number('a', BANDS, { unit: { vi: 'ngày', en: 'days' } }));
    expect([printValue(unit, figure('1234.5'), 'vi'), printValue(unit, figure('1234.5'), 'en')]).toEqual([
      '1.234,5 ngày',
      '1,234.5 days',
    ]);
    expect(printValue(item, figure('7'), 'vi')).toBe('7');
  });

  it('must have tables and ranges that rise', () => {
    const table = (closed: 'lower' | 'upper', ...to: (string | null)[]) => ({
      ...item,
      score: {
        kind: 'bands' as const,
        table: { closed, from: '0', bands: to.map((end) => ({ to: end, value: '1' })) },
      },
    });
    const at = (index: number) => ['score', 'table', 'bands', index, 'to'];
    expect(checkItem(table('upper', '10', '10'))).toEqual([{ path: at(1), code: 'bands-order', params: { to: '10' } }]);
    expect(checkItem(table('lower', '0', '10'))).toEqual([{ path: at(0), code: 'bands-order', params: { to: '0' } }]);
    expect(checkItem(table('upper', '0', '10'))).toEqual([]);
    expect(checkItem(table('upper', '-1', '10'))).toEqual([{ path: at(0), code: 'bands-order', params: { to: '-1' } }]);
    expect(checkItem(table('upper', null, '10'))).toEqual([{ path: at(0), code: 'bands-not-last' }]);
    expect(checkItem({ ...item, score: { kind: 'linear', zeroAt: '1/2', fullAt: '0.5', points: '1' } })).toEqual([
      { path: ['score', 'fullAt'], code: 'bands-order', params: { to: '0.5' } },
    ]);
    expect(checkItem({ ...item, min: '5', max: '5' })).toEqual([
      { path: ['max'], code: 'bands-order', params: { to: '5' } },
    ]);
  });
});

describe('ratio', () => {
  const item = loadItem('ratio', ratio('a'));

  it('scores 100 a / b exactly', () => {
    expect(
      [share('0', '500'), share('1', '3'), share('250', '500'), share('7', '7')].map((value) => points(item, value)),
    ).toEqual(['0', '5/3', '5/2', '5']);
    expect(range(item)).toEqual(['0', '5']);
  });

  it.each([
    ['not-applicable', null],
    ['zero', '0'],
    ['full', '5'],
  ])('takes a whole of zero as %s', (whenZero, expected) => {
    expect(points(loadItem('ratio', ratio('a', { whenZero })), share('0', '0'))).toBe(expected);
  });

  it('lets the part exceed the whole only where that is allowed, and cuts it at 100 %', () => {
    expect(checkValue(item, share('6', '5'))).toEqual([
      { path: ['a'], code: 'numerator-exceeds', params: { a: '6', b: '5' } },
    ]);
    const free = loadItem('ratio', ratio('a', { mayExceed: true }));
    expect(checkValue(free, share('6', '5'))).toEqual([]);
    expect(points(free, share('6', '5'))).toBe('5');
    expect(printValue(free, share('6', '5'), 'vi')).toBe('6 / 5 (100%)');
    const bands = [100, null].map((to, value) => ({ to, value }));
    const cut = { mayExceed: true, score: { kind: 'bands', table: { closed: 'upper', from: 0, bands } } };
    expect(points(loadItem('ratio', ratio('a', cut)), share('6', '5'))).toBe('0');
    expect(checkValue(item, share('5', '5'))).toEqual([]);
    expect(checkValue(item, share('0', '0'))).toEqual([]);
  });

  it('names each wrong figure by its side', () => {
    expect(checkValue(item, share('x', '-1'))).toEqual([
      { path: ['a'], code: 'not-a-number', params: { value: 'x' } },
      { path: ['b'], code: 'negative', params: { value: '-1' } },
    ]);
  });

  it('offers whole shares as ranks, none above 100 %', () => {
    expect(ranksOf(item).map((value) => printValue(item, value, 'vi'))).toEqual([
      '0 / 1.000.000 (0%)',
      '250.000 / 1.000.000 (25%)',
      '500.000 / 1.000.000 (50%)',
      '750.000 / 1.000.000 (75%)',
      '1.000.000 / 1.000.000 (100%)',
    ]);
    const open = loadItem(
      'ratio',
      ratio('a', {
        score: {
          kind: 'bands',
          table: {
            closed: 'upper',
            from: 0,
            bands: [
              { to: '99.5', value: 0 },
              { to: null, value: 1 },
            ],
          },
        },
      }),
    );
    expect(rankPoints(open)).toEqual(['0', '1']);
    for (const value of ranksOf(open)) expect(checkValue(open, value)).toEqual([]);
  });

  it('is written as {a, b} and printed with its percentage', () => {
    expect(readShort(item, { a: 12, b: '20.5' })).toEqual(share('12', '20.5'));
    expect(readShort(item, null)).toBeNull();
    expect(printValue(item, share('1234', '3000'), 'vi')).toBe('1.234 / 3.000 (41,13%)');
    expect(printValue(item, share('0', '0'), 'en')).toBe('0 / 0');
  });
});

describe('text', () => {
  const item = loadItem('text', text('a', { maxLength: 5 }));

  it('is never scored', () => {
    expect(points(item, words('abc'))).toBe('0');
    expect(range(item)).toEqual(['0', '0']);
    expect(ranksOf(item)).toEqual([]);
    expect(item.scored).toBe(false);
    expect(() => loadItem('text', text('a', { scored: true }))).toThrow('scored');
  });

  it('is bounded, cleaned and printed as it is', () => {
    expect(checkValue(item, words('123456'))).toEqual([{ path: [], code: 'too-long', params: { length: 6, max: 5 } }]);
    expect(checkValue(item, words('12345'))).toEqual([]);
    expect(readShort(item, 'Huế'.normalize('NFD'))).toEqual(words('Huế'));
    expect(readShort(item, 5)).toBeNull();
    expect(printValue(item, words('Huế'), 'vi')).toBe('Huế');
    expect(checkItem(item)).toEqual([]);
  });
});
