/** Tasks of a plan as the screen handles them; pure. */
import { insertByRule, orderByRule } from '../../../domain/plan/order.ts';
import type { PlanChange } from '../../../domain/plan/change.ts';
import type { SuggestionFacts } from '../../../domain/plan/facts.ts';
import { emptyTask, type Plan, type PlanTask } from '../../../domain/plan/plan.ts';
import type { TaskTemplate, TemplateTask } from '../../../domain/plan/template.ts';
import type { Language } from '../../../domain/text/localized.ts';

export function taskOfSuggestion(id: string, suggestion: SuggestionFacts, language: Language): PlanTask {
  const { text, itemId, to, priority, effort, key } = suggestion;
  return { ...emptyTask(id), text: text[language], raises: [{ itemId, to }], priority, effort, source: key };
}

/** Names a task of a template, so that it is not offered twice. */
export const templateKey = (template: Pick<TaskTemplate, 'id'>, task: Pick<TemplateTask, 'id'>): string =>
  `template:${template.id}:${task.id}`;

export function taskOfTemplate(id: string, template: TaskTemplate, task: TemplateTask, language: Language): PlanTask {
  const said = (text: TemplateTask['text'] | undefined): string => text?.[language] ?? '';
  return {
    ...emptyTask(id),
    text: said(task.text),
    lead: said(task.lead),
    cooperating: said(task.cooperating),
    time: said(task.time),
    start: task.start ?? '',
    due: task.due ?? '',
    remark: [said(task.product), said(task.remark)].filter((part) => part !== '').join('. '),
    priority: task.priority,
    effort: task.effort,
    source: templateKey(template, task),
  };
}

/** Puts new tasks where the rule wants them. */
export function addTasks(plan: Plan, added: readonly PlanTask[]): PlanChange {
  return { put: added, order: insertByRule(plan.tasks, added) };
}

/** Sorts the whole plan by the rule; null when it is sorted already. */
export function sortByRule(plan: Plan): PlanChange | null {
  const order = orderByRule(plan.tasks).map(({ id }) => id);
  return order.every((id, index) => id === plan.tasks[index]?.id) ? null : { order };
}

/** Tasks as they are listed: by phase, those without one at the end. */
export function groupTasks(plan: Plan): { readonly phaseId: string; readonly tasks: readonly PlanTask[] }[] {
  const groups = [...plan.phases.map(({ id }) => id), ''].map((phaseId) => ({
    phaseId,
    tasks: plan.tasks.filter((task) => task.phase === phaseId),
  }));
  return plan.phases.length === 0 ? groups : groups.filter(({ phaseId, tasks }) => phaseId !== '' || tasks.length > 0);
}

/** Changes places with the neighbour in the same phase; null at the end. */
export function moveTask(plan: Plan, id: string, step: -1 | 1): PlanChange | null {
  const task = plan.tasks.find((entry) => entry.id === id);
  if (!task) return null;
  const group = plan.tasks.filter((entry) => entry.phase === task.phase);
  const other = group[group.indexOf(task) + step];
  if (!other) return null;
  const order = plan.tasks.map((entry) => (entry.id === id ? other.id : entry.id === other.id ? id : entry.id));
  return { order };
}
