/**
 * What may be shown so that nobody can be picked out. A group needs five units, and where a group stands beside the whole
 * that contains it, the units between the two must be none or at least three; otherwise their figures could be worked out by
 * subtraction. Practice of employee surveys: five answers for a group, three for a difference.
 */
export const MINIMUM_GROUP = 5;
export const MINIMUM_DIFFERENCE = 3;

export interface Limits {
  /** Fewest units of a group that is shown. */
  readonly group: number;
  /** Fewest units between a group and the whole. */
  readonly difference: number;
}

export const DEFAULT_LIMITS: Limits = { group: MINIMUM_GROUP, difference: MINIMUM_DIFFERENCE };

/** May figures of so many units be shown? */
export const isLargeEnough = (n: number, limits: Limits = DEFAULT_LIMITS): boolean => n >= limits.group;

/** May a part be shown beside a whole that contains it (a filter beside all units)? */
export function mayStandBeside(part: number, whole: number, limits: Limits = DEFAULT_LIMITS): boolean {
  const rest = whole - part;
  return isLargeEnough(part, limits) && (rest === 0 || rest >= limits.difference);
}

/**
 * Which groups of a whole may be shown with it. Small groups are hidden; where what is hidden adds up to one or two units,
 * the smallest of the shown groups is hidden as well, so that subtraction leads nowhere. Equal sizes: the later key.
 * @param groups sizes by key; together they are the whole
 */
export function shownGroups(groups: ReadonlyMap<string, number>, limits: Limits = DEFAULT_LIMITS): ReadonlySet<string> {
  const shown = new Set([...groups].filter(([, n]) => isLargeEnough(n, limits)).map(([key]) => key));
  const hidden = (): number => [...groups].reduce((sum, [key, n]) => sum + (shown.has(key) ? 0 : n), 0);
  while (shown.size > 0 && hidden() > 0 && hidden() < limits.difference) {
    const [smallest] = [...shown].sort((a, b) => (groups.get(a) ?? 0) - (groups.get(b) ?? 0) || (a < b ? 1 : -1));
    shown.delete(smallest as string);
  }
  return shown;
}
