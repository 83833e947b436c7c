import { FolderOpen } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuestionnaireSummary } from '../../../contract/views.ts';
import { dayOf } from '../../../domain/text/dates.ts';
import { call } from '../../api/client.ts';
import { keys, useAppInfo, useQuestionnaires } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading } from '../../ui/Page.tsx';

/** The set that a class usually takes, and the kind of unit that it is for. */
const USUAL = 'sme-quick';

/** Letters and digits that are not taken for one another when read aloud or from a board. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function newCode(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Opens a class, as soon as it is known which sets there are. */
export function ClassForm() {
  const { data, error, refetch } = useQuestionnaires();
  if (data) return <Form questionnaires={data.questionnaires} />;
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function Form({ questionnaires }: { readonly questionnaires: readonly QuestionnaireSummary[] }) {
  const t = useT();
  const say = useLocalized();
  const client = useQueryClient();
  const { kinds, provinces, host, utcOffset } = useAppInfo();
  const [code] = useState(newCode);
  const [year] = useState(() => dayOf(new Date().toISOString(), utcOffset).year);
  const [chosen, choose] = useState<string | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  const [missing, setMissing] = useState<'title' | 'code' | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const usual = questionnaires.find(({ id }) => id === USUAL) ?? questionnaires[0];
  const questionnaire = questionnaires.find(({ id, version }) => `${id}/${version}` === chosen) ?? usual;
  const audience = kinds.filter(({ id }) => questionnaire?.audience.includes(id));

  async function start(form: FormData): Promise<void> {
    const text = (name: string): string => (form.get(name) as string | null)?.trim() ?? '';
    const first = text('title') === '' ? 'title' : text('code') === '' ? 'code' : null;
    setMissing(first);
    setError(null);
    if (first !== null) document.querySelector<HTMLElement>(`form [name="${first}"]`)?.focus();
    if (first !== null || busy || !questionnaire) return;
    setBusy(true);
    try {
      const state = await call('class.start', {
        title: text('title'),
        code: text('code'),
        questionnaireId: questionnaire.id,
        questionnaireVersion: questionnaire.version,
        kind: text('kind'),
        province: text('province'),
        year,
      });
      client.setQueryData(keys.class, { state });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <form
      className="stack-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start(new FormData(event.currentTarget));
      }}
    >
      <p className="measure">{t('class.lead')}</p>
      <Field label={t('class.form-title')} error={missing === 'title' ? t('class.form-title-missing') : undefined}>
        {(control) => (
          <input {...control} name="title" type="text" maxLength={100} autoComplete="off" spellCheck={false} />
        )}
      </Field>
      <Field
        label={t('class.form-code')}
        hint={t('class.form-code-hint')}
        error={missing === 'code' ? t('class.form-code-missing') : undefined}
      >
        {(control) => (
          <input
            {...control}
            name="code"
            type="text"
            className="class-code"
            maxLength={20}
            defaultValue={code}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={t('home.questionnaire')}>
        {(control) => (
          <select
            {...control}
            value={questionnaire ? `${questionnaire.id}/${questionnaire.version}` : ''}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {questionnaires.map(({ id, version, title }) => (
              <option key={`${id}/${version}`} value={`${id}/${version}`}>
                {say(title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('class.form-kind')}>
        {(control) => (
          <select {...control} name="kind">
            {audience.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('class.form-province')} optional>
        {(control) => (
          <select {...control} name="province">
            <option value="">{t('class.form-no-province')}</option>
            {provinces.map(({ code: province, name }) => (
              <option key={province} value={province}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {host === 'electron' ? (
        <div className="stack-1">
          <p className="label">{t('class.form-folder')}</p>
          <p className="class-folder">{folder ?? t('class.form-no-folder')}</p>
          <div className="row">
            <Button
              onClick={() => {
                call('class.folder', {}).then((answer) => setFolder(answer.folder), setError);
              }}
            >
              <Icon of={FolderOpen} /> {t('class.form-choose')}
            </Button>
          </div>
        </div>
      ) : (
        <p className="muted">{t('class.downloads')}</p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className="row">
        <Button type="submit" look="primary" big busy={busy}>
          {t('class.open')}
        </Button>
      </div>
    </form>
  );
}
