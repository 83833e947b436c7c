import { FileDown, FolderOpen } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ComponentProps } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { CollectionView, ImportRun } from '../../../contract/views/collections.ts';
import { useMenuActions } from '../../api/events.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { CollectionPage } from './CollectionPage.tsx';
import { Decisions } from './Decisions.tsx';
import { chosenFiles, droppedFiles, type GivenFile } from './given-files.ts';
import { importFiles, importFolder, isUnderWay, resumeRun, useImporting } from './importing.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { Outcomes } from './Outcomes.tsx';
import { useCollection, useFreshCollections, useRun } from './queries.ts';
import './collections.css';

/** Files in, and what became of each; what a person has to decide is decided here. */
export default function ImportScreen({ id = null }: { readonly id?: string | null }) {
  const t = useT();
  const { run } = useParams<{ run?: string }>();
  useFreshCollections();
  const collection = useCollection(id);
  if (id === null)
    return (
      <Page
        title={[t('collections.import')]}
        context={{ name: t('common.tagline'), detail: t('collections.title') }}
        className="stack-3"
      >
        <Work collection={null} wanted={run ?? null} />
      </Page>
    );
  return (
    <CollectionPage collection={collection} part={t('collections.import')} className="stack-3">
      {(view) => <Work collection={view} wanted={run ?? null} />}
    </CollectionPage>
  );
}

/** @param props.wanted the run whose outcomes are looked at; null: the newest */
function Work({ collection, wanted }: { readonly collection: CollectionView | null; readonly wanted: string | null }) {
  const t = useT();
  const importing = useImporting();
  const busy = isUnderWay(importing);
  const id = collection?.id ?? null;
  const mine = importing && importing.collectionId === id ? importing : null;
  const shown = wanted ?? (mine?.phase === 'ended' ? mine.run : null) ?? collection?.runs[0]?.run ?? null;
  const run = useRun(busy && mine?.run === shown ? null : shown);
  return (
    <>
      <div className="stack-1">
        <PageHeading>{t(collection ? 'collections.import-into' : 'collections.import-any')}</PageHeading>
        <p className="muted measure">{t(collection ? 'collections.import-lead' : 'collections.import-any-lead')}</p>
      </div>
      {importing && <ImportProgress importing={importing} own={mine !== null} />}
      <Give collectionId={id} busy={busy} quiet={busy || run.data !== undefined} />
      {run.error && <ErrorNotice error={run.error} onRetry={() => void run.refetch()} />}
      {shown !== null && run.isPending && run.fetchStatus !== 'idle' && <Loading />}
      {run.data && <Run run={run.data} busy={busy} collectionId={id} />}
      {collection && <Decisions collection={collection} />}
      {collection && collection.runs.length > 1 && <Earlier collection={collection} shown={shown} />}
    </>
  );
}

/** Choosing a folder is no standard attribute, but every browser that we run in knows it. */
const FOLDER = { webkitdirectory: '' } as ComponentProps<'input'>;

/** Choosing or dropping files and folders, also with Ctrl+O. */
function Give({
  collectionId,
  busy,
  quiet,
}: {
  readonly collectionId: string | null;
  readonly busy: boolean;
  readonly quiet: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const { host } = useAppInfo();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const give = (given: readonly GivenFile[]): void => {
    if (given.length === 0) return;
    // What came of the new files is to be seen, not of earlier ones.
    navigate(collectionId === null ? '/collections/import' : `/collections/${collectionId}/import`, { replace: true });
    importFiles(given, collectionId, language);
  };
  const take = (input: HTMLInputElement): void => {
    const given = chosenFiles(input.files ?? []);
    input.value = '';
    give(given);
  };
  const dropped = useEffectEvent((event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (!busy) void droppedFiles(event.dataTransfer).then(give);
  });
  useEffect(() => {
    // On the whole window, before the program opens a single file in its own way.
    const listen = (event: DragEvent): void => dropped(event);
    document.addEventListener('drop', listen);
    return () => document.removeEventListener('drop', listen);
  }, []);
  useMenuActions({ open: () => !busy && files.current?.click() });
  return (
    <section className="collections__give stack-1" aria-label={t('collections.give')}>
      <div className="row">
        <Button look={quiet ? 'plain' : 'primary'} busy={busy} onClick={() => files.current?.click()}>
          <Icon of={FileDown} /> {t('collections.choose-files')}
        </Button>
        <Button
          busy={busy}
          onClick={() => (host === 'electron' ? importFolder(collectionId, language) : folder.current?.click())}
        >
          <Icon of={FolderOpen} /> {t('collections.choose-folder')}
        </Button>
        <span className="muted small">{t('collections.drop')}</span>
      </div>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".xlsx,.json,.thuocso,.zip"
        aria-label={t('collections.choose-files')}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        {...FOLDER}
        aria-label={t('collections.choose-folder')}
        onChange={(event) => take(event.currentTarget)}
      />
    </section>
  );
}

/** One run: what it came to, and where its results went. */
function Run({
  run,
  busy,
  collectionId,
}: {
  readonly run: ImportRun;
  readonly busy: boolean;
  readonly collectionId: string | null;
}) {
  const t = useT();
  if (run.state === 'running') return null;
  if (run.state === 'interrupted')
    return (
      <Notice kind="warn">
        <p>{t('collections.interrupted', { done: run.done, total: run.total })}</p>
        {run.failure !== null && <p>{t(`error.${run.failure}`)}</p>}
        <Button busy={busy} onClick={() => resumeRun(run)}>
          {t('collections.resume')}
        </Button>
      </Notice>
    );
  if (run.state === 'cancelled')
    return (
      <Notice>
        <p>{t('collections.cancelled')}</p>
      </Notice>
    );
  return (
    <>
      {collectionId === null && run.collections.length > 0 && (
        <div className="row">
          {run.collections.map((id, index) => (
            <LinkButton key={id} to={`/collections/${id}`} look={index === 0 ? 'primary' : 'plain'}>
              <Into id={id} />
            </LinkButton>
          ))}
        </div>
      )}
      <Outcomes key={run.run} run={run} />
    </>
  );
}

function Into({ id }: { readonly id: string }) {
  const t = useT();
  const { data } = useCollection(id);
  return t('collections.see', { name: data?.name ?? '…' });
}

function Earlier({ collection, shown }: { readonly collection: CollectionView; readonly shown: string | null }) {
  const t = useT();
  const { utcOffset } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  return (
    <details className="collections__earlier">
      <summary>{t('collections.earlier-runs', { count: collection.runs.length })}</summary>
      <ul>
        {collection.runs.map(({ run, startedAt, total, state }) => (
          <li key={run}>
            <Link
              href={`/collections/${collection.id}/import/${run}`}
              aria-current={run === shown ? 'true' : undefined}
            >
              {t('collections.run-of', { when: whenText(t, startedAt, utcOffset, now), count: total })}
            </Link>{' '}
            <span className="muted small">{t(`collections.run-${state}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
