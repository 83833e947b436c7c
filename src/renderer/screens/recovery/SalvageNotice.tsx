import type { SalvageReport } from '../../../contract/views/data.ts';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What salvaging brought, and what was lost. */
export function SalvageNotice({ report }: { readonly report: SalvageReport }) {
  const t = useT();
  const { organisations, assessments, answers, incomplete, lent, dropped } = report;
  const lost = incomplete.length > 0 || dropped > 0;
  return (
    <Notice kind={lost ? 'warn' : 'info'} role="status">
      <p>{t('recovery.kept', { organisations, assessments, answers })}</p>
      {incomplete.length > 0 && <p>{t('recovery.lost-tables', { tables: incomplete.join(', ') })}</p>}
      {lent > 0 && <p>{t('recovery.lent', { count: lent })}</p>}
      {dropped > 0 && <p>{t('recovery.lost-rows', { count: dropped })}</p>}
      <p>{t(lost ? 'recovery.check' : 'recovery.lost-none')}</p>
    </Notice>
  );
}
