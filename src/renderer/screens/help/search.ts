import { foldText } from '../../../domain/text/normalize.ts';
import { ARTICLES, type ArticleId, type Articles } from './articles/list.ts';
import { plainText } from './parse.ts';

export interface Found {
  readonly id: ArticleId;
  /** The words around the first match; null when the title or the summary matches. */
  readonly snippet: string | null;
}

const SNIPPET = { before: 40, length: 140 };

/** Text as it is searched in: letter by letter, so that a place in it is a place in the original. */
function foldInPlace(text: string): string {
  return [...text].map((letter) => foldText(letter).charAt(0) || ' ').join('');
}

/**
 * Articles that have every word of the query, with or without accents: first by the title, then by the summary, then by
 * the text; among equals in the order of the list. An empty query finds all.
 */
export function searchArticles(articles: Articles, query: string): Found[] {
  const words = foldText(query).split(' ').filter(Boolean);
  const ranked = ARTICLES.flatMap((id) => {
    const { title, summary, text } = articles[id];
    const head = foldText(title);
    const line = `${head} ${foldText(summary)}`;
    const body = plainText(text).normalize('NFC');
    const folded = foldInPlace(body);
    if (!words.every((word) => line.includes(word) || folded.includes(word))) return [];
    const rank = words.every((word) => head.includes(word)) ? 0 : words.every((word) => line.includes(word)) ? 1 : 2;
    return [{ id, rank, snippet: rank === 2 ? snippetOf(body, folded, words) : null }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ id, snippet }) => ({ id, snippet }));
}

/** The surroundings of the first word that is in the text, cut at spaces. */
function snippetOf(body: string, folded: string, words: readonly string[]): string {
  const letters = [...body];
  const at = Math.max(0, Math.min(...words.map((word) => folded.indexOf(word)).filter((index) => index >= 0)));
  const start = at <= SNIPPET.before ? 0 : folded.indexOf(' ', at - SNIPPET.before) + 1;
  const cut = folded.lastIndexOf(' ', start + SNIPPET.length);
  const end = start + SNIPPET.length >= letters.length ? letters.length : cut > start ? cut : start + SNIPPET.length;
  return `${start > 0 ? '… ' : ''}${letters.slice(start, end).join('')}${end < letters.length ? ' …' : ''}`;
}
