import { useUpdateSettings } from '../api/queries.ts';
import { useLanguage, useT } from '../i18n/index.ts';

/** Names the other language in that language, and switches to it without leaving the screen. */
export function LanguageSwitch() {
  const t = useT();
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  const update = useUpdateSettings();
  return (
    <button type="button" className="tool language" lang={other} onClick={() => update.mutate({ language: other })}>
      <span>{t('header.other-language')}</span>
    </button>
  );
}
