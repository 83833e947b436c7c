import { describe, expect, it } from 'vitest';
import {
  add,
  exact,
  readDecimal,
  multiply,
  subtract,
  toDecimal,
  toFraction,
  ZERO,
  type Exact,
} from '../../../src/domain/exact/exact.ts';
import { root } from '../../../src/domain/exact/root.ts';
import { roundTo, type RoundMode } from '../../../src/domain/exact/round.ts';

describe('rounding where a source does', () => {
  const round = (value: string, mode: RoundMode, decimals = 0): string =>
    toFraction(roundTo(exact(value), decimals, mode));

  it.each<[string, string, string, string]>([
    ['2.5', '3', '3', '2'],
    ['3.5', '4', '4', '4'],
    ['-2.5', '-2', '-3', '-2'],
    ['-3.5', '-3', '-4', '-4'],
    ['2.4', '2', '2', '2'],
    ['-2.6', '-3', '-3', '-3'],
    ['7', '7', '7', '7'],
  ])('%s half up %s, away %s, even %s', (value, up, away, even) => {
    expect([round(value, 'half-up'), round(value, 'half-away'), round(value, 'half-even')]).toEqual([up, away, even]);
  });

  it('keeps so many decimals, exactly where binary fractions fail', () => {
    expect([round('1.15', 'half-up', 1), round('1.005', 'half-up', 2), round('2/3', 'half-even', 3)]).toEqual([
      '6/5',
      '101/100',
      '667/1000',
    ]);
  });
});

describe('roots', () => {
  it('are right to the twelfth decimal, half up', () => {
    expect(toDecimal(root(exact(2), 2), 12)).toBe('1.414213562373');
    expect(toDecimal(root(exact(10), 3), 12)).toBe('2.154434690032');
    expect(toDecimal(root(exact('2/3'), 2), 12)).toBe('0.816496580928');
    expect(toFraction(root(exact(1024), 10))).toBe('2');
    expect(toFraction(root(exact('0.25'), 2))).toBe('1/2');
    expect(toFraction(root(exact('7.3'), 1))).toBe('73/10');
  });

  it('of nothing are nothing', () => {
    expect([root(ZERO, 3), root(exact(-4), 2)]).toEqual([ZERO, ZERO]);
  });

  it('hold of their powers within half of the last decimal', () => {
    for (let n = 1n; n < 60n; n += 7n)
      for (const k of [2, 3, 5, 8]) {
        const x: Exact = { n, d: 7n };
        const found = root(x, k);
        const power = (base: Exact): Exact => Array.from({ length: k }, () => base).reduce(multiply);
        const half: Exact = { n: 1n, d: 2n * 10n ** 12n };
        const [low, high] = [power(subtract(found, half)), power(add(found, half))];
        expect(low.n * x.d <= x.n * low.d && x.n * high.d < high.n * x.d).toBe(true);
      }
  });
});

describe('long sums', () => {
  it('stay short: large denominators meet at their least common multiple', () => {
    let sum = ZERO;
    for (let n = 0; n < 2000; n += 1) sum = add(sum, { n: 1n, d: [3n, 7n, 11n, 999983n][n % 4] as bigint });
    expect(sum.d).toBeLessThan(1n << 600n);
    expect(toFraction(sum)).toBe(
      toFraction(multiply(exact(500), add(add(exact('1/3'), exact('1/7')), add(exact('1/11'), exact('1/999983'))))),
    );
    expect(toFraction(subtract(exact('1/3'), exact('1/7')))).toBe('4/21');
  });
});

describe('entered numbers', () => {
  it('are read digit by digit as the pattern says', () => {
    const pattern = /^-?\d{1,15}(\.\d{1,6})?$/;
    const samples = ['0', '-0', '7', '-7.5', '12.250000', '999999999999999', '999999999999999.999999', '-1.000001'];
    const others = [
      '',
      '-',
      '.',
      '1.',
      '.5',
      '--1',
      '1-',
      '1.2.3',
      '1e3',
      '+1',
      ' 1',
      '1 ',
      '1,5',
      '٣',
      '1.1234567',
      '1234567890123456',
      'NaN',
    ];
    for (const text of [...samples, ...others]) {
      const read = readDecimal(text);
      expect([text, read !== null]).toEqual([text, pattern.test(text)]);
      if (read) expect([text, toFraction(read)]).toEqual([text, toFraction(exact(text))]);
    }
  });
});
