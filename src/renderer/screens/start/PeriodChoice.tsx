import { PERIOD_KINDS, type Period, type PeriodKind } from '../../../domain/assessment/period.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { numbersOf } from './period-choice.ts';

/** Years that can be chosen: some back, for records from paper, and one ahead. */
const YEARS_BACK = 10;

/** The period that the assessment speaks about. */
export function PeriodChoice({
  period,
  thisYear,
  onChange,
}: {
  readonly period: Period;
  readonly thisYear: number;
  readonly onChange: (period: Period) => void;
}) {
  const t = useT();
  const newest = Math.max(thisYear + 1, period.year);
  const years = Array.from({ length: newest - (thisYear - YEARS_BACK) + 1 }, (_, index) => newest - index);
  const numbers = numbersOf(period.kind);
  return (
    <fieldset className="stack-1">
      <legend className="h2">{t('start.period')}</legend>
      <div className="period">
        <Field label={t('start.period-kind')}>
          {(control) => (
            <select
              {...control}
              value={period.kind}
              onChange={(event) =>
                onChange({ kind: event.currentTarget.value as PeriodKind, year: period.year, number: 1 })
              }
            >
              {PERIOD_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`start.kind-${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('start.year')}>
          {(control) => (
            <select
              {...control}
              value={period.year}
              onChange={(event) => onChange({ ...period, year: Number(event.currentTarget.value) })}
            >
              {years.map((year) => (
                <option key={year}>{year}</option>
              ))}
            </select>
          )}
        </Field>
        {numbers.length > 1 && (
          <Field label={t('start.which')}>
            {(control) => (
              <select
                {...control}
                value={period.number}
                onChange={(event) => onChange({ ...period, number: Number(event.currentTarget.value) })}
              >
                {numbers.map((number) => (
                  <option key={number} value={number}>
                    {periodText(t, { ...period, number })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <p className="field__hint">{t('start.period-hint')}</p>
    </fieldset>
  );
}
