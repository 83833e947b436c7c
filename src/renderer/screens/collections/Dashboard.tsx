import { FileDown, Pencil } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { CollectionView } from '../../../contract/views/collections.ts';
import { mayStandBeside, MINIMUM_GROUP } from '../../../domain/collection/disclosure.ts';
import { collectionWords } from '../../../domain/collection/report/context.ts';
import { call } from '../../api/client.ts';
import { SourceLine } from '../../charts/Figure.tsx';
import { periodInText } from '../../i18n/when.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { CollectionDialog } from './CollectionDialog.tsx';
import { CollectionPage } from './CollectionPage.tsx';
import { Filters } from './Filters.tsx';
import { OutputMenu } from './OutputMenu.tsx';
import { Groups } from './parts/Groups.tsx';
import { Items } from './parts/Items.tsx';
import { Overview } from './parts/Overview.tsx';
import { Profiles } from './parts/Profiles.tsx';
import { Quality } from './parts/Quality.tsx';
import { Units } from './parts/Units.tsx';
import { useCollection, useFreshCollections, useOverview } from './queries.ts';
import { filterOf, isFiltered, useViewState } from './view-state.ts';
import './collections.css';

const PARTS = ['overview', 'units', 'profiles', 'groups', 'items', 'quality'] as const;
type Part = (typeof PARTS)[number];

/** The picture that a collection gives. */
export default function Dashboard({ id }: { readonly id: string }) {
  const t = useT();
  const { part: asked } = useParams<{ part?: string }>();
  const part = PARTS.find((one) => one === asked) ?? 'overview';
  useFreshCollections();
  const collection = useCollection(id);
  return (
    <CollectionPage
      collection={collection}
      part={t(`dash.part-${part}`)}
      layout="page"
      className="dash stack-2"
      footer={collection.data && <Foot collection={collection.data} />}
    >
      {(view) => <Picture collection={view} part={part} />}
    </CollectionPage>
  );
}

function Picture({ collection, part }: { readonly collection: CollectionView; readonly part: Part }) {
  const t = useT();
  const language = useLanguage();
  const { id } = collection;
  const [state, change] = useViewState(id);
  const search = useDeferredValue(state.search);
  const filter = useMemo(() => filterOf(state, search), [state, search]);
  const { basis, groupBy, since, hideNames } = state;
  const overview = useOverview({ id, filter, basis, groupBy, since });
  const { data } = overview;
  const tooFew = data && hideNames && data.aggregate.n < MINIMUM_GROUP;
  const pickedOut = data && hideNames && isFiltered(state) && !mayStandBeside(data.aggregate.n, data.all);
  const source = [collection.name, periodInText(t, language, collection.period)].join(' · ');
  return (
    <>
      <div className="row dash__head">
        <PageHeading className="dash__title">
          {t('dash.title', { period: periodInText(t, language, collection.period) })}
        </PageHeading>
        <Parts id={id} part={part} />
      </div>
      <Attention collection={collection} />
      {collection.results > 0 && (
        <Filters
          collection={collection}
          overview={data ?? null}
          state={state}
          onChange={change}
          part={part}
          output={<OutputMenu id={id} options={{ filter, basis, since, hideNames }} />}
        />
      )}
      {overview.error && <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isPending && <Loading />}
      {collection.results === 0 && collection.expected === 0 ? (
        <Empty id={id} />
      ) : (
        data && (
          <SourceLine value={source}>
            <div className="stack-3" aria-busy={overview.isPlaceholderData || undefined}>
              {tooFew || pickedOut ? (
                <Notice kind="warn" role="status">
                  <p>
                    {tooFew
                      ? collectionWords(language)('hidden.few', { minimum: MINIMUM_GROUP })
                      : t('dash.picked-out')}
                  </p>
                </Notice>
              ) : (
                <>
                  {part === 'overview' && <Overview overview={data} state={state} />}
                  {part === 'units' && <Units id={id} overview={data} state={state} />}
                  {part === 'profiles' && <Profiles id={id} overview={data} state={state} />}
                  {part === 'groups' && <Groups overview={data} state={state} onChange={change} />}
                  {part === 'items' && <Items id={id} filter={filter} hideNames={hideNames} />}
                  {part === 'quality' && <Quality collection={collection} overview={data} hideNames={hideNames} />}
                </>
              )}
            </div>
          </SourceLine>
        )
      )}
    </>
  );
}

function Parts({ id, part }: { readonly id: string; readonly part: Part }) {
  const t = useT();
  return (
    <nav className="dash__parts" aria-label={t('dash.parts')}>
      <ul>
        {PARTS.map((one) => (
          <li key={one}>
            <Link
              href={one === 'overview' ? `/collections/${id}` : `/collections/${id}/${one}`}
              aria-current={one === part ? 'page' : undefined}
            >
              {t(`dash.part-${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What waits for a person, with the way there. */
function Attention({ collection: { id, conflicts, unmatched } }: { readonly collection: CollectionView }) {
  const t = useT();
  const words = [
    conflicts > 0 && t('dash.conflicts', { count: conflicts }),
    unmatched.length > 0 && t('dash.unmatched', { count: unmatched.length }),
  ].filter((text) => text !== false);
  if (words.length === 0) return null;
  return (
    <Notice kind="warn" className="dash__attention">
      <p className="row">
        <span>{words.join(' ')}</span>
        <LinkButton to={`/collections/${id}/import`}>{t('dash.look')}</LinkButton>
      </p>
    </Notice>
  );
}

function Empty({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <div className="stack-2">
      <p className="measure">{t('dash.empty')}</p>
      <LinkButton look="primary" big to={`/collections/${id}/import`}>
        {t('collections.import')}
      </LinkButton>
    </div>
  );
}

/** Further files, and changing or removing the collection. */
function Foot({ collection }: { readonly collection: CollectionView }) {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null);
  const { id, name, results, expected, missing } = collection;
  const remove = useMutation({
    mutationFn: () => call('collections.remove', { id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['collections'] });
      navigate('/collections');
    },
  });
  return (
    <>
      <LinkButton look={results > 0 ? 'plain' : 'primary'} to={`/collections/${id}/import`}>
        <Icon of={FileDown} /> {t('collections.import')}
      </LinkButton>
      <Button aria-haspopup="dialog" onClick={() => setAsking('edit')}>
        <Icon of={Pencil} /> {t('collections.edit')}
      </Button>
      {expected > 0 && (
        <p className="push small muted">
          {t('dash.arrived', { arrived: expected - missing, expected })}{' '}
          {missing > 0 && <Link href={`/collections/${id}/quality`}>{t('dash.who-is-missing')}</Link>}
        </p>
      )}
      {asking === 'edit' && (
        <CollectionDialog
          id={id}
          collection={collection}
          onRemove={() => setAsking('remove')}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={t('collections.remove-title', { name })}
          confirm={t('collections.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(null)}
        >
          <p>{t('collections.remove-text', { count: results })}</p>
          {remove.error && <ErrorNotice error={remove.error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
