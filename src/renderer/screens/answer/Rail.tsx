import { Check, Keyboard } from 'lucide-react';
import { memo, useId } from 'react';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useEveryChange } from './hooks.ts';
import { FILTERS, matches, progressOf, type Filter, type Outline, type OutlineGroup } from './outline.ts';

/**
 * Groups with how much of each is answered, and the questions that still want something. It is drawn anew when an
 * answer or the group changes, and not with every question.
 */
export const Rail = memo(function Rail({
  outline,
  topGroupId,
  innerGroupId,
  hrefOf,
  entryHref,
  onFilter,
}: {
  readonly outline: Outline;
  readonly topGroupId: string;
  /** The second-level group of the present question; null where the top group holds it directly. */
  readonly innerGroupId: string | null;
  readonly hrefOf: (itemId: string) => string;
  /** Leads to typing in a paper form; null where nothing can be changed. */
  readonly entryHref: string | null;
  readonly onFilter: (filter: Filter) => void;
}) {
  const t = useT();
  const session = useEveryChange();
  const id = useId();
  const recordOf = (itemId: string) => session.record(itemId);
  return (
    <>
      <p className="label" id={`${id}-groups`}>
        {t('answer.rail-groups')}
      </p>
      <ul aria-labelledby={`${id}-groups`}>
        {outline.groups.map((entry) => {
          const here = entry.group.id === topGroupId;
          return (
            <li key={entry.group.id}>
              <GroupLink entry={entry} here={here} hrefOf={hrefOf} />
              {here && entry.children.length > 1 && (
                <ul className="rail__inner">
                  {entry.children.map((child) => (
                    <li key={child.group.id}>
                      <GroupLink entry={child} here={child.group.id === innerGroupId} inner hrefOf={hrefOf} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <p className="label" id={`${id}-filters`}>
        {t('answer.rail-filters')}
      </p>
      <ul aria-labelledby={`${id}-filters`}>
        {FILTERS.map((filter) => {
          const count = outline.items.filter((entry) => matches(filter, entry, recordOf(entry.item.id))).length;
          return (
            <li key={filter}>
              <button type="button" className="rail__entry" aria-haspopup="dialog" onClick={() => onFilter(filter)}>
                <span>{t(`answer.filter.${filter}`)}</span>
                <span className="count">{count}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {entryHref !== null && (
        <p className="rail__foot">
          <a href={`#${entryHref}`} className="rail__entry">
            <Icon of={Keyboard} /> {t('entry.open')}
          </a>
        </p>
      )}
    </>
  );
});

/** Leads to the first unanswered question of the group, or to its first one. */
function GroupLink({
  entry,
  here,
  inner = false,
  hrefOf,
}: {
  readonly entry: OutlineGroup;
  readonly here: boolean;
  readonly inner?: boolean;
  readonly hrefOf: (itemId: string) => string;
}) {
  const t = useT();
  const say = useLocalized();
  const session = useEveryChange();
  const recordOf = (id: string) => session.record(id);
  const { settled, total } = progressOf(entry.items, recordOf);
  const open = entry.items.find((other) => matches('unanswered', other, recordOf(other.item.id))) ?? entry.items[0];
  const done = settled === total;
  return (
    <a
      href={`#${hrefOf(open?.item.id ?? '')}`}
      className={inner ? 'rail__entry rail__entry--inner' : 'rail__entry'}
      aria-current={here ? (inner ? 'true' : 'step') : undefined}
    >
      <span>
        {entry.group.code}. {say(entry.group.title)}
      </span>
      <span className="count">
        {done && <Icon of={Check} />}
        <span aria-hidden="true">{t('answer.count', { settled, total })}</span>
        <span className="visually-hidden">
          {done ? t('answer.count-done', { total }) : t('answer.count-spoken', { settled, total })}
        </span>
      </span>
    </a>
  );
}
