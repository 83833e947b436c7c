import { useState } from 'react';
import { UNANSWERED, type AnswerValue } from '../../../../domain/assessment/answer.ts';
import { checkValue } from '../../../../domain/items/registry.ts';
import type { ItemOf } from '../../../../domain/questionnaire/types.ts';
import { formatDay, parseDay, toIsoDay } from '../../../../domain/text/dates.ts';
import { useT, type Words } from '../../../i18n/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { useSession, useTypedText } from '../hooks.ts';
import type { ControlProps } from './control.ts';
import { FigureInput } from './FigureInput.tsx';

/** "2020" stays, "2020-05" becomes 05/2020, a day 12/05/2020. */
const dayText = (iso: string): string => iso.split('-').reverse().join('/');

/** The bounds of a date in words; undefined where there are none. */
export function dateRangeText(t: Words, { earliest, latest }: ItemOf<'date'>): string {
  const params = { from: dayText(earliest ?? ''), to: dayText(latest ?? '') };
  const hint = t('answer.date-hint');
  if (earliest !== undefined && latest !== undefined) return `${hint} ${t('answer.date-range', params)}`;
  if (earliest !== undefined) return `${hint} ${t('answer.date-from', params)}`;
  if (latest !== undefined) return `${hint} ${t('answer.date-to', params)}`;
  return hint;
}

/**
 * What a typed date is.
 * @returns null when nothing is typed
 */
export function readDate(
  t: Words,
  item: ItemOf<'date'>,
  typed: string,
): { readonly value: AnswerValue } | { readonly problem: string } | null {
  if (typed.trim() === '') return null;
  const day = parseDay(typed);
  if (day === null) return { problem: t('answer.date-wrong') };
  const value: AnswerValue = { kind: 'date', date: toIsoDay(day) };
  return checkValue(item, value).length === 0 ? { value } : { problem: dateRangeText(t, item) };
}

/** A day, typed as day/month/year whatever the language of the computer. */
export function DateField({ item, answer, disabled, onAnswer, onEnter }: ControlProps<'date'>) {
  const t = useT();
  const session = useSession();
  const draftKey = `${item.id} date`;
  const stored = answer.state === 'answered' && answer.value.kind === 'date' ? parseDay(answer.value.date) : null;
  const [text, setText] = useState(() => session.typed.get(draftKey) ?? (stored ? formatDay(stored) : ''));
  // Complaints wait until the typing pauses.
  const [checked, setChecked] = useState(text);
  const typed = useTypedText((whole) => {
    setChecked(whole);
    const read = readDate(t, item, whole);
    if (read !== null && 'problem' in read) {
      session.typed.set(draftKey, whole);
      return;
    }
    session.typed.delete(draftKey);
    onAnswer(read === null ? UNANSWERED : { state: 'answered', value: read.value });
  });
  const judged = readDate(t, item, checked);
  const day = parseDay(text);
  return (
    <div className="figures stack-2">
      <Field
        label={t('answer.date')}
        hint={dateRangeText(t, item)}
        error={judged !== null && 'problem' in judged ? judged.problem : undefined}
      >
        {(control) => (
          <FigureInput
            control={control}
            kind="numeric"
            start={text}
            disabled={disabled}
            typed={typed}
            onText={setText}
            onEnter={onEnter}
          />
        )}
      </Field>
      <p className="figures__live" aria-live="polite">
        {day && t('answer.date-read', { day: formatDay(day) })}
      </p>
    </div>
  );
}
