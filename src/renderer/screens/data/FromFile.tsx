import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { BACKUP_ENDING, type BackupSource } from '../../../contract/views/data.ts';
import { useFileHandler } from '../../app/open-file.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { sendBackup } from './backup-work.ts';

const ENDINGS = [BACKUP_ENDING];

/** Takes a backup that lies elsewhere; what is in it is shown before anything happens. */
export function FromFile({ onChosen }: { readonly onChosen: (source: BackupSource) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [tooLarge, setTooLarge] = useState('');
  const [error, setError] = useState<unknown>(null);

  async function take(file: File): Promise<void> {
    setBusy(true);
    setTooLarge('');
    setError(null);
    try {
      const source = await sendBackup(file);
      if (source) onChosen(source);
      else setTooLarge(file.name);
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  }
  useFileHandler(ENDINGS, (file) => void take(file));

  return (
    <section aria-labelledby="from-file" className="stack-1">
      <h2 id="from-file">{t('data.from-file')}</h2>
      <p className="muted measure">{t('data.from-file-more')}</p>
      <Button busy={busy} onClick={() => input.current?.click()}>
        <Icon of={FolderOpen} /> {t('data.choose-file')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={BACKUP_ENDING}
        aria-label={t('data.choose-file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void take(file);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <p className="muted" role="status">
        {busy && t('data.sending')}
      </p>
      {tooLarge !== '' && (
        <Notice kind="error" role="alert">
          <p>{t('data.too-large', { file: tooLarge })}</p>
        </Notice>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}
