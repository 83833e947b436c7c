import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Evidence } from '../../../domain/assessment/answer.ts';
import type { Item } from '../../../domain/questionnaire/types.ts';
import { formatDay, parseDay, toIsoDay } from '../../../domain/text/dates.ts';
import { call } from '../../api/client.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { evidenceDetail, evidenceName } from './evidence-text.ts';
import { formText } from './form-text.ts';
import { useEveryChange, useRecord, useSession } from './hooks.ts';

const LINES = ['type', 'number', 'issuer', 'subject', 'page'] as const;

const KINDS = {
  vi: ['Kế hoạch', 'Quyết định', 'Báo cáo', 'Công văn', 'Thông báo', 'Nghị quyết', 'Biên bản', 'Ảnh màn hình'],
  en: ['Plan', 'Decision', 'Report', 'Official letter', 'Notice', 'Resolution', 'Minutes', 'Screenshot'],
};

/**
 * Cites a document for an item: one that was entered before, or a new one. With `editing` it changes an entry wherever
 * it is used. The document is stored first, then the answer that cites it.
 */
export function EvidenceDialog({
  item,
  editing,
  onClose,
}: {
  readonly item: Item;
  readonly editing: Evidence | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const kindsId = useId();
  const [problems, setProblems] = useState<{ readonly date?: string; readonly type?: string }>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  // Made once, so that trying again stores the same entry.
  const [id] = useState(() => editing?.id ?? crypto.randomUUID());
  const uses = editing ? session.usesOf(editing.id) : 0;

  useEffect(() => {
    // Where there are documents to choose from, choosing comes first.
    const dialog = form.current?.closest('dialog');
    (dialog?.querySelector<HTMLElement>('.known .btn') ?? form.current?.querySelector('input'))?.focus();
  }, []);

  const cite = (evidenceId: string): void => {
    const { evidence } = session.record(item.id);
    if (!evidence.includes(evidenceId)) session.change(item.id, { evidence: [...evidence, evidenceId] });
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !form.current) return;
    const data = new FormData(form.current);
    const text = (name: string): string => formText(data, name);
    const typedDay = text('date');
    const day = typedDay === '' ? null : parseDay(typedDay);
    const found = {
      ...(typedDay !== '' && day === null ? { date: t('answer.evidence-date-wrong') } : {}),
      ...(text('type') === '' && text('number') === '' ? { type: t('answer.evidence-empty') } : {}),
    };
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.current.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const evidence: Evidence = {
      id,
      date: day ? toIsoDay(day) : '',
      ...(Object.fromEntries(LINES.map((name) => [name, text(name)])) as Record<(typeof LINES)[number], string>),
    };
    setBusy(true);
    setFailure(null);
    try {
      await call('evidence.save', { assessmentId: session.assessmentId, evidence });
      session.addEvidence(evidence);
      if (!editing) cite(id);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  const start = (name: (typeof LINES)[number]): string => editing?.[name] ?? '';
  const startDay = editing && parseDay(editing.date);
  const line = (name: (typeof LINES)[number], more: { hint?: string; error?: string; list?: string; max: number }) => (
    <Field label={t(`answer.evidence-${name}`)} hint={more.hint} error={more.error}>
      {(control) => (
        <input
          {...control}
          type="text"
          name={name}
          defaultValue={start(name)}
          maxLength={more.max}
          list={more.list}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );

  return (
    <Dialog
      title={editing ? t('answer.evidence-title-edit') : t('answer.evidence-title-add', { code: item.code })}
      onClose={onClose}
      wide
      actions={
        <>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {t(editing ? 'answer.evidence-save-edit' : 'answer.evidence-save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {editing && uses > 1 && <p className="muted">{t('answer.evidence-shared', { count: uses })}</p>}
      {!editing && <Known item={item} onUse={cite} onClose={onClose} onFailure={setFailure} />}
      <form id={formId} ref={form} className="evidence" noValidate onSubmit={(event) => void submit(event)}>
        {!editing && <h3>{t('answer.evidence-new')}</h3>}
        <div className="evidence__fields">
          {line('type', { hint: t('answer.evidence-type-hint'), error: problems.type, list: kindsId, max: 100 })}
          {line('number', { hint: t('answer.evidence-number-hint'), max: 100 })}
          <Field label={t('answer.evidence-date')} hint={t('answer.evidence-date-hint')} error={problems.date}>
            {(control) => (
              <input
                {...control}
                type="text"
                name="date"
                inputMode="numeric"
                maxLength={10}
                defaultValue={startDay ? formatDay(startDay) : ''}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          {line('issuer', { max: 300 })}
        </div>
        {line('subject', { max: 1000 })}
        {line('page', { hint: t('answer.evidence-page-hint'), max: 100 })}
        <datalist id={kindsId}>
          {KINDS[language].map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
}

/** Documents of this assessment that this item does not cite yet. */
function Known({
  item,
  onUse,
  onClose,
  onFailure,
}: {
  readonly item: Item;
  readonly onUse: (evidenceId: string) => void;
  readonly onClose: () => void;
  readonly onFailure: (error: unknown) => void;
}) {
  const t = useT();
  const session = useEveryChange();
  const record = useRecord(item.id);
  const others = session.evidence.filter(({ id }) => !record.evidence.includes(id));
  if (others.length === 0) return null;

  const remove = async (entry: Evidence): Promise<void> => {
    try {
      // Answers that have just let go of it must be stored first.
      await session.saving.settled();
      await call('evidence.remove', { assessmentId: session.assessmentId, evidenceId: entry.id });
      session.dropEvidence(entry.id);
    } catch (error) {
      onFailure(error);
    }
  };

  return (
    <section className="stack-1" aria-labelledby="reuse">
      <h3 id="reuse">{t('answer.evidence-reuse')}</h3>
      <p className="small muted">{t('answer.evidence-reuse-hint')}</p>
      <ul className="known">
        {others.map((entry) => {
          const name = evidenceName(entry);
          const uses = session.usesOf(entry.id);
          return (
            <li key={entry.id}>
              <div>
                <p>
                  <strong>{name}</strong>{' '}
                  <span className="small muted">
                    · {uses === 0 ? t('answer.evidence-unused') : t('answer.evidence-uses', { count: uses })}
                  </span>
                </p>
                <p className="small muted">{evidenceDetail(t, entry)}</p>
              </div>
              {uses === 0 && (
                <Button
                  look="quiet"
                  aria-label={t('answer.evidence-remove-of', { name })}
                  onClick={() => void remove(entry)}
                >
                  {t('answer.evidence-remove')}
                </Button>
              )}
              <Button
                aria-label={t('answer.evidence-use-of', { name })}
                onClick={() => {
                  onUse(entry.id);
                  onClose();
                }}
              >
                {t('answer.evidence-use')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
