import { Ban, Bookmark, CircleDashed, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { foldText } from '../../../domain/text/normalize.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useSession } from './hooks.ts';
import { FILTERS, matches, type Filter, type Outline, type OutlineItem } from './outline.ts';

const ICONS = { unanswered: CircleDashed, flagged: Bookmark, evidence: TriangleAlert, 'not-applicable': Ban };
const KINDS = { unanswered: 'strong', flagged: 'strong', evidence: 'warn', 'not-applicable': 'plain' } as const;

/** Finds a question by number or words, with or without accents, or by what it still wants. */
export function JumpDialog({
  outline,
  current,
  filter: firstFilter,
  onGo,
  onClose,
}: {
  readonly outline: Outline;
  readonly current: OutlineItem;
  readonly filter: Filter | null;
  readonly onGo: (itemId: string) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const session = useSession();
  const listId = useId();
  const filterId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter | null>(firstFilter);

  const words = foldText(query).split(' ').filter(Boolean);
  const found = outline.items.filter(
    (entry) =>
      (filter === null || matches(filter, entry, session.record(entry.item.id))) &&
      words.every((word) =>
        /^[\d.]+$/.test(word) ? entry.item.code.startsWith(word) : entry.searchKey.includes(word),
      ),
  );
  const start =
    query === ''
      ? Math.max(
          0,
          found.findIndex(({ item }) => item.id === current.item.id),
        )
      : 0;
  const [chosen, setChosen] = useState(start);
  const active = found[Math.min(chosen, found.length - 1)];

  useEffect(() => {
    input.current?.focus();
  }, []);
  const activeId = active && `${listId}-${active.item.id}`;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const go = (entry: OutlineItem | undefined): void => {
    if (!entry) return;
    onClose();
    onGo(entry.item.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const at = Math.min(chosen, found.length - 1);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setChosen(Math.min(found.length - 1, Math.max(0, to)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(active);
    }
  };

  return (
    <Dialog title={t('answer.jump-title')} onClose={onClose} wide>
      <div className="jump__head">
        <div className="field jump__search">
          <label htmlFor={`${listId}-search`}>{t('answer.jump-search')}</label>
          <input
            ref={input}
            id={`${listId}-search`}
            type="search"
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={activeId}
            autoComplete="off"
            spellCheck={false}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className="field">
          <label htmlFor={filterId}>{t('answer.jump-filter')}</label>
          <select
            id={filterId}
            value={filter ?? ''}
            onChange={(event) => {
              setFilter(event.currentTarget.value === '' ? null : (event.currentTarget.value as Filter));
              setChosen(0);
            }}
          >
            <option value="">{t('answer.filter.all')}</option>
            {FILTERS.map((entry) => (
              <option key={entry} value={entry}>
                {t(`answer.filter.${entry}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="small muted" role="status">
        {found.length === 0 ? t('answer.jump-nothing') : t('answer.jump-found', { count: found.length })}
      </p>
      <ul className="jump" id={listId} role="listbox" aria-label={t('answer.jump-title')} tabIndex={-1} ref={list}>
        {found.map((entry) => {
          const { item } = entry;
          const record = session.record(item.id);
          return (
            <li
              key={item.id}
              id={`${listId}-${item.id}`}
              role="option"
              aria-selected={entry === active}
              className="jump__item"
              onClick={() => go(entry)}
            >
              <span className="jump__code muted">{item.code}</span>
              <span className="jump__title">{say(item.title)}</span>
              <span className="jump__tags">
                {FILTERS.filter((state) => matches(state, entry, record)).map((state) => (
                  <Tag key={state} kind={KINDS[state]} icon={ICONS[state]}>
                    {t(`answer.filter.${state}`)}
                  </Tag>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
