import { Link } from 'wouter';
import type { ResultView } from '../../../contract/views.ts';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';

/** How this round stands to earlier ones where that is not simply "the last round": another version, former units. */
export function Rounds({ result }: { readonly result: ResultView }) {
  const t = useT();
  const { previous, derived, assessment } = result;
  const broken = previous?.break ?? null;
  if (!broken && !derived) return null;
  return (
    <Notice>
      <p>
        {broken
          ? t('result.break', {
              version: broken.version,
              count: broken.comparable,
              added: broken.added,
              dropped: broken.dropped,
            })
          : t('result.derived', { count: derived?.sources.length ?? 0 })}{' '}
        <Link href={`/assessments/${assessment.id}/compare`}>{t('result.to-compare')}</Link>
      </p>
    </Notice>
  );
}
