import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams } from 'wouter';
import { call } from '../../api/client.ts';
import { useAppEvent } from '../../api/events.ts';
import { useQuestionnaire } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { AnswerWork } from './AnswerWork.tsx';
import './answer.css';
import { SessionContext } from './hooks.ts';
import { openSession } from './sessions.ts';

/** News of the assessment is looked at when it has been quiet for this long. */
const QUIET_MS = 1500;

/** Answers the questions of one assessment, one at a time. */
export default function AnswerScreen() {
  const { id, itemId } = useParams<{ id: string; itemId?: string }>();
  const t = useT();
  const client = useQueryClient();
  // Read once per visit: while questions are answered, the screen itself knows best.
  const key = ['answering', id];
  const load = async () => {
    const view = await call('assessments.open', { id });
    return { view, session: openSession(view) };
  };
  const opened = useQuery({ queryKey: key, queryFn: load, staleTime: Infinity, gcTime: 0, structuralSharing: false });
  const { data } = opened;
  const summary = data?.view.summary;
  const questionnaire = useQuestionnaire(summary?.questionnaireId, summary?.questionnaireVersion);

  const quiet = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(quiet.current), []);
  useAppEvent((event) => {
    if (event.type !== 'assessment.changed' || event.id !== id || !data) return;
    window.clearTimeout(quiet.current);
    // Most news are our own saves; what another window has changed is taken over when nothing is under way here.
    quiet.current = window.setTimeout(() => {
      const { session } = data;
      if (session.saving.unsaved > 0) return;
      void call('assessments.open', { id }).then(
        (view) => {
          session.merge(view);
          client.setQueryData(key, { view, session });
        },
        () => undefined,
      );
    }, QUIET_MS);
  });

  const error = opened.error ?? questionnaire.error;
  if (!data || !questionnaire.data)
    return (
      <Page title={[t('header.answer')]} className="stack-2">
        {error ? (
          <>
            <PageHeading>{t('header.answer')}</PageHeading>
            <ErrorNotice
              error={error}
              onRetry={() => void (opened.error ? opened.refetch() : questionnaire.refetch())}
            />
          </>
        ) : (
          <Loading />
        )}
      </Page>
    );
  return (
    <SessionContext value={data.session}>
      <AnswerWork
        key={id}
        view={data.view}
        questionnaire={questionnaire.data.questionnaire}
        itemId={itemId}
        onReopened={() => void opened.refetch()}
      />
    </SessionContext>
  );
}
