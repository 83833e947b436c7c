import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { TASK_LIMITS } from '../../../domain/plan/limits.ts';
import { TASK_STATUSES, type ProgressRecord, type TaskStatus } from '../../../domain/plan/plan.ts';
import type { ReportPeriod } from '../../../domain/plan/progress.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { announce } from '../../ui/announce.ts';
import { formText } from '../answer/form-text.ts';
import { DayField, readDay } from './DayField.tsx';
import { readFigure, readWhole } from './numbers.ts';

/** Percent that a state stands for when nothing else was entered. */
const USUAL: Record<TaskStatus, number> = { 'not-started': 0, 'in-progress': 50, done: 100, paused: 0 };

/** What was done in one period: tasks, level, figures, difficulties. */
export function ProgressDialog({
  view,
  questionnaire,
  entry,
  onClose,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly entry: ReportPeriod;
  readonly onClose: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const client = useQueryClient();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { period, record } = entry;
  const assessmentId = view.assessment.id;
  const judged = questionnaire.scoring.overall.kind !== 'none';
  const known = new Map(record?.tasks.map((task) => [task.taskId, task]));
  const figures = new Map(record?.figures.map((figure) => [figure.itemId, figure.value]));

  const store = async (work: () => Promise<PlanView>, said: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      client.setQueryData(keys.plan(assessmentId), await work());
      announce(said);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || !form.current) return;
    const data = new FormData(form.current);
    const text = (name: string): string => formText(data, name);
    const bad = new Set<string>();
    const check = <T,>(name: string, value: T | null): T | undefined => {
      if (value === null) bad.add(name);
      return value ?? undefined;
    };
    const reportedOn = check('reportedOn', readDay(text('reportedOn')));
    const tasks = view.plan.tasks.map((task) => ({
      taskId: task.id,
      status: text(`status-${task.id}`) as TaskStatus,
      percent: check(`percent-${task.id}`, readWhole(text(`percent-${task.id}`), 0, 100)) ?? 0,
      note: text(`note-${task.id}`),
    }));
    const own = view.figures.map(({ itemId }) => ({
      itemId,
      value: check(`figure-${itemId}`, readFigure(text(`figure-${itemId}`), language)) ?? '',
    }));
    setWrong(bad);
    const [first] = bad;
    if (first !== undefined) {
      form.current.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const level = text('level');
    const progress: ProgressRecord = {
      period,
      reportedOn: reportedOn ?? '',
      level: level === '' ? null : Number(level),
      remark: text('remark'),
      tasks,
      figures: own.filter(({ value }) => value !== ''),
    };
    void store(() => call('progress.save', { assessmentId, progress }), t('plan.progress-saved'));
  };

  return (
    <Dialog
      title={t('plan.progress-title', { period: periodText(t, period) })}
      onClose={onClose}
      wide
      actions={
        <>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {t('plan.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {record && (
            <Button
              look="quiet"
              className="push"
              busy={busy}
              onClick={() =>
                void store(() => call('progress.remove', { assessmentId, period }), t('plan.progress-removed'))
              }
            >
              {t('plan.progress-remove')}
            </Button>
          )}
        </>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      <form id={formId} ref={form} noValidate onSubmit={submit} className="stack-2">
        <div className="fields">
          <DayField
            label={t('plan.reported-on')}
            name="reportedOn"
            day={record?.reportedOn ?? view.today}
            error={wrong.has('reportedOn') ? t('plan.day-wrong') : undefined}
          />
          {judged && (
            <Field label={t('plan.level-now')}>
              {(control) => (
                <select {...control} name="level" defaultValue={record?.level ?? ''}>
                  <option value="">{t('plan.level-open')}</option>
                  {questionnaire.levels.map((level) => (
                    <option key={level.value} value={level.value}>
                      {t('plan.level-named', { level: level.value, name: say(level.name) })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </div>
        {view.plan.tasks.length > 0 && (
          <ol className="reports">
            {view.plan.tasks.map((task, index) => {
              const number = index + 1;
              const before = known.get(task.id);
              const percentName = `percent-${task.id}`;
              return (
                <li key={task.id}>
                  <p>
                    {number}. {task.text}
                  </p>
                  <div className="reports__fields">
                    <select
                      name={`status-${task.id}`}
                      aria-label={t('plan.status-of', { number })}
                      defaultValue={before?.status ?? task.status}
                      onChange={(event) => {
                        const field = form.current?.elements.namedItem(percentName);
                        if (field instanceof HTMLInputElement)
                          field.value = String(USUAL[event.currentTarget.value as TaskStatus]);
                      }}
                    >
                      {TASK_STATUSES.map((status) => (
                        <option key={status} value={status}>
                          {t(`plan-word.status.${status}`)}
                        </option>
                      ))}
                    </select>
                    <span className="reports__percent">
                      <input
                        name={percentName}
                        type="text"
                        inputMode="numeric"
                        maxLength={3}
                        aria-label={t('plan.percent-of', { number })}
                        aria-invalid={wrong.has(percentName) || undefined}
                        defaultValue={before?.percent ?? USUAL[task.status]}
                        autoComplete="off"
                        spellCheck={false}
                      />{' '}
                      %
                    </span>
                    <input
                      name={`note-${task.id}`}
                      type="text"
                      maxLength={TASK_LIMITS.remark}
                      aria-label={t('plan.note-of', { number })}
                      placeholder={t('plan.note')}
                      defaultValue={before?.note ?? ''}
                      autoComplete="off"
                      spellCheck={false}
                    />
                  </div>
                </li>
              );
            })}
          </ol>
        )}
        {view.figures.length > 0 && (
          <div className="fields">
            {view.figures.map((figure) => {
              const name = `figure-${figure.itemId}`;
              return (
                <Field
                  key={figure.itemId}
                  label={t('plan.item-named', { code: figure.code, title: say(figure.title) })}
                  error={wrong.has(name) ? t('plan.figure-wrong') : undefined}
                >
                  {(control) => (
                    <input
                      {...control}
                      name={name}
                      className="amount"
                      type="text"
                      inputMode="decimal"
                      maxLength={20}
                      defaultValue={
                        figures.has(figure.itemId)
                          ? formatNumber(exact(figures.get(figure.itemId) ?? '0'), language, 6)
                          : ''
                      }
                      autoComplete="off"
                      spellCheck={false}
                    />
                  )}
                </Field>
              );
            })}
          </div>
        )}
        <Field label={t('plan.difficulties')} optional>
          {(control) => (
            <textarea
              {...control}
              name="remark"
              rows={3}
              maxLength={5000}
              defaultValue={record?.remark ?? ''}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
