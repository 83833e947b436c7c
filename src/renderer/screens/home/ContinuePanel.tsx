import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { AssessmentSummary } from '../../../contract/views.ts';
import { itemsOf } from '../../../domain/questionnaire/walk.ts';
import { useAppInfo, useAssessment, useQuestionnaire } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { periodInText, whenText } from '../../i18n/when.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';

/**
 * The newest draft and one button back into it. Reading the draft and its questionnaire here tells the number of the
 * question, and means that the answer screen opens without waiting.
 */
export function ContinuePanel({ draft }: { readonly draft: AssessmentSummary }) {
  const t = useT();
  const language = useLanguage();
  const localized = useLocalized();
  const { utcOffset } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  const assessment = useAssessment(draft.id);
  const questionnaire = useQuestionnaire(draft.questionnaireId, draft.questionnaireVersion);

  const position = assessment.data?.position;
  const items = questionnaire.data ? [...itemsOf(questionnaire.data.questionnaire.groups)] : [];
  const number = items.findIndex((item) => item.id === position) + 1;
  const untouched = draft.settled === 0 && number < 2;
  const complete = draft.settled === draft.total;

  return (
    <section className="panel" aria-labelledby="continue">
      <h2 id="continue">
        {t(complete ? 'home.complete-title' : 'home.continue-title', {
          period: periodInText(t, language, draft.period),
        })}
      </h2>
      <p className="muted">
        {t('home.questionnaire-version', {
          title: localized(draft.questionnaireTitle),
          version: draft.questionnaireVersion,
        })}
      </p>
      <div className="row">
        <p>
          <strong>
            {draft.settled}/{draft.total}
          </strong>{' '}
          {t('home.answered')}
        </p>
        <ProgressBar value={draft.settled} max={draft.total} label={t('home.progress')} />
        <p className="muted small">{t('home.changed', { when: whenText(t, draft.updatedAt, utcOffset, now) })}</p>
      </div>
      <div className="row panel__actions">
        {complete ? (
          <LinkButton to={`/assessments/${draft.id}/check`} look="primary" big>
            {t('home.check-and-finish')}
            <Icon of={ChevronRight} />
          </LinkButton>
        ) : (
          <LinkButton to={`/assessments/${draft.id}/answer`} look="primary" big className="panel__go">
            {untouched
              ? t('home.begin-answering')
              : number > 0
                ? t('home.continue-from', { number })
                : t('home.continue')}
            <Icon of={ChevronRight} />
          </LinkButton>
        )}
        {draft.flagged > 0 && <p className="muted">{t('home.flagged', { count: draft.flagged })}</p>}
      </div>
    </section>
  );
}
