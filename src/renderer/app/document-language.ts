import type { Language } from '../../domain/text/localized.ts';
import { useSettings } from '../api/queries.ts';
import { useLanguage } from '../i18n/index.ts';

/** The language that exported documents come in: the one set for them, else that of the screen. */
export function useDocumentLanguage(): Language {
  const { documentLanguage } = useSettings();
  const screen = useLanguage();
  return documentLanguage === 'screen' ? screen : documentLanguage;
}
