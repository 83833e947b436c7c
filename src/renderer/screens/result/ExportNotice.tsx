import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { errorText } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { ExportFormat, ExportState } from './use-export.ts';

/** Says where the file went, above the buttons that made it. The region is always there, so that it is read out. */
export function ExportNotice<F extends ExportFormat>({
  state,
  onRetry,
}: {
  readonly state: ExportState<F>;
  readonly onRetry: (format: F) => void;
}) {
  const t = useT();
  return (
    <div className={state.kind === 'idle' ? 'visually-hidden' : 'export'} role="status">
      {state.kind === 'making' && (
        <p className="muted">{t('result.making', { format: t(`export.name-${state.format}`) })}</p>
      )}
      {state.kind === 'saved' && (
        <Notice>
          <p>{t('result.saved', { path: state.path })}</p>
        </Notice>
      )}
      {state.kind === 'downloaded' && (
        <Notice>
          <p>{t('result.downloaded', { file: state.file })}</p>
        </Notice>
      )}
      {state.kind === 'cancelled' && <p className="muted">{t('result.cancelled')}</p>}
      {state.kind === 'failed' && (
        <Notice kind="error">
          <p>
            <strong>{t('result.failed')}</strong> {errorText(t, state.error)}
          </p>
          <Button onClick={() => onRetry(state.format)}>{t('common.retry')}</Button>
        </Notice>
      )}
    </div>
  );
}
