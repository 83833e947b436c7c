import { Trash2 } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { QuestionnaireSummary } from '../../../contract/views.ts';
import type { CollectionView } from '../../../contract/views/collections.ts';
import type { Period } from '../../../domain/assessment/period.ts';
import { dayOf } from '../../../domain/text/dates.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { useAppInfo, useQuestionnaires } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading } from '../../ui/Page.tsx';
import { PeriodChoice } from '../start/PeriodChoice.tsx';
import { takeView } from './queries.ts';
import { listText, withIds } from './unit-list.ts';
import { UnitListField } from './UnitListField.tsx';

/**
 * Makes or changes a collection. Questionnaire version and period stay as they were made.
 * @param props.id of the new one, made once so that a broken line does not make two
 * @param props.collection null for a new one
 * @param props.onRemove asks whether it is to be removed; only for one that is there
 */
export function CollectionDialog(props: {
  readonly id: string;
  readonly collection: CollectionView | null;
  readonly onRemove?: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { data, error, refetch } = useQuestionnaires();
  if (data) return <Form {...props} questionnaires={data.questionnaires} />;
  return (
    <Dialog title={t('collections.new')} wide onClose={props.onClose}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
    </Dialog>
  );
}

const refOf = ({ id, version }: { readonly id: string; readonly version: string }): string => `${id}/${version}`;

function Form({
  id,
  collection,
  questionnaires,
  onRemove,
  onClose,
}: {
  readonly id: string;
  readonly collection: CollectionView | null;
  readonly questionnaires: readonly QuestionnaireSummary[];
  readonly onRemove?: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { utcOffset } = useAppInfo();
  const [thisYear] = useState(() => dayOf(new Date().toISOString(), utcOffset).year);
  const [chosen, choose] = useState(questionnaires[0] ? refOf(questionnaires[0]) : '');
  const [period, setPeriod] = useState<Period>({ kind: 'year', year: thisYear, number: 1 });
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const headings = ['code', 'unit', 'group', 'tags', 'province', 'note'] as const;
  const start = useMemo(
    () => listText(collection?.units ?? [], [...headings.map((column) => t(`collections.list-${column}`))]),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the text that editing begins with
    [],
  );
  const [list, setList] = useState(start);
  const questionnaire = questionnaires.find((entry) => refOf(entry) === chosen);

  async function save(form: FormData): Promise<void> {
    const text = (name: string): string => ((form.get(name) as string | null) ?? '').normalize('NFC').trim();
    const name = text('name');
    setMissing(name === '');
    setError(null);
    if (name === '' || busy || (!collection && !questionnaire)) {
      document.querySelector<HTMLElement>('dialog [name="name"]')?.focus();
      return;
    }
    setBusy(true);
    try {
      const reading = list === start ? null : await call('collections.preview', { list });
      const units = reading && withIds(reading.units, collection?.units ?? [], newId);
      const view = await call('collections.save', {
        id,
        name,
        notes: text('notes'),
        questionnaireId: collection?.questionnaire.id ?? questionnaire?.id ?? '',
        questionnaireVersion: collection?.questionnaire.version ?? questionnaire?.version ?? '',
        period: collection?.period ?? period,
        ...(units ? { units } : {}),
      });
      takeView(client, view);
      if (!collection) navigate(`/collections/${id}/import`);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t(collection ? 'collections.edit' : 'collections.new')}
      wide
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="collection" look="primary" busy={busy}>
            {t(collection ? 'collections.save' : 'collections.make')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <form
        id="collection"
        className="stack-2"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={t('collections.name')}
          hint={t('collections.name-hint')}
          error={missing ? t('collections.name-missing') : undefined}
        >
          {(control) => (
            <input
              {...control}
              name="name"
              type="text"
              maxLength={200}
              defaultValue={collection?.name ?? ''}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        {collection ? (
          <p className="muted">
            {say(collection.questionnaire.title)} · {t('home.version', { version: collection.questionnaire.version })} ·{' '}
            {periodText(t, collection.period)}
          </p>
        ) : (
          <>
            <Field label={t('home.questionnaire')}>
              {(control) => (
                <select {...control} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
                  {questionnaires.map((entry) => (
                    <option key={refOf(entry)} value={refOf(entry)}>
                      {say(entry.title)} · {t('home.version', { version: entry.version })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <PeriodChoice period={period} thisYear={thisYear} onChange={setPeriod} />
          </>
        )}
        <UnitListField text={list} onText={setList} />
        <Field label={t('collections.notes')} optional>
          {(control) => (
            <textarea {...control} name="notes" rows={2} maxLength={20_000} defaultValue={collection?.notes ?? ''} />
          )}
        </Field>
        {error !== null && <ErrorNotice error={error} />}
        {onRemove && (
          <Button look="quiet" aria-haspopup="dialog" onClick={onRemove}>
            <Icon of={Trash2} /> {t('collections.remove')}
          </Button>
        )}
      </form>
    </Dialog>
  );
}
