import { useAppInfo, useAssessments, useOrganisations, useQuestionnaires } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { currentOrganisation, roundsOf } from '../../api/lists.ts';
import { StartForm } from './StartForm.tsx';

/** Chooses what is assessed: questionnaire and period, for the current organisation. */
export default function StartScreen() {
  const t = useT();
  const { settings } = useAppInfo();
  const organisations = useOrganisations();
  const questionnaires = useQuestionnaires();
  const assessments = useAssessments();
  const queries = [organisations, questionnaires, assessments];
  const error = queries.find((query) => query.error)?.error;
  const title = t('start.title');

  if (organisations.data && questionnaires.data && assessments.data) {
    const organisation = currentOrganisation(organisations.data, settings.organisationId);
    if (organisation)
      return (
        <StartForm
          key={organisation.id}
          organisation={organisation}
          questionnaires={questionnaires.data.questionnaires}
          broken={questionnaires.data.broken}
          rounds={roundsOf(assessments.data, organisation.id)}
        />
      );
    return (
      <Page title={[title]} layout="form" className="stack-3">
        <PageHeading>{title}</PageHeading>
        <p>{t('start.no-organisation')}</p>
        <LinkButton to="/organisations/new" look="primary" big>
          {t('home.declare')}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page title={[title]} layout="form">
      {error ? (
        <ErrorNotice error={error} onRetry={() => queries.forEach((query) => void query.refetch())} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
