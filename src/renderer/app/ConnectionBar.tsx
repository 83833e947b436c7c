import { useConnection } from '../api/connection.ts';
import { useSettingsError } from '../api/queries.ts';
import { useT } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/ErrorNotice.tsx';
import { Notice } from '../ui/Notice.tsx';

/**
 * Stands above the screen while the program does not answer, or did not store a setting; the screen below stays, with everything typed into it.
 */
export function ConnectionBar() {
  const t = useT();
  const connection = useConnection();
  const settingsError = useSettingsError();
  if (connection === 'up')
    return (
      settingsError && (
        <Notice kind="error" role="alert" className="alert-bar">
          <p>
            <strong>{t('failure.settings')}</strong> {errorText(t, settingsError)}
          </p>
        </Notice>
      )
    );
  const name = connection === 'down' ? 'connection' : connection;
  return (
    <Notice kind="error" role="alert" className="alert-bar">
      <p>
        <strong>{t(`failure.${name}-title`)}</strong>
      </p>
      <p>{t(`failure.${name}`)}</p>
      {connection === 'outdated' && <Button onClick={() => location.reload()}>{t('common.reload')}</Button>}
    </Notice>
  );
}
