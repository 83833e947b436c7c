import { Check, ChevronRight, CircleDashed } from 'lucide-react';
import { Link } from 'wouter';
import type { ConditionView, ResultView, StepView } from '../../../contract/views.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { itemIndex } from '../../../domain/questionnaire/walk.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Rich } from '../answer/Rich.tsx';
import { useGroupWords } from './group-words.ts';

const AT_ONCE = 3;

/** What to do next, and why the next level is not reached yet. */
export function NextSteps({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const { next } = result;
  if (!next && result.level === null) return null;
  if (!next)
    return (
      <section className="stack-1" data-slide aria-labelledby="next">
        <h2 id="next">{t('result.top')}</h2>
        <p>{t('result.top-text')}</p>
        <ol className="next__steps">
          <GroupAdvice result={result} questionnaire={questionnaire} count={AT_ONCE} />
        </ol>
      </section>
    );
  const { steps, level, reaches, minimal } = next;
  const first = steps.slice(0, AT_ONCE);
  const rest = steps.slice(AT_ONCE);
  return (
    <section className="stack-1" data-slide aria-labelledby="next">
      <div className="row next__head">
        <h2 id="next">
          {reaches ? t('result.next-reach', { count: steps.length, level }) : t('result.next-toward', { level })}
        </h2>
        <span className="muted">
          {reaches ? t(minimal ? 'result.next-minimal' : 'result.next-best') : t('result.next-far', { level })}
        </span>
      </div>
      <ol className="next__steps">
        {first.map((step) => (
          <li key={step.itemId}>
            <Step step={step} questionnaire={questionnaire} assessmentId={result.assessment.id} />
          </li>
        ))}
        <GroupAdvice result={result} questionnaire={questionnaire} count={AT_ONCE - first.length} />
      </ol>
      {rest.length > 0 && (
        <details data-print>
          <summary>
            <Icon of={ChevronRight} /> {t('result.more', { count: rest.length })}
          </summary>
          <ol className="next__rest" start={AT_ONCE + 1} aria-label={t('result.more-list')}>
            {rest.map((step) => (
              <li key={step.itemId}>
                <Step step={step} questionnaire={questionnaire} assessmentId={result.assessment.id} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <Conditions level={level} conditions={next.conditions} groups={result.groups} />
    </section>
  );
}

/** Where few answers stand in the way, the advice for the weakest pillars fills up what to do next. */
function GroupAdvice({
  result,
  questionnaire,
  count,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
  readonly count: number;
}) {
  const words = useGroupWords(questionnaire);
  const t = useT();
  const say = useLocalized();
  return result.advice.slice(0, Math.max(0, count)).map(({ groupId, text }) => {
    const group = result.groups.find(({ id }) => id === groupId);
    return (
      <li key={groupId}>
        <p className="step__gain small muted">{t('result.advice', { level: group?.level ?? 0, group: words.group })}</p>
        <h3 className="step__title">{group && say(group.title)}</h3>
        <p className="muted">
          <Rich text={say(text)} />
        </p>
      </li>
    );
  });
}

function Step({
  step,
  questionnaire,
  assessmentId,
}: {
  readonly step: StepView;
  readonly questionnaire: Questionnaire;
  readonly assessmentId: string;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const show = (value: string): string => formatNumber(exact(value), language, questionnaire.scoring.decimals);
  const ladder = itemIndex(questionnaire).get(step.itemId)?.type === 'ladder';
  const to = show(step.to);
  const change =
    step.from === null
      ? t(ladder ? 'result.gain-first' : 'result.gain-new', { to })
      : t(ladder ? 'result.gain-one' : 'result.gain-from', { from: show(step.from), to });
  return (
    <>
      <p className="step__gain">
        <strong>{t('result.gain', { gain: show(step.gain) })}</strong>{' '}
        {t('result.gain-points', { count: step.gain === '1' ? 1 : 2 })} <span className="small muted">· {change}</span>
      </p>
      <h3 className="step__title">
        <Link href={`/assessments/${assessmentId}/answer/${step.itemId}`}>
          {t('result.step-of', { code: step.code, title: say(step.title) })}
        </Link>
      </h3>
      {step.advice && (
        <p className="muted">
          <Rich text={say(step.advice)} />
        </p>
      )}
    </>
  );
}

function Conditions({
  level,
  conditions,
  groups,
}: {
  readonly level: number;
  readonly conditions: readonly ConditionView[];
  readonly groups: ResultView['groups'];
}) {
  const t = useT();
  const say = useLocalized();
  if (conditions.length === 0) return null;
  return (
    <div className="why">
      <h3>{t('result.why', { level })}</h3>
      <ul>
        {conditions.map((condition, index) => {
          const below = groups.filter(({ id }) => condition.groupIds.includes(id)).map(({ title }) => say(title));
          return (
            <li key={index}>
              <Tag kind={condition.met ? 'ok' : 'strong'} icon={condition.met ? Check : CircleDashed}>
                {t(condition.met ? 'result.met' : 'result.unmet')}
              </Tag>
              <span>
                {say(condition.text)}{' '}
                {!condition.met && below.length > 0 && t('result.below', { titles: below.join(', ') })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
