import { useEffect } from 'react';
import { isApiError } from '../api/client.ts';
import { useT } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/ErrorNotice.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';

/** The program could not open its data (another copy holds it, disk full, ...): says why and what to do. */
export function StartFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useT();
  const outdated = isApiError(error, 'client.outdated');
  useEffect(() => {
    document.title = t('common.app');
  }, [t]);
  return (
    <div className="page">
      <header className="header">
        <p className="brand">
          <Mark />
          <span>{t('common.app')}</span>
        </p>
      </header>
      <main className="main main--form stack-3">
        <PageHeading>{t('failure.start-title')}</PageHeading>
        <Notice kind="error" role="alert">
          <p>{errorText(t, error)}</p>
        </Notice>
        {outdated ? (
          <Button look="primary" big onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        ) : (
          <Button look="primary" big onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </main>
    </div>
  );
}
