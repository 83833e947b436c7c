import { createContext, use, useCallback } from 'react';
import { createTranslator, type Catalogue, type Translate } from '../../domain/wording/catalogue.ts';
import type { Language, LocalizedText } from '../../domain/text/localized.ts';
import { vi } from './vi/index.ts';

/** Turns a key of any screen, or of the shared wording, into a sentence. */
export type Words = Translate<typeof vi>;

export interface Speech {
  readonly language: Language;
  readonly t: Words;
}

/** Vietnamese is part of the first bundle: it is the source language and the one that failures speak at once. */
export const VIETNAMESE: Speech = { language: 'vi', t: createTranslator('vi', vi) };

let english: Promise<Speech> | undefined;

/** Loads a language; the second one is fetched when it is first wanted. Rejects when the program does not answer. */
export function loadSpeech(language: Language): Promise<Speech> {
  if (language === 'vi') return Promise.resolve(VIETNAMESE);
  english ??= import('./en/index.ts').then(
    ({ en }) => ({ language: 'en', t: createTranslator<Catalogue<typeof vi>>('en', en) }),
    (error: unknown) => {
      // Wanted again later, it is fetched again.
      english = undefined;
      throw error;
    },
  );
  return english;
}

export const SpeechContext = createContext<Speech>(VIETNAMESE);

export function useT(): Words {
  return use(SpeechContext).t;
}

export function useLanguage(): Language {
  return use(SpeechContext).language;
}

/** Picks the shown language out of a text that comes in both. */
export function useLocalized(): (text: LocalizedText) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}
