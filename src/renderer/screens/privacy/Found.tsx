import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { MOST_ENTRIES, type PersonEntry, type PersonFound } from '../../../contract/views/privacy.ts';
import { call } from '../../api/client.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Page.tsx';
import { deliverTicket, deliveredText } from '../data/backup-work.ts';
import { PRIVACY } from './queries.ts';

/** Where one person is named, and what can be done about it. */
export function Found({ name }: { readonly name: string }) {
  const t = useT();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const found = useQuery({
    queryKey: [PRIVACY, 'person', name],
    queryFn: () => call('persons.get', { name }),
    gcTime: 0,
  });
  const copy = useMutation({
    mutationFn: async () => {
      const ticket = await call('persons.export', { name });
      return { ticket, delivered: await deliverTicket(ticket) };
    },
  });
  const erase = useMutation({
    mutationFn: () => call('persons.erase', { id: crypto.randomUUID(), name }),
    onSettled: () => {
      setAsked(false);
      // The name may stand in anything that the page has read.
      void client.invalidateQueries();
    },
  });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const { fields, texts, entries } = found.data;
  return (
    <div className="stack-2">
      <h3>{t('privacy.found', { name })}</h3>
      <div role="status">
        {erase.data && (
          <Notice>
            <p>{t('privacy.erased', { fields: erase.data.fields, backups: erase.data.backups })}</p>
            {erase.data.texts > 0 && <p>{t('privacy.erased-texts', { texts: erase.data.texts })}</p>}
          </Notice>
        )}
        {copy.data && copy.data.delivered.kind !== 'cancelled' && (
          <Notice>
            <p className="privacy__text">
              {deliveredText(t, copy.data.delivered, copy.data.ticket.fileName, 'data.saved')}
            </p>
          </Notice>
        )}
      </div>
      {[copy.error, erase.error].map((error, at) => error && <ErrorNotice key={at} error={error} />)}
      {entries.length === 0 && <p>{t('privacy.found-none')}</p>}
      <div className="privacy__acts">
        <Button busy={copy.isPending} onClick={() => copy.mutate()}>
          {t('privacy.export')}
        </Button>
        <Button onClick={() => setAsked(true)}>{t('privacy.erase')}</Button>
      </div>
      {entries.length > 0 && <Entries found={found.data} />}
      {asked && (
        <ConfirmDialog
          title={t('privacy.confirm-title', { name })}
          confirm={t('privacy.confirm')}
          busy={erase.isPending}
          onConfirm={() => erase.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{t('privacy.confirm-fields', { fields })}</p>
          {texts > 0 && <p>{t('privacy.confirm-texts', { texts })}</p>}
          <p>{t('privacy.confirm-backups')}</p>
          <p>{t('privacy.confirm-outside')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function Entries({ found }: { readonly found: PersonFound }) {
  const t = useT();
  const { entries, fields, texts } = found;
  return (
    <>
      <p>{t('privacy.found-counts', { fields, texts })}</p>
      <div className="scroll" role="group" aria-label={t('privacy.places')} tabIndex={0}>
        <table aria-label={t('privacy.places')}>
          <thead>
            <tr>
              <th scope="col">{t('privacy.where')}</th>
              <th scope="col">{t('privacy.text')}</th>
              <th scope="col">{t('privacy.treatment')}</th>
            </tr>
          </thead>
          <tbody>
            {alike(entries).map(({ entry, count }, at) => (
              <tr key={at}>
                <th scope="row">
                  <Place entry={entry} />
                </th>
                <td className="privacy__text">
                  {entry.text}
                  {count > 1 && <span className="muted"> × {count}</span>}
                </td>
                <td>{t(`privacy.kind-${entry.kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fields + texts > MOST_ENTRIES && <p className="muted">{t('privacy.more', { most: MOST_ENTRIES })}</p>}
    </>
  );
}

/** Rows that look the same are one row with their number. */
function alike(entries: readonly PersonEntry[]): { readonly entry: PersonEntry; readonly count: number }[] {
  const rows = new Map<string, { entry: PersonEntry; count: number }>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.place, entry.kind, entry.assessmentId, entry.organisation, entry.text]);
    rows.set(key, { entry, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()];
}

function Place({ entry: { place, organisation, assessmentId } }: { readonly entry: PersonEntry }) {
  const t = useT();
  const name = t(`privacy.place-${place}`);
  return (
    <>
      <span className="privacy__place">
        {assessmentId === null ? name : <Link href={`/assessments/${assessmentId}/check`}>{name}</Link>}
      </span>
      {organisation !== '' && <span className="muted small privacy__whose"> {organisation}</span>}
    </>
  );
}
