import { ChevronRight } from 'lucide-react';
import { useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Open-source parts that the program is built on, with their licences. */
const PARTS: readonly (readonly [name: string, licence: string])[] = [
  ['Electron', 'MIT'],
  ['React', 'MIT'],
  ['TanStack Query', 'MIT'],
  ['wouter', 'Unlicense'],
  ['i18next', 'MIT'],
  ['Lucide', 'ISC'],
  ['zod', 'MIT'],
  ['yaml', 'ISC'],
  ['better-sqlite3', 'MIT'],
  ['SQLite', 'Public domain'],
  ['ExcelJS', 'MIT'],
  ['JSZip', 'MIT'],
  ['pdfmake', 'MIT'],
  ['fontkit', 'MIT'],
  ['commander', 'MIT'],
  ['Be Vietnam Pro', 'SIL OFL 1.1'],
  ['Tinos', 'SIL OFL 1.1'],
];

/** Which program this is, that it stays offline, and what it is made of. */
export function About() {
  const t = useT();
  const { version } = useAppInfo();
  return (
    <>
      <p>
        <strong>{t('common.app')}</strong> · {t('home.version', { version })}
      </p>
      <p className="measure">{t('settings.about-what')}</p>
      <p className="measure">{t('settings.about-offline')}</p>
      <details>
        <summary>
          <Icon of={ChevronRight} />
          {t('settings.licences')}
        </summary>
        <p className="muted small measure">{t('settings.licences-more')}</p>
        <ul className="licences">
          {PARTS.map(([name, licence]) => (
            <li key={name}>
              {name} <span className="muted">({licence})</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
