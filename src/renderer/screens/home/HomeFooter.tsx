import { HardDrive } from 'lucide-react';
import { useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Where the data is, and which version this is. */
export function HomeFooter() {
  const t = useT();
  const { dataFolder, version } = useAppInfo();
  return (
    <div className="home-footer small">
      <Icon of={HardDrive} />
      <p>
        {t('home.data-here')} <span className="muted">{dataFolder}</span>
      </p>
      <p className="muted nowrap push">{t('home.version', { version })}</p>
    </div>
  );
}
