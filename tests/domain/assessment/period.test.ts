import { describe, expect, it } from 'vitest';
import { comparePeriods, isPeriod, PERIOD_KINDS, type Period } from '../../../src/domain/assessment/period.ts';
import { createTranslator } from '../../../src/domain/wording/catalogue.ts';
import { en } from '../../../src/domain/wording/en.ts';
import { periodText } from '../../../src/domain/wording/sentences.ts';
import { vi } from '../../../src/domain/wording/vi.ts';

const period = (kind: Period['kind'], year: number, number: number): Period => ({ kind, year, number });

describe('periods', () => {
  it('count within their year', () => {
    const last = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1, once: 99 };
    for (const kind of PERIOD_KINDS) {
      expect(isPeriod(period(kind, 2026, 1))).toBe(true);
      expect(isPeriod(period(kind, 2026, last[kind]))).toBe(true);
      for (const number of [0, -1, 1.5, NaN, last[kind] + 1]) expect(isPeriod(period(kind, 2026, number))).toBe(false);
      for (const year of [1999, 2101, 2026.5, NaN]) expect(isPeriod(period(kind, year, 1))).toBe(false);
    }
  });

  it('are ordered by their end', () => {
    const ordered = [
      period('year', 2024, 1),
      period('month', 2025, 1),
      period('month', 2025, 2),
      period('quarter', 2025, 1),
      period('month', 2025, 4),
      period('half', 2025, 1),
      period('nine-months', 2025, 1),
      period('quarter', 2025, 4),
      period('quarter', 2026, 1),
    ];
    for (let index = 1; index < ordered.length; index += 1)
      expect(comparePeriods(ordered[index - 1] as Period, ordered[index] as Period)).toBeLessThan(0);
    expect([...ordered].reverse().sort(comparePeriods)).toEqual(ordered);
    expect(comparePeriods(period('year', 2025, 1), period('year', 2025, 1))).toBe(0);
    expect(comparePeriods(period('once', 2025, 2), period('once', 2025, 1))).toBeGreaterThan(0);
  });

  it('are written as people say them', () => {
    const vietnamese = createTranslator('vi', vi);
    const english = createTranslator('en', en);
    const rows: [Period, string, string][] = [
      [period('month', 2026, 9), 'Tháng 9/2026', 'Month 9/2026'],
      [period('quarter', 2026, 3), 'Quý III/2026', 'Quarter 3/2026'],
      [period('quarter', 2026, 4), 'Quý IV/2026', 'Quarter 4/2026'],
      [period('half', 2026, 1), '6 tháng đầu năm 2026', 'First half of 2026'],
      [period('half', 2026, 2), '6 tháng cuối năm 2026', 'Second half of 2026'],
      [period('nine-months', 2026, 1), '9 tháng năm 2026', 'Nine months of 2026'],
      [period('year', 2026, 1), 'Năm 2026', '2026'],
      [period('once', 2026, 7), 'Lần 7, năm 2026', 'Round 7, 2026'],
    ];
    for (const [row, inVietnamese, inEnglish] of rows)
      expect([periodText(vietnamese, row), periodText(english, row)]).toEqual([inVietnamese, inEnglish]);
  });
});
