import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Page.tsx';
import { deliverTicket, deliveredText } from './backup-work.ts';

/** The archive for whoever helps: every line of it can be read before it is saved. */
export function Diagnostics() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const [error, setError] = useState<unknown>(null);
  const files = useQuery({
    queryKey: ['diagnostics'],
    queryFn: () => call('diagnostics.preview', {}),
    enabled: open,
    gcTime: 0,
  });

  async function save(): Promise<void> {
    setBusy(true);
    setDone('');
    setError(null);
    try {
      const ticket = await call('diagnostics.export', {});
      const delivered = await deliverTicket(ticket);
      if (delivered.kind !== 'cancelled') setDone(deliveredText(t, delivered, ticket.fileName, 'data.saved'));
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  }

  return (
    <section aria-labelledby="diagnostics" className="stack-1">
      <h2 id="diagnostics">{t('data.diagnostics')}</h2>
      <p className="muted measure">{t('data.diagnostics-more')}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('data.diagnostics-see')}</summary>
        {open && files.isPending && <Loading />}
        {files.error && <ErrorNotice error={files.error} />}
        {files.data?.map(({ name, text }) => (
          <div key={name} className="stack-1">
            <h3>{name}</h3>
            <pre className="data__file" tabIndex={0}>
              {text === '' ? t('data.diagnostics-empty') : text}
            </pre>
          </div>
        ))}
      </details>
      <Button busy={busy} onClick={() => void save()}>
        {t('data.diagnostics-save')}
      </Button>
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
