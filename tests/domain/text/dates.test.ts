import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, formatDocumentDay, parseDay, timeOf, toIsoDay } from '../../../src/domain/text/dates.ts';

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

describe('date line of a document (Nghị định 30/2020/NĐ-CP)', () => {
  it.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-10', 'ngày 10 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-09-30', 'ngày 30 tháng 9 năm 2026'],
    ['2026-10-01', 'ngày 01 tháng 10 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('%s is %s', (iso, line) => {
    const day = parseDay(iso);
    expect(day && formatDocumentDay(day, 'vi')).toBe(line);
  });

  it('has a zero only before days under 10 and the months 1 and 2', () => {
    for (let month = 1; month <= 12; month += 1)
      for (let day = 1; day <= 28; day += 1) {
        const line = formatDocumentDay({ year: 2026, month, day }, 'vi');
        expect(/ngày 0/.test(line)).toBe(day < 10);
        expect(/tháng 0/.test(line)).toBe(month <= 2);
      }
  });

  it('names the month in English', () => {
    expect(formatDocumentDay({ year: 2026, month: 3, day: 9 }, 'en')).toBe('9 March 2026');
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
