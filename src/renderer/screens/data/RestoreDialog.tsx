import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupPreview, BackupSource, Holdings, Restored } from '../../../contract/views/data.ts';
import { call } from '../../api/client.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Page.tsx';

/** Shows what a backup holds beside what is here, and restores it when the person says so. */
export function RestoreDialog({
  source,
  onClose,
  onRestored,
}: {
  readonly source: BackupSource;
  readonly onClose: () => void;
  readonly onRestored: (outcome: Restored) => void;
}) {
  const t = useT();
  const preview = useQuery({
    queryKey: ['backup', source],
    queryFn: () => call('backups.preview', { source }),
    gcTime: 0,
  });
  const restore = useMutation({ mutationFn: () => call('backups.restore', { source }), onSuccess: onRestored });
  // While it runs there is nothing to take back: it ends whole, or changes nothing.
  const close = (): void => {
    if (!restore.isPending) onClose();
  };
  return (
    <Dialog
      title={t('data.preview-title')}
      onClose={close}
      actions={
        <>
          {preview.data && (
            <Button look="primary" busy={restore.isPending} onClick={() => restore.mutate()}>
              {t('data.confirm-restore')}
            </Button>
          )}
          <Button busy={restore.isPending} onClick={close}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      {preview.isPending && <Loading />}
      {preview.error && <ErrorNotice error={preview.error} />}
      {preview.data && (
        <>
          <Beside preview={preview.data} />
          <p>{t('data.preview')}</p>
          {preview.data.sealed ? (
            <p className="muted small">{t('data.sealed')}</p>
          ) : (
            <Notice kind="warn">
              <p>{t('data.unsealed')}</p>
            </Notice>
          )}
        </>
      )}
      <p className="muted" role="status">
        {restore.isPending && t('data.restoring')}
      </p>
      {restore.error && <ErrorNotice error={restore.error} />}
    </Dialog>
  );
}

function Beside({ preview: { inside, present } }: { readonly preview: BackupPreview }) {
  const t = useT();
  const { utcOffset } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  const latest = ({ latest: at }: Holdings): string =>
    at === null ? t('data.nothing') : whenText(t, at, utcOffset, now);
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('data.inside')}</th>
          <th scope="col">{t('data.present')}</th>
        </tr>
      </thead>
      <tbody>
        {(['organisations', 'assessments', 'answers'] as const).map((key) => (
          <tr key={key}>
            <th scope="row">{t(`data.${key}`)}</th>
            <td>{inside[key]}</td>
            <td>{present[key]}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('data.latest')}</th>
          <td>{latest(inside)}</td>
          <td>{latest(present)}</td>
        </tr>
      </tbody>
    </table>
  );
}
