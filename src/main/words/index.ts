import type { Language } from '../../domain/text/localized.ts';
import { createTranslator, type Translate } from '../../domain/wording/catalogue.ts';
import { en as sharedEn } from '../../domain/wording/en.ts';
import { vi as sharedVi } from '../../domain/wording/vi.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

const catalogues = { vi: { ...sharedVi, ...vi }, en: { ...sharedEn, ...en } };

/** Shared sentences and those of menus, dialogs and the window title. */
export type HostWords = Translate<(typeof catalogues)['vi']>;

export function hostWords(language: Language): HostWords {
  return createTranslator<Record<keyof (typeof catalogues)['vi'], string>>(language, catalogues[language]);
}
