import { ChevronDown, ChevronUp, CircleAlert, Clock, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { exact } from '../../../domain/exact/exact.ts';
import type { TaskFacts } from '../../../domain/plan/facts.ts';
import { TASK_STATUSES, type PlanTask, type TaskStatus } from '../../../domain/plan/plan.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { asksFor } from '../../app/shortcuts.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { dayTyped } from './DayField.tsx';

/** One task; its name opens it. Alt with an arrow key moves it from anywhere in the row. */
export function TaskRow({
  number,
  task,
  facts,
  decimals,
  first,
  last,
  onOpen,
  onMove,
  onStatus,
  onRemove,
}: {
  readonly number: number;
  readonly task: PlanTask;
  readonly facts: TaskFacts | undefined;
  readonly decimals: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly onOpen: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onStatus: (status: TaskStatus) => void;
  readonly onRemove: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!asksFor('plan', 'task-move', event.nativeEvent)) return;
    event.preventDefault();
    onMove(event.code === 'ArrowUp' ? -1 : 1);
  };
  return (
    <tr data-task={task.id} onKeyDown={onKeyDown}>
      <td className="num">{number}</td>
      <th scope="row">
        <button type="button" className="tasks__name" aria-haspopup="dialog" onClick={onOpen}>
          {task.text}
        </button>
        <Marks task={task} facts={facts} />
      </th>
      <td>{facts?.items.map((item) => item.code).join(', ')}</td>
      <td className="num">
        {facts && facts.items.length > 0 && `+${formatNumber(exact(facts.gain), language, decimals)}`}
      </td>
      <td>{task.lead}</td>
      <td>{task.cooperating}</td>
      <td>
        {task.time !== '' && <span className="tasks__line">{task.time}</span>}
        {daysText(task).map((day) => (
          <span key={day} className="tasks__line nowrap">
            {day}
          </span>
        ))}
      </td>
      <td className="num">{task.budget !== '' && formatNumber(exact(task.budget), language)}</td>
      <td>
        <select
          className="tasks__status"
          aria-label={t('plan.status-of', { number })}
          value={task.status}
          onChange={(event) => onStatus(event.currentTarget.value as TaskStatus)}
        >
          {TASK_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`plan-word.status.${status}`)}
            </option>
          ))}
        </select>
      </td>
      <td className="tasks__acts">
        <Button
          look="quiet"
          data-move="up"
          aria-disabled={first || undefined}
          aria-label={t('plan.move-up', { number })}
          onClick={() => !first && onMove(-1)}
        >
          <Icon of={ChevronUp} />
        </Button>
        <Button
          look="quiet"
          data-move="down"
          aria-disabled={last || undefined}
          aria-label={t('plan.move-down', { number })}
          onClick={() => !last && onMove(1)}
        >
          <Icon of={ChevronDown} />
        </Button>
        <Button look="quiet" aria-label={t('plan.remove', { number })} onClick={onRemove}>
          <Icon of={Trash2} />
        </Button>
      </td>
    </tr>
  );
}

/** Place in the order of work, and whether it is late. */
function Marks({ task, facts }: { readonly task: PlanTask; readonly facts: TaskFacts | undefined }) {
  const t = useT();
  if (!facts) return null;
  const { wave, lateness, daysLate } = facts;
  return (
    <span className="tasks__marks">
      <span className="small muted">
        {t('plan.wave', {
          wave: t(`plan-word.wave.${wave}`),
          priority: t(`plan-word.priority.${task.priority as 1 | 2 | 3}`).toLowerCase(),
          effort: t(`plan-word.effort.${task.effort as 1 | 2 | 3}`).toLowerCase(),
        })}
      </span>
      {lateness !== 'on-time' && (
        <Tag kind={lateness === 'late' ? 'error' : 'warn'} icon={lateness === 'late' ? CircleAlert : Clock}>
          {t(`plan-word.late.${lateness}`, { days: daysLate })}
        </Tag>
      )}
    </span>
  );
}

/** From when until when, one line for each day. */
function daysText({ start, due }: PlanTask): string[] {
  if (start !== '' && due !== '') return [`${dayTyped(start)} –`, dayTyped(due)];
  return [start, due].filter((day) => day !== '').map(dayTyped);
}
