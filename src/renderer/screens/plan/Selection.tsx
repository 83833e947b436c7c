import { ListPlus, Plus, Trash2 } from 'lucide-react';
import { useRef, type FormEvent, type ReactNode } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { PLAN_LIMITS, TASK_LIMITS } from '../../../domain/plan/limits.ts';
import { emptyTask, type Initiative, type Plan } from '../../../domain/plan/plan.ts';
import { rankInitiatives } from '../../../domain/plan/selection.ts';
import type { SelectionTemplate } from '../../../domain/plan/template.ts';
import { newId } from '../../api/ids.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading } from '../../ui/Page.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { formText } from '../answer/form-text.ts';
import { addTasks } from './plan-tasks.ts';
import type { PlanWork } from './plan-work.ts';
import { useTemplates } from './TemplatesDialog.tsx';

/** Scores candidates on a few criteria and shows who comes first. */
export function Selection({ view, work }: { readonly view: PlanView; readonly work: PlanWork }) {
  const t = useT();
  const templates = useTemplates();
  const sheet = templates.data?.find((template) => template.kind === 'selection');
  if (templates.error) return <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />;
  if (templates.isPending) return <Loading />;
  if (!sheet) return <p className="muted">{t('plan.selection-none')}</p>;
  return <Sheet sheet={sheet} view={view} work={work} />;
}

function Sheet({
  sheet,
  view: { plan },
  work,
}: {
  readonly sheet: SelectionTemplate;
  readonly view: PlanView;
  readonly work: PlanWork;
}) {
  const t = useT();
  const say = useLocalized();
  const ranked = new Map(rankInitiatives(sheet, plan.initiatives).map((entry) => [entry.id, entry]));
  const added = new Set(plan.initiatives.map(({ text }) => text));
  const fromTasks = plan.tasks.filter(({ text }) => !added.has(text));
  const change = (make: (initiatives: readonly Initiative[]) => readonly Initiative[], said?: string): void =>
    work.change((now: Plan) => ({ initiatives: make(now.initiatives).slice(0, PLAN_LIMITS.initiatives) }), said);

  const score = (id: string, criterion: string, value: string): void =>
    change((list) =>
      list.map((entry) => {
        if (entry.id !== id) return entry;
        const others = entry.points.filter((point) => point.criterion !== criterion);
        return { ...entry, points: value === '' ? others : [...others, { criterion, value: Number(value) }] };
      }),
    );
  const values = Array.from(
    { length: sheet.scale.highest - sheet.scale.lowest + 1 },
    (_, index) => sheet.scale.lowest + index,
  );

  return (
    <section aria-labelledby="initiatives" className="stack-1">
      <h2 id="initiatives">{t('plan.part-initiatives')}</h2>
      <p className="muted">
        {t('plan.selection-hint', { lowest: sheet.scale.lowest, highest: sheet.scale.highest })}{' '}
        {t('plan.selection-source', { number: sheet.source.number, place: say(sheet.source.place) })}
      </p>
      <AddInitiative onAdd={(text) => change((list) => [...list, { id: newId(), text, points: [] }])}>
        {fromTasks.length > 0 && (
          <Button
            onClick={() =>
              change((list) => [...list, ...fromTasks.map(({ text }) => ({ id: newId(), text, points: [] }))])
            }
          >
            <Icon of={ListPlus} /> {t('plan.selection-from-tasks', { count: fromTasks.length })}
          </Button>
        )}
      </AddInitiative>
      {plan.initiatives.length > 0 && (
        <div className="scroll">
          <table className="mid selection">
            <caption className="visually-hidden">{t('plan.part-initiatives')}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {t('plan.rank')}
                </th>
                <th scope="col">{t('plan.initiative')}</th>
                {sheet.criteria.map((criterion) => (
                  <th key={criterion.id} scope="col">
                    {say(criterion.text)}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t('plan.selection-total')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('plan.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {plan.initiatives.map((entry, index) => {
                const place = ranked.get(entry.id);
                const number = index + 1;
                const inPlan = plan.tasks.some(({ text }) => text === entry.text);
                return (
                  <tr key={entry.id}>
                    <td className="num">{place?.rank ?? '–'}</td>
                    <th scope="row">
                      {entry.text} {place?.rank === 1 && <Tag kind="ok">{t('plan.selection-first')}</Tag>}
                    </th>
                    {sheet.criteria.map((criterion) => (
                      <td key={criterion.id}>
                        <select
                          aria-label={t('plan.selection-points', { number, criterion: say(criterion.text) })}
                          value={entry.points.find((point) => point.criterion === criterion.id)?.value ?? ''}
                          onChange={(event) => score(entry.id, criterion.id, event.currentTarget.value)}
                        >
                          <option value="">–</option>
                          {values.map((value) => (
                            <option key={value} value={value}>
                              {value}
                            </option>
                          ))}
                        </select>
                      </td>
                    ))}
                    <td className="num">{place?.total === null ? '–' : `${place?.total}/${place?.most}`}</td>
                    <td className="tasks__acts">
                      {!inPlan && (
                        <Button
                          look="quiet"
                          aria-label={t('plan.selection-to-plan', { number })}
                          title={t('plan.selection-to-plan', { number })}
                          onClick={() =>
                            work.change(
                              (now) => addTasks(now, [{ ...emptyTask(newId()), text: entry.text, priority: 3 }]),
                              t('plan.added', { count: 1 }),
                            )
                          }
                        >
                          <Icon of={ListPlus} />
                        </Button>
                      )}
                      <Button
                        look="quiet"
                        aria-label={t('plan.selection-remove', { number })}
                        onClick={() => change((list) => list.filter((other) => other.id !== entry.id))}
                      >
                        <Icon of={Trash2} />
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <details>
        <summary>{t('plan.selection-criteria')}</summary>
        <dl className="criteria">
          {sheet.criteria.map((criterion) => (
            <div key={criterion.id}>
              <dt>{say(criterion.text)}</dt>
              {criterion.hint && <dd className="muted">{say(criterion.hint)}</dd>}
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function AddInitiative({ onAdd, children }: { readonly onAdd: (text: string) => void; readonly children: ReactNode }) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.current) return;
    const text = formText(new FormData(form.current), 'text');
    if (text === '') return;
    onAdd(text);
    form.current.reset();
  };
  return (
    <form ref={form} className="row selection__add" onSubmit={submit}>
      <input
        name="text"
        type="text"
        aria-label={t('plan.initiative-new')}
        placeholder={t('plan.initiative-new')}
        maxLength={TASK_LIMITS.text}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit">
        <Icon of={Plus} /> {t('plan.initiative-add')}
      </Button>
      {children}
    </form>
  );
}
