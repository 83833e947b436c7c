import { useState } from 'react';
import { formatDay, parseDay, toIsoDay } from '../../../domain/text/dates.ts';
import { useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';

/** "31/12/2026" of "2026-12-31"; empty stays empty. */
export function dayTyped(iso: string): string {
  const day = parseDay(iso);
  return day ? formatDay(day) : '';
}

/** The day in a typed text: ISO, empty for nothing, null for what is no day. */
export function readDay(typed: string): string | null {
  if (typed.trim() === '') return '';
  const day = parseDay(typed);
  return day ? toIsoDay(day) : null;
}

/** A day, typed as dd/MM/yyyy. With `onDay` it is handed over when the field is left; otherwise the form reads it by name. */
export function DayField({
  label,
  name,
  day,
  error,
  onDay,
}: {
  readonly label: string;
  readonly name?: string;
  readonly day: string;
  readonly error?: string | undefined;
  readonly onDay?: (day: string) => void;
}) {
  const t = useT();
  const [wrong, setWrong] = useState(false);
  const leave = (typed: string): void => {
    const read = readDay(typed);
    setWrong(read === null);
    if (read !== null && read !== day) onDay?.(read);
  };
  return (
    <Field label={label} error={error ?? (wrong ? t('plan.day-wrong') : undefined)}>
      {(control) => (
        <input
          {...control}
          // Another day from outside (undo) starts the field anew.
          key={day}
          name={name}
          className="day"
          type="text"
          inputMode="numeric"
          maxLength={10}
          placeholder="dd/mm/yyyy"
          defaultValue={dayTyped(day)}
          autoComplete="off"
          spellCheck={false}
          onBlur={(event) => onDay && leave(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (onDay && event.key === 'Enter' && !event.nativeEvent.isComposing) leave(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
