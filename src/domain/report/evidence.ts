import type { Evidence } from '../assessment/answer.ts';
import { formatDay, parseDay } from '../text/dates.ts';
import type { Context } from './context.ts';
import type { EvidenceLine } from './model.ts';

/** Printed number of each evidence entry by its id: MC01, MC02 ... in the order in which they were entered. */
export function evidenceCodes({ input, words }: Context): ReadonlyMap<string, string> {
  const digits = Math.max(2, String(input.evidence.length).length);
  return new Map(
    input.evidence.map(({ id }, index) => [
      id,
      words('evidence.code', { number: String(index + 1).padStart(digits, '0') }),
    ]),
  );
}

/** A date as it is cited: 25/02/2025; text that is no date stays as it is. */
function dateText(date: string): string {
  const day = parseDay(date);
  return day ? formatDay(day) : date;
}

/** "Kế hoạch số 18/KH-UBND ngày 25/02/2025 của UBND xã A về ..., trang 2"; parts that were left empty are left out. */
function citation({ words }: Context, { type, number, date, issuer, subject, page }: Evidence): string {
  const parts = [
    number === '' ? type : words('evidence.number', { type, number }).trim(),
    date === '' ? '' : words('evidence.date', { date: dateText(date) }),
    issuer === '' ? '' : words('evidence.issuer', { issuer }),
    subject === '' ? '' : words('evidence.subject', { subject }),
  ].filter((part) => part !== '');
  const cited = parts.join(' ');
  return page === '' ? cited : `${cited}, ${words('evidence.page', { page })}`;
}

/** The list of cited documents, each with the items that rest on it. */
export function evidenceLines(context: Context): EvidenceLine[] {
  const codes = evidenceCodes(context);
  const cited = new Map<string, string[]>();
  for (const [id, prepared] of context.prepared.items)
    for (const entry of context.records.get(id)?.evidence ?? [])
      cited.set(entry, [...(cited.get(entry) ?? []), prepared.item.code]);
  return context.input.evidence.map((entry: Evidence) => ({
    code: codes.get(entry.id) ?? '',
    type: entry.type,
    number: entry.number,
    date: parseDay(entry.date) ? entry.date : '',
    dateText: dateText(entry.date),
    issuer: entry.issuer,
    subject: entry.subject,
    page: entry.page,
    citation: citation(context, entry),
    items: (cited.get(entry.id) ?? []).join('; '),
  }));
}
