import { CircleHelp, Settings } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { openHelp } from '../app/help.ts';
import { useT } from '../i18n/index.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { Icon } from './Icon.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Mark } from './Mark.tsx';

/** Brand, where one is, the steps of an assessment, save state, language, settings, help, menu: the same on every screen. */
export const Header = memo(function Header({
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
        <div className="tools__wide">
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
        <HeaderMenu />
      </div>
    </header>
  );
});
