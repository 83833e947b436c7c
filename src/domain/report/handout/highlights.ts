/** The answers at both ends: what goes well and what lies lowest, for a page that fits on a wall. */
import type { ItemLine, ReportModel } from '../model.ts';

export interface Highlight {
  readonly code: string;
  readonly title: string;
  /** "4/5" */
  readonly points: string;
}

const MOST = 5;
/** A share of the maximum from which an answer counts as good, and below which it counts as low. */
const GOOD = 0.6;
const LOW = 0.5;

interface Ranked {
  readonly line: ItemLine;
  readonly share: number;
}

const shown = ({ line }: Ranked): Highlight => ({
  code: line.code,
  title: line.title,
  points: `${line.points?.text ?? ''}/${line.max?.text ?? ''}`,
});

/** Scored criteria with points, best first; equal ones keep the order of the questionnaire. */
export function highlights({ detail }: Pick<ReportModel, 'detail'>): {
  readonly strong: readonly Highlight[];
  readonly weak: readonly Highlight[];
} {
  const ranked = detail
    .flatMap((line): Ranked[] =>
      line.kind === 'item' && line.points && line.max && line.max.number > 0
        ? [{ line, share: line.points.number / line.max.number }]
        : [],
    )
    .sort((a, b) => b.share - a.share);
  const strong = ranked.filter(({ share }) => share >= GOOD).slice(0, MOST);
  const weak = [...ranked]
    .sort((a, b) => a.share - b.share)
    .filter(({ share }) => share < LOW)
    .slice(0, MOST);
  return { strong: strong.map(shown), weak: weak.map(shown) };
}
