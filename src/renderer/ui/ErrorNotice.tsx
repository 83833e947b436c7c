import { problemText } from '../../domain/wording/sentences.ts';
import { ApiError, ConnectionError } from '../api/client.ts';
import { useT, type Words } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** The sentence for anything that can go wrong. */
export function errorText(t: Words, error: unknown): string {
  if (error instanceof ApiError) return t(`error.${error.code}`, { ref: error.wire.ref, ...error.wire.params });
  if (error instanceof ConnectionError) return t('failure.no-answer');
  return t('failure.unexpected');
}

/** What happened and what to do, with the problems by place, and a way to try again. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useT();
  const problems = error instanceof ApiError ? error.wire.problems : [];
  return (
    <Notice kind="error" role="alert">
      <p>{errorText(t, error)}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem, index) => (
            <li key={index}>{problemText(t, problem)}</li>
          ))}
        </ul>
      )}
      {onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    </Notice>
  );
}
