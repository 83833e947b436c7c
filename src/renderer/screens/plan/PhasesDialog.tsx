import { Plus, Trash2 } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { PLAN_LIMITS } from '../../../domain/plan/limits.ts';
import type { PlanPhase } from '../../../domain/plan/plan.ts';
import { newId } from '../../api/ids.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formText } from '../answer/form-text.ts';
import { DayField, readDay } from './DayField.tsx';
import type { PlanWork } from './plan-work.ts';

/** The phases of a plan: names and ends, in order. */
export function PhasesDialog({
  view,
  work,
  onClose,
}: {
  readonly view: PlanView;
  readonly work: PlanWork;
  readonly onClose: () => void;
}) {
  const t = useT();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [phases, setPhases] = useState<readonly PlanPhase[]>(() =>
    view.plan.phases.length > 0
      ? view.plan.phases
      : [1, 2].map((number) => ({ id: newId(), name: t('plan.phase-name', { number }), due: '' })),
  );
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const read = phases.map(({ id }, index) => ({
      id,
      name: formText(data, `name-${id}`) || t('plan.phase-name', { number: index + 1 }),
      due: readDay(formText(data, `due-${id}`)),
    }));
    const bad = new Set(read.filter(({ due }) => due === null).map(({ id }) => id));
    setWrong(bad);
    if (bad.size > 0) return;
    const next = read.map((phase) => ({ ...phase, due: phase.due ?? '' }));
    work.change(() => ({ phases: next }));
    onClose();
  };

  return (
    <Dialog
      title={t('plan.phases-title')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" type="submit" form={formId}>
            {t('plan.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p className="muted">{t('plan.phases-hint')}</p>
      <form id={formId} ref={form} noValidate onSubmit={submit} className="stack-1">
        {phases.map((phase, index) => (
          <fieldset key={phase.id} className="phase">
            <legend className="visually-hidden">{t('plan.phase-name', { number: index + 1 })}</legend>
            <Field label={t('plan.phase-label')}>
              {(control) => (
                <input
                  {...control}
                  name={`name-${phase.id}`}
                  type="text"
                  maxLength={200}
                  defaultValue={phase.name}
                  autoComplete="off"
                  spellCheck={false}
                />
              )}
            </Field>
            <DayField
              label={t('plan.phase-due')}
              name={`due-${phase.id}`}
              day={phase.due}
              error={wrong.has(phase.id) ? t('plan.day-wrong') : undefined}
            />
            <Button
              look="quiet"
              aria-label={t('plan.phase-remove', { name: phase.name })}
              onClick={() => setPhases(phases.filter((other) => other !== phase))}
            >
              <Icon of={Trash2} />
            </Button>
          </fieldset>
        ))}
        {phases.length < PLAN_LIMITS.phases && (
          <Button
            onClick={() =>
              setPhases([
                ...phases,
                { id: newId(), name: t('plan.phase-name', { number: phases.length + 1 }), due: '' },
              ])
            }
          >
            <Icon of={Plus} /> {t('plan.phase-add')}
          </Button>
        )}
      </form>
    </Dialog>
  );
}
