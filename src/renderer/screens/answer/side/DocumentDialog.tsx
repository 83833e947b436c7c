import { Paperclip } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { Evidence } from '../../../../domain/assessment/answer.ts';
import { FILE_TYPES, MAX_FILE_BYTES } from '../../../../domain/assessment/evidence-file.ts';
import { formatDay, parseDay, toIsoDay } from '../../../../domain/text/dates.ts';
import { call } from '../../../api/client.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Field } from '../../../ui/Field.tsx';
import { announce } from '../../../ui/announce.ts';
import { formText } from '../form-text.ts';
import { FileButton } from './FileButton.tsx';
import { sizeText } from './file-text.ts';
import { uploadFile } from './upload.ts';

const LINES = ['type', 'number', 'issuer', 'subject', 'page'] as const;

const KINDS = {
  vi: ['Kế hoạch', 'Quyết định', 'Báo cáo', 'Công văn', 'Thông báo', 'Nghị quyết', 'Biên bản', 'Ảnh màn hình'],
  en: ['Plan', 'Decision', 'Report', 'Official letter', 'Notice', 'Resolution', 'Minutes', 'Screenshot'],
};

const ACCEPTED = FILE_TYPES.map((type) => `.${type}`).join(',');

/** Enters a document, or changes one wherever it is used; its file goes with it, or neither is stored. */
export function DocumentDialog({
  assessmentId,
  title,
  editing,
  confirm,
  heading = null,
  uses = 0,
  above,
  onStored,
  onClose,
}: {
  readonly assessmentId: string;
  readonly title: string;
  readonly editing: Evidence | null;
  readonly confirm: string;
  /** Over the fields, where something else stands above them. */
  readonly heading?: string | null;
  /** Items that cite it already. */
  readonly uses?: number;
  /** Documents to choose from instead. */
  readonly above?: (onFailure: (error: unknown) => void) => ReactNode;
  readonly onStored: (evidence: Evidence) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const kindsId = useId();
  const [problems, setProblems] = useState<{ readonly date?: string; readonly type?: string; readonly file?: string }>(
    {},
  );
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<File | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number | null>(null);
  const sending = useRef<AbortController | null>(null);
  const [file, setFile] = useState(editing?.file ?? null);
  // Made once, so that trying again stores the same entry.
  const [id] = useState(() => editing?.id ?? crypto.randomUUID());

  // A file that is under way stops with the dialog, so that nothing is stored after it was closed.
  useEffect(() => () => sending.current?.abort(), []);
  useEffect(() => {
    // Where there are documents to choose from, choosing comes first.
    const dialog = form.current?.closest('dialog');
    (dialog?.querySelector<HTMLElement>('.known .btn') ?? form.current?.querySelector('input'))?.focus();
  }, []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !form.current) return;
    const data = new FormData(form.current);
    const text = (name: string): string => formText(data, name);
    const typedDay = text('date');
    const day = typedDay === '' ? null : parseDay(typedDay);
    const limit = sizeText(MAX_FILE_BYTES, language);
    const found = {
      ...(typedDay !== '' && day === null ? { date: t('answer.evidence-date-wrong') } : {}),
      ...(text('type') === '' && text('number') === '' ? { type: t('answer.evidence-empty') } : {}),
      ...(chosen && chosen.size > MAX_FILE_BYTES ? { file: t('side.file-too-large', { limit }) } : {}),
    };
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.current.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const evidence = {
      id,
      date: day ? toIsoDay(day) : '',
      ...(Object.fromEntries(LINES.map((name) => [name, text(name)])) as Record<(typeof LINES)[number], string>),
    };
    const stop = new AbortController();
    sending.current = stop;
    setBusy(true);
    setFailure(null);
    try {
      const upload = chosen ? await uploadFile(chosen, setSent, stop.signal) : undefined;
      onStored(await call('evidence.save', { assessmentId, evidence, ...(upload ? { file: upload } : {}) }));
      onClose();
    } catch (error) {
      if (stop.signal.aborted) announce(t('side.file-stopped'));
      else setFailure(error);
      setBusy(false);
    }
    setSent(null);
  };

  const detach = async (): Promise<void> => {
    if (!editing) return;
    try {
      await call('evidence.detach', { assessmentId, evidenceId: id });
      const { file: _gone, ...rest } = editing;
      setFile(null);
      onStored(rest);
      announce(t('side.file-detached'));
      form.current?.querySelector<HTMLElement>('[name="file"]')?.focus();
    } catch (error) {
      setFailure(error);
    }
  };

  const startDay = editing && parseDay(editing.date);
  const line = (name: (typeof LINES)[number], more: { hint?: string; error?: string; list?: string; max: number }) => (
    <Field label={t(`answer.evidence-${name}`)} hint={more.hint} error={more.error}>
      {(control) => (
        <input
          {...control}
          type="text"
          name={name}
          defaultValue={editing?.[name] ?? ''}
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
      title={title}
      onClose={onClose}
      wide
      actions={
        <>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {sent !== null && (
            <>
              <span className="small muted" role="status">
                {t('side.file-sending', { percent: Math.floor(sent * 100) })}
              </span>
              <Button look="quiet" onClick={() => sending.current?.abort()}>
                {t('side.file-stop')}
              </Button>
            </>
          )}
        </>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {uses > 1 && <p className="muted">{t('answer.evidence-shared', { count: uses })}</p>}
      {above?.(setFailure)}
      <form id={formId} ref={form} className="evidence" noValidate onSubmit={(event) => void submit(event)}>
        {heading && <h3>{heading}</h3>}
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
        {file && (
          <div className="file-pick">
            <FileButton assessmentId={assessmentId} evidenceId={id} file={file} />
            <Button look="quiet" onClick={() => void detach()}>
              {t('side.file-detach')}
            </Button>
          </div>
        )}
        <Field
          label={t(file ? 'side.file-replace' : 'side.file')}
          optional
          hint={t('side.file-hint', { limit: sizeText(MAX_FILE_BYTES, language) })}
          error={problems.file}
        >
          {(control) => (
            <div className="file-pick">
              <Button
                {...control}
                name="file"
                aria-label={`${t('side.file-choose')} ${t(file ? 'side.file-replace' : 'side.file')}`}
                onClick={() => picker.current?.click()}
              >
                <Icon of={Paperclip} />
                {t('side.file-choose')}
              </Button>
              <input
                ref={picker}
                type="file"
                accept={ACCEPTED}
                hidden
                onChange={(event) => setChosen(event.currentTarget.files?.[0] ?? null)}
              />
              {chosen && (
                <span className="file__name" role="status">
                  {chosen.name} ({sizeText(chosen.size, language)})
                </span>
              )}
            </div>
          )}
        </Field>
        <datalist id={kindsId}>
          {KINDS[language].map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
}
