/** Units beside each other: ranking, groups, two rounds. */
import { compare, divide, exact, subtract, type Exact } from '../exact/exact.ts';
import { compareLowestFirst } from '../scoring/aggregate.ts';
import {
  aggregateUnits,
  columnsOf,
  percentsOf,
  totalOf,
  type Aggregate,
  type CountedUnit,
  type SeriesBreaks,
} from './aggregate.ts';
import { changesAt, PairCounts, type ChangeStatistics } from './changes.ts';
import { NO_FIGURE } from './figures.ts';
import { exactSum } from './spread.ts';
import type { Figure, Layout } from './types.ts';

export interface Ranked {
  readonly unit: CountedUnit;
  /** 1 for the highest; equal units share a rank and the next one is skipped (1, 2, 2, 4). */
  readonly rank: number;
  /** How many share it. */
  readonly tied: number;
}

/** Percents of the scored top groups, for questionnaires that compare the lowest first. */
function pillarPercents(unit: CountedUnit, layout: Layout): Exact[] {
  const figures = columnsOf(unit, 'nodes');
  return layout.nodes.flatMap(({ depth, scored }, place) => {
    const percent = depth === 1 && scored ? (figures[place]?.percent ?? null) : null;
    return percent ? [percent] : [];
  });
}

/**
 * Ranks units by the percent of their own maximum, highest first: maxima differ where items do not apply. Where the total
 * is the lowest group, equal totals are parted by the next lowest. Equal units stand in the order of their ids.
 * @returns only units that have a total
 */
export function rankUnits(units: readonly CountedUnit[], layout: Layout): Ranked[] {
  const having = units.flatMap((unit) => {
    const { percent } = totalOf(unit);
    return percent ? [{ unit, percent, pillars: layout.lowestFirst ? pillarPercents(unit, layout) : [] }] : [];
  });
  type Entry = (typeof having)[number];
  const order = (a: Entry, b: Entry): number =>
    compare(b.percent, a.percent) ||
    // Of two that agree as far as the shorter goes, the shorter has nothing else that is low.
    (layout.lowestFirst ? compareLowestFirst(b.pillars, a.pillars) || a.pillars.length - b.pillars.length : 0);
  having.sort((a, b) => order(a, b) || (a.unit.result.unitId < b.unit.result.unitId ? -1 : 1));
  const ranks: Ranked[] = [];
  for (let from = 0; from < having.length;) {
    let to = from + 1;
    while (to < having.length && order(having[from] as Entry, having[to] as Entry) === 0) to += 1;
    for (let place = from; place < to; place += 1)
      ranks.push({ unit: (having[place] as Entry).unit, rank: from + 1, tied: to - from });
    from = to;
  }
  return ranks;
}

/** What units can be grouped by. */
export type GroupBy = 'group' | 'kind' | 'province' | 'tag' | 'level';

export interface GroupAggregate {
  /** Empty: units without a group; for levels, without a level. */
  readonly key: string;
  readonly aggregate: Aggregate;
  /** Mean percent of the total in the group minus that of all other units; null where either has none. */
  readonly difference: Exact | null;
}

/** The groups that a unit belongs to; a unit with several tags is in each of them. */
export function groupKeys(unit: CountedUnit, by: GroupBy): readonly string[] {
  const { result } = unit;
  switch (by) {
    case 'group':
      return [result.group];
    case 'kind':
      return [result.kind];
    case 'province':
      return [result.province];
    case 'tag':
      return result.tags.length === 0 ? [''] : [...new Set(result.tags)];
    case 'level':
      return [String(totalOf(unit).level ?? '')];
  }
}

/** Sum and number of the percents of totals. */
function sumOf(units: readonly CountedUnit[]): { readonly sum: Exact; readonly n: number } {
  const counts = new Map<Figure, number>();
  for (const unit of units) {
    const figure = totalOf(unit);
    counts.set(figure, (counts.get(figure) ?? 0) + 1);
  }
  const percents = percentsOf(counts);
  return { sum: exactSum(percents), n: percents.reduce((all, { n }) => all + n, 0) };
}

/** Every group apart, in the order of their keys (code units; screens sort by name), units without one last. */
export function compareGroups(
  units: readonly CountedUnit[],
  breaks: SeriesBreaks,
  layout: Layout,
  by: GroupBy,
): GroupAggregate[] {
  const groups = new Map<string, CountedUnit[]>();
  for (const unit of units)
    for (const key of groupKeys(unit, by)) {
      const there = groups.get(key);
      if (there) there.push(unit);
      else groups.set(key, [unit]);
    }
  const order = (a: string, b: string): number => Number(a === '') - Number(b === '') || (a < b ? -1 : 1);
  const all = sumOf(units);
  return [...groups]
    .sort(([a], [b]) => order(a, b))
    .map(([key, members]) => {
      const own = sumOf(members);
      const others = all.n - own.n;
      return {
        key,
        aggregate: aggregateUnits(members, breaks, layout),
        difference:
          own.n === 0 || others === 0
            ? null
            : subtract(divide(own.sum, exact(own.n)), divide(subtract(all.sum, own.sum), exact(others))),
      };
    });
}

export interface RoundChange {
  /** Units with a result in both rounds. */
  readonly both: number;
  readonly onlyBefore: readonly string[];
  readonly onlyNow: readonly string[];
  readonly total: ChangeStatistics;
  /** As `Layout.nodes`. */
  readonly nodes: readonly ChangeStatistics[];
  /** How many units went from which level to which, in the total. */
  readonly levels: readonly { readonly from: number | null; readonly to: number | null; readonly n: number }[];
}

/**
 * Change since an earlier round, unit by unit: only units that are in both count, and only nodes whose figures mean the same
 * (both sides are selected against one layout, `selectUnits`).
 */
export function changeSince(before: readonly CountedUnit[], now: readonly CountedUnit[], layout: Layout): RoundChange {
  const former = new Map(before.map((unit) => [unit.result.unitId, unit]));
  const present = new Set(now.map(({ result }) => result.unitId));
  const pairs = now.flatMap((unit): (readonly [CountedUnit, CountedUnit])[] => {
    const then = former.get(unit.result.unitId);
    return then ? [[then, unit]] : [];
  });
  const levels = new Map<string, { from: number | null; to: number | null; n: number }>();
  const total = new PairCounts();
  for (const [then, unit] of pairs) {
    const [from, to] = [totalOf(then), totalOf(unit)];
    total.add(from, to);
    if (from === NO_FIGURE || to === NO_FIGURE) continue;
    const entry = levels.get(`${from.level}>${to.level}`) ?? { from: from.level, to: to.level, n: 0 };
    entry.n += 1;
    levels.set(`${from.level}>${to.level}`, entry);
  }
  return {
    both: pairs.length,
    onlyBefore: [...former.keys()].filter((id) => !present.has(id)).sort(),
    onlyNow: [...present].filter((id) => !former.has(id)).sort(),
    total: total.statistics(),
    nodes: changesAt(
      pairs.map(([then, unit]) => [columnsOf(then, 'nodes'), columnsOf(unit, 'nodes')] as const),
      layout.nodes.length,
      NO_FIGURE,
    ),
    levels: [...levels.values()].sort((a, b) => (a.from ?? -1) - (b.from ?? -1) || (a.to ?? -1) - (b.to ?? -1)),
  };
}
