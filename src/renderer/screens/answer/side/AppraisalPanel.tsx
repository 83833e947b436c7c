import { Check, ClipboardCheck, PencilLine } from 'lucide-react';
import { useState } from 'react';
import type { AssessmentView } from '../../../../contract/views.ts';
import { EVIDENCE_VERDICTS, isAppraised } from '../../../../domain/assessment/appraisal.ts';
import type { Item, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { useAppInfo, useSettings } from '../../../api/queries.ts';
import { useMode } from '../../../app/mode.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { whenText } from '../../../i18n/when.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { announce } from '../../../ui/announce.ts';
import { answerText } from '../answer-text.ts';
import { useRecord, useRewrites } from '../hooks.ts';
import { sameAnswer } from '../previous.ts';
import { useAppraisal, useBeside } from './beside.ts';
import { TypedArea } from './TypedArea.tsx';
import { useFailure } from './use-failure.ts';
import { ValueDialog } from './ValueDialog.tsx';

/** The appraised score of one question: for appraisers to give, for everyone else to read once there is one. */
export function AppraisalPanel({
  view,
  item,
  questionnaire,
}: {
  readonly view: AssessmentView;
  readonly item: Item;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const { appraisal: appraises } = useMode();
  const appraisal = useAppraisal(item.id);
  const failure = useFailure(useBeside().savingAppraisals);
  if (!appraises && !isAppraised(appraisal)) return null;
  return (
    <section className="appraisal stack-1" aria-labelledby="appraisal">
      <h2 className="h3" id="appraisal">
        {t('side.appraisal')}
      </h2>
      <Found item={item} questionnaire={questionnaire} />
      {failure && <ErrorNotice error={failure.error} onRetry={failure.retry} />}
      {appraises && <Entry key={item.id} view={view} item={item} questionnaire={questionnaire} />}
    </section>
  );
}

/** What was found, by whom and when. */
function Found({ item, questionnaire }: { readonly item: Item; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const { appraisal: appraises } = useMode();
  const { answer: self } = useRecord(item.id);
  const appraisal = useAppraisal(item.id);
  const { answer, reason, evidence, person, at } = appraisal;
  if (!isAppraised(appraisal)) return <p className="small muted">{t('side.not-appraised')}</p>;
  const same = answer !== null && sameAnswer(answer, self);
  return (
    <>
      {answer && (
        <p>
          <Tag kind={same ? 'ok' : 'warn'} icon={same ? Check : PencilLine}>
            {t(same ? 'side.agreed' : 'side.differs')}
          </Tag>{' '}
          {!same && answerText(t, questionnaire, item, answer, language)}
        </p>
      )}
      {!appraises && evidence !== 'offered' && <p className="small">{t(`side.verdict-is-${evidence}`)}</p>}
      {!appraises && reason && <p className="small appraisal__reason">{reason}</p>}
      {(person || at) && (
        <p className="small muted">
          {[person, at && whenText(t, at, utcOffset, new Date().toISOString())].filter(Boolean).join(', ')}
        </p>
      )}
    </>
  );
}

/** Agreeing, correcting, judging the evidence, and why. */
function Entry({
  view,
  item,
  questionnaire,
}: {
  readonly view: AssessmentView;
  readonly item: Item;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const language = useLanguage();
  const beside = useBeside();
  const rewrites = useRewrites();
  const { person } = useSettings();
  const { answer: self } = useRecord(item.id);
  const { answer, reason, evidence } = useAppraisal(item.id);
  const [correcting, setCorrecting] = useState(false);
  const appraise = (change: Parameters<typeof beside.appraise>[1]): void => beside.appraise(item.id, change, person);
  const agrees = answer !== null && sameAnswer(answer, self);
  return (
    <>
      <div className="appraisal__acts">
        {self.state !== 'unanswered' && !agrees && (
          <Button
            onClick={() => {
              appraise({ answer: self });
              announce(t('side.agreed'));
            }}
          >
            <Icon of={ClipboardCheck} />
            {t('side.agree')}
          </Button>
        )}
        <Button id="appraise" aria-haspopup="dialog" onClick={() => setCorrecting(true)}>
          {t('side.correct')}
        </Button>
        {answer !== null && (
          <Button
            look="quiet"
            onClick={() => {
              appraise({ answer: null });
              announce(t('side.taken-back'));
              document.getElementById('appraise')?.focus();
            }}
          >
            {t('side.take-back')}
          </Button>
        )}
      </div>
      <fieldset className="appraisal__verdict">
        <legend className="label">{t('side.verdict')}</legend>
        {EVIDENCE_VERDICTS.map((verdict) => (
          <label key={verdict} className="pick">
            <input
              type="radio"
              name={`verdict ${item.id}`}
              checked={evidence === verdict}
              onChange={() => appraise({ evidence: verdict })}
            />
            <span>{t(`side.verdict-${verdict}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="appraisal-reason">{t('side.reason')}</label>
        {answer !== null && !agrees && reason === '' && (
          <p className="small muted" id="appraisal-reason-hint">
            {t('side.reason-wanted')}
          </p>
        )}
        <TypedArea
          key={`${item.id} ${rewrites}`}
          of={item.id}
          id="appraisal-reason"
          text={reason}
          rows={3}
          readOnly={false}
          describedBy={answer !== null && !agrees && reason === '' ? 'appraisal-reason-hint' : undefined}
          onText={(text) => appraise({ reason: text })}
        />
      </div>
      {correcting && (
        <ValueDialog
          title={t('side.correct-title')}
          hint={t('side.correct-hint', { answer: answerText(t, questionnaire, item, self, language) })}
          confirm={t('side.correct-save')}
          view={view}
          item={item}
          questionnaire={questionnaire}
          start={answer ?? self}
          allowNotApplicable={item.notApplicable ? t('side.not-applicable-reason') : null}
          onSave={(given) => appraise({ answer: given })}
          onClose={() => setCorrecting(false)}
        />
      )}
    </>
  );
}
