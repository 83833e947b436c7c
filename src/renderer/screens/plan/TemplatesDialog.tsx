import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import type { TaskTemplate } from '../../../domain/plan/template.ts';
import { foldText } from '../../../domain/text/normalize.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { keys } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading } from '../../ui/Page.tsx';
import { addTasks, taskOfTemplate, templateKey } from './plan-tasks.ts';
import type { PlanWork } from './plan-work.ts';

/** Templates never change while the program runs. */
export function useTemplates() {
  return useQuery({ queryKey: keys.templates, queryFn: () => call('templates.list', {}), staleTime: Infinity });
}

/** Tasks of issued documents to take over. */
export function TemplatesDialog({
  view,
  work,
  onClose,
}: {
  readonly view: PlanView;
  readonly work: PlanWork;
  readonly onClose: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const templates = useTemplates();
  const lists = (templates.data ?? []).filter((template) => template.kind === 'tasks');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [templateId, setTemplateId] = useState('');
  const template = lists.find(({ id }) => id === templateId) ?? lists[0];

  const take = (): void => {
    const added = lists.flatMap((list) =>
      list.groups
        .flatMap((group) => group.tasks)
        .filter((task) => chosen.has(templateKey(list, task)))
        .map((task) => taskOfTemplate(newId(), list, task, language)),
    );
    work.change((plan) => addTasks(plan, added), t('plan.added', { count: added.length }));
    onClose();
  };

  return (
    <Dialog
      title={t('plan.templates-title')}
      onClose={onClose}
      wide
      actions={
        <>
          <Button
            look="primary"
            aria-disabled={chosen.size === 0 || undefined}
            onClick={() => chosen.size > 0 && take()}
          >
            {t('plan.templates-take', { count: chosen.size })}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      {templates.error && <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.isPending && <Loading />}
      {template && (
        <>
          {lists.length > 1 && (
            <Field label={t('plan.template')}>
              {(control) => (
                <select {...control} value={template.id} onChange={(event) => setTemplateId(event.currentTarget.value)}>
                  {lists.map((list) => (
                    <option key={list.id} value={list.id}>
                      {say(list.title)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <div className="small muted stack-1">
            <p>
              <strong>{say(template.title)}</strong> · {template.source.number}, {say(template.source.place)}
            </p>
            <p>{say(template.note)}</p>
          </div>
          <TemplateTasks
            key={template.id}
            template={template}
            taken={new Set(view.plan.tasks.map((task) => task.source))}
            chosen={chosen}
            onChoose={setChosen}
          />
        </>
      )}
    </Dialog>
  );
}

function TemplateTasks({
  template,
  taken,
  chosen,
  onChoose,
}: {
  readonly template: TaskTemplate;
  readonly taken: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const searchId = useId();
  const [wanted, setWanted] = useState('');
  const fits = (text: string): boolean => foldText(text).includes(foldText(wanted));
  const toggle = (key: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    onChoose(next);
  };
  return (
    <div className="stack-1">
      <div className="field">
        <label htmlFor={searchId}>{t('plan.template-search')}</label>
        <input
          id={searchId}
          type="search"
          autoComplete="off"
          spellCheck={false}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      {template.groups.map((group) => {
        const tasks = group.tasks.filter((task) => fits(`${say(task.text)} ${task.lead ? say(task.lead) : ''}`));
        if (tasks.length === 0) return null;
        return (
          <details key={group.id} open>
            <summary>
              <Icon of={ChevronRight} /> {say(group.title)}
            </summary>
            <ul>
              {tasks.map((task) => {
                const key = templateKey(template, task);
                const there = taken.has(key);
                return (
                  <li key={task.id}>
                    <label className="pick">
                      <input
                        type="checkbox"
                        checked={there || chosen.has(key)}
                        disabled={there}
                        onChange={(event) => toggle(key, event.currentTarget.checked)}
                      />
                      <span>
                        {task.code && `${task.code}. `}
                        {say(task.text)}
                        <small>
                          {[task.lead, task.time]
                            .flatMap((part) => (part ? [say(part)] : []))
                            .concat(there ? [t('plan.template-taken')] : [])
                            .join(' · ')}
                        </small>
                      </span>
                    </label>
                  </li>
                );
              })}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
