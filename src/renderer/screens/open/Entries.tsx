import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppraisalEntry } from '../../../contract/views/workbook.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { call } from '../../api/client.ts';
import { forgetAssessment, keys } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Page.tsx';
import { Tag } from '../../ui/Tag.tsx';

/** What an appraiser wrote into the workbook, to be taken over into the assessment that it came from. */
export function Entries({ upload, assessmentId }: { readonly upload: string; readonly assessmentId: string }) {
  const t = useT();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const queryKey = [...keys.opened(upload), 'entries', assessmentId];
  const reading = useQuery({
    queryKey,
    queryFn: () => call('appraisals.preview', { assessmentId, upload }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (reading.error) return <ErrorNotice error={reading.error} onRetry={() => void reading.refetch()} />;
  if (!reading.data) return <Loading />;
  const { entries } = reading.data;
  const ready = entries.filter(({ problem, isNew }) => problem === null && isNew).map(({ itemId }) => itemId);

  async function take(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { items } = await call('appraisals.take', { assessmentId, upload, items: ready });
      setTaken(items.length);
      forgetAssessment(client, assessmentId);
      await client.invalidateQueries({ queryKey });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="panel stack-2" aria-labelledby="entries">
      <h2 id="entries">{t('entries.title')}</h2>
      <p className="measure">{t('entries.lead')}</p>
      <Table entries={entries} />
      {error !== null && <ErrorNotice error={error} />}
      {taken !== null && (
        <Notice role="status" className="stack-1">
          <p>{t('entries.taken', { count: taken })}</p>
          <LinkButton to={`/assessments/${assessmentId}/result`}>{t('files.see-result')}</LinkButton>
        </Notice>
      )}
      {taken === null &&
        (ready.length > 0 ? (
          <div className="row panel__actions">
            <Button look="primary" busy={busy} onClick={() => void take()}>
              {t('entries.take', { count: ready.length })}
            </Button>
          </div>
        ) : (
          <p className="muted">{t('entries.nothing')}</p>
        ))}
    </section>
  );
}

function Table({ entries }: { readonly entries: readonly AppraisalEntry[] }) {
  const t = useT();
  const language = useLanguage();
  const points = (text: string | null): string => (text === null ? '–' : formatNumber(exact(text), language, 2));
  return (
    <div className="scroll" role="region" aria-label={t('entries.title')} tabIndex={0}>
      <table className="open-changes">
        <thead>
          <tr>
            <th scope="col">{t('entries.item')}</th>
            <th scope="col">{t('entries.self')}</th>
            <th scope="col">{t('entries.appraised')}</th>
            <th scope="col">{t('entries.comment')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ itemId, code, self, appraised, comment, isNew, problem }) => (
            <tr key={itemId}>
              <th scope="row">{code}</th>
              <td>{points(self)}</td>
              <td>
                {points(appraised)} {!isNew && <Tag kind="plain">{t('entries.known')}</Tag>}
              </td>
              <td>
                {comment !== '' && <p>{comment}</p>}
                {problem && (
                  <p>
                    <strong>
                      {t('entries.problem', { sheet: problem.sheet, cell: problem.cell, text: problem.text })}
                    </strong>
                    <br />
                    {t(`entries.why.${problem.code}`)}
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
