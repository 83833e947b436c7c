import { FolderOpen } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OpenedFile } from '../../../contract/views/files.ts';
import type { AddedView } from '../../../contract/views/library.ts';
import { MAX_FILE_BYTES } from '../../../domain/assessment/evidence-file.ts';
import { MAX_PACKAGE_BYTES } from '../../../domain/package/limits.ts';
import { problemText } from '../../../domain/wording/sentences.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { openFile } from '../../app/open-file.ts';
import { stopOpening, useOpenedUpload, type OpenedUpload } from '../../app/opened-file.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { AppraisalView } from './AppraisalView.tsx';
import { ForeignView } from './ForeignView.tsx';
import { Locked } from './Locked.tsx';
import './open.css';

const MB = 1024 * 1024;

/** What a file is, what it says, and what can be done with it. */
export default function OpenScreen() {
  const t = useT();
  const opened = useOpenedUpload();
  return (
    <Page
      title={[t('files.title')]}
      context={{ name: t('common.tagline'), detail: t('files.title') }}
      layout="narrow"
      className="stack-3"
    >
      <div className="stack-1">
        <PageHeading>{t('files.title')}</PageHeading>
        {opened ? (
          <p className="open-name">{opened.name}</p>
        ) : (
          <p className="muted measure">
            {t('files.lead', { size: MAX_FILE_BYTES / MB, package: MAX_PACKAGE_BYTES / MB })}
          </p>
        )}
      </div>
      {opened && <Opened key={opened.upload} opened={opened} />}
      <div className="row">
        <Button look={opened ? 'plain' : 'primary'} onClick={openFile}>
          <Icon of={FolderOpen} /> {t(opened ? 'files.choose-other' : 'files.choose')}
        </Button>
        <LinkButton to="/" look="quiet">
          {t('files.home')}
        </LinkButton>
      </div>
    </Page>
  );
}

function Opened({ opened }: { readonly opened: OpenedUpload }) {
  const t = useT();
  const { upload, name, share, state, error, others } = opened;
  const client = useQueryClient();
  // Held only while this file is being opened.
  const [passphrase, setPassphrase] = useState('');
  const reading = useQuery({
    queryKey: [...keys.opened(upload), passphrase],
    queryFn: async () => {
      const read = await call('opening.read', { upload, name, ...(passphrase === '' ? {} : { passphrase }) });
      void client.invalidateQueries({ queryKey: keys.recent });
      return read;
    },
    enabled: state === 'there',
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: (before) => (before?.kind === 'locked' ? before : undefined),
  });
  return (
    <>
      {others > 0 && (
        <Notice role="status">
          <p>{t('files.one', { count: others })}</p>
        </Notice>
      )}
      {state === 'too-large' && (
        <Refused reason="too-large" params={{ limit: `${MAX_PACKAGE_BYTES / MB} MB` }} problems={[]} />
      )}
      {state === 'unreadable' && (
        <Notice kind="error" role="alert">
          <p>{t('files.unreadable')}</p>
        </Notice>
      )}
      {state === 'failed' && <ErrorNotice error={error} />}
      {state === 'sending' && (
        <div className="row">
          <p role="status">{t('files.sending', { percent: Math.floor(share * 100) })}</p>
          <Button onClick={stopOpening}>{t('files.stop')}</Button>
        </div>
      )}
      {state === 'there' && reading.isPending && <Loading />}
      {reading.error && <ErrorNotice error={reading.error} onRetry={() => void reading.refetch()} />}
      {reading.data?.kind === 'locked' && (
        <Locked wrong={reading.data.wrong} busy={reading.isFetching} onTry={setPassphrase} />
      )}
      {reading.data?.kind === 'collection' && (
        <Notice>
          <p>
            <strong>{t('files.collection')}</strong>
          </p>
          <p>{t('files.collection-more')}</p>
          <LinkButton to="/collections/import">{t('collections.import-any')}</LinkButton>
        </Notice>
      )}
      {reading.data?.kind === 'appraisal' && <AppraisalView upload={upload} appraisal={reading.data} />}
      {reading.data?.kind === 'refused' && <Refused {...reading.data} />}
      {reading.data?.kind === 'questionnaire' && <AddIt upload={upload} name={name} />}
      {reading.data?.kind === 'result' && <ForeignView upload={upload} foreign={reading.data} />}
    </>
  );
}

function Refused({ reason, params, problems }: Omit<OpenedFile & { kind: 'refused' }, 'kind'>) {
  const t = useT();
  return (
    <Notice kind="warn" role="alert" className="stack-1">
      <p>
        <strong>{t(`files.refused.${reason}`, params)}</strong>
      </p>
      {params.text !== undefined && <p>{t('files.legacy-text', { text: params.text })}</p>}
      <p>{t(`files.way.${reason}`)}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem, index) => (
            <li key={index}>{problemText(t, problem)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function AddIt({ upload, name }: { readonly upload: string; readonly name: string }) {
  const t = useT();
  const say = useLocalized();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState<AddedView | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function add(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      setAdded(await call('opening.add', { upload, name }));
      void client.invalidateQueries({ queryKey: keys.library });
      void client.invalidateQueries({ queryKey: keys.questionnaires });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  if (added)
    return (
      <Notice role="status">
        <p>
          {t(added.outcome === 'added' ? 'library.added' : 'library.known', {
            title: say(added.title),
            version: added.version,
          })}{' '}
          <Link href={`/library/${added.id}/${added.version}`}>{t('library.open-added')}</Link>
        </p>
      </Notice>
    );
  return (
    <section className="panel" aria-labelledby="what">
      <h2 id="what">{t('files.questionnaire')}</h2>
      <p className="measure">{t('files.questionnaire-more')}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className="row panel__actions">
        <Button look="primary" busy={busy} onClick={() => void add()}>
          {t('files.add')}
        </Button>
      </div>
    </section>
  );
}
