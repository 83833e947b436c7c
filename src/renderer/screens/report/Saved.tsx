import { Check, CircleDashed, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { timeOf } from '../../../domain/text/dates.ts';
import { ApiError } from '../../api/client.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice, errorText } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useReportSaving } from './hooks.ts';
import type { ReportSession } from './report-session.ts';

/** The save state, told politely when it changes: in the header, or in the footer of a narrow window. */
export function ReportSaved({
  session,
  className = 'save',
}: {
  readonly session: ReportSession;
  readonly className?: string;
}) {
  const t = useT();
  const { utcOffset } = useAppInfo();
  const state = useReportSaving(session);
  const busy = useSyncExternalStore(session.saving.subscribe, () => session.saving.unsaved > 0);
  const text = {
    idle: () => t('report.save-idle'),
    saving: () => t('answer.saving'),
    saved: (at: string) => t('answer.saved', { time: timeOf(at, utcOffset) }),
    failed: () => t('answer.save-failed'),
  };
  return (
    <p className={className} role="status" aria-busy={busy}>
      <Icon of={state.kind === 'failed' ? TriangleAlert : busy ? CircleDashed : Check} />
      <span>{state.kind === 'saved' ? text.saved(state.at) : text[state.kind]()}</span>
    </p>
  );
}

/** Stands above the fields while something could not be saved; nothing is lost meanwhile. */
export function ReportFailure({ session }: { readonly session: ReportSession }) {
  const t = useT();
  const state = useReportSaving(session);
  if (state.kind !== 'failed') return null;
  const { error } = state;
  if (error instanceof ApiError && error.wire.problems.length > 0)
    return <ErrorNotice error={error} onRetry={() => session.saving.retry()} />;
  return (
    <Notice kind="error" role="alert">
      <p>
        <strong>{t('answer.save-failed')}.</strong> {errorText(t, error)}
      </p>
      <p>
        {t('report.save-failed-detail')} {state.retrying && t('answer.save-retrying')}
      </p>
      <Button onClick={() => session.saving.retry()}>{t('common.retry')}</Button>
    </Notice>
  );
}
