import { useState } from 'react';
import type { KeptBackup } from '../../../contract/views/data.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { deliverBackup, deliveredText, sizeText } from './backup-work.ts';
import { useForgetData } from './queries.ts';

/** The backups in the data folder, each with what can be done with it. */
export function KeptBackups({
  kept,
  onRestore,
}: {
  readonly kept: readonly KeptBackup[];
  readonly onRestore: (name: string) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const forget = useForgetData();
  const [now] = useState(() => new Date().toISOString());
  const [done, setDone] = useState('');
  const [error, setError] = useState<unknown>(null);

  function save(name: string): void {
    setDone('');
    setError(null);
    deliverBackup(name)
      .then((delivered) => setDone(deliveredText(t, delivered, name, 'data.delivered')), setError)
      .finally(forget);
  }

  return (
    <section aria-labelledby="kept" className="stack-1">
      <h2 id="kept">{t('data.kept')}</h2>
      {kept.length === 0 ? (
        <p className="muted">{t('data.kept-none')}</p>
      ) : (
        <table className="data__kept">
          <thead>
            <tr>
              <th scope="col">{t('data.when')}</th>
              <th scope="col">{t('data.why')}</th>
              <th scope="col" className="num">
                {t('data.size')}
              </th>
              <th scope="col">{t('data.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {kept.map(({ name, at, reason, size }) => {
              const when = whenText(t, at, utcOffset, now);
              return (
                <tr key={name}>
                  <th scope="row">{when}</th>
                  <td>{t(`data.reason-${reason}`)}</td>
                  <td className="num">{sizeText(t, language, size)}</td>
                  <td className="data__acts">
                    <Button onClick={() => save(name)} aria-label={t('data.save-copy-of', { when })}>
                      {t('data.save-copy')}
                    </Button>
                    <Button onClick={() => onRestore(name)} aria-label={t('data.restore-of', { when })}>
                      {t('data.restore')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div role="status">
        {done !== '' && (
          <Notice>
            <p className="data__path">{done}</p>
          </Notice>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}
