import type { Answer } from '../../../../domain/assessment/answer.ts';
import { isAppraised } from '../../../../domain/assessment/appraisal.ts';
import { compare, subtract, ZERO } from '../../../../domain/exact/exact.ts';
import type { Item, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import type { EvidenceState } from '../../../../domain/scoring/result.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { useRecord, useSession } from '../hooks.ts';
import { useAppraisal, useTarget } from './beside.ts';
import { itemPoints, type ItemPoints } from './points.ts';

/** What the question counts: as self-assessed, as appraised, and with the own target reached. */
export function Points({ item, questionnaire }: { readonly item: Item; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const { context } = useSession();
  const { answer, evidence } = useRecord(item.id);
  const appraisal = useAppraisal(item.id);
  const target = useTarget(item.id);
  const { decimals } = questionnaire.scoring;
  const of = (given: Answer, state: EvidenceState | null): ItemPoints =>
    itemPoints(questionnaire, item, context, given, state);
  const cited: EvidenceState = evidence.length > 0 ? 'offered' : 'none';
  const verdict = appraisal.evidence === 'offered' ? cited : appraisal.evidence;
  const self = of(answer, null);

  const row = (label: string, found: ItemPoints, beside: boolean) => {
    const difference =
      beside && found.kind === 'points' && self.kind === 'points' ? subtract(found.points, self.points) : null;
    const sign = difference && compare(difference, ZERO) > 0 ? '+' : '';
    return (
      <div>
        <dt>{label}</dt>
        {found.kind === 'points' ? (
          <dd>
            <strong>
              {formatNumber(found.points, language, decimals)}/{formatNumber(found.max, language, decimals)}
            </strong>
            {difference && compare(difference, ZERO) !== 0 && (
              <span className="muted">
                {' '}
                ({sign}
                {formatNumber(difference, language, decimals)})
              </span>
            )}
          </dd>
        ) : (
          <dd className="muted">{t(found.kind === 'unanswered' ? 'answer.points-none' : 'state.not-applicable')}</dd>
        )}
      </div>
    );
  };

  return (
    <dl className="side__points">
      {row(t('answer.score'), self, false)}
      {isAppraised(appraisal) && row(t('side.score-appraised'), of(appraisal.answer ?? answer, verdict), true)}
      {target && row(t('side.score-target'), of({ state: 'answered', value: target }, null), true)}
    </dl>
  );
}
