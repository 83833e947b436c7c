import type { Language } from '../../text/localized.ts';
import { createTranslator, type KeyOf, type Translate } from '../../wording/catalogue.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

/** Sentences of reports by key. */
export type ReportWords = Translate<typeof vi>;

type LabelKey = Extract<keyof typeof vi, `label.${string}`>;
export type LabelName = LabelKey extends `label.${infer Name}` ? Name : never;
/** The fixed texts of a report, ready to print. */
export type Labels = Readonly<Record<LabelName, string>>;

export function reportWords(language: Language): ReportWords {
  return createTranslator(language, { vi, en }[language] as typeof vi);
}

const LABEL_KEYS = Object.keys(vi).filter((key) => key.startsWith('label.')) as LabelKey[];

/** All fixed texts of one language. */
export function labelsOf(words: ReportWords): Labels {
  return Object.fromEntries(
    LABEL_KEYS.map((key) => [key.slice('label.'.length), words(key as KeyOf<typeof vi>)]),
  ) as Labels;
}
