import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AssessmentSummary, BrokenQuestionnaire, QuestionnaireSummary } from '../../../contract/views.ts';
import type { Organisation } from '../../../domain/assessment/organisation.ts';
import type { Period } from '../../../domain/assessment/period.ts';
import { dayOf } from '../../../domain/text/dates.ts';
import { call, isApiError } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { keys, questionnaireQuery, useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { BrokenList } from './BrokenList.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';
import { QuestionnaireChoice } from './QuestionnaireChoice.tsx';
import { roundAt, suggestPeriod } from './period-choice.ts';
import { firstChoice, refOf } from './questionnaire-choice.ts';
import './start.css';

export function StartForm({
  organisation,
  questionnaires,
  broken,
  rounds,
}: {
  readonly organisation: Organisation;
  readonly questionnaires: readonly QuestionnaireSummary[];
  readonly broken: readonly BrokenQuestionnaire[];
  /** The organisation's rounds, the latest period first. */
  readonly rounds: readonly AssessmentSummary[];
}) {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { utcOffset } = useAppInfo();
  const [today] = useState(() => dayOf(new Date().toISOString(), utcOffset));
  // Made once, so that pressing again after a broken line does not start a second assessment.
  const [assessmentId] = useState(newId);
  const [chosenRef, setChosenRef] = useState(() => firstChoice(questionnaires, organisation.kind, rounds));
  const [chosenPeriod, setChosenPeriod] = useState<Period | null>(null);
  const [missing, setMissing] = useState(false);
  /** Types of questions of the chosen questionnaire that cannot be answered on the screen. */
  const [unanswerable, setUnanswerable] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);

  const chosen = questionnaires.find((questionnaire) => refOf(questionnaire) === chosenRef);
  const period = chosenPeriod ?? suggestPeriod(rounds, chosen?.id ?? '', today.year, today.month);
  const existing = chosen && roundAt(rounds, chosen.id, period);

  const start = useMutation({
    mutationFn: async (questionnaire: QuestionnaireSummary) => {
      const types = await unanswerableTypes(client, questionnaire);
      setUnanswerable(types);
      if (types.length > 0) return null;
      return call('assessments.start', {
        id: assessmentId,
        organisationId: organisation.id,
        questionnaireId: questionnaire.id,
        questionnaireVersion: questionnaire.version,
        period,
      });
    },
    onSuccess: (view) => {
      if (view === null) return;
      client.setQueryData(keys.assessment(view.summary.id), view);
      void client.invalidateQueries({ queryKey: keys.assessments });
      void client.invalidateQueries({ queryKey: keys.appInfo });
      navigate(`/assessments/${view.summary.id}/answer`);
    },
  });
  const existingId = existing?.id ?? existingIdOf(start.error);

  function submit(): void {
    if (start.isPending) return;
    if (!chosen) {
      setMissing(true);
      form.current?.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
    } else if (existing) notice.current?.focus();
    else start.mutate(chosen);
  }

  return (
    <Page
      title={[organisation.name, t('start.title')]}
      context={{ name: organisation.name, detail: t('start.title') }}
      layout="form"
      className="stack-3"
      footerKeep
      footer={
        <>
          <Button look="primary" type="submit" form="start" busy={start.isPending}>
            {t('start.go')}
          </Button>
          <LinkButton to="/">{t('common.cancel')}</LinkButton>
        </>
      }
    >
      <PageHeading>{t('start.title')}</PageHeading>
      <form
        id="start"
        ref={form}
        noValidate
        className="stack-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <QuestionnaireChoice
          questionnaires={questionnaires}
          kind={organisation.kind}
          chosen={chosenRef}
          missing={missing}
          onChoose={(ref) => {
            setChosenRef(ref);
            setMissing(false);
            setUnanswerable([]);
            start.reset();
          }}
        />
        <PeriodChoice
          period={period}
          thisYear={today.year}
          onChange={(next) => {
            setChosenPeriod(next);
            start.reset();
          }}
        />
      </form>
      {existingId !== undefined ? (
        <div ref={notice} tabIndex={-1}>
          <Notice kind="warn" role="status">
            <p>{t('error.assessment.exists')}</p>
            <p>
              <Link href={`/assessments/${existingId}/${existing?.state === 'finished' ? 'result' : 'answer'}`}>
                {t('start.open-existing')}
              </Link>
            </p>
          </Notice>
        </div>
      ) : (
        start.error && <ErrorNotice error={start.error} />
      )}
      {unanswerable.length > 0 && (
        <Notice kind="warn" role="alert">
          <p>{t('start.no-control', { types: unanswerable.join(', ') })}</p>
        </Notice>
      )}
      <BrokenList broken={broken} />
    </Page>
  );
}

/** The question types that this page has no control for; nothing is started that could not be answered to the end. */
async function unanswerableTypes(client: QueryClient, { id, version }: QuestionnaireSummary): Promise<string[]> {
  const [{ questionnaire }, { typesWithoutControl }] = await Promise.all([
    client.fetchQuery(questionnaireQuery(id, version)),
    import('../answer/controls/registry.ts'),
  ]);
  return typesWithoutControl(questionnaire);
}

/** The assessment that stands in the way, when that is what the error says. */
function existingIdOf(error: unknown): string | undefined {
  return isApiError(error, 'assessment.exists') ? String(error.wire.params.id) : undefined;
}
