import { HardDrive } from 'lucide-react';
import { useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { BackupLine } from '../../ui/BackupLine.tsx';
import { Icon } from '../../ui/Icon.tsx';

/**
 * Where the data is, how it was last backed up, and which version this is.
 * @param withBackup false while there is nothing to back up
 */
export function HomeFooter({ withBackup }: { readonly withBackup: boolean }) {
  const t = useT();
  const { dataFolder, version } = useAppInfo();
  return (
    <div className="home-footer small">
      <Icon of={HardDrive} />
      <p>
        {t('home.data-here')} <span className="muted">{dataFolder}</span>
      </p>
      <p className="muted push">
        {withBackup && (
          <>
            <BackupLine /> ·{' '}
          </>
        )}
        <span className="nowrap">{t('home.version', { version })}</span>
      </p>
    </div>
  );
}
