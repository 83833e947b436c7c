import { FileDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CollectionSummary } from '../../../contract/views/collections.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { newId } from '../../api/ids.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { dayText } from '../../i18n/when.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { CollectionDialog } from './CollectionDialog.tsx';
import { useCollections, useFreshCollections } from './queries.ts';
import './collections.css';
import { Scroll } from '../../ui/Scroll.tsx';

/** All collections of this computer, and beginning another one: with a list of units, or right from files. */
export default function CollectionsScreen() {
  const t = useT();
  useFreshCollections();
  const list = useCollections();
  const [making, setMaking] = useState<string | null>(null);
  return (
    <Page
      title={[t('collections.title')]}
      context={{ name: t('common.tagline'), detail: t('collections.title') }}
      className="stack-3"
    >
      <div className="stack-1">
        <PageHeading>{t('collections.title')}</PageHeading>
        <p className="muted measure">{t('collections.lead')}</p>
      </div>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && (
        <>
          <div className="row">
            <Button look={list.data.length === 0 ? 'primary' : 'plain'} onClick={() => setMaking(newId())}>
              <Icon of={Plus} /> {t('collections.new')}
            </Button>
            <LinkButton to="/collections/import">
              <Icon of={FileDown} /> {t('collections.import-any')}
            </LinkButton>
          </div>
          {list.data.length === 0 ? (
            <p className="muted measure">{t('collections.empty')}</p>
          ) : (
            <CollectionTable collections={list.data} />
          )}
        </>
      )}
      {making !== null && <CollectionDialog id={making} collection={null} onClose={() => setMaking(null)} />}
    </Page>
  );
}

function CollectionTable({ collections }: { readonly collections: readonly CollectionSummary[] }) {
  const t = useT();
  const say = useLocalized();
  const { utcOffset } = useAppInfo();
  return (
    <Scroll label={t('collections.title')}>
      <table className="mid collections__list">
        <caption className="visually-hidden">{t('collections.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collections.name')}</th>
            <th scope="col">{t('home.period')}</th>
            <th scope="col" className="num">
              {t('collections.results')}
            </th>
            <th scope="col">{t('collections.to-do')}</th>
            <th scope="col">{t('collections.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {collections.map(({ id, name, questionnaire, period, results, expected, missing, conflicts, updatedAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/collections/${id}`}>{name}</Link>
                <span className="collections__detail">
                  {say(questionnaire.title)} · {t('home.version', { version: questionnaire.version })}
                </span>
              </th>
              <td className="nowrap">{periodText(t, period)}</td>
              <td className="num">{expected === 0 ? results : `${expected - missing}/${expected}`}</td>
              <td>
                {[
                  missing > 0 && t('collections.missing-count', { count: missing }),
                  conflicts > 0 && t('collections.conflict-count', { count: conflicts }),
                ]
                  .filter(Boolean)
                  .join(', ') || <span className="muted">{t('collections.nothing')}</span>}
              </td>
              <td className="nowrap">{dayText(updatedAt, utcOffset)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
