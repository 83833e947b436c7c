import type { PlanView } from '../../../contract/views/plan.ts';
import { exact, percent, toNumber } from '../../../domain/exact/exact.ts';
import type { Outlook } from '../../../domain/plan/facts.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { DayField, dayTyped } from './DayField.tsx';
import type { PlanWork } from './plan-work.ts';

/** The target, and what the plan leads to. */
export function PlanHead({
  view,
  questionnaire,
  work,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly work: PlanWork;
}) {
  const t = useT();
  const say = useLocalized();
  const { plan, targets } = view;
  const { level, due } = plan.target;
  const judged = questionnaire.scoring.overall.kind !== 'none';
  const official = targets.find((target) => target.level === level && due.startsWith(`${target.year}-`));
  return (
    <div className="plan__head">
      <div className="stack-1">
        <PageHeading>
          {level === null || due === '' ? t('plan.title-open') : t('plan.title', { level, year: due.slice(0, 4) })}
        </PageHeading>
        <p className="plan__outlook">
          <OutlookText view={view} questionnaire={questionnaire} />
        </p>
        <div className="row plan__target">
          {judged && (
            <Field label={t('plan.target-level')}>
              {(control) => (
                <select
                  {...control}
                  value={level ?? ''}
                  onChange={(event) => {
                    const chosen = event.currentTarget.value;
                    work.change((now) => ({
                      target: { ...now.target, level: chosen === '' ? null : Number(chosen) },
                    }));
                  }}
                >
                  <option value="">{t('plan.target-none')}</option>
                  {questionnaire.levels.map((entry) => (
                    <option key={entry.value} value={entry.value}>
                      {t('plan.level-named', { level: entry.value, name: say(entry.name) })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <DayField
            label={t('plan.target-due')}
            day={due}
            onDay={(day) => work.change((now) => ({ target: { ...now.target, due: day } }))}
          />
          {official && <p className="small muted plan__official">{say(official.note)}</p>}
        </div>
        {view.targetState === 'late' && (
          <p className="plan__late">
            <strong>{t('plan.target-late', { day: dayTyped(due) })}</strong>
          </p>
        )}
      </div>
      <Scale view={view} decimals={questionnaire.scoring.decimals} />
    </div>
  );
}

function OutlookText({ view, questionnaire }: { readonly view: PlanView; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const { plan, now, all } = view;
  const count = plan.tasks.length;
  if (count === 0) return t('plan.outlook-empty');
  const show = (value: string | null): string =>
    value === null ? '0' : formatNumber(exact(value), language, questionnaire.scoring.decimals);
  const points = t('plan.outlook-points', { count, now: show(now.value), then: show(all.value) });
  if (questionnaire.scoring.overall.kind === 'none') return points;
  const level = all.level ?? '–';
  const aim = plan.target.level;
  return (
    <>
      {points}{' '}
      <strong>
        {aim === null
          ? t('plan.outlook-level', { level })
          : all.level !== null && all.level >= aim
            ? t('plan.outlook-reached', { level })
            : t('plan.outlook-short', { level, aim })}
      </strong>
    </>
  );
}

/** Place of an outlook on the scale, 0 to 100. */
function placeOf({ value, max }: Outlook): number | null {
  if (value === null || max === null) return null;
  const share = percent(exact(value), exact(max));
  return share === null ? null : Math.min(100, Math.max(0, toNumber(share)));
}

const sideOf = (place: number): 'left' | 'centre' | 'right' => (place < 25 ? 'left' : place > 75 ? 'right' : 'centre');

/** Now and then on the way from nothing to the maximum; the sentence beside it says the same in words. */
function Scale({ view: { plan, now, all }, decimals }: { readonly view: PlanView; readonly decimals: number }) {
  const t = useT();
  const language = useLanguage();
  const from = placeOf(now);
  const to = placeOf(all);
  if (from === null || to === null || now.max === null) return null;
  const planned = plan.tasks.length > 0;
  const show = (value: string | null): string => (value === null ? '' : formatNumber(exact(value), language, decimals));
  return (
    <div className="scale" aria-hidden="true">
      <p className={`scale__label scale__label--${sideOf(from)}`} style={{ left: `${from}%` }}>
        {t('plan.scale-now', { value: show(now.value) })}
      </p>
      <div className="scale__line">
        <span className="scale__way" style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }} />
        <span className="scale__now" style={{ left: `${from}%` }} />
        {planned && <span className="scale__then" style={{ left: `${to}%` }} />}
      </div>
      {planned && (
        <p className={`scale__label scale__label--${sideOf(to)}`} style={{ left: `${to}%` }}>
          {t('plan.scale-then', { value: show(all.value) })}
        </p>
      )}
      <p className="scale__ends">
        <span>0</span>
        <span>{show(now.max)}</span>
      </p>
    </div>
  );
}
