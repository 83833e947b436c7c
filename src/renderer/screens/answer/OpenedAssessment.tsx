import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import type { AssessmentView } from '../../../contract/views.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { call } from '../../api/client.ts';
import { useAppEvent } from '../../api/events.ts';
import { useQuestionnaire } from '../../api/queries.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SessionContext } from './hooks.ts';
import { openSession } from './sessions.ts';

/** News of the assessment is looked at when it has been quiet for this long. */
const QUIET_MS = 1500;

/** Opens an assessment for answering: its session and questionnaire, or what stands in the way. */
export function OpenedAssessment({
  id,
  title,
  children,
}: {
  readonly id: string;
  /** Of the screen, while there is nothing else to show. */
  readonly title: string;
  readonly children: (view: AssessmentView, questionnaire: Questionnaire, reload: () => void) => ReactNode;
}) {
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
      <Page title={[title]} className="stack-2">
        {error ? (
          <>
            <PageHeading>{title}</PageHeading>
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
      {children(data.view, questionnaire.data.questionnaire, () => void opened.refetch())}
    </SessionContext>
  );
}
