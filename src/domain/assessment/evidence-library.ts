/** Citations of one organisation together: finding one again, and seeing that two are the same document. */
import { foldText } from '../text/normalize.ts';
import type { Evidence } from './answer.ts';

/** What a search for a document looks at, without tone marks. */
export function evidenceKey({ type, number, date, issuer, subject }: Evidence): string {
  return foldText([type, number, date.split('-').reverse().join('/'), issuer, subject].join(' '));
}

/** Does a document have every word of the search, in any order, with or without tone marks? */
export function matchesEvidence(entry: Evidence, search: string): boolean {
  const key = evidenceKey(entry);
  return foldText(search)
    .split(' ')
    .every((word) => key.includes(word));
}

/** Two numbers of a document are the same however they are spaced: "18 / KH-UBND", "18/KH–UBND". */
const plainNumber = (number: string): string =>
  foldText(number)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, '');

/** A text that is the same for two entries of one document: number and date, or without a number all that is written of it. */
export function identityOf(entry: Evidence): string {
  const number = plainNumber(entry.number);
  return number === ''
    ? foldText(['-', entry.type, entry.date, entry.issuer, entry.subject].join('|'))
    : `${number}|${entry.date}`;
}

/**
 * Groups of entries that look like one document entered more than once.
 * @returns ids, two or more per group, in the order given
 */
export function likelyDuplicates(entries: readonly Evidence[]): string[][] {
  const groups = Map.groupBy(entries, identityOf);
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.map(({ id }) => id));
}
