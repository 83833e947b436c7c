import { useEffect, useState } from 'react';
import type { BackupSource, DataView, Restored } from '../../../contract/views/data.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { FromFile } from './FromFile.tsx';
import { KeptBackups } from './KeptBackups.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { Status } from './Status.tsx';
import { useData } from './queries.ts';
import { forgetRestored, keepRestored, readRestored } from './restored.ts';
import './data.css';

/** Backups, restoring, where the data lies, and the archive for whoever helps. */
export default function DataScreen() {
  const t = useT();
  const data = useData();
  const [source, setSource] = useState<BackupSource | null>(null);
  const [restored] = useState(readRestored);
  useEffect(forgetRestored, []);

  function afterRestore(outcome: Restored): void {
    keepRestored(outcome);
    // Nothing on the page, drafts of answers included, belongs to what is stored now.
    location.reload();
  }

  return (
    <Page
      title={[t('data.title')]}
      context={{ name: t('common.tagline'), detail: t('data.title') }}
      layout="narrow"
      className="stack-3 data"
    >
      <div className="stack-1">
        <PageHeading>{t('data.title')}</PageHeading>
        <p className="muted measure">{t('data.lead')}</p>
      </div>
      {restored && (
        <Notice role="status">
          <p>{t('data.restored', { ...restored })}</p>
        </Notice>
      )}
      {data.error && <ErrorNotice error={data.error} onRetry={() => void data.refetch()} />}
      {data.isPending && <Loading />}
      {data.data && (
        <>
          <Status data={data.data} />
          <KeptBackups kept={data.data.kept} onRestore={(name) => setSource({ kind: 'kept', name })} />
          <FromFile onChosen={setSource} />
          <PlaceOfData data={data.data} />
          <Diagnostics />
        </>
      )}
      {source && <RestoreDialog source={source} onClose={() => setSource(null)} onRestored={afterRestore} />}
    </Page>
  );
}

function PlaceOfData({ data }: { readonly data: DataView }) {
  const t = useT();
  return (
    <section aria-labelledby="place" className="stack-1">
      <h2 id="place">{t('data.place')}</h2>
      <p>{t(`data.place-${data.place.kind}`)}</p>
      <p>
        {t('data.folder')} <span className="data__path">{data.dataFolder}</span>
      </p>
      <p>
        {t('data.backup-folder')} <span className="data__path">{data.backupFolder}</span>
      </p>
      <p className="muted small">{t('data.place-rule')}</p>
    </section>
  );
}
