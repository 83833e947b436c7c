import type { Language } from './localized.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A calendar day without a time, written YYYY-MM-DD in files. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads YYYY-MM-DD, d/M/yyyy or dd/MM/yyyy. Month-first dates are never guessed.
 * @returns null when the text is not an existing day
 */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null;
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const check = new Date(Date.UTC(year, month - 1, day));
  const exists = check.getUTCFullYear() === year && check.getUTCMonth() === month - 1 && check.getUTCDate() === day;
  return exists ? { year, month, day } : null;
}

export function toIsoDay(day: Day): string {
  return `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`;
}

/** Short date for screens: 08/12/2025, in both languages, because month-first dates would be misread. */
export function formatDay(day: Day): string {
  return `${two(day.day)}/${two(day.month)}/${day.year}`;
}

/**
 * The month in the date line of an administrative document. Nghị định 30/2020/NĐ-CP: the months 1 and 2 get a leading
 * zero, other months do not; in English its name. The day stays open for the person who signs.
 * @param month 1 to 12
 */
export function documentMonth(month: number, language: Language): string {
  if (language === 'vi') return month < 3 ? two(month) : String(month);
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, month - 1, 1)),
  );
}

/** The day of an ISO instant as seen from the given UTC offset in minutes (Vietnam: 420). */
export function dayOf(instant: string, offsetMinutes: number): Day {
  const shifted = new Date(Date.parse(instant) + offsetMinutes * 60_000);
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

/** Clock time 14:05 of an ISO instant as seen from the given UTC offset in minutes. */
export function timeOf(instant: string, offsetMinutes: number): string {
  const shifted = new Date(Date.parse(instant) + offsetMinutes * 60_000);
  return `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`;
}
