import { Check, CircleDashed, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { timeOf } from '../../../domain/text/dates.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { errorText } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { AnswerSession } from './answer-session.ts';
import { answerField } from './focus.ts';
import { useSaveState } from './hooks.ts';

/** The save state in the header, told politely when it changes. */
export function SaveStatus({ session }: { readonly session: AnswerSession }) {
  const t = useT();
  const { utcOffset } = useAppInfo();
  const state = useSaveState(session);
  // The words change only when saving takes long; the tick goes at once, because it stands for "on disk".
  const busy = useSyncExternalStore(session.saving.subscribe, () => session.saving.unsaved > 0);
  const text = {
    idle: () => t('answer.save-idle'),
    saving: () => t('answer.saving'),
    saved: (at: string) => t('answer.saved', { time: timeOf(at, utcOffset) }),
    failed: () => t('answer.save-failed'),
  };
  return (
    <p className="save" role="status" aria-busy={busy}>
      <Icon of={state.kind === 'failed' ? TriangleAlert : busy ? CircleDashed : Check} />
      <span>{state.kind === 'saved' ? text.saved(state.at) : text[state.kind]()}</span>
    </p>
  );
}

/** Stands above the question while something could not be saved; nothing is lost meanwhile. */
export function SaveFailure({ session }: { readonly session: AnswerSession }) {
  const t = useT();
  const state = useSaveState(session);
  if (state.kind !== 'failed') return null;
  return (
    <Notice kind="error" role="alert" className="question__failure">
      <p>
        <strong>{t('answer.save-failed')}.</strong> {errorText(t, state.error)}
      </p>
      <p>
        {t('answer.save-failed-detail')} {state.retrying && t('answer.save-retrying')}
      </p>
      <Button
        onClick={() => {
          session.saving.retry();
          // The notice goes when saving works, and the focus must not go with it.
          answerField()?.focus();
        }}
      >
        {t('common.retry')}
      </Button>
    </Notice>
  );
}
