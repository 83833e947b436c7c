import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CollectionView } from '../../../contract/views/collections.ts';
import { periodInText } from '../../i18n/when.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page, type PageProps } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';

/** The frame of every screen of one collection: its name, questionnaire and period in the header. */
export function CollectionPage({
  collection: { data, error, refetch },
  part,
  children,
  ...page
}: {
  readonly collection: UseQueryResult<CollectionView>;
  /** What of it is shown, for the title of the window. */
  readonly part: string;
  readonly children: (view: CollectionView) => ReactNode;
} & Pick<PageProps, 'className' | 'layout' | 'footer' | 'footerKeep'>) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const detail =
    data &&
    [
      say(data.questionnaire.title),
      t('home.version', { version: data.questionnaire.version }),
      periodInText(t, language, data.period),
    ].join(' · ');
  return (
    <Page
      {...page}
      title={data ? [part, data.name] : [t('collections.title')]}
      context={data && detail ? { name: data.name, detail } : { name: t('common.tagline') }}
    >
      {data ? (
        children(data)
      ) : error ? (
        <>
          <PageHeading>{t('collections.title')}</PageHeading>
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </>
      ) : (
        <Loading />
      )}
    </Page>
  );
}
