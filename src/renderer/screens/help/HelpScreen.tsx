import { Link } from 'wouter';
import { useT } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ArticleText } from './ArticleText.tsx';
import { ARTICLES, isArticle, type Articles } from './articles/list.ts';
import { HelpSearch } from './HelpSearch.tsx';
import { useArticles } from './useArticles.ts';
import './help.css';

/** The help as a page: list and search beside the article of the address. */
export default function HelpScreen({ article: id }: { readonly article?: string }) {
  const t = useT();
  const { data: articles, error, refetch } = useArticles();
  const title = isArticle(id) && articles ? articles[id].title : null;
  return (
    <Page
      title={title === null ? [t('help.title')] : [title, t('help.title')]}
      context={{ name: t('common.tagline'), detail: t('help.title') }}
      className="help"
    >
      {articles ? (
        <>
          <HelpSearch
            articles={articles}
            current={isArticle(id) ? id : null}
            link={(other, name, isCurrent) => (
              <Link href={`/help/${other}`} aria-current={isCurrent ? 'page' : undefined}>
                {name}
              </Link>
            )}
          />
          <article className="help-body stack-2" key={id ?? ''}>
            <Body id={id} articles={articles} />
          </article>
        </>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Body({ id, articles }: { readonly id: string | undefined; readonly articles: Articles }) {
  const t = useT();
  if (isArticle(id)) {
    const article = articles[id];
    return (
      <>
        <div>
          <PageHeading>{article.title}</PageHeading>
          <p className="muted">{article.summary}</p>
        </div>
        <ArticleText article={article} level={2} />
        <p className="help-up">
          <LinkButton to="/help">{t('help.all')}</LinkButton>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeading>{t('help.title')}</PageHeading>
      <p>{t(id === undefined ? 'help.intro' : 'help.none')}</p>
      <ul className="help-cards">
        {ARTICLES.map((other) => (
          <li key={other}>
            <Link href={`/help/${other}`}>{articles[other].title}</Link>
            <p className="small muted">{articles[other].summary}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
