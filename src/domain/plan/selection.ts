/** The small sheet by which candidates become priority initiatives: points on a few criteria, added up and ranked. */
import type { Initiative } from './plan.ts';
import type { SelectionTemplate } from './template.ts';

export interface RankedInitiative {
  readonly id: string;
  /** Weighted points; null while a criterion has none. */
  readonly total: number | null;
  readonly most: number;
  /** 1 = first; equal totals share a place and the next one is left free (1, 1, 3). Null while incomplete. */
  readonly rank: number | null;
}

/** Totals and places of the candidates, in the order in which they were given. */
export function rankInitiatives(
  { criteria, scale }: Pick<SelectionTemplate, 'criteria' | 'scale'>,
  initiatives: readonly Initiative[],
): RankedInitiative[] {
  const most = criteria.reduce((sum, { weight }) => sum + weight * scale.highest, 0);
  const totals = initiatives.map(({ points }) => {
    const given = new Map(points.map(({ criterion, value }) => [criterion, value]));
    if (criteria.some(({ id }) => !given.has(id))) return null;
    return criteria.reduce((sum, { id, weight }) => sum + weight * (given.get(id) ?? 0), 0);
  });
  return initiatives.map(({ id }, index) => {
    const total = totals[index] ?? null;
    const better = totals.filter((other) => other !== null && total !== null && other > total).length;
    return { id, total, most, rank: total === null ? null : better + 1 };
  });
}
