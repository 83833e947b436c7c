import { useState } from 'react';
import { useLanguage, useT } from '../../i18n/index.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { cancelImport, closeImport, isUnderWay, type Importing } from './importing.ts';

/** Files whose names are listed. */
const NAMED = 20;

/** How far the import is, and stopping it. @param props.own false: it goes into another collection */
export function ImportProgress({ importing, own }: { readonly importing: Importing; readonly own: boolean }) {
  const t = useT();
  const language = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const { phase, done, total, left, collectionId } = importing;
  const count = (value: number): string => formatNumber(exact(value), language, 0);
  if (!own && !isUnderWay(importing)) return null;
  return (
    <section className="stack-1" aria-label={t('collections.progress')}>
      {isUnderWay(importing) && (
        <div className="panel collections__progress">
          <p role="status">{t(`collections.phase-${phase as 'sending'}`)}</p>
          <div className="row">
            <ProgressBar value={done} max={total} label={t('collections.progress')} />
            <span className="num">{t('collections.done-of', { done: count(done), total: count(total) })}</span>
            <Button
              onClick={() => {
                setError(null);
                cancelImport().catch(setError);
              }}
            >
              {t('collections.stop')}
            </Button>
          </div>
          <p className="small muted">{t('collections.stop-hint')}</p>
          {!own && (
            <LinkButton
              look="quiet"
              to={collectionId === null ? '/collections/import' : `/collections/${collectionId}/import`}
            >
              {t('collections.other-import')}
            </LinkButton>
          )}
        </div>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {phase === 'failed' && (
        <>
          <ErrorNotice error={importing.error} />
          <Button onClick={closeImport}>{t('common.close')}</Button>
        </>
      )}
      {left.length > 0 && (
        <Notice kind="warn">
          <p>{t('collections.left', { count: left.length })}</p>
          <ul>
            {left.slice(0, NAMED).map(({ name, reason }) => (
              <li key={name}>{t(`collections.left-${reason}`, { name })}</li>
            ))}
          </ul>
          {left.length > NAMED && <p>{t('collections.and-more', { count: left.length - NAMED })}</p>}
        </Notice>
      )}
    </section>
  );
}
