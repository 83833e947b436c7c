import { formatDay, parseDay } from '../text/dates.ts';
import { plain, type Context } from './context.ts';
import type { SourceInfo } from './model.ts';

/** Printed form of a date that may be a year or a month only: 13/12/2021, 10/2019, 2019. */
export function partialDate(date: string): string {
  const day = parseDay(date);
  return day ? formatDay(day) : date.split('-').reverse().join('/');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "1970/QĐ-BTTTT (13/12/2021)"; the date is left out where the number already says it. */
function citedNumber({ words }: Context, number: string, date: string): string {
  return number.includes(date) ? number : words('source.dated', { number, date });
}

/** How much of a content hash is printed; enough to tell two versions apart by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

/** Where the questionnaire comes from, what holds of it, and how it judges. */
export function buildSource(context: Context): SourceInfo {
  const { words, shared, questionnaire, language, input } = context;
  const { provenance, scoring } = questionnaire;
  const documents = provenance.documents.map((document) =>
    [
      words('source.document', {
        cited: citedNumber(context, document.number, partialDate(document.date)),
        issuer: document.issuer[language],
        title: document.title[language],
        status: shared(`provenance.${document.status}`),
      }),
      document.replacedBy ? words('source.replacedBy', { number: document.replacedBy }) : '',
      document.note?.[language] ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
  return {
    basis: words('source.basis', {
      basis: shared(`basis.${provenance.basis}`),
      status: lowerFirst(shared(`provenance.${provenance.status}`)),
      reviewed: partialDate(provenance.reviewed),
    }),
    documents,
    notice: provenance.notice[language],
    rule: scoring.explanation[language],
    adapted: adaptedNotes(context),
    made: words('source.made', {
      date: formatDay(input.today),
      program: input.programVersion,
      id: questionnaire.id,
      version: questionnaire.version,
      hash: shortHash(input.hash),
    }),
  };
}

/** What differs from the issued document, items of the same remark together: "1.1.3, 1.1.5: ..." */
function adaptedNotes({ prepared, language }: Context): string[] {
  const codes = new Map<string, string[]>();
  for (const { item } of prepared.items.values()) {
    if (!item.adapted) continue;
    const remark = plain(item.adapted[language]);
    codes.set(remark, [...(codes.get(remark) ?? []), item.code]);
  }
  return [...codes].map(([remark, items]) => `${items.join(', ')}: ${remark}`);
}
