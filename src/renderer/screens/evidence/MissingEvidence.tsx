import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import type { EvidenceLibrary } from '../../../contract/views/evidence.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';

const AT_ONCE = 8;

/** Answers that lack a document, with the points that may be refused. */
export function MissingEvidence({
  library: { missing, atStake },
  assessmentId,
  decimals,
}: {
  readonly library: Pick<EvidenceLibrary, 'missing' | 'atStake'>;
  readonly assessmentId: string;
  readonly decimals: number;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const points = (value: string): string => formatNumber(exact(value), language, decimals);
  if (missing.length === 0)
    return (
      <Notice>
        <p>{t('evidence.missing-none')}</p>
      </Notice>
    );
  const more = missing.slice(AT_ONCE);
  const list = (entries: EvidenceLibrary['missing']) => (
    <ul className="evidence-missing">
      {entries.map((entry) => (
        <li key={entry.itemId}>
          <Link href={`/assessments/${assessmentId}/answer/${entry.itemId}`}>
            {entry.code} {say(entry.title)}
          </Link>
          {entry.points !== null && (
            <span className="small muted nowrap">
              {' '}
              · {t('evidence.missing-item-points', pointsCount(points(entry.points)))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <Notice kind="warn">
      <h2 className="h3">{t('evidence.missing', { count: missing.length })}</h2>
      {atStake !== null && <p>{t('evidence.missing-points', pointsCount(points(atStake)))}</p>}
      {list(missing.slice(0, AT_ONCE))}
      {more.length > 0 && (
        <details>
          <summary>
            <Icon of={ChevronRight} /> {t('evidence.missing-more', { count: more.length })}
          </summary>
          {list(more)}
        </details>
      )}
    </Notice>
  );
}
