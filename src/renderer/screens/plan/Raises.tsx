import { Plus, Trash2 } from 'lucide-react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { PlanRaise } from '../../../domain/plan/plan.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { itemIndex } from '../../../domain/questionnaire/walk.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** The criteria that a task answers, and how far it raises each. */
export function Raises({
  view,
  questionnaire,
  raises,
  onChange,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly raises: readonly PlanRaise[];
  readonly onChange: (raises: readonly PlanRaise[]) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const items = itemIndex(questionnaire);
  const free = view.raisable.filter(({ itemId }) => !raises.some((raise) => raise.itemId === itemId));
  const points = (value: string): string => formatNumber(exact(value), language, questionnaire.scoring.decimals);
  const put = (itemId: string, to: string): void =>
    onChange(raises.map((raise) => (raise.itemId === itemId ? { itemId, to } : raise)));
  return (
    <fieldset className="stack-1 raises">
      <legend className="label">{t('plan.raises')}</legend>
      <p className="small muted">{t('plan.raises-hint')}</p>
      {raises.map(({ itemId, to }) => {
        const item = items.get(itemId);
        const raisable = view.raisable.find((entry) => entry.itemId === itemId);
        const title = item ? t('plan.item-named', { code: item.code, title: say(item.title) }) : itemId;
        return (
          <div key={itemId} className="raise">
            <span>{title}</span>
            {raisable ? (
              <select
                aria-label={t('plan.raise-to', { item: title })}
                value={to}
                onChange={(event) => put(itemId, event.currentTarget.value)}
              >
                {!raisable.options.some((option) => option.to === to) && (
                  <option value={to}>{t('plan.raise-points', pointsCount(points(to)))}</option>
                )}
                {raisable.options.map((option) => (
                  <option key={option.to} value={option.to}>
                    {t('plan.raise-option', { points: points(option.to), text: say(option.text) })}
                  </option>
                ))}
              </select>
            ) : (
              <span className="small muted">{t('plan.raise-reached')}</span>
            )}
            <Button
              look="quiet"
              aria-label={t('plan.raise-remove', { item: title })}
              onClick={() => onChange(raises.filter((raise) => raise.itemId !== itemId))}
            >
              <Icon of={Trash2} />
            </Button>
          </div>
        );
      })}
      {free.length > 0 && (
        <div className="row">
          <Icon of={Plus} />
          <select
            className="raises__add"
            aria-label={t('plan.raise-add')}
            value=""
            onChange={(event) => {
              const chosen = free.find(({ itemId }) => itemId === event.currentTarget.value);
              const [first] = chosen?.options ?? [];
              if (chosen && first) onChange([...raises, { itemId: chosen.itemId, to: first.to }]);
            }}
          >
            <option value="">{t('plan.raise-add')}</option>
            {free.map((entry) => (
              <option key={entry.itemId} value={entry.itemId}>
                {t('plan.item-named', { code: entry.code, title: say(entry.title) })}
              </option>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  );
}
