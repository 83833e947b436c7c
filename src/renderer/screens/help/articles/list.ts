/** The help articles in the order of their list. */
export const ARTICLES = [
  'getting-started',
  'answering',
  'evidence',
  'not-applicable',
  'result',
  'plan',
  'compare',
  'reports',
  'questionnaires',
  'appraisal',
  'class-flow',
  'collecting',
  'backup',
  'privacy',
  'vietnamese',
  'troubleshooting',
] as const;
export type ArticleId = (typeof ARTICLES)[number];

/**
 * One article. `text` is plain text: blocks between empty lines, "## " headings, "- " and "1. " lists, "! " for what must
 * not be missed; inside a line **bold**, [[a key]] and [words](/address of a screen).
 */
export interface Article {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

export type Articles = Readonly<Record<ArticleId, Article>>;

export function isArticle(id: string | undefined): id is ArticleId {
  return ARTICLES.some((known) => known === id);
}
