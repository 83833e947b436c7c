import type { Period } from '../../domain/assessment/period.ts';
import { dayOf, formatDay, timeOf } from '../../domain/text/dates.ts';
import type { Language } from '../../domain/text/localized.ts';
import { periodText } from '../../domain/wording/sentences.ts';
import type { Words } from './index.ts';

/** The period inside a sentence: Vietnamese writes it small there ("kỳ năm 2025"). */
export function periodInText(t: Words, language: Language, period: Period): string {
  const text = periodText(t, period);
  return language === 'vi' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/**
 * An instant for people: "14:05 hôm nay", or with its day.
 * @param utcOffset minutes east of UTC
 * @param now the present instant, ISO
 */
export function whenText(t: Words, instant: string, utcOffset: number, now: string): string {
  const time = timeOf(instant, utcOffset);
  const day = formatDay(dayOf(instant, utcOffset));
  return day === formatDay(dayOf(now, utcOffset)) ? t('common.today-at', { time }) : t('common.day-at', { time, day });
}

/** The day of an instant, dd/MM/yyyy. */
export function dayText(instant: string, utcOffset: number): string {
  return formatDay(dayOf(instant, utcOffset));
}
