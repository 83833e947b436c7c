import { ChevronLeft } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import type { AssessmentView } from '../../../contract/views.ts';
import { emptyRecord, type AnswerRecord } from '../../../domain/assessment/answer.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { call } from '../../api/client.ts';
import { forgetAssessment, useAssessment, useQuestionnaire } from '../../api/queries.ts';
import { periodInText } from '../../i18n/when.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { contextOf } from '../answer/context.ts';
import { FinishedNotice } from '../answer/FinishedNotice.tsx';
import { lacksEvidence, outlineOf } from '../answer/outline.ts';
import { ShownItems } from '../answer/shown.ts';
import { settleSession } from '../answer/sessions.ts';
import { takeFixed } from '../answer/way-back.ts';
import { CheckNotices } from './CheckNotices.tsx';
import { CheckTable } from './CheckTable.tsx';
import './check.css';

/** Everything that was answered, with what is missing, and the lock. */
export default function CheckScreen() {
  const { id } = useParams<{ id: string }>();
  const t = useT();
  const assessment = useAssessment(id);
  const summary = assessment.data?.summary;
  const questionnaire = useQuestionnaire(summary?.questionnaireId, summary?.questionnaireVersion);
  const error = assessment.error ?? questionnaire.error;
  if (!assessment.data || !questionnaire.data)
    return (
      <Page title={[t('header.check')]} className="stack-2">
        {error ? (
          <>
            <PageHeading>{t('header.check')}</PageHeading>
            <ErrorNotice
              error={error}
              onRetry={() => void (assessment.error ? assessment.refetch() : questionnaire.refetch())}
            />
          </>
        ) : (
          <Loading />
        )}
      </Page>
    );
  return <Check view={assessment.data} questionnaire={questionnaire.data.questionnaire} />;
}

function Check({ view, questionnaire }: { readonly view: AssessmentView; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const { summary } = view;
  const { id } = summary;
  const [confirming, setConfirming] = useState(false);
  const [returned] = useState(takeFixed);
  const records = useMemo(() => new Map(view.records.map((record) => [record.itemId, record])), [view.records]);
  const recordOf = (itemId: string): AnswerRecord => records.get(itemId) ?? emptyRecord(itemId);
  const context = useMemo(() => contextOf(view), [view]);
  const outline = useMemo(() => {
    const shown = new ShownItems(questionnaire, context).at((id) => records.get(id) ?? emptyRecord(id));
    return outlineOf(questionnaire, (id) => shown.has(id));
  }, [questionnaire, context, records]);
  const hrefOf = (itemId: string): string => `/assessments/${id}/answer/${itemId}`;
  const finished = summary.state === 'finished';
  const period = periodInText(t, language, summary.period);

  const states = outline.items.filter(({ scored }) => scored).map(({ item }) => recordOf(item.id).answer.state);
  const count = (...wanted: string[]): number => states.filter((state) => wanted.includes(state)).length;
  const unanswered = count('unanswered');

  // Back at the row that the question was opened from.
  useEffect(() => {
    if (returned === null) return;
    const row = document.getElementById(`row-${returned}`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('a')?.focus();
  }, [returned]);

  return (
    <AssessmentPage
      summary={summary}
      current="check"
      footer={
        <>
          <LinkButton to={`/assessments/${id}/answer`}>
            <Icon of={ChevronLeft} /> {t('check.back')}
          </LinkButton>
          {finished ? (
            <LinkButton to={`/assessments/${id}/result`} look="primary" className="push">
              {t('check.to-result')}
            </LinkButton>
          ) : (
            <>
              <span className="muted small push wide">{t('check.hint')}</span>
              <Button
                look="primary"
                className="check__finish"
                aria-haspopup="dialog"
                onClick={() => setConfirming(true)}
              >
                {t('check.finish-of', { period })}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="check__intro">
        <PageHeading quiet={returned !== null}>{t(finished ? 'check.title-finished' : 'check.title')}</PageHeading>
        <p className="muted">
          {t('check.summary', { answered: count('answered', 'none'), na: count('not-applicable'), unanswered })}{' '}
          {!finished && t('check.how')}
        </p>
        {finished && <FinishedNotice assessmentId={id} onReopened={() => undefined} />}
      </div>
      <div className="check">
        <section className="check__todo" aria-labelledby="todo">
          <h2 className="visually-hidden" id="todo">
            {t('check.todo')}
          </h2>
          <div className="stack-2">
            <CheckNotices
              questionnaire={questionnaire}
              context={context}
              outline={outline}
              recordOf={recordOf}
              hrefOf={hrefOf}
            />
          </div>
        </section>
        <section aria-labelledby="sections">
          <h2 className="visually-hidden" id="sections">
            {t('check.sections')}
          </h2>
          <div className="stack-4">
            {outline.groups.map((entry) => (
              <CheckTable
                key={entry.group.id}
                questionnaire={questionnaire}
                context={context}
                entry={entry}
                recordOf={recordOf}
                hrefOf={hrefOf}
                readOnly={finished}
              />
            ))}
          </div>
        </section>
      </div>
      {confirming && (
        <FinishDialog
          assessmentId={id}
          period={period}
          rule={questionnaire.scoring.unanswered}
          unanswered={unanswered}
          all={states.length}
          withoutEvidence={outline.items.filter(({ item }) => lacksEvidence(item, recordOf(item.id))).length}
          onClose={() => setConfirming(false)}
        />
      )}
    </AssessmentPage>
  );
}

/** Says what locking means for what is missing, and locks. */
function FinishDialog({
  assessmentId,
  period,
  rule,
  unanswered,
  all,
  withoutEvidence,
  onClose,
}: {
  readonly assessmentId: string;
  readonly period: string;
  readonly rule: Questionnaire['scoring']['unanswered'];
  readonly unanswered: number;
  readonly all: number;
  readonly withoutEvidence: number;
  readonly onClose: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: unknown } | 'unsaved' | null>(null);

  const finish = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      if (!(await settleSession(assessmentId))) {
        setFailure('unsaved');
        return;
      }
      await call('assessments.finish', { id: assessmentId });
      forgetAssessment(client, assessmentId);
      navigate(`/assessments/${assessmentId}/result`);
    } catch (error) {
      setFailure({ error });
    } finally {
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      title={t('check.confirm-title', { period })}
      confirm={t('check.finish')}
      busy={busy}
      onConfirm={() => void finish()}
      onClose={onClose}
    >
      {unanswered === 0 && <p>{t('check.confirm-complete')}</p>}
      {unanswered > 0 && (
        <p>
          <strong>{t('check.unanswered', { count: unanswered })}.</strong>{' '}
          {unanswered === all
            ? t('check.confirm-empty')
            : t(`check.unanswered-${typeof rule === 'string' ? rule : 'mean'}`)}
        </p>
      )}
      {withoutEvidence > 0 && (
        <p>
          <strong>{t('check.evidence', { count: withoutEvidence })}.</strong> {t('check.evidence-why')}
        </p>
      )}
      <p>{t('check.confirm-after')}</p>
      {failure === 'unsaved' && (
        <Notice kind="error" role="alert">
          <p>{t('check.unsaved')}</p>
        </Notice>
      )}
      {failure !== null && failure !== 'unsaved' && <ErrorNotice error={failure.error} />}
    </ConfirmDialog>
  );
}
