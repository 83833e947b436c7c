/** What became of an imported file, in words: the same on screen, in lists and on the command line. */
import type { Problem } from '../problem.ts';
import type { Language } from '../text/localized.ts';
import { createTranslator, type Translate } from '../wording/catalogue.ts';
import { en as sharedEn } from '../wording/en.ts';
import { outcomeEn } from '../wording/outcome-en.ts';
import { outcomeVi } from '../wording/outcome-vi.ts';
import { problemText } from '../wording/sentences.ts';
import { vi as sharedVi } from '../wording/vi.ts';
import type { OutcomeKind } from './types.ts';

type Words = Translate<typeof sharedVi & typeof outcomeVi>;

const WORDS: Readonly<Record<Language, Words>> = {
  vi: createTranslator('vi', { ...sharedVi, ...outcomeVi }),
  en: createTranslator('en', { ...sharedEn, ...outcomeEn }),
};

/** Sentences about outcomes, together with the shared ones. */
export const outcomeWords = (language: Language): Words => WORDS[language];

/** What is told of an outcome. */
export interface Told {
  readonly kind: OutcomeKind;
  readonly reason: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly problems: readonly Problem[];
  readonly changed: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly before: string;
    readonly now: string;
  }[];
}

/** The verdict, and why with what to do; the second is empty where there is nothing to explain. */
export function outcomeText(
  { kind, reason, params, problems, changed }: Told,
  language: Language,
): { readonly verdict: string; readonly why: string } {
  const say = WORDS[language];
  const why = [
    // Nothing to explain, or the reason says it.
    ...(kind === 'accepted' || kind === 'unreadable' ? [] : [say(`outcome.${kind}.why`, params)]),
    ...(reason === null ? [] : [say(`reason.${reason}` as 'reason.other', params)]),
    ...problems.map((problem) => problemText(say, problem)),
    ...changed.map(({ sheet, cell, before, now }) => say('outcome.cell', { sheet, cell, before, now })),
  ];
  return { verdict: say(`outcome.${kind}`), why: why.filter((part) => part !== '').join(' ') };
}
