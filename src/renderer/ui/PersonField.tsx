import { useEffect, useRef } from 'react';
import { MAX_PERSON } from '../../contract/views/settings.ts';
import { useSettings, useUpdateSettings } from '../api/queries.ts';
import { useT } from '../i18n/index.ts';
import { Field } from './Field.tsx';

const IDLE_MS = 500;

/** The name of whoever works here. Uncontrolled: an input method types undisturbed, and pauses are saved. */
export function PersonField() {
  const t = useT();
  const { person } = useSettings();
  const { mutate } = useUpdateSettings();
  const timer = useRef<number | undefined>(undefined);
  const kept = useRef(person);

  const keep = (text: string): void => {
    window.clearTimeout(timer.current);
    if (text.trim() === kept.current) return;
    kept.current = text.trim();
    mutate({ person: kept.current });
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);

  return (
    <Field label={t('welcome.person')} optional hint={t('welcome.person-hint')}>
      {(control) => (
        <input
          {...control}
          type="text"
          className="person"
          defaultValue={person}
          maxLength={MAX_PERSON}
          autoComplete="off"
          spellCheck={false}
          onInput={(event) => {
            const field = event.currentTarget;
            window.clearTimeout(timer.current);
            timer.current = window.setTimeout(() => keep(field.value), IDLE_MS);
          }}
          onBlur={(event) => keep(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
