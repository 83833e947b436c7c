import { Pin, X } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { RecentFile } from '../../../contract/views/files.ts';
import { call } from '../../api/client.ts';
import { keys, useAppInfo } from '../../api/queries.ts';
import { openFile } from '../../app/open-file.ts';
import { takeRecent } from '../../app/opened-file.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { dayText, periodInText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Files that were opened last, from their kept copies; pinned ones stay. */
export function RecentFiles() {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [error, setError] = useState<unknown>(null);
  const { data = [] } = useQuery({ queryKey: keys.recent, queryFn: () => call('recent.list', {}) });
  if (data.length === 0) return null;

  async function change(work: Promise<readonly RecentFile[]>): Promise<void> {
    setError(null);
    try {
      client.setQueryData(keys.recent, await work);
    } catch (failure) {
      setError(failure);
    }
  }
  async function open({ id, kept }: RecentFile): Promise<void> {
    setError(null);
    if (!kept) return openFile();
    try {
      await takeRecent(id);
      navigate('/open');
    } catch (failure) {
      setError(failure);
    }
  }

  return (
    <section aria-labelledby="recent-files" className="stack-1">
      <h2 id="recent-files">{t('files.recent')}</h2>
      {error !== null && <ErrorNotice error={error} />}
      <ul className="recent recent-files">
        {data.map((file) => (
          <li key={file.id}>
            <div>
              <button type="button" onClick={() => void open(file)}>
                {file.name}
              </button>
              <Line file={file} />
            </div>
            <Button
              look="quiet"
              aria-pressed={file.pinned}
              aria-label={t('files.pin', { name: file.name })}
              onClick={() => void change(call('recent.pin', { id: file.id, pinned: !file.pinned }))}
            >
              <Icon of={Pin} className={file.pinned ? 'icon icon--full' : 'icon'} />
            </Button>
            <Button
              look="quiet"
              aria-label={t('files.forget', { name: file.name })}
              onClick={() => void change(call('recent.remove', { id: file.id }))}
            >
              <Icon of={X} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ file: { kind, subject, period, openedAt, pinned, kept } }: { readonly file: RecentFile }) {
  const t = useT();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const about =
    kind === 'questionnaire'
      ? t('files.questionnaire-short')
      : period
        ? `${subject}, ${t('common.period-of', { period: periodInText(t, language, period) })}`
        : subject;
  const marks = [pinned && t('files.pinned'), !kept && t('files.not-kept')].filter(Boolean);
  return <small>{[about, dayText(openedAt, utcOffset), ...marks].join(' · ')}</small>;
}
