import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading } from '../../ui/Page.tsx';
import { ArticleText } from './ArticleText.tsx';
import type { ArticleId } from './articles/list.ts';
import { HelpSearch } from './HelpSearch.tsx';
import { articleFor } from './places.ts';
import { useArticles } from './useArticles.ts';
import './help.css';

/** F1: the article of the present screen, over the work, so that nothing typed has to be left. */
export default function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [place] = useLocation();
  const [start] = useState(place);
  const [id, setId] = useState<ArticleId | null>(() => articleFor(place));
  const { data: articles, error, refetch } = useArticles();
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = useRef(false);

  // A link of an article leads to another screen; the help gets out of its way.
  useEffect(() => {
    if (place !== start) onClose();
  }, [place, start, onClose]);
  useEffect(() => {
    if (chosen.current) heading.current?.focus();
  }, [id]);

  const article = id !== null && articles ? articles[id] : null;
  const choose = (next: ArticleId | null): void => {
    chosen.current = true;
    setId(next);
  };
  return (
    <Dialog
      title={t('help.title')}
      onClose={onClose}
      wide
      actions={
        <>
          <LinkButton to={id === null ? '/help' : `/help/${id}`}>{t('help.open-page')}</LinkButton>
          <LinkButton to="/shortcuts">{t('header.shortcuts')}</LinkButton>
        </>
      }
    >
      {article ? (
        <div className="stack-2">
          <Button look="quiet" className="help-all" onClick={() => choose(null)}>
            <Icon of={ChevronLeft} />
            {t('help.all')}
          </Button>
          <h3 ref={heading} tabIndex={-1} className="help-title">
            {article.title}
          </h3>
          <ArticleText article={article} level={4} />
        </div>
      ) : articles ? (
        <>
          <h3 ref={heading} tabIndex={-1} className="visually-hidden">
            {t('help.articles')}
          </h3>
          <HelpSearch
            articles={articles}
            current={null}
            link={(other, name) => (
              <button type="button" className="help-choice" onClick={() => choose(other)}>
                {name}
              </button>
            )}
          />
        </>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}
