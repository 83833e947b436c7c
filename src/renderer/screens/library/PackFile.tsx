import { Package } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { handOver } from '../result/use-export.ts';

/** The questionnaire as one file, for other computers to add. */
export function PackFile({ id, version }: { readonly id: string; readonly version: string }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof handOver>> | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function pack(): Promise<void> {
    setBusy(true);
    setError(null);
    setOutcome(null);
    try {
      setOutcome(await handOver(await call('library.pack', { id, version })));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="stack-1">
      <div className="row">
        <Button busy={busy} onClick={() => void pack()}>
          <Icon of={Package} /> {t('files.pack')}
        </Button>
        <span className="muted small">{t('files.pack-more')}</span>
      </div>
      <div role="status" className={outcome ? '' : 'visually-hidden'}>
        {outcome?.kind === 'cancelled' && <p className="muted">{t('result.cancelled')}</p>}
        {outcome && outcome.kind !== 'cancelled' && (
          <Notice>
            <p>
              {outcome.kind === 'saved'
                ? t('result.saved', { path: outcome.path })
                : t('result.downloaded', { file: outcome.file })}
            </p>
          </Notice>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} onRetry={() => void pack()} />}
    </div>
  );
}
