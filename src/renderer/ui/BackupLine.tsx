import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAppInfo } from '../api/queries.ts';
import { useT } from '../i18n/index.ts';
import { whenText } from '../i18n/when.ts';
import { Icon } from './Icon.tsx';

/** The folder of a path, in the way of writing that the path has; a mere name stays as it is. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end > 0 ? path.slice(0, end) : path;
}

/** When, where and how surely the data was last backed up, or why it was not; and the way to more. */
export function BackupLine() {
  const t = useT();
  const { lastBackup: last, backupProblem: problem, dataFolder, utcOffset } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  const state = [
    last === null ? t('home.backup-none') : t('home.last-backup', { when: whenText(t, last.at, utcOffset, now) }),
    last && t(last.verified ? 'home.backup-verified' : 'home.backup-unverified'),
    last && !last.place.startsWith(dataFolder) && t('home.backup-place', { folder: folderOf(last.place) }),
  ].filter(Boolean);
  return (
    <>
      {problem !== null && (
        <span className="tag tag--warn">
          <Icon of={TriangleAlert} /> {t('home.backup-problem')}
        </span>
      )}{' '}
      {state.join(', ')} · <Link href="/data">{t(problem === null ? 'home.backup-go' : 'home.backup-mend')}</Link>
    </>
  );
}
