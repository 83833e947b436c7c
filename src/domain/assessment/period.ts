/** Kinds of reporting period; a collection never mixes them. */
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'nine-months', 'year', 'once'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** The period that an assessment speaks about. `number` counts within the year (month 1-12, quarter 1-4, half 1-2, round of a one-off). */
export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly number: number;
}

/** How many periods of a kind a year has; null = any number (one-off rounds are counted). */
export const PERIODS_PER_YEAR: Record<PeriodKind, number | null> = {
  month: 12,
  quarter: 4,
  half: 2,
  'nine-months': 1,
  year: 1,
  once: null,
};

/** Is the number within the year for its kind? */
export function isPeriod({ kind, year, number }: Period): boolean {
  const most = PERIODS_PER_YEAR[kind];
  return (
    Number.isInteger(year) &&
    year >= 2000 &&
    year <= 2100 &&
    Number.isInteger(number) &&
    number >= 1 &&
    number <= (most ?? 99)
  );
}

/** The last month that a period covers, 1 to 12; one-off rounds count as December. */
function lastMonth({ kind, number }: Period): number {
  return { month: number, quarter: number * 3, half: number * 6, 'nine-months': 9, year: 12, once: 12 }[kind];
}

/** Order in time, by the end of the period. */
export function comparePeriods(a: Period, b: Period): number {
  return a.year - b.year || lastMonth(a) - lastMonth(b) || a.number - b.number;
}
