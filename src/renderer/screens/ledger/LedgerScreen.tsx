import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LedgerView, OwnResult } from '../../../contract/views/plan.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { IndexEntry } from '../../../domain/plan/ledger.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { keys } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LevelChip } from '../../ui/LevelChip.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryTable } from './EntryTable.tsx';
import './ledger.css';

/** Results that others have published, beside the own ones. */
export default function LedgerScreen() {
  const t = useT();
  const ledger = useQuery({ queryKey: keys.ledger, queryFn: () => call('indexes.list', {}) });
  return (
    <Page
      title={[t('ledger.title')]}
      context={{ name: t('common.tagline'), detail: t('ledger.title') }}
      layout="narrow"
      className="stack-3"
    >
      <div className="stack-1">
        <PageHeading>{t('ledger.title')}</PageHeading>
        <p className="muted measure">{t('ledger.lead')}</p>
      </div>
      {ledger.error && <ErrorNotice error={ledger.error} onRetry={() => void ledger.refetch()} />}
      {ledger.isPending && <Loading />}
      {ledger.data && <Ledger ledger={ledger.data} />}
    </Page>
  );
}

function Ledger({ ledger }: { readonly ledger: LedgerView }) {
  const t = useT();
  const client = useQueryClient();
  const [editing, setEditing] = useState<{ readonly entry: IndexEntry | null; readonly id: string } | null>(null);
  const [removed, setRemoved] = useState<IndexEntry | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const run = async (work: () => Promise<LedgerView>): Promise<boolean> => {
    setFailure(null);
    try {
      client.setQueryData(keys.ledger, await work());
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  };
  const remove = async (entry: IndexEntry): Promise<void> => {
    if (await run(() => call('indexes.remove', { id: entry.id }))) setRemoved(entry);
  };
  const putBack = async ({ sample: _sample, ...entry }: IndexEntry): Promise<void> => {
    if (await run(() => call('indexes.save', { entry }))) setRemoved(null);
  };

  return (
    <>
      {failure !== null && <ErrorNotice error={failure} />}
      <section aria-labelledby="outside" className="stack-1">
        <div className="row ledger__bar">
          <h2 id="outside">{t('ledger.outside')}</h2>
          <Button look="primary" aria-haspopup="dialog" onClick={() => setEditing({ entry: null, id: newId() })}>
            <Icon of={Plus} /> {t('ledger.add')}
          </Button>
        </div>
        {removed && (
          <Notice role="status">
            <p className="row">
              {t('ledger.removed', { name: removed.name, year: removed.year })}
              <Button onClick={() => void putBack(removed)}>{t('ledger.put-back')}</Button>
            </p>
          </Notice>
        )}
        {ledger.entries.length === 0 ? (
          <p className="muted">{t('ledger.empty')}</p>
        ) : (
          <EntryTable
            entries={ledger.entries}
            onEdit={(entry) => setEditing({ entry, id: entry.id })}
            onRemove={(entry) => void remove(entry)}
          />
        )}
      </section>
      <section aria-labelledby="own" className="stack-1">
        <h2 id="own">{t('ledger.own')}</h2>
        {ledger.own.length === 0 ? <p className="muted">{t('ledger.own-empty')}</p> : <OwnTable own={ledger.own} />}
      </section>
      {editing && (
        <EntryDialog
          entry={editing.entry}
          id={editing.id}
          names={ledger.names}
          organisations={[...new Set([...ledger.own, ...ledger.entries].map(({ organisation }) => organisation))]}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function OwnTable({ own }: { readonly own: readonly OwnResult[] }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const show = (value: string, decimals: number): string => formatNumber(exact(value), language, decimals);
  return (
    <div className="scroll">
      <table className="mid">
        <caption className="visually-hidden">{t('ledger.own')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.set')}</th>
            <th scope="col">{t('ledger.organisation')}</th>
            <th scope="col">{t('ledger.period')}</th>
            <th scope="col">{t('ledger.level')}</th>
            <th scope="col" className="num">
              {t('ledger.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map((result) => (
            <tr key={result.assessmentId}>
              <th scope="row">
                <Link href={`/assessments/${result.assessmentId}/result`}>{say(result.title)}</Link>
              </th>
              <td>{result.organisation}</td>
              <td>{periodText(t, result.period)}</td>
              <td>
                {result.level !== null && (
                  <LevelChip level={result.level} name={result.levelName ? say(result.levelName) : ''} small />
                )}
              </td>
              <td className="num">
                {result.value !== null &&
                  result.max !== null &&
                  `${show(result.value, result.decimals)}/${show(result.max, result.decimals)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
