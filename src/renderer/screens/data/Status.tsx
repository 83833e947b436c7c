import { HardDriveDownload, Save, Usb } from 'lucide-react';
import { useState } from 'react';
import type { DataView } from '../../../contract/views/data.ts';
import { call } from '../../api/client.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { deliverBackup, deliveredText, sizeText } from './backup-work.ts';
import { useForgetData } from './queries.ts';

type Act = 'here' | 'elsewhere' | 'stick';

/** When the last backup was made, and making one. */
export function Status({ data }: { readonly data: DataView }) {
  const t = useT();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const forget = useForgetData();
  const [now] = useState(() => new Date().toISOString());
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const [error, setError] = useState<unknown>(null);

  async function make(act: Act): Promise<void> {
    setBusy(true);
    setDone('');
    setError(null);
    try {
      const { name, size } = await call('backups.make', {});
      if (act === 'here') setDone(t('data.made', { size: sizeText(t, language, size) }));
      if (act === 'elsewhere') setDone(deliveredText(t, await deliverBackup(name), name, 'data.delivered'));
      if (act === 'stick') {
        const copied = await call('backups.deliver', { name, to: 'stick' });
        if (copied.kind === 'saved') setDone(t('data.on-stick', { path: copied.path }));
      }
    } catch (reason) {
      setError(reason);
    }
    forget();
    setBusy(false);
  }

  const { last, problem, place } = data;
  return (
    <section aria-labelledby="status" className="stack-1">
      <h2 id="status">{t('data.status')}</h2>
      {place.stick !== null && (
        <Notice kind="warn">
          <p>{t('data.stick')}</p>
          <Button look="primary" busy={busy} onClick={() => void make('stick')}>
            <Icon of={Usb} /> {t('data.to-stick')}
          </Button>
        </Notice>
      )}
      {problem !== null && (
        <Notice kind="warn">
          <p>
            {t('data.problem')} {t(`error.${problem}`, { folder: data.dataFolder, file: data.backupFolder })}
          </p>
        </Notice>
      )}
      {data.clockBehind && (
        <Notice kind="warn">
          <p>{t('data.clock-behind')}</p>
        </Notice>
      )}
      {last === null ? (
        <p>{t('data.none')}</p>
      ) : (
        <div>
          <p>
            <strong>{t('data.last', { when: whenText(t, last.at, utcOffset, now) })}</strong> (
            {t(last.verified ? 'data.verified' : 'data.unverified')})
          </p>
          <p className="small">
            {t('data.last-place')} <span className="data__path">{last.place}</span>
          </p>
        </div>
      )}
      <p className="muted measure">{t('data.auto')}</p>
      <div className="row">
        <Button look={place.stick === null ? 'primary' : 'plain'} busy={busy} onClick={() => void make('here')}>
          <Icon of={Save} /> {t('data.make')}
        </Button>
        <Button busy={busy} onClick={() => void make('elsewhere')}>
          <Icon of={HardDriveDownload} /> {t('data.elsewhere')}
        </Button>
      </div>
      <div role="status">
        {busy && <p className="muted">{t('data.making')}</p>}
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
