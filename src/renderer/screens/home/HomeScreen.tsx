import { useAppInfo, useAssessments, useOrganisations } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { EmptyHome } from './EmptyHome.tsx';
import { FirstRun } from './FirstRun.tsx';
import { HomeFooter } from './HomeFooter.tsx';
import { OrganisationHome } from './OrganisationHome.tsx';
import { currentOrganisation } from '../../api/lists.ts';
import './home.css';

/** The first screen: go on where one stopped, see the rounds so far, or begin. */
export function HomeScreen() {
  const t = useT();
  const { settings } = useAppInfo();
  const organisations = useOrganisations();
  const assessments = useAssessments();
  const error = organisations.error ?? assessments.error;
  const known = organisations.data && assessments.data;
  const current = known ? currentOrganisation(organisations.data, settings.organisationId) : null;

  if (known && !current && !settings.welcomed) return <FirstRun />;
  return (
    <Page
      title={current ? [current.name] : []}
      context={{ name: t('common.tagline'), detail: t('home.here') }}
      footer={<HomeFooter withBackup={current !== null} />}
      className="stack-3"
    >
      {known && current ? (
        <OrganisationHome organisation={current} organisations={organisations.data} assessments={assessments.data} />
      ) : known ? (
        <EmptyHome />
      ) : error ? (
        <ErrorNotice
          error={error}
          onRetry={() => {
            void organisations.refetch();
            void assessments.refetch();
          }}
        />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
