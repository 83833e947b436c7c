import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../src/domain/assessment/file-name.ts';
import type { Period } from '../../../src/domain/assessment/period.ts';

const YEAR: Period = { kind: 'year', year: 2025, number: 1 };
const of = (name: string): string => exportFileName(name, 'gov-maturity-5', YEAR, 'xlsx');

describe('names of exported files', () => {
  it('say unit, questionnaire and period in plain ASCII', () => {
    expect(of('UBND xã Trường Đông')).toBe('ubnd-xa-truong-dong_gov-maturity-5_2025.xlsx');
    expect(
      exportFileName('Công ty "Á Đông" & Co.', 'sme-readiness', { kind: 'quarter', year: 2026, number: 3 }, 'pdf'),
    ).toBe('cong-ty-a-dong-co_sme-readiness_2026-q3.pdf');
  });

  it('differ for every kind of period', () => {
    const periods: Period[] = [
      { kind: 'month', year: 2026, number: 9 },
      { kind: 'quarter', year: 2026, number: 1 },
      { kind: 'half', year: 2026, number: 2 },
      { kind: 'nine-months', year: 2026, number: 1 },
      { kind: 'year', year: 2026, number: 1 },
      { kind: 'once', year: 2026, number: 12 },
    ];
    expect(periods.map((period) => exportFileName('x', 'q', period, 'pdf'))).toEqual([
      'x_q_2026-t09.pdf',
      'x_q_2026-q1.pdf',
      'x_q_2026-6t2.pdf',
      'x_q_2026-9t.pdf',
      'x_q_2026.pdf',
      'x_q_2026-lan12.pdf',
    ]);
  });

  it('cannot leave their folder or break it', () => {
    for (const name of ['../../etc/passwd', 'C:\\Windows\\con', 'a\u0000b', '....', '東京', '', ' / ', 'ế'.repeat(300)])
      expect(of(name)).toMatch(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?_gov-maturity-5_2025\.xlsx$/);
    expect(of('東京')).toBe('don-vi_gov-maturity-5_2025.xlsx');
  });
});
