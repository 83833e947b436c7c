import { useId, useRef, useState, type FormEvent } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { TASK_LIMITS } from '../../../domain/plan/limits.ts';
import { emptyTask, TASK_STATUSES, type PlanRaise, type PlanTask, type TaskStatus } from '../../../domain/plan/plan.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { formText } from '../answer/form-text.ts';
import { DayField, readDay } from './DayField.tsx';
import { Raises } from './Raises.tsx';
import { readAmount } from './numbers.ts';
import { addTasks } from './plan-tasks.ts';
import type { PlanWork } from './plan-work.ts';

const IMPORTANCE = [1, 2, 3] as const;
type Problems = Partial<Record<'text' | 'start' | 'due' | 'budget', string>>;

/** Everything about one task. */
export function TaskDialog({
  view,
  questionnaire,
  work,
  task: given,
  newTaskId,
  onClose,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly work: PlanWork;
  /** Null for a new one. */
  readonly task: PlanTask | null;
  readonly newTaskId: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const task = given ?? emptyTask(newTaskId);
  const [raises, setRaises] = useState<readonly PlanRaise[]>(task.raises);
  const [problems, setProblems] = useState<Problems>({});
  const number = view.plan.tasks.findIndex(({ id }) => id === task.id) + 1;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const text = (name: string): string => formText(data, name);
    const start = readDay(text('start'));
    const due = readDay(text('due'));
    const budget = readAmount(text('budget'), language);
    const found: Problems = {
      ...(text('text') === '' ? { text: t('plan.text-missing') } : {}),
      ...(start === null ? { start: t('plan.day-wrong') } : {}),
      ...(due === null ? { due: t('plan.day-wrong') } : {}),
      ...(start && due && due < start ? { due: t('plan.due-before-start') } : {}),
      ...(budget === null ? { budget: t('plan.budget-wrong') } : {}),
    };
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.current.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const saved: PlanTask = {
      ...task,
      text: text('text'),
      raises,
      priority: Number(text('priority')),
      effort: Number(text('effort')),
      lead: text('lead'),
      cooperating: text('cooperating'),
      start: start ?? '',
      due: due ?? '',
      time: text('time'),
      budget: budget ?? '',
      status: text('status') as TaskStatus,
      phase: text('phase'),
      remark: text('remark'),
    };
    work.change((plan) => (given ? { put: [saved] } : addTasks(plan, [saved])), t('plan.saved'));
    onClose();
  };

  const line = (name: 'lead' | 'cooperating' | 'time' | 'remark', hint?: string) => (
    <Field label={t(`plan.field-${name}`)} hint={hint}>
      {(control) => (
        <input
          {...control}
          name={name}
          type="text"
          maxLength={TASK_LIMITS[name]}
          defaultValue={task[name]}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );

  return (
    <Dialog
      title={given ? t('plan.edit-title', { number }) : t('plan.add-title')}
      onClose={onClose}
      wide
      actions={
        <>
          <Button look="primary" type="submit" form={formId}>
            {t('plan.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <form id={formId} ref={form} noValidate onSubmit={submit} className="stack-2">
        <Field label={t('plan.field-text')} error={problems.text}>
          {(control) => (
            <textarea
              {...control}
              name="text"
              rows={2}
              maxLength={TASK_LIMITS.text}
              defaultValue={task.text}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Raises view={view} questionnaire={questionnaire} raises={raises} onChange={setRaises} />
        <div className="fields">
          <Field label={t('plan.field-priority')}>
            {(control) => (
              <select {...control} name="priority" defaultValue={task.priority}>
                {[...IMPORTANCE].reverse().map((value) => (
                  <option key={value} value={value}>
                    {t(`plan-word.priority.${value}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('plan.field-effort')}>
            {(control) => (
              <select {...control} name="effort" defaultValue={task.effort}>
                {IMPORTANCE.map((value) => (
                  <option key={value} value={value}>
                    {t(`plan-word.effort.${value}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('plan.status')}>
            {(control) => (
              <select {...control} name="status" defaultValue={task.status}>
                {TASK_STATUSES.map((status) => (
                  <option key={status} value={status}>
                    {t(`plan-word.status.${status}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {view.plan.phases.length > 0 && (
            <Field label={t('plan.field-phase')}>
              {(control) => (
                <select {...control} name="phase" defaultValue={task.phase}>
                  <option value="">{t('plan.phase-none')}</option>
                  {view.plan.phases.map((phase) => (
                    <option key={phase.id} value={phase.id}>
                      {phase.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </div>
        <div className="fields">
          {line('lead')}
          {line('cooperating')}
        </div>
        <div className="fields">
          <DayField label={t('plan.field-start')} name="start" day={task.start} error={problems.start} />
          <DayField label={t('plan.field-due')} name="due" day={task.due} error={problems.due} />
          <Field label={t('plan.field-budget')} error={problems.budget}>
            {(control) => (
              <input
                {...control}
                name="budget"
                type="text"
                inputMode="decimal"
                maxLength={20}
                defaultValue={task.budget === '' ? '' : formatNumber(exact(task.budget), language, 6)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
        </div>
        {line('time', t('plan.field-time-hint'))}
        {line('remark')}
      </form>
    </Dialog>
  );
}
