import { useState } from 'react';
import { newId } from '../../api/ids.ts';
import { useOrganisations } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { emptyProfile } from './profile-form.ts';

/** Profile of an organisation: a new one, or the one with the id. */
export default function OrganisationScreen({ id }: { readonly id?: string }) {
  const t = useT();
  const { data, error, refetch } = useOrganisations();
  const [blank] = useState(() => emptyProfile(newId()));
  const stored = id === undefined ? blank : data?.find((organisation) => organisation.id === id);
  const title = id === undefined ? t('organisation.new-title') : t('organisation.title');

  if (data && stored) {
    const others = data.filter((organisation) => organisation.id !== stored.id);
    return <ProfileForm isNew={id === undefined} stored={stored} others={others} title={title} />;
  }
  return (
    <Page title={[title]} layout="form" className="stack-3">
      {data ? (
        <>
          <PageHeading>{title}</PageHeading>
          <Notice kind="error">
            <p>{t('error.organisation.unknown')}</p>
          </Notice>
          <LinkButton to="/">{t('common.home')}</LinkButton>
        </>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
