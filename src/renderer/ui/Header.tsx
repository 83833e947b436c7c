import { CircleHelp, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useUpdateSettings } from '../api/queries.ts';
import { openHelp } from '../app/help.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';
import { Mark } from './Mark.tsx';

/** Brand, where one is, the steps of an assessment, save state, language, settings, help: the same on every screen. */
export function Header({
  context,
  steps,
  status,
}: {
  readonly context: { readonly name: string; readonly detail?: string };
  readonly steps: ReactNode;
  readonly status: ReactNode;
}) {
  const t = useT();
  return (
    <header className="header">
      <Link href="/" className="brand" aria-label={t('header.home')}>
        <Mark />
        <span>{t('common.app')}</span>
      </Link>
      <p className="context">
        <strong>{context.name}</strong>
        {context.detail && <span>{context.detail}</span>}
      </p>
      {steps}
      <div className="tools">
        {status}
        <LanguageSwitch />
        <Link href="/settings" className="tool tool--icon">
          <Icon of={Settings} />
          <span>{t('header.settings')}</span>
        </Link>
        <button type="button" className="tool tool--icon" aria-keyshortcuts="F1" onClick={openHelp}>
          <Icon of={CircleHelp} />
          <span>{t('header.help')}</span>
          <kbd className="key">F1</kbd>
        </button>
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const t = useT();
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  const update = useUpdateSettings();
  return (
    <button type="button" className="tool" lang={other} onClick={() => update.mutate({ language: other })}>
      <span>{t('header.other-language')}</span>
    </button>
  );
}
