import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams } from 'wouter';
import { call } from '../../api/client.ts';
import { useAppEvent } from '../../api/events.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ReportContext } from './hooks.ts';
import { ReportWork } from './ReportWork.tsx';
import { openReport } from './sessions.ts';
import './report.css';

/** News of the assessment is looked at when it has been quiet for this long. */
const QUIET_MS = 1500;

/** What people add to the report of one assessment: head, address, signature and own texts. */
export default function ReportScreen() {
  const { id } = useParams<{ id: string }>();
  const t = useT();
  const language = useDocumentLanguage();
  const opened = useQuery({
    queryKey: ['report', id, language],
    async queryFn() {
      const view = await call('details.open', { assessmentId: id, language });
      return { view, session: openReport(view, language) };
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  const { data, error, refetch } = opened;

  const quiet = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(quiet.current), []);
  useAppEvent((event) => {
    if (event.type !== 'assessment.changed' || event.id !== id) return;
    window.clearTimeout(quiet.current);
    // Most news are our own saves; what another window has changed is taken over when nothing is under way here.
    quiet.current = window.setTimeout(() => {
      if (data?.session.saving.unsaved === 0) void refetch();
    }, QUIET_MS);
  });

  if (!data)
    return (
      <Page title={[t('report.title')]} className="stack-2">
        {error ? (
          <>
            <PageHeading>{t('report.title')}</PageHeading>
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </>
        ) : (
          <Loading />
        )}
      </Page>
    );
  return (
    <ReportContext value={data.session}>
      <ReportWork key={`${id} ${language}`} view={data.view} language={language} />
    </ReportContext>
  );
}
