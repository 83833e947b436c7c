import { HardDrive } from 'lucide-react';
import { useState } from 'react';
import { useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Where the data is, when it was last backed up, and which version this is. */
export function HomeFooter() {
  const t = useT();
  const { dataFolder, lastBackupAt, utcOffset, version } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  return (
    <div className="home-footer small">
      <Icon of={HardDrive} />
      <p>
        {t('home.data-here')} <span className="muted">{dataFolder}</span>
      </p>
      <p className="muted push">
        {lastBackupAt !== null && (
          <span className="nowrap">
            {t('home.last-backup', { when: whenText(t, lastBackupAt, utcOffset, now) })} ·{' '}
          </span>
        )}
        <span className="nowrap">{t('home.version', { version })}</span>
      </p>
    </div>
  );
}
