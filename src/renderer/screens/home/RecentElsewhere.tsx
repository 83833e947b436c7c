import { Link } from 'wouter';
import type { AssessmentSummary } from '../../../contract/views.ts';
import { recentElsewhere } from '../../api/lists.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { periodInText } from '../../i18n/when.ts';

/** What was worked on last for other organisations, one click away. */
export function RecentElsewhere({
  assessments,
  organisationId,
}: {
  readonly assessments: readonly AssessmentSummary[];
  readonly organisationId: string;
}) {
  const t = useT();
  const language = useLanguage();
  const recent = recentElsewhere(assessments, organisationId);
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="stack-1">
      <h2 id="recent">{t('home.recent')}</h2>
      <ul className="recent">
        {recent.map(({ id, organisationName, period, state }) => (
          <li key={id}>
            <Link href={`/assessments/${id}/${state === 'draft' ? 'answer' : 'result'}`}>{organisationName}</Link>
            <small>
              {t('home.recent-line', {
                period: t('common.period-of', { period: periodInText(t, language, period) }),
                state: t(`assessment.${state}`),
              })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
