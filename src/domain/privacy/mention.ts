/** Is a person meant? Tones and marks count: An and Ân are two people. */

/** One form for comparing: composed, lower case, single spaces. */
export function personKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Is the text this name and nothing else? */
export const isPerson = (text: string, key: string): boolean => personKey(text) === key;

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Where a text names the person, as whole words.
 * @param key as personKey makes it
 * @returns the place in the compared form of the text, -1 when it does not
 */
export function mentionAt(text: string, key: string): number {
  if (key === '') return -1;
  const within = personKey(text);
  for (let at = within.indexOf(key); at >= 0; at = within.indexOf(key, at + 1)) {
    const before = within.slice(0, at).at(-1) ?? ' ';
    const after = within.slice(at + key.length, at + key.length + 1);
    if (!LETTER.test(before) && !LETTER.test(after === '' ? ' ' : after)) return at;
  }
  return -1;
}

const AROUND = 60;

/** The place with some words around it, in the compared form; the whole text when it is short. */
export function excerptOf(text: string, key: string): string {
  const at = mentionAt(text, key);
  const within = personKey(text);
  if (within.length <= 2 * AROUND + key.length) return text.trim();
  const from = Math.max(0, at - AROUND);
  const to = Math.min(within.length, at + key.length + AROUND);
  return `${from > 0 ? '…' : ''}${within.slice(from, to)}${to < within.length ? '…' : ''}`;
}
