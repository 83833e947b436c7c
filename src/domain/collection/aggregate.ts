/**
 * The picture of a whole collection. One pass over the units counts how many have each figure at each node; everything else
 * is worked out from these counts, exactly, so the order of the units decides nothing.
 */
import type { Period } from '../assessment/period.ts';
import { changesAt, PairCounts, type ChangeStatistics } from './changes.ts';
import { NO_FIGURE } from './figures.ts';
import type { ColumnMap } from './layout.ts';
import { spreadOf, type Counted, type Spread } from './spread.ts';
import {
  QUALITY_FLAGS,
  type Figure,
  type Layout,
  type QualityFlag,
  type UnitFigures,
  type UnitResult,
} from './types.ts';

/** Whose figures are counted. */
export type Basis = 'self' | 'appraised';

export interface LevelCount {
  /** Null: no level. */
  readonly level: number | null;
  readonly n: number;
}

/** One node over all units that have a figure there. */
export interface NodeStatistics {
  /** Percent of each unit's own maximum; null where no unit has any. */
  readonly percent: Spread | null;
  /** Units for which the node takes no part. */
  readonly without: number;
  /** Every level of the questionnaire in rising order, then none; empty where the node has no levels. */
  readonly levels: readonly LevelCount[];
}

/** Why results are not in the figures, or only in part. */
export interface SeriesBreaks {
  /** Not of the period of the collection; left out. */
  readonly otherPeriod: number;
  /** Samples beside real results; left out. */
  readonly samples: number;
  /** Of another questionnaire, or a version about which nothing is known; left out. */
  readonly otherQuestionnaire: number;
  /** Counted only where their figures mean the same, never in the total. */
  readonly otherVersions: readonly {
    readonly version: string;
    readonly n: number;
    /** Nodes that are comparable. */
    readonly nodes: number;
    readonly items: number;
  }[];
  /** Without an appraisal, when appraised figures are asked for; left out. */
  readonly notAppraised: number;
}

export interface Aggregate {
  readonly basis: Basis;
  /** Units counted, those of other versions included. */
  readonly n: number;
  readonly breaks: SeriesBreaks;
  readonly total: NodeStatistics;
  /** As `Layout.nodes`. */
  readonly nodes: readonly NodeStatistics[];
  /** From the self-assessed to the appraised figure, over the units that have both. */
  readonly appraised: { readonly total: ChangeStatistics; readonly nodes: readonly ChangeStatistics[] };
  readonly completeness: {
    readonly items: number;
    readonly answered: number;
    readonly notApplicable: number;
    readonly unanswered: number;
    /** Units in which nothing is unanswered. */
    readonly full: number;
  };
  readonly quality: readonly { readonly flag: QualityFlag; readonly n: number }[];
}

export interface AggregateOptions {
  readonly layout: Layout;
  readonly period: Period;
  readonly basis?: Basis;
  /** How other versions of the questionnaire map to the layout, by their hash. */
  readonly versions?: ReadonlyMap<string, ColumnMap>;
}

/** A unit in the columns of the layout. */
export interface CountedUnit {
  readonly result: UnitResult;
  readonly figures: UnitFigures;
  /** Null: the layout is its own. */
  readonly map: ColumnMap | null;
}

const samePeriod = (a: Period, b: Period): boolean => a.kind === b.kind && a.year === b.year && a.number === b.number;

/** Sorts out which units are counted, and how. */
export function selectUnits(
  results: readonly UnitResult[],
  { layout, period, basis = 'self', versions }: AggregateOptions,
): { readonly units: readonly CountedUnit[]; readonly breaks: SeriesBreaks } {
  const units: CountedUnit[] = [];
  const others = new Map<string, { version: string; n: number; map: ColumnMap }>();
  let [otherPeriod, samples, otherQuestionnaire, notAppraised] = [0, 0, 0, 0];
  const isMixed = results.some(({ sample }) => sample) && results.some(({ sample }) => !sample);
  const own = layout.questionnaire.hash;
  for (const result of results) {
    const figures = basis === 'self' ? result : result.appraised;
    const { hash, version, id } = result.questionnaire;
    const map = hash === own ? null : ((id === layout.questionnaire.id ? versions?.get(hash) : undefined) ?? 'unknown');
    if (!samePeriod(result.period, period)) otherPeriod += 1;
    else if (isMixed && result.sample) samples += 1;
    else if (map === 'unknown') otherQuestionnaire += 1;
    else if (figures === null) notAppraised += 1;
    else {
      units.push({ result, figures, map });
      if (map !== null) {
        const entry = others.get(hash) ?? { version, n: 0, map };
        entry.n += 1;
        others.set(hash, entry);
      }
    }
  }
  const kept = (places: readonly number[]): number => places.filter((place) => place >= 0).length;
  const otherVersions = [...others]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { version, n, map }]) => ({ version, n, nodes: kept(map.nodes), items: kept(map.items) }));
  return { units, breaks: { otherPeriod, samples, otherQuestionnaire, otherVersions, notAppraised } };
}

type Counts = Map<Figure, number>;

const count = (counts: Counts, figure: Figure): void => {
  counts.set(figure, (counts.get(figure) ?? 0) + 1);
};

/** What statistics and charts need of a unit. */
export type Figured = Pick<CountedUnit, 'figures' | 'map'>;

/** The total of a unit; figures of other versions are no totals of this one. */
export const totalOf = ({ figures, map }: Figured): Figure => (map === null || map.total ? figures.total : NO_FIGURE);

/** The figures of one kind in the order of the layout. */
export function columnsOf({ figures, map }: Figured, kind: 'nodes' | 'items'): readonly Figure[] {
  if (map === null) return figures[kind];
  return map[kind].map((place) => figures[kind][place] ?? NO_FIGURE);
}

/** How often each figure occurs at each place. */
export function countColumns(units: readonly CountedUnit[], kind: 'nodes' | 'items', length: number): Counts[] {
  const columns: Counts[] = Array.from({ length }, () => new Map<Figure, number>());
  for (const unit of units) {
    const figures = columnsOf(unit, kind);
    for (let place = 0; place < length; place += 1) count(columns[place] as Counts, figures[place] ?? NO_FIGURE);
  }
  return columns;
}

/** The percentages among counted figures. */
export const percentsOf = (counts: ReadonlyMap<Figure, number>): Counted[] =>
  [...counts].flatMap(([{ percent }, n]) => (percent === null ? [] : [{ value: percent, n }]));

function levelsOf(counts: Counts, layout: Layout): LevelCount[] {
  const byLevel = new Map<number, number>();
  let none = 0;
  for (const [{ level, value }, n] of counts)
    if (level !== null) byLevel.set(level, (byLevel.get(level) ?? 0) + n);
    else if (value !== null) none += n;
  if (byLevel.size === 0) return [];
  return [...layout.levels.map(({ level }) => ({ level, n: byLevel.get(level) ?? 0 })), { level: null, n: none }];
}

function statisticsOf(counts: Counts, n: number, layout: Layout): NodeStatistics {
  const percents = percentsOf(counts);
  const having = percents.reduce((sum, entry) => sum + entry.n, 0);
  return { percent: spreadOf(percents), without: n - having, levels: levelsOf(counts, layout) };
}

/** Self-assessed and appraised figures side by side, for units of the layout's own version. */
function appraisals(units: readonly CountedUnit[], layout: Layout): Aggregate['appraised'] {
  const both = units.flatMap(({ result, map }) =>
    map === null && result.appraised ? [{ self: result, appraised: result.appraised }] : [],
  );
  const total = new PairCounts();
  for (const { self, appraised } of both) total.add(self.total, appraised.total);
  return {
    total: total.statistics(),
    nodes: changesAt(
      both.map(({ self, appraised }) => [self.nodes, appraised.nodes] as const),
      layout.nodes.length,
      NO_FIGURE,
    ),
  };
}

/** Completeness and flags of the units. */
function qualityOf(units: readonly CountedUnit[]): Pick<Aggregate, 'completeness' | 'quality'> {
  const sums = { items: 0, answered: 0, notApplicable: 0, unanswered: 0, full: 0 };
  const flags = new Map<QualityFlag, number>();
  for (const { result } of units) {
    const { total, answered, notApplicable, unanswered } = result.completeness;
    sums.items += total;
    sums.answered += answered;
    sums.notApplicable += notApplicable;
    sums.unanswered += unanswered;
    if (unanswered === 0) sums.full += 1;
    for (const flag of result.quality) flags.set(flag, (flags.get(flag) ?? 0) + 1);
  }
  return { completeness: sums, quality: QUALITY_FLAGS.map((flag) => ({ flag, n: flags.get(flag) ?? 0 })) };
}

/** Aggregates units that were selected before. */
export function aggregateUnits(
  units: readonly CountedUnit[],
  breaks: SeriesBreaks,
  layout: Layout,
  basis: Basis = 'self',
): Aggregate {
  const total: Counts = new Map();
  for (const unit of units) count(total, totalOf(unit));
  return {
    basis,
    n: units.length,
    breaks,
    total: statisticsOf(total, units.length, layout),
    nodes: countColumns(units, 'nodes', layout.nodes.length).map((counts) =>
      statisticsOf(counts, units.length, layout),
    ),
    appraised: appraisals(units, layout),
    ...qualityOf(units),
  };
}

/**
 * Aggregates the results of a collection, each unit once.
 * @param results only those that count: duplicates, replaced and conflicting ones are already left out (`standings`)
 */
export function aggregate(results: readonly UnitResult[], options: AggregateOptions): Aggregate {
  const { units, breaks } = selectUnits(results, options);
  return aggregateUnits(units, breaks, options.layout, options.basis);
}
