import { ChevronRight, Plus } from 'lucide-react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { SuggestionFacts } from '../../../domain/plan/facts.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { newId } from '../../api/ids.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addTasks, taskOfSuggestion } from './plan-tasks.ts';
import type { PlanWork } from './plan-work.ts';

/** What could be done next, the way to the target first. */
export function Suggestions({
  view,
  questionnaire,
  work,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly work: PlanWork;
}) {
  const t = useT();
  const language = useLanguage();
  const needed = view.suggestions.filter((entry) => entry.needed);
  const others = view.suggestions.filter((entry) => !entry.needed);
  if (view.suggestions.length === 0) return null;
  const take = (entries: readonly SuggestionFacts[]): void =>
    work.change(
      (plan) =>
        addTasks(
          plan,
          entries.map((entry) => taskOfSuggestion(newId(), entry, language)),
        ),
      t('plan.added', { count: entries.length }),
    );
  const level = view.plan.target.level;
  // One suggestion for each criterion is enough to get there; measures of the same criterion are alternatives.
  const way = [...new Map([...needed].reverse().map((entry) => [entry.itemId, entry])).values()].reverse();
  return (
    <section aria-labelledby="suggestions" className="stack-1 plan__suggestions">
      <div className="row plan__bar">
        <h2 id="suggestions">
          {needed.length > 0 && level !== null ? t('plan.suggested-way', { level }) : t('plan.suggested')}
        </h2>
        {needed.length > 0 && (
          <Button look={view.plan.tasks.length === 0 ? 'primary' : 'plain'} onClick={() => take(way)}>
            <Icon of={Plus} /> {t('plan.add-all', { count: way.length })}
          </Button>
        )}
      </div>
      {needed.length > 0 && <List entries={needed} questionnaire={questionnaire} onTake={take} />}
      {needed.length === 0 && <List entries={others} questionnaire={questionnaire} onTake={take} />}
      {needed.length > 0 && others.length > 0 && (
        <details>
          <summary>
            <Icon of={ChevronRight} /> {t('plan.suggested-more', { count: others.length })}
          </summary>
          <List entries={others} questionnaire={questionnaire} onTake={take} />
        </details>
      )}
    </section>
  );
}

function List({
  entries,
  questionnaire,
  onTake,
}: {
  readonly entries: readonly SuggestionFacts[];
  readonly questionnaire: Questionnaire;
  readonly onTake: (entries: readonly SuggestionFacts[]) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const show = (value: string): string => formatNumber(exact(value), language, questionnaire.scoring.decimals);
  return (
    <ul className="suggestions">
      {entries.map((entry) => (
        <li key={entry.key}>
          <Button
            aria-label={t('plan.add-one', { code: entry.code, task: say(entry.text) })}
            onClick={() => onTake([entry])}
          >
            <Icon of={Plus} /> {t('plan.take')}
          </Button>
          <div>
            <p>{say(entry.text)}</p>
            <p className="small muted">
              <strong>{t('plan.suggested-gain', { code: entry.code, gain: show(entry.gain) })}</strong>
              {' · '}
              {say(entry.groupTitle)}
              {' · '}
              {t('plan.wave', {
                wave: t(`plan-word.wave.${entry.wave}`),
                priority: t(`plan-word.priority.${entry.priority as 1 | 2 | 3}`).toLowerCase(),
                effort: t(`plan-word.effort.${entry.effort as 1 | 2 | 3}`).toLowerCase(),
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
