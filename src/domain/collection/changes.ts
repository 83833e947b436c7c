/** Two figures of each unit side by side: of two rounds, or self-assessed and appraised. */
import { compare, subtract, ZERO } from '../exact/exact.ts';
import { spreadOf, type Spread } from './spread.ts';
import type { Figure } from './types.ts';

/** Differences in percent of the own maximum, over the units that have both figures. */
export interface ChangeStatistics {
  readonly n: number;
  /** Second minus first; null where no unit has both. */
  readonly change: Spread | null;
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

/** Counts equal pairs first, so that each different change is worked out once. */
export class PairCounts {
  readonly #counts = new Map<Figure, Map<Figure, number>>();

  add(first: Figure, second: Figure): void {
    const row = this.#counts.get(first);
    if (row) row.set(second, (row.get(second) ?? 0) + 1);
    else this.#counts.set(first, new Map([[second, 1]]));
  }

  statistics(): ChangeStatistics {
    const changes = [...this.#counts].flatMap(([first, row]) =>
      [...row].flatMap(([second, n]) =>
        first.percent && second.percent ? [{ value: subtract(second.percent, first.percent), n }] : [],
      ),
    );
    const having = (side: number): number =>
      changes.reduce((sum, { value, n }) => sum + (compare(value, ZERO) === side ? n : 0), 0);
    const [up, down, same] = [having(1), having(-1), having(0)];
    return { n: up + down + same, change: spreadOf(changes), up, down, same };
  }
}

/** Counts pairs place by place. */
export function changesAt(
  pairs: Iterable<readonly [first: readonly Figure[], second: readonly Figure[]]>,
  length: number,
  missing: Figure,
): ChangeStatistics[] {
  const places = Array.from({ length }, () => new PairCounts());
  for (const [first, second] of pairs)
    places.forEach((counts, place) => counts.add(first[place] ?? missing, second[place] ?? missing));
  return places.map((counts) => counts.statistics());
}
