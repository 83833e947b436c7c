import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compare, exact, type Exact } from '../../../src/domain/exact/exact.ts';
import { LANGUAGES, type Language } from '../../../src/domain/text/localized.ts';
import { formatNumber, formatPercent, parseNumber } from '../../../src/domain/text/numbers.ts';

// Much is tried; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const show = (text: string, language: Language, decimals?: number, fixed?: boolean) =>
  formatNumber(exact(text), language, decimals, fixed === undefined ? {} : { fixed });

describe('numbers for people', () => {
  it('have Vietnamese and English marks', () => {
    expect([show('1234.56', 'vi'), show('1234.56', 'en')]).toEqual(['1.234,56', '1,234.56']);
    expect([show('1234567', 'vi'), show('-1234567.5', 'en')]).toEqual(['1.234.567', '-1,234,567.5']);
    expect([show('999', 'vi'), show('1000', 'vi'), show('0.5', 'vi')]).toEqual(['999', '1.000', '0,5']);
  });

  it('drop trailing zeros unless asked to keep them', () => {
    expect([show('12.50', 'vi'), show('12.50', 'vi', 2, true), show('12', 'vi', 2), show('12', 'vi', 2, true)]).toEqual(
      ['12,5', '12,50', '12', '12,00'],
    );
  });

  it('round once, half away from zero, and never show a negative zero', () => {
    expect([show('1.005', 'vi', 2), show('2.55', 'vi', 1), show('-1.5', 'vi', 0), show('-0.004', 'vi', 2)]).toEqual([
      '1,01',
      '2,6',
      '-2',
      '0',
    ]);
  });

  it('make percentages without a space', () => {
    expect([formatPercent(exact('45.25'), 'vi'), formatPercent(exact('45.25'), 'en')]).toEqual(['45,3%', '45.3%']);
    expect(formatPercent(exact(100), 'vi')).toBe('100%');
  });

  it('look as the platform writes them', () => {
    const platform: Record<Language, Intl.NumberFormat> = {
      vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }),
      en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }),
    };
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom(...LANGUAGES),
        (cents, language) => {
          const expected = cents === 0 ? '0' : platform[language].format(cents / 100);
          expect(formatNumber({ n: BigInt(cents), d: 100n }, language)).toBe(expected);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe('numbers that people type', () => {
  it.each([
    ['1.234', '1234'],
    ['1.234,56', '1234.56'],
    ['1.234.567', '1234567'],
    ['18,5', '18.5'],
    ['0.5', '0.5'],
    ['876.1', '876.1'],
    ['12.25', '12.25'],
    ['0.125', '0.125'],
    ['0.500', '0.500'],
    ['-3,5', '-3.5'],
    ['-1.000', '-1000'],
    ['1 234', '1234'],
    ['1\u00A0234,5', '1234.5'],
    ['42', '42'],
  ])('Vietnamese %j is %s', (typed, value) => {
    expect(parseNumber(typed, 'vi')).toBe(value);
  });

  it.each([
    ['1,234', '1234'],
    ['1,234.56', '1234.56'],
    ['18.5', '18.5'],
    ['0.125', '0.125'],
    ['42', '42'],
  ])('English %j is %s', (typed, value) => {
    expect(parseNumber(typed, 'en')).toBe(value);
  });

  it.each([
    '',
    '-',
    ',5',
    '5,',
    '1,2,3',
    '1.23.456',
    '12.34,5',
    '1,234.5',
    '1e5',
    '0x1F',
    '१२',
    '1.234.56',
    '5%',
    '−5',
  ])('Vietnamese refuses %j', (typed) => {
    expect(parseNumber(typed, 'vi')).toBeNull();
  });

  it.each(['1.234,5', '18,5', '0,125', '1,23', '1.2.3'])('English refuses %j', (typed) => {
    expect(parseNumber(typed, 'en')).toBeNull();
  });

  it('refuses more than fifteen digits', () => {
    expect(parseNumber('123456789012345', 'vi')).toBe('123456789012345');
    expect(parseNumber('1234567890123456', 'vi')).toBeNull();
    expect(parseNumber('1234567890,123456', 'vi')).toBeNull();
  });

  it('are understood again after they were shown', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...LANGUAGES),
        (units, decimals, language) => {
          const value: Exact = { n: units, d: 10n ** BigInt(decimals) };
          const read = parseNumber(formatNumber(value, language, decimals), language);
          expect(read).not.toBeNull();
          expect(compare(exact(read as string), value)).toBe(0);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
