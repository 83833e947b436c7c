import { useDeferredValue, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import type { ArticleId, Articles } from './articles/list.ts';
import { searchArticles } from './search.ts';

/**
 * The search field with what it finds; without a query the list of all articles.
 * @param props.link draws the way to an article: an address on the page, a button in the dialog
 */
export function HelpSearch({
  articles,
  current,
  link,
}: {
  readonly articles: Articles;
  readonly current: ArticleId | null;
  readonly link: (id: ArticleId, title: string, isCurrent: boolean) => ReactNode;
}) {
  const t = useT();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const found = searchArticles(articles, wanted);
  const searching = wanted.trim() !== '';
  return (
    <div className="help-search stack-2" data-searching={searching || undefined}>
      <Field label={t('help.search')} hint={t('help.search-hint')}>
        {(control) => (
          <input
            {...control}
            type="search"
            autoComplete="off"
            spellCheck={false}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        )}
      </Field>
      <p role="status" className={searching ? 'small muted' : 'visually-hidden'}>
        {searching && (found.length === 0 ? t('help.nothing') : t('help.found', { count: found.length }))}
      </p>
      <nav aria-label={t('help.articles')}>
        <ul className="help-list">
          {found.map(({ id, snippet }) => (
            <li key={id}>
              {link(id, articles[id].title, id === current)}
              {searching && <small>{snippet ?? articles[id].summary}</small>}
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
