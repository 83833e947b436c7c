import type { ArticleId } from './articles/list.ts';

/** Which article belongs to a screen; the first pattern that fits decides. */
const PLACES: readonly (readonly [pattern: RegExp, article: ArticleId])[] = [
  [/^\/assessments\/[^/]+\/answer/, 'answering'],
  [/^\/assessments\/[^/]+\/check/, 'evidence'],
  [/^\/assessments\/[^/]+\/result/, 'result'],
  [/\/plan\b/, 'plan'],
  [/^\/ledger\b/, 'plan'],
  [/compare\b/, 'compare'],
  [/report|print|preview\b/, 'reports'],
  [/\/evidence\b/, 'evidence'],
  [/\/entry\b/, 'answering'],
  [/^\/collections?\b/, 'collecting'],
  [/^\/open\b/, 'reports'],
  [/^\/(library|questionnaires)\b/, 'questionnaires'],
  [/^\/class\b/, 'class-flow'],
  [/^\/(data|backup|settings\/data)\b/, 'backup'],
  [/^\/settings\/(output)\b/, 'reports'],
  [/^\/settings\/input\b/, 'answering'],
  [/^\/settings\b/, 'appraisal'],
  [/^\/about\b/, 'privacy'],
  [/^\/shortcuts\b/, 'answering'],
];

/** The article that F1 opens on the screen with this address. */
export function articleFor(place: string): ArticleId {
  return PLACES.find(([pattern]) => pattern.test(place))?.[1] ?? 'getting-started';
}
