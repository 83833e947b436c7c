import { useState } from 'react';
import { Link } from 'wouter';
import { useUpdateSettings } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { announce } from '../../ui/announce.ts';
import { PARTS } from './parts.tsx';
import { canReset, defaultsOf, sectionOf, SECTIONS } from './sections.ts';
import './settings.css';

/** Sections beside the one that is open. Every control takes effect and is stored at once. */
export default function SettingsScreen({ section: name }: { readonly section?: string }) {
  const t = useT();
  const { mutate } = useUpdateSettings();
  const section = sectionOf(name);
  const [resets, setResets] = useState(0);
  const Part = PARTS[section];

  function reset(): void {
    mutate(defaultsOf(section), { onSuccess: () => announce(t('settings.was-reset')) });
    setResets(resets + 1);
  }

  return (
    <Page
      title={[t(`settings.section-${section}`), t('settings.title')]}
      context={{ name: t('common.tagline'), detail: t('settings.title') }}
      className="settings"
    >
      <nav className="settings-nav" aria-label={t('settings.sections')}>
        <ul>
          {SECTIONS.map((other) => (
            <li key={other}>
              <Link href={`/settings/${other}`} replace aria-current={other === section ? 'page' : undefined}>
                {t(`settings.section-${other}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-body stack-3" key={section}>
        <div>
          <p className="muted small">{t('settings.title')}</p>
          <PageHeading>{t(`settings.section-${section}`)}</PageHeading>
          {canReset(section) && <p className="muted">{t('settings.at-once')}</p>}
        </div>
        <div className="stack-3" key={resets}>
          <Part />
        </div>
        {canReset(section) && (
          <div className="settings-reset">
            <Button onClick={reset}>{t('settings.reset')}</Button>
          </div>
        )}
      </div>
    </Page>
  );
}
