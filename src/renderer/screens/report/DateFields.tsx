import { DATE_CHOICES } from '../../../domain/report/details.ts';
import { formatDay, parseDay, toIsoDay } from '../../../domain/text/dates.ts';
import { useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { faultText } from './DetailField.tsx';
import { useHeldText } from '../../ui/typed-text.ts';
import { useReport } from './hooks.ts';

/** How much of the date is printed, and the day where a whole one is. */
export function DateFields() {
  const t = useT();
  const session = useReport();
  const { dateChoice } = session.details;
  return (
    <>
      <fieldset>
        <legend className="label">{t('report.dateChoice')}</legend>
        {DATE_CHOICES.map((choice) => (
          <label key={choice} className="pick">
            <input
              type="radio"
              name="report-date-choice"
              checked={dateChoice === choice}
              onChange={() => session.change({ dateChoice: choice })}
            />
            <span>{t(`report.dateChoice-${choice}`)}</span>
          </label>
        ))}
      </fieldset>
      {dateChoice === 'day' && <DayField />}
    </>
  );
}

function DayField() {
  const t = useT();
  const session = useReport();
  const typed = useHeldText(session, (text) => {
    const day = parseDay(text);
    session.changeDay(text, text.trim() === '' ? '' : day && toIsoDay(day));
  });
  const stored = parseDay(session.details.date);
  return (
    <Field
      id="report-date"
      label={t('report.date')}
      hint={t('report.date-hint')}
      error={faultText(t, 'date', session.faults().date)}
    >
      {(control) => (
        <input
          {...control}
          key={session.rewrites}
          type="text"
          className="report__date"
          defaultValue={session.wrongDay ?? (stored ? formatDay(stored) : '')}
          autoComplete="off"
          spellCheck={false}
          inputMode="numeric"
          {...typed}
        />
      )}
    </Field>
  );
}
