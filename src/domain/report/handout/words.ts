import type { Language } from '../../text/localized.ts';
import { createTranslator, type Translate } from '../../wording/catalogue.ts';
import { handoutEn } from './words-en.ts';
import { handoutVi } from './words-vi.ts';

/** Sentences of the sheets beside the report by key. */
export type HandoutWords = Translate<typeof handoutVi>;

export function handoutWords(language: Language): HandoutWords {
  return createTranslator(language, { vi: handoutVi, en: handoutEn }[language] as typeof handoutVi);
}
