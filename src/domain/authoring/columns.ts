/** What a column, or a setting with a row of its own, holds. */
import type { LocalizedText } from '../text/localized.ts';
import type { Codec } from './codec.ts';
import type { WordSet } from './words.ts';

export interface Column {
  /** Place in the object of the row, dotted; columns that join rows together are taken out by the reader. */
  readonly key: string;
  readonly head: LocalizedText;
  /** What to fill in; shown as a comment on the head and on the reference sheet. */
  readonly note: LocalizedText;
  readonly codec: Codec;
  /** Two columns, Vietnamese and English. */
  readonly localized?: true;
  /** In characters. */
  readonly width: number;
  /** What an empty cell means; such a value is not written. */
  readonly preset?: unknown;
}

type Pair = readonly [vi: string, en: string];
interface More {
  readonly width?: number;
  readonly preset?: unknown;
}

const column =
  (codec: Codec, usual: number) =>
  (key: string, head: Pair, note: Pair, more: More = {}): Column => ({
    key,
    head: { vi: head[0], en: head[1] },
    note: { vi: note[0], en: note[1] },
    codec,
    width: more.width ?? usual,
    ...('preset' in more ? { preset: more.preset } : {}),
  });

export const id = column({ kind: 'id' }, 20);
export const ids = column({ kind: 'ids' }, 22);
export const plain = column({ kind: 'text' }, 24);
export const decimal = column({ kind: 'decimal' }, 10);
export const int = column({ kind: 'int' }, 10);
export const day = column({ kind: 'day' }, 13);
export const flag = column({ kind: 'flag' }, 12);
export const onlyYes = column({ kind: 'only-yes' }, 12);
export const word = (set: WordSet) => column({ kind: 'word', set }, 18);
export const words = (set: WordSet) => column({ kind: 'words', set }, 18);
export const wordOr = (set: WordSet, other: WordSet, key: string, number?: true) =>
  column({ kind: 'word-or', set, other, key, ...(number ? { number } : {}) }, 20);

/** Text in both languages. */
export const texts = (key: string, head: Pair, note: Pair, more: More = {}): Column => ({
  ...column({ kind: 'text' }, 36)(key, head, note, more),
  localized: true,
});
