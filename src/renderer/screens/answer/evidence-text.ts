import type { Evidence } from '../../../domain/assessment/answer.ts';
import { formatDay, parseDay } from '../../../domain/text/dates.ts';
import type { Words } from '../../i18n/index.ts';

/** A citation by its name: "Kế hoạch 18/KH-UBND". */
export function evidenceName({ type, number, subject }: Evidence): string {
  return [type, number].filter(Boolean).join(' ') || subject;
}

/** The rest of a citation in one line: date, issuer, subject, page. */
export function evidenceDetail(t: Words, { type, number, date, issuer, subject, page }: Evidence): string {
  const day = parseDay(date);
  const named = [type, number].some(Boolean);
  // "2" and "2-5" are pages; anything in words says itself what it is.
  const place = /^\d/.test(page) ? t('answer.evidence-paged', { page }) : page;
  const dated = day && t('answer.evidence-dated', { day: formatDay(day) });
  const parts = [dated, issuer, named ? subject : '', place].filter(Boolean);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
