import { groupWords } from '../../charts/wording.ts';
import type { Questionnaire } from '../../questionnaire/types.ts';
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

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * The sentences of one language. The catalogues say [group], [groups], [Group] and [GROUP] where a questionnaire has a word of its own
 * for its top groups; without one they are pillars.
 */
export function reportWords(language: Language, questionnaire: Pick<Questionnaire, 'groupWord'> = {}): ReportWords {
  const { group, groups } = groupWords(questionnaire, language);
  const named: Readonly<Record<string, string>> = { group, groups, Group: capital(group), GROUP: group.toUpperCase() };
  const catalogue = Object.entries({ vi, en }[language]).map(([key, text]) => [
    key,
    text.replace(/\[(group|groups|Group|GROUP)\]/g, (_mark, word: string) => named[word] as string),
  ]);
  return createTranslator(language, Object.fromEntries(catalogue) as typeof vi);
}

const LABEL_KEYS = Object.keys(vi).filter((key) => key.startsWith('label.')) as LabelKey[];

/** All fixed texts of one language. */
export function labelsOf(words: ReportWords): Labels {
  return Object.fromEntries(
    LABEL_KEYS.map((key) => [key.slice('label.'.length), words(key as KeyOf<typeof vi>)]),
  ) as Labels;
}
