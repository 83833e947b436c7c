import { Link } from 'wouter';
import type { ResultView } from '../../../contract/views.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What a reader of the result must know, and where to mend it; nothing when all is in order. */
export function Warnings({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const language = useLanguage();
  const { root, missingEvidence, evidenceAtStake, assessment } = result;
  const points = evidenceAtStake
    ? formatNumber(exact(evidenceAtStake), language, questionnaire.scoring.decimals)
    : null;
  const finished = assessment.state === 'finished';
  const check = `/assessments/${assessment.id}/check`;
  if (root.unanswered + root.notApplicable + missingEvidence.length === 0 && finished) return null;
  return (
    <section aria-labelledby="warnings">
      <Notice kind="warn">
        <h2 className="h3" id="warnings">
          {t('result.warnings')}
        </h2>
        {root.unanswered > 0 ? (
          <p>
            {t(finished ? 'result.warn-unanswered-finished' : 'result.warn-unanswered', { count: root.unanswered })}{' '}
            <Link href={finished ? check : `/assessments/${assessment.id}/answer`}>
              {t(finished ? 'result.to-see' : 'result.to-unanswered')}
            </Link>
          </p>
        ) : (
          !finished && <p>{t('result.warn-draft')}</p>
        )}
        {missingEvidence.length > 0 && (
          <p>
            {points === null
              ? t('result.warn-evidence', { count: missingEvidence.length })
              : t('result.warn-evidence-points', { count: missingEvidence.length, points })}{' '}
            <Link href={check}>{t(finished ? 'result.to-see' : 'result.to-check')}</Link>
          </p>
        )}
        {root.notApplicable > 0 && (
          <p>{t(`result.warn-na-${questionnaire.scoring.notApplicable}`, { count: root.notApplicable })}</p>
        )}
      </Notice>
    </section>
  );
}
