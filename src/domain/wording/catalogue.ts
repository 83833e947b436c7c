import { createInstance } from 'i18next';
import type { Language } from '../text/localized.ts';

/** A catalogue of the same keys as the source one. */
export type Catalogue<Source> = { readonly [K in keyof Source]: string };

/** Keys without their plural ending ("questions_one", "questions_other" → "questions"). */
type BaseKey<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
export type KeyOf<C> = BaseKey<keyof C & string>;

export type Params = Readonly<Record<string, string | number>>;

/** Turns a key and its figures into a sentence. `count` chooses the plural form where there are several. */
export type Translate<C> = (key: KeyOf<C>, params?: Params) => string;

/**
 * A translator over one catalogue. Values are inserted as they are: the places that show them escape (React) or take
 * plain text (PDF, workbook, terminal).
 */
export function createTranslator<C extends Readonly<Record<string, string>>>(
  language: Language,
  catalogue: C,
): Translate<C> {
  const instance = createInstance({
    lng: language,
    resources: { [language]: { translation: catalogue } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  void instance.init();
  const say = instance.t as (key: string, params: Params) => string;
  return (key, params) => say(key, params ?? {});
}
