import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Loading } from '../../ui/Page.tsx';
import { Found } from './Found.tsx';
import { PRIVACY } from './queries.ts';

const SHORTEST = 2;

/** Names that are there, and a field to look for any other. */
export function People() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [name, setName] = useState<string | null>(null);
  const names = useQuery({ queryKey: [PRIVACY, 'names'], queryFn: () => call('persons.list', {}) });
  const lookFor = (wanted: string): void => {
    setTyped(wanted);
    if (wanted.trim().length >= SHORTEST) setName(wanted.trim());
  };
  return (
    <section aria-labelledby="people" className="stack-2">
      <div className="stack-1">
        <h2 id="people">{t('privacy.people')}</h2>
        <p className="muted measure">{t('privacy.people-more')}</p>
      </div>
      {names.error && <ErrorNotice error={names.error} onRetry={() => void names.refetch()} />}
      {names.isPending && <Loading />}
      {names.data && names.data.length === 0 && <p>{t('privacy.people-none')}</p>}
      {names.data && names.data.length > 0 && (
        <ul className="privacy__names" aria-labelledby="people">
          {names.data.map((person) => (
            <li key={person.name}>
              <Button
                look="quiet"
                aria-pressed={person.name === name}
                aria-label={t('privacy.show', { name: person.name })}
                onClick={() => lookFor(person.name)}
              >
                {person.name}
              </Button>
              <span className="muted small">
                {t('privacy.count', { count: person.count })}{' '}
                {person.places.map((place) => t(`privacy.place-${place}`)).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <form
        className="privacy__search"
        onSubmit={(event) => {
          event.preventDefault();
          lookFor(typed);
        }}
      >
        <Field label={t('privacy.name')} hint={t('privacy.name-hint')}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={typed}
              maxLength={300}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit">{t('privacy.find')}</Button>
      </form>
      {name !== null && <Found key={name} name={name} />}
    </section>
  );
}
