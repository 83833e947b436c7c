import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ClassState, ClassSummary } from '../../../contract/views/files.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { keys } from '../../api/queries.ts';
import { useClassState } from '../../app/ClassFlow.tsx';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ClassForm } from './ClassForm.tsx';
import { NextDialog } from './NextDialog.tsx';
import './class.css';

/** A class at one computer: opened by the trainer, one participant after the other, then ended. */
export default function ClassScreen() {
  const t = useT();
  const { data, error, refetch } = useClassState();
  const [ended, setEnded] = useState<ClassSummary | null>(null);
  const state = data?.state;
  return (
    <Page
      title={[t('class.title')]}
      context={{ name: t('common.tagline'), detail: t('class.title') }}
      layout="form"
      className="stack-3"
    >
      <PageHeading>{state ? state.title : t('class.title')}</PageHeading>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {ended && !state && (
        <Notice role="status">
          <p>
            {t('class.ended', { title: ended.title, count: ended.done })}{' '}
            {ended.folder === null ? t('class.ended-download') : t('class.ended-folder', { folder: ended.folder })}
          </p>
        </Notice>
      )}
      {data && (state ? <Running state={state} onEnded={setEnded} /> : <ClassForm />)}
    </Page>
  );
}

function Running({
  state,
  onEnded,
}: {
  readonly state: ClassState;
  readonly onEnded: (summary: ClassSummary) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'end' | 'next' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { code, current, done, folder } = state;

  async function end(): Promise<void> {
    try {
      const summary = await call('class.end', {});
      client.setQueryData(keys.class, { state: null });
      void client.invalidateQueries({ queryKey: keys.assessments });
      void client.invalidateQueries({ queryKey: keys.organisations });
      onEnded(summary);
    } catch (failure) {
      setError(failure);
    }
  }

  return (
    <>
      <p className="muted">
        {t('class.facts', { code, title: say(state.questionnaireTitle) })}
        <br />
        {folder === null ? t('class.downloads') : t('class.folder-is', { folder })}
      </p>
      {current ? (
        <section className="panel" aria-labelledby="now">
          <h2 id="now">{t('class.busy-title', { number: current.number })}</h2>
          <div className="row panel__actions">
            <LinkButton to={`/assessments/${current.assessmentId}/answer`} look="primary" big>
              {t('class.continue')}
            </LinkButton>
            <Button big aria-haspopup="dialog" onClick={() => setAsking('next')}>
              {t('class.next')}
            </Button>
          </div>
        </section>
      ) : (
        <Join key={done} state={state} />
      )}
      <div className="row class-end">
        <p>{t('class.count', { count: done })}</p>
        {!current && (
          <Button look="quiet" aria-haspopup="dialog" onClick={() => setAsking('end')}>
            {t('class.end')}
          </Button>
        )}
      </div>
      {asking === 'next' && current && (
        <NextDialog assessmentId={current.assessmentId} folder={folder} onClose={() => setAsking(null)} />
      )}
      {asking === 'end' && (
        <ConfirmDialog
          title={t('class.end-title')}
          confirm={t('class.end')}
          onConfirm={() => void end()}
          onClose={() => setAsking(null)}
        >
          <p>{t('class.end-text')}</p>
          {error !== null && <ErrorNotice error={error} />}
        </ConfirmDialog>
      )}
    </>
  );
}

/** The blank start for the next participant; nothing of the earlier ones is on it. */
function Join({ state }: { readonly state: ClassState }) {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [ids] = useState(() => ({ organisationId: newId(), assessmentId: newId() }));
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function join(name: string): Promise<void> {
    setMissing(name === '');
    setError(null);
    if (name === '' || busy) return;
    setBusy(true);
    try {
      const next = await call('class.join', { ...ids, name });
      client.setQueryData(keys.class, { state: next });
      void client.invalidateQueries({ queryKey: keys.assessments });
      void client.invalidateQueries({ queryKey: keys.organisations });
      void client.invalidateQueries({ queryKey: keys.appInfo });
      navigate(`/assessments/${ids.assessmentId}/answer`);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <form
      className="panel stack-2"
      noValidate
      aria-labelledby="join"
      onSubmit={(event) => {
        event.preventDefault();
        void join((new FormData(event.currentTarget).get('name') as string).trim());
      }}
    >
      <h2 id="join">{t('class.welcome', { number: state.done + 1 })}</h2>
      <Field label={t('class.name')} hint={t('class.name-hint')} error={missing ? t('class.name-missing') : undefined}>
        {(control) => (
          <input {...control} name="name" type="text" maxLength={300} autoComplete="off" spellCheck={false} />
        )}
      </Field>
      {error !== null && <ErrorNotice error={error} />}
      <div className="row">
        <Button type="submit" look="primary" big busy={busy}>
          {t('class.begin')}
        </Button>
      </div>
    </form>
  );
}
