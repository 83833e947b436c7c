import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  add,
  compare,
  divide,
  exact,
  larger,
  multiply,
  percent,
  reduce,
  smaller,
  subtract,
  toDecimal,
  toFraction,
  toNumber,
  type Exact,
} from '../../../src/domain/exact/exact.ts';

// Much is tried; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 10_000 };

const fraction = fc.record({
  n: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  d: fc.bigInt({ min: 1n, max: 10n ** 6n }),
});

/** Equality by cross multiplication, without anything of the module under test. */
const same = (a: Exact, n: bigint, d: bigint): boolean => a.n * d === n * a.d;

describe('reading exact numbers', () => {
  it.each([
    ['20.3', 203n, 10n],
    ['-0.5', -5n, 10n],
    ['+7', 7n, 1n],
    ['007', 7n, 1n],
    ['271/600', 271n, 600n],
    ['-1/2', -1n, 2n],
    ['1.5/3', 15n, 30n],
    ['-0', 0n, 1n],
  ])('reads %s', (text, n, d) => {
    expect(exact(text)).toEqual({ n, d });
  });

  it('reads JavaScript numbers through their shortest decimal form', () => {
    expect(exact(20.3)).toEqual({ n: 203n, d: 10n });
    expect(exact(0.1)).toEqual({ n: 1n, d: 10n });
    expect(exact(-0)).toEqual({ n: 0n, d: 1n });
    expect(exact(Number.MAX_SAFE_INTEGER)).toEqual({ n: 9007199254740991n, d: 1n });
    expect(exact(12n)).toEqual({ n: 12n, d: 1n });
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '1,5',
    '1e3',
    '.5',
    '5.',
    '0x10',
    'NaN',
    'Infinity',
    '1/',
    '--1',
    '1/-2',
    '１',
    '9'.repeat(31),
  ])('refuses %j', (text) => {
    expect(() => exact(text)).toThrow(RangeError);
  });

  it.each([NaN, Infinity, -Infinity, 1e21, 1e-7])('refuses the number %s', (value) => {
    expect(() => exact(value)).toThrow(RangeError);
  });

  it('refuses a denominator of zero, with a short message', () => {
    expect(() => exact('1/0')).toThrow('division by zero');
    expect(() => exact('x'.repeat(1000))).toThrow(/^.{1,90}$/);
  });
});

describe('arithmetic', () => {
  it('agrees with cross multiplication', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(same(add(a, b), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(subtract(a, b), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(multiply(a, b), a.n * b.n, a.d * b.d)).toBe(true);
        const difference = a.n * b.d - b.n * a.d;
        expect(compare(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(compare(smaller(a, b), larger(a, b))).toBeLessThanOrEqual(0);
        if (b.n !== 0n) {
          const quotient = divide(a, b);
          expect(quotient.d > 0n).toBe(true);
          expect(same(multiply(quotient, b), a.n, a.d)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('keeps sums over one denominator small', () => {
    const tenth = exact('0.1');
    expect(Array.from({ length: 10 }, () => tenth).reduce(add)).toEqual({ n: 10n, d: 10n });
  });

  it('divides by negative numbers and refuses zero', () => {
    expect(toFraction(divide(exact(1), exact('-0.5')))).toBe('-2');
    expect(() => divide(exact(1), exact(0))).toThrow(RangeError);
  });

  it('makes percentages, and none of a whole of zero', () => {
    expect(toFraction(percent(exact(39), exact(65)) as Exact)).toBe('60');
    expect(percent(exact(3), exact(0))).toBeNull();
  });

  it('never mixes up 0.1 + 0.2 and 0.3', () => {
    expect(compare(add(exact('0.1'), exact('0.2')), exact('0.3'))).toBe(0);
  });
});

describe('canonical text', () => {
  it('is in lowest terms and reads back', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        const text = toFraction(a);
        expect(compare(exact(text), a)).toBe(0);
        const { n, d } = reduce(a);
        for (const prime of [2n, 3n, 5n, 7n, 11n, 13n]) expect(n % prime === 0n && d % prime === 0n).toBe(false);
        expect(d > 0n).toBe(true);
      }),
      RUNS,
    );
  });

  it('is the same for the same number', () => {
    expect([
      toFraction(exact('0.50')),
      toFraction(exact('3/6')),
      toFraction(exact('-4/2')),
      toFraction(exact('0/7')),
    ]).toEqual(['1/2', '1/2', '-2', '0']);
  });
});

describe('rounding for display', () => {
  // What toFixed and Math.round make of these: 1.1, 1.00, 2.5, -1, 1.01.
  it.each([
    ['1.15', 1, '1.2'],
    ['1.005', 2, '1.01'],
    ['2.55', 1, '2.6'],
    ['-1.5', 0, '-2'],
    ['1.015', 2, '1.02'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.5', 0, '3'],
    ['-2.55', 1, '-2.6'],
    ['0.045', 2, '0.05'],
    ['-0.4', 0, '0'],
    ['-0.001', 2, '0.00'],
    ['1/3', 4, '0.3333'],
    ['2/3', 0, '1'],
    ['999.995', 2, '1000.00'],
    ['5', 3, '5.000'],
    ['0', 0, '0'],
  ])('%s with %i decimals is %s', (value, decimals, text) => {
    expect(toDecimal(exact(value), decimals)).toBe(text);
  });

  it('is within half a unit, ties away from zero, on the written digits', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 12 }), (a, decimals) => {
        const text = toDecimal(a, decimals);
        expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
        expect(text).not.toMatch(/^-0(\.0*)?$/);
        const units = BigInt(text.replace('.', ''));
        // |units/10^k - n/d| <= 1/(2*10^k), multiplied by 2*d*10^k.
        const scale = 10n ** BigInt(decimals);
        const off = 2n * (units * a.d - a.n * scale);
        expect(off <= a.d && off >= -a.d).toBe(true);
        if (off === a.d) expect(a.n >= 0n).toBe(true);
        if (off === -a.d) expect(a.n < 0n).toBe(true);
      }),
      RUNS,
    );
  });

  it('gives drawing positions as numbers', () => {
    expect(toNumber(exact('1/3'))).toBe(0.333333333);
    expect(toNumber(exact('-12.5'))).toBe(-12.5);
  });
});
