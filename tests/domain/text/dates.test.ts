import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, documentMonth, parseDay, timeOf, toIsoDay } from '../../../src/domain/text/dates.ts';

describe('reading days', () => {
  it.each([
    ['2025-12-08', { year: 2025, month: 12, day: 8 }],
    ['8/12/2025', { year: 2025, month: 12, day: 8 }],
    ['08/12/2025', { year: 2025, month: 12, day: 8 }],
    [' 08-12-2025 ', { year: 2025, month: 12, day: 8 }],
    ['29/2/2024', { year: 2024, month: 2, day: 29 }],
  ])('reads %j day first', (text, day) => {
    expect(parseDay(text)).toEqual(day);
  });

  it.each([
    '12/13/2025',
    '29/2/2025',
    '31/4/2025',
    '2025-00-10',
    '2025-1-1',
    '00/01/2025',
    '1/1/25',
    'hôm nay',
    '',
    '0050-01-01',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('writes what it reads', () => {
    for (const iso of ['2000-02-29', '1999-12-31', '2025-07-01']) {
      const day = parseDay(iso);
      expect(day && toIsoDay(day)).toBe(iso);
      expect(day && parseDay(formatDay(day))).toEqual(day);
    }
  });
});

describe('month in the date line of a document (Nghị định 30/2020/NĐ-CP)', () => {
  it('has a leading zero for the months 1 and 2 only', () => {
    const months = Array.from({ length: 12 }, (_, index) => documentMonth(index + 1, 'vi'));
    expect(months).toEqual(['01', '02', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
  });

  it('is named in English', () => {
    expect([1, 3, 12].map((month) => documentMonth(month, 'en'))).toEqual(['January', 'March', 'December']);
  });
});

describe('instants seen from a place', () => {
  it('change the day where the clock is ahead', () => {
    expect(dayOf('2026-01-31T17:30:00.000Z', 420)).toEqual({ year: 2026, month: 2, day: 1 });
    expect(dayOf('2026-01-31T16:59:59.000Z', 420)).toEqual({ year: 2026, month: 1, day: 31 });
    expect(timeOf('2026-01-31T17:05:00.000Z', 420)).toBe('00:05');
    expect(timeOf('2026-01-31T07:05:00.000Z', 420)).toBe('14:05');
    expect(dayOf('2026-01-01T02:00:00.000Z', -180)).toEqual({ year: 2025, month: 12, day: 31 });
  });
});
