import { useMutation, useQuery } from '@tanstack/react-query';
import { use, useEffect, useId, useState, type ReactNode } from 'react';
import type { Recovered, RecoveryView, RecoveryWay } from '../../../contract/views/data.ts';
import type { MethodInput } from '../../../contract/surface.ts';
import { call } from '../../api/client.ts';
import { loadSpeech, SpeechContext, useLanguage, useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice, errorText } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SalvageNotice } from './SalvageNotice.tsx';
import './recovery.css';

type Act = MethodInput<'recovery.act'>;

interface RecoveryProps {
  readonly error: unknown;
  /** The data is open and the person has read what came of it. */
  readonly onOpen: () => void;
}

/**
 * The data could not be opened: why, and every way out of it, in either language: the settings cannot be read, so the
 * choice holds for this page alone.
 */
export default function RecoveryScreen(props: RecoveryProps) {
  const given = use(SpeechContext);
  const [speech, setSpeech] = useState(given);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);

  return (
    <SpeechContext value={speech}>
      <Recovery
        {...props}
        onOther={() => {
          // Without the program the other language cannot be fetched; this one stays.
          loadSpeech(speech.language === 'vi' ? 'en' : 'vi').then(setSpeech, () => undefined);
        }}
      />
    </SpeechContext>
  );
}

function Recovery({ error, onOpen, onOther }: RecoveryProps & { readonly onOther: () => void }) {
  const t = useT();
  const language = useLanguage();
  const [outcome, setOutcome] = useState<Recovered | null>(null);
  const state = useQuery({ queryKey: ['recovery'], queryFn: () => call('recovery.state', {}), gcTime: 0 });
  const act = useMutation({
    mutationFn: (input: Act) => call('recovery.act', input),
    onSuccess: (came, { way }) => {
      // Where nothing was moved there is nothing to read first.
      if (way === 'retry' || way === 'folder') onOpen();
      else setOutcome(came);
    },
    onError: () => void state.refetch(),
  });

  useEffect(() => {
    document.title = t('common.app');
  }, [t]);

  return (
    <div className="page">
      <header className="header">
        <p className="brand">
          <Mark />
          <span>{t('common.app')}</span>
        </p>
        <div className="tools">
          <button type="button" className="tool" lang={language === 'vi' ? 'en' : 'vi'} onClick={onOther}>
            <span>{t('header.other-language')}</span>
          </button>
        </div>
      </header>
      <main className="main main--form stack-3" tabIndex={-1}>
        {outcome ? (
          <>
            <PageHeading>{t('recovery.done-title')}</PageHeading>
            {outcome.salvage && <SalvageNotice report={outcome.salvage} />}
            {outcome.setAside !== null && (
              <p>
                {t('recovery.set-aside')} <span className="recovery__path">{outcome.setAside}</span>
              </p>
            )}
            <Button look="primary" big onClick={onOpen}>
              {t('recovery.go')}
            </Button>
          </>
        ) : (
          <>
            <PageHeading>{t('failure.start-title')}</PageHeading>
            <Notice kind="error" role="alert">
              <p>{errorText(t, error)}</p>
              {state.data?.holder && <HolderLine view={state.data} />}
            </Notice>
            {state.isPending && <Loading />}
            {state.error && <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />}
            {act.error && <ErrorNotice error={act.error} />}
            <p className="muted" role="status">
              {act.isPending && t('recovery.working')}
            </p>
            {state.data && <Ways view={state.data} busy={act.isPending} onAct={(input) => act.mutate(input)} />}
          </>
        )}
      </main>
    </div>
  );
}

function HolderLine({ view: { holder, utcOffset } }: { readonly view: RecoveryView }) {
  const t = useT();
  const [now] = useState(() => new Date().toISOString());
  if (!holder) return null;
  const { computer, process, since } = holder;
  return <p>{t('recovery.locked', { computer, process, when: whenText(t, since, utcOffset, now) })}</p>;
}

interface WayProps {
  readonly view: RecoveryView;
  readonly busy: boolean;
  readonly first: boolean;
  readonly onAct: (input: Act) => void;
}

function Ways({ view, busy, onAct }: Omit<WayProps, 'first'>) {
  const t = useT();
  return (
    <>
      <div>
        <p>{t('recovery.safe')}</p>
        <p>
          {t('recovery.folder')} <span className="recovery__path">{view.folder}</span>
        </p>
      </div>
      {view.ways.map((way, index) => {
        const Way = WAYS[way];
        return <Way key={way} view={view} busy={busy} first={index === 0} onAct={onAct} />;
      })}
    </>
  );
}

function Frame({
  title,
  more,
  children,
}: {
  readonly title: string;
  readonly more: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="recovery__way stack-1">
      <h2 id={id}>{title}</h2>
      <p className="muted measure">{more}</p>
      {children}
    </section>
  );
}

const simple = (way: 'retry' | 'salvage' | 'anew') =>
  function Simple({ busy, first, onAct }: WayProps) {
    const t = useT();
    return (
      <Frame title={t(`recovery.${way}`)} more={t(`recovery.${way}-more`)}>
        <Button look={first ? 'primary' : 'plain'} busy={busy} onClick={() => onAct({ way })}>
          {t(`recovery.use-${way}`)}
        </Button>
      </Frame>
    );
  };

function BackupWay({ view: { backups, utcOffset }, busy, first, onAct }: WayProps) {
  const t = useT();
  const [chosen, choose] = useState(backups[0]?.name ?? '');
  const [now] = useState(() => new Date().toISOString());
  return (
    <Frame title={t('recovery.backup')} more={t('recovery.backup-more')}>
      <fieldset className="recovery__list">
        <legend className="visually-hidden">{t('recovery.backup')}</legend>
        {backups.map(({ name, at, inside: { assessments, answers } }) => (
          <label key={name} className="pick">
            <input type="radio" name="backup" checked={name === chosen} onChange={() => choose(name)} />
            <span>{t('recovery.backup-of', { when: whenText(t, at, utcOffset, now), assessments, answers })}</span>
          </label>
        ))}
      </fieldset>
      <Button look={first ? 'primary' : 'plain'} busy={busy} onClick={() => onAct({ way: 'backup', backup: chosen })}>
        {t('recovery.use-backup')}
      </Button>
    </Frame>
  );
}

function FolderWay({ busy, first, onAct }: WayProps) {
  const t = useT();
  const [folder, setFolder] = useState('');
  return (
    <Frame title={t('recovery.folder-way')} more={t('recovery.folder-more')}>
      <form
        className="stack-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== '' && !busy) onAct({ way: 'folder', folder: folder.trim() });
        }}
      >
        <Field label={t('recovery.folder-path')}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={folder}
              onChange={(event) => setFolder(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" look={first ? 'primary' : 'plain'} busy={busy}>
          {t('recovery.use-folder')}
        </Button>
      </form>
    </Frame>
  );
}

const WAYS: Readonly<Record<RecoveryWay, (props: WayProps) => ReactNode>> = {
  retry: simple('retry'),
  salvage: simple('salvage'),
  anew: simple('anew'),
  backup: BackupWay,
  folder: FolderWay,
};
