/** The languages of the product. Vietnamese is the source language. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages; both are always present. */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
}
