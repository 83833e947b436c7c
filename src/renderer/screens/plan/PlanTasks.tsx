import { ArrowDownWideNarrow, FileStack, Layers, Plus, Redo2, Undo2 } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { add, exact, ZERO } from '../../../domain/exact/exact.ts';
import type { PlanTask } from '../../../domain/plan/plan.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { newId } from '../../api/ids.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { dayTyped } from './DayField.tsx';
import { PhasesDialog } from './PhasesDialog.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskRow } from './TaskRow.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import { groupTasks, moveTask, sortByRule } from './plan-tasks.ts';
import type { PlanWork } from './plan-work.ts';

type Open = { readonly kind: 'task'; readonly task: PlanTask | null } | { readonly kind: 'templates' | 'phases' };

const COLUMNS = 10;

/** The tasks in their order, with everything that can be done to them. */
export function PlanTasks({
  view,
  questionnaire,
  work,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly work: PlanWork;
}) {
  const t = useT();
  const [open, setOpen] = useState<Open | null>(null);
  // Made when the dialog opens, so that trying again stores the same task.
  const [fresh, setFresh] = useState(newId);
  const { plan } = view;
  const close = (): void => setOpen(null);
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef<{ readonly id: string; readonly step: -1 | 1 } | null>(null);

  // A row that changes places takes its focus along, once: later changes leave the focus where it is.
  useEffect(() => {
    if (!moved.current) return;
    const { id, step } = moved.current;
    moved.current = null;
    const row = table.current?.querySelector(`[data-task="${id}"]`);
    row?.querySelector<HTMLElement>(step < 0 ? '[data-move="up"]' : '[data-move="down"]')?.focus();
  }, [plan.tasks]);

  const move = (task: PlanTask, step: -1 | 1): void => {
    moved.current = { id: task.id, step };
    const number = plan.tasks.indexOf(task) + 1 + step;
    work.change((now) => moveTask(now, task.id, step), t('plan.moved', { number }));
  };

  return (
    <section aria-labelledby="tasks" className="stack-1">
      <div className="row plan__bar">
        <h2 id="tasks">{t('plan.tasks')}</h2>
        <div className="row plan__acts">
          <Button
            look="quiet"
            aria-disabled={!work.canUndo || undefined}
            aria-label={t('plan.undo')}
            title={t('plan.undo')}
            aria-keyshortcuts="Control+Z"
            onClick={work.undo}
          >
            <Icon of={Undo2} />
          </Button>
          <Button
            look="quiet"
            aria-disabled={!work.canRedo || undefined}
            aria-label={t('plan.redo')}
            title={t('plan.redo')}
            aria-keyshortcuts="Control+Y"
            onClick={work.redo}
          >
            <Icon of={Redo2} />
          </Button>
          <Button onClick={() => setOpen({ kind: 'phases' })} aria-haspopup="dialog">
            <Icon of={Layers} /> {t('plan.phases')}
          </Button>
          <Button onClick={() => setOpen({ kind: 'templates' })} aria-haspopup="dialog">
            <Icon of={FileStack} /> {t('plan.templates')}
          </Button>
          <Button
            aria-haspopup="dialog"
            onClick={() => {
              setFresh(newId());
              setOpen({ kind: 'task', task: null });
            }}
          >
            <Icon of={Plus} /> {t('plan.add')}
          </Button>
        </div>
      </div>
      {plan.tasks.length === 0 ? (
        <p className="muted">{t('plan.empty')}</p>
      ) : (
        <>
          <div className="row plan__rule">
            <p className="small muted">
              <strong>{t('plan.rule')}</strong> {t('plan-word.rule')} ({t('plan-word.rule.source')})
            </p>
            <Button look="quiet" onClick={() => work.change(sortByRule, t('plan.sorted'))}>
              <Icon of={ArrowDownWideNarrow} /> {t('plan.sort')}
            </Button>
          </div>
          <div className="scroll">
            <table ref={table} className="tasks">
              <caption className="visually-hidden">{t('plan.tasks-caption', { count: plan.tasks.length })}</caption>
              <thead>
                <tr>
                  <th scope="col" className="num">
                    {t('plan.no')}
                  </th>
                  <th scope="col">{t('plan.task')}</th>
                  <th scope="col">{t('plan.items')}</th>
                  <th scope="col" className="num">
                    {t('plan.gain')}
                  </th>
                  <th scope="col">{t('plan.lead')}</th>
                  <th scope="col">{t('plan.cooperating')}</th>
                  <th scope="col">{t('plan.time')}</th>
                  <th scope="col" className="num">
                    {t('plan.budget')}
                  </th>
                  <th scope="col">{t('plan.status')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('plan.acts')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {groupTasks(plan).map(({ phaseId, tasks }) => (
                  <Fragment key={phaseId}>
                    {plan.phases.length > 0 && <PhaseRow view={view} questionnaire={questionnaire} phaseId={phaseId} />}
                    {tasks.map((task, index) => (
                      <TaskRow
                        key={task.id}
                        number={plan.tasks.indexOf(task) + 1}
                        task={task}
                        facts={view.tasks.find(({ id }) => id === task.id)}
                        decimals={questionnaire.scoring.decimals}
                        first={index === 0}
                        last={index === tasks.length - 1}
                        onOpen={() => setOpen({ kind: 'task', task })}
                        onMove={(step) => move(task, step)}
                        onStatus={(status) => work.change(() => ({ put: [{ ...task, status }] }))}
                        onRemove={() => work.change(() => ({ remove: [task.id] }), t('plan.removed'))}
                      />
                    ))}
                  </Fragment>
                ))}
              </tbody>
              <TotalRow view={view} questionnaire={questionnaire} />
            </table>
          </div>
        </>
      )}
      {open?.kind === 'task' && (
        <TaskDialog
          view={view}
          questionnaire={questionnaire}
          work={work}
          task={open.task}
          newTaskId={fresh}
          onClose={close}
        />
      )}
      {open?.kind === 'templates' && <TemplatesDialog view={view} work={work} onClose={close} />}
      {open?.kind === 'phases' && <PhasesDialog view={view} work={work} onClose={close} />}
    </section>
  );
}

function PhaseRow({
  view,
  questionnaire,
  phaseId,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly phaseId: string;
}) {
  const t = useT();
  const language = useLanguage();
  const phase = view.plan.phases.find(({ id }) => id === phaseId);
  const outlook = view.phases.find((entry) => entry.phaseId === phaseId);
  const value = outlook?.value ? formatNumber(exact(outlook.value), language, questionnaire.scoring.decimals) : '';
  return (
    <tr className="tasks__phase">
      <th scope="colgroup" colSpan={COLUMNS}>
        {phase ? (
          <>
            {phase.due === '' ? phase.name : t('plan.phase-until', { name: phase.name, day: dayTyped(phase.due) })}
            {outlook && (
              <span className="muted regular">
                {' · '}
                {outlook.level === null
                  ? t('plan.phase-value', { value })
                  : t('plan.phase-level', { level: outlook.level, value })}
              </span>
            )}
          </>
        ) : (
          t('plan.phase-none')
        )}
      </th>
    </tr>
  );
}

function TotalRow({ view, questionnaire }: { readonly view: PlanView; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const { tasks } = view.plan;
  const budget = tasks.reduce((sum, task) => (task.budget === '' ? sum : add(sum, exact(task.budget))), ZERO);
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row" colSpan={2}>
          {t('plan.total')}
        </th>
        <td className="num">+{formatNumber(exact(view.gain), language, questionnaire.scoring.decimals)}</td>
        <td colSpan={3} />
        <td className="num">{formatNumber(budget, language)}</td>
        <td colSpan={2} />
      </tr>
    </tfoot>
  );
}
