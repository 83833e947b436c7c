import { ArrowLeft } from 'lucide-react';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { AssessmentSummary } from '../../../contract/views.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { useAssessments, useComparison, useQuestionnaire, useResult } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { choicesFor, DERIVED, firstChoice, type Choices } from './choices.ts';
import { Comparison } from './Comparison.tsx';
import './compare.css';

/** Two rounds or organisations side by side; without an assessment it first asks which one. */
export default function CompareScreen({ id, before }: { readonly id?: string; readonly before?: string | undefined }) {
  const t = useT();
  const assessments = useAssessments();
  if (!assessments.data)
    return (
      <Page title={[t('compare.title')]}>
        {assessments.error ? (
          <>
            <PageHeading>{t('compare.title')}</PageHeading>
            <ErrorNotice error={assessments.error} onRetry={() => void assessments.refetch()} />
          </>
        ) : (
          <Loading />
        )}
      </Page>
    );
  const now = assessments.data.find((summary) => summary.id === id);
  return now ? (
    <Opened now={now} all={assessments.data} before={before} />
  ) : (
    <Pick all={assessments.data.filter((summary) => hasOthers(summary, assessments.data))} />
  );
}

const hasOthers = (summary: AssessmentSummary, all: readonly AssessmentSummary[]): boolean => {
  const { rounds, others } = choicesFor(summary, all);
  return summary.settled > 0 && rounds.length + others.length > 0;
};

function Opened({
  now,
  all,
  before,
}: {
  readonly now: AssessmentSummary;
  readonly all: readonly AssessmentSummary[];
  readonly before: string | undefined;
}) {
  const t = useT();
  const [, go] = useLocation();
  const result = useResult(now.id);
  const choices = choicesFor(now, all);
  const derived = result.data?.derived ?? null;
  // Whether there are former units is known with the result; a choice in the address needs no waiting.
  const chosen = before ?? (result.data ? firstChoice(now, choices, derived !== null) : undefined);
  const comparison = useComparison(
    now.id,
    chosen === undefined || chosen === null ? undefined : chosen === DERIVED ? null : chosen,
  );
  const questionnaire = useQuestionnaire(now.questionnaireId, now.questionnaireVersion);
  const error = result.error ?? comparison.error ?? questionnaire.error;
  const view = comparison.data;
  return (
    <AssessmentPage
      summary={now}
      current="result"
      layout="narrow"
      className="compare"
      footer={
        <LinkButton to={`/assessments/${now.id}/result`}>
          <Icon of={ArrowLeft} /> {t('compare.to-result')}
        </LinkButton>
      }
    >
      {chosen === null ? (
        <div className="stack-2">
          <PageHeading>{t('compare.nothing')}</PageHeading>
          <p className="measure">{t('compare.nothing-text')}</p>
        </div>
      ) : (
        <>
          {chosen !== undefined && (
            <Chooser
              now={now}
              choices={choices}
              derived={derived?.sources.length ?? null}
              chosen={chosen}
              onChoose={(next) => go(`/assessments/${now.id}/compare/${next}`, { replace: true })}
            />
          )}
          {error ? (
            <>
              <PageHeading>{t('compare.title')}</PageHeading>
              <ErrorNotice error={error} onRetry={() => void comparison.refetch()} />
            </>
          ) : view && questionnaire.data ? (
            <Comparison key={chosen} view={view} questionnaire={questionnaire.data.questionnaire} />
          ) : (
            <Loading />
          )}
        </>
      )}
    </AssessmentPage>
  );
}

function Chooser({
  now,
  choices: { rounds, others },
  derived,
  chosen,
  onChoose,
}: {
  readonly now: AssessmentSummary;
  readonly choices: Choices;
  /** Number of former units; null = none. */
  readonly derived: number | null;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const t = useT();
  const id = useId();
  const option = (other: AssessmentSummary) => {
    const figures = {
      period: periodText(t, other.period),
      name: other.organisationName,
      version: other.questionnaireVersion,
    };
    const text = t(
      other.questionnaireVersion === now.questionnaireVersion ? 'compare.choice' : 'compare.choice-version',
      figures,
    );
    return (
      <option key={other.id} value={other.id}>
        {other.state === 'draft' ? t('compare.draft', { text }) : text}
      </option>
    );
  };
  return (
    <div className="compare__choose">
      <label className="label" htmlFor={id}>
        {t('compare.choose')}
      </label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {(rounds.length > 0 || derived !== null) && (
          <optgroup label={t('compare.same-unit')}>
            {rounds.map(option)}
            {derived !== null && <option value={DERIVED}>{t('compare.choice-derived', { count: derived })}</option>}
          </optgroup>
        )}
        {others.length > 0 && <optgroup label={t('compare.other-units')}>{others.map(option)}</optgroup>}
      </select>
    </div>
  );
}

/** Which assessment it is about. */
function Pick({ all }: { readonly all: readonly AssessmentSummary[] }) {
  const t = useT();
  const say = useLocalized();
  const id = useId();
  const [chosen, setChosen] = useState(all[0]?.id ?? '');
  const sets = [...Map.groupBy(all, ({ questionnaireId }) => questionnaireId).values()];
  return (
    <Page
      title={[t('compare.title')]}
      context={{ name: t('common.tagline'), detail: t('compare.title') }}
      layout="form"
      className="stack-2"
    >
      {all.length === 0 ? (
        <>
          <PageHeading>{t('compare.nothing')}</PageHeading>
          <p>{t('compare.nothing-text')}</p>
          <LinkButton to="/">{t('compare.home')}</LinkButton>
        </>
      ) : (
        <>
          <PageHeading>{t('compare.title')}</PageHeading>
          <p>{t('compare.pick-text')}</p>
          <div className="field">
            <label htmlFor={id}>{t('compare.now')}</label>
            <select id={id} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              {sets.map((list) => (
                <optgroup key={list[0]?.questionnaireId} label={list[0] && say(list[0].questionnaireTitle)}>
                  {list.map((summary) => (
                    <option key={summary.id} value={summary.id}>
                      {t('compare.choice', {
                        period: periodText(t, summary.period),
                        name: summary.organisationName,
                      })}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
          <LinkButton to={`/assessments/${chosen}/compare`} look="primary" big>
            {t('compare.open')}
          </LinkButton>
        </>
      )}
    </Page>
  );
}
