import { EyeOff, FileText, TriangleAlert } from 'lucide-react';
import type { LibraryLine } from '../../../contract/views/library.ts';
import { useT } from '../../i18n/index.ts';
import { Tag } from '../../ui/Tag.tsx';

/** What a questionnaire stands on, and what is special about it here. */
export function LineTags({ line }: { readonly line: LibraryLine }) {
  const t = useT();
  const { basis, status, origin, example, shown, newest } = line;
  const warn = (isSo: boolean) =>
    isSo ? ({ kind: 'warn', icon: TriangleAlert } as const) : ({ kind: 'plain' } as const);
  return (
    <span className="library__tags">
      <Tag {...warn(basis === 'provisional')}>{t(`basis.${basis}`)}</Tag>
      <Tag {...warn(status === 'replaced')}>{t(`provenance.${status}`)}</Tag>
      {origin === 'added' && <Tag kind="plain">{t('library.origin-added')}</Tag>}
      {example && (
        <Tag kind="plain" icon={FileText}>
          {t('library.example')}
        </Tag>
      )}
      {!newest && <Tag {...warn(true)}>{t('library.older')}</Tag>}
      {!shown && (
        <Tag kind="plain" icon={EyeOff}>
          {t('library.hidden')}
        </Tag>
      )}
    </span>
  );
}
