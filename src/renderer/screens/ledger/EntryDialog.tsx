import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { exact } from '../../../domain/exact/exact.ts';
import type { IndexEntry, IndexName } from '../../../domain/plan/ledger.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { formText } from '../answer/form-text.ts';
import { readFigure, readWhole } from '../plan/numbers.ts';

const LONGEST = {
  name: 100,
  organisation: 300,
  year: 4,
  value: 20,
  rank: 6,
  of: 6,
  source: 500,
  remark: 1000,
} as const;
type FieldName = keyof typeof LONGEST;

/** One published result. */
export function EntryDialog({
  entry,
  id,
  names,
  organisations,
  onClose,
}: {
  readonly entry: IndexEntry | null;
  readonly id: string;
  readonly names: readonly IndexName[];
  readonly organisations: readonly string[];
  readonly onClose: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const client = useQueryClient();
  const formId = useId();
  const namesId = useId();
  const organisationsId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Partial<Record<FieldName, string>>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const start: Record<FieldName, string> = {
    name: entry?.name ?? '',
    organisation: entry?.organisation ?? organisations[0] ?? '',
    year: entry ? String(entry.year) : '',
    value: entry && entry.value !== '' ? formatNumber(exact(entry.value), language, 6) : '',
    rank: entry?.rank ? String(entry.rank) : '',
    of: entry?.of ? String(entry.of) : '',
    source: entry?.source ?? '',
    remark: entry?.remark ?? '',
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !form.current) return;
    const data = new FormData(form.current);
    const text = (name: FieldName): string => formText(data, name);
    const year = readWhole(text('year'), 1990, 2100);
    const value = readFigure(text('value'), language);
    const whole = (name: 'rank' | 'of'): number | null | undefined =>
      text(name) === '' ? null : (readWhole(text(name), 1, 100_000) ?? undefined);
    const rank = whole('rank');
    const of = whole('of');
    const found: Partial<Record<FieldName, string>> = {
      ...(text('name') === '' ? { name: t('ledger.name-missing') } : {}),
      ...(text('organisation') === '' ? { organisation: t('ledger.organisation-missing') } : {}),
      ...(year === null ? { year: t('ledger.year-wrong') } : {}),
      ...(value === null ? { value: t('ledger.value-wrong') } : {}),
      ...(rank === undefined ? { rank: t('ledger.rank-wrong') } : {}),
      ...(of === undefined ? { of: t('ledger.rank-wrong') } : {}),
      ...(rank && of && rank > of ? { rank: t('ledger.rank-above') } : {}),
      ...(value === '' && rank === null ? { value: t('ledger.nothing') } : {}),
    };
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.current.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      const saved = await call('indexes.save', {
        entry: {
          id,
          name: text('name'),
          organisation: text('organisation'),
          year: year ?? 0,
          value: value ?? '',
          rank: rank ?? null,
          of: of ?? null,
          source: text('source'),
          remark: text('remark'),
        },
      });
      client.setQueryData(keys.ledger, saved);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  const field = (name: FieldName, more: { list?: string; hint?: string; numeric?: boolean } = {}) => (
    <Field label={t(`ledger.${name}`)} hint={more.hint} error={problems[name]}>
      {(control) => (
        <input
          {...control}
          name={name}
          type="text"
          list={more.list}
          inputMode={more.numeric ? 'decimal' : undefined}
          maxLength={LONGEST[name]}
          defaultValue={start[name]}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );

  return (
    <Dialog
      title={t(entry ? 'ledger.edit-title' : 'ledger.add-title')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {t('plan.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      <form id={formId} ref={form} noValidate onSubmit={(event) => void submit(event)} className="stack-2">
        {field('name', { list: namesId, hint: t('ledger.name-hint') })}
        {field('organisation', { list: organisationsId })}
        <div className="ledger__figures">
          {field('year', { numeric: true })}
          {field('value', { numeric: true })}
          {field('rank', { numeric: true })}
          {field('of', { numeric: true })}
        </div>
        {field('source', { hint: t('ledger.source-hint') })}
        {field('remark')}
        <datalist id={namesId}>
          {names.map((entryName) => (
            <option key={entryName.id} value={say(entryName.name)} />
          ))}
        </datalist>
        <datalist id={organisationsId}>
          {organisations.map((organisation) => (
            <option key={organisation} value={organisation} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
}
