import { useState, type FormEvent } from 'react';
import { PASSPHRASE } from '../../../domain/package/limits.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

/** Asks for the passphrase of a file. */
export function Locked({
  wrong,
  busy,
  onTry,
}: {
  readonly wrong: boolean;
  readonly busy: boolean;
  readonly onTry: (passphrase: string) => void;
}) {
  const t = useT();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy && text !== '') onTry(text);
  };
  return (
    <section className="panel stack-2" aria-labelledby="locked">
      <h2 id="locked">{t('files.locked')}</h2>
      <p className="measure">{t('files.locked-more')}</p>
      <form onSubmit={submit} className="stack-2">
        <Field label={t('files.passphrase')} error={wrong && !busy ? t('files.locked-wrong') : undefined}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={PASSPHRASE.most}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="row panel__actions">
          <Button look="primary" type="submit" busy={busy}>
            {t('files.unlock')}
          </Button>
        </div>
      </form>
    </section>
  );
}
