/** Days, cut-offs and deadlines of reporting periods. Days are written YYYY-MM-DD, so text order is time order. */
import { comparePeriods, type Period } from '../assessment/period.ts';
import { parseDay, toIsoDay } from '../text/dates.ts';
import type { Reporting } from './plan.ts';

/** Months that a period of a kind covers. */
const MONTHS = { month: 1, quarter: 3, half: 6, 'nine-months': 9, year: 12, once: 12 } as const;

/** Reports are sent within so many working days after the cut-off (Nghị định 09/2019/NĐ-CP). */
const WORKING_DAYS = 2;

const fromUtc = (time: number): string => {
  const date = new Date(time);
  return toIsoDay({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
};
/** Months outside 1 to 12 belong to the years around. */
const dayAt = (year: number, month: number, day: number): string => fromUtc(Date.UTC(year, month - 1, day));
const utcOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export function addDays(day: string, count: number): string {
  return fromUtc(utcOf(day) + count * 86_400_000);
}

/** The day so many working days later, Saturdays and Sundays left out. Public holidays are for people to correct. */
export function addWorkingDays(day: string, count: number): string {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    const weekday = new Date(utcOf(current)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return current;
}

/** First and last day of the data that a report on the period counts. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/**
 * The days that a period counts: up to the cut-off day of its last month, from the day after the cut-off before it.
 * A year with cut-off 14 runs from 15 December to 14 December.
 */
export function windowOf({ kind, year, number }: Period, cutoffDay: number): Window {
  const months = MONTHS[kind];
  const last = kind === 'once' ? 12 : number * months;
  return { from: dayAt(year, last - months, cutoffDay + 1), to: dayAt(year, last, cutoffDay) };
}

/** The day by which the report on a period is due: an own one, or two working days after the cut-off. */
export function deadlineOf(reporting: Reporting, period: Period): string {
  const own = reporting.deadlines.find(
    (entry) => comparePeriods(entry.period, period) === 0 && entry.period.kind === period.kind,
  );
  return own?.day ?? addWorkingDays(windowOf(period, reporting.cutoffDay).to, WORKING_DAYS);
}

/** Is it a day of the calendar, written YYYY-MM-DD? */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null;
}
