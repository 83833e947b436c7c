/** Figures of the dashboard, ready to be printed and drawn. */
import type { CollectionOverview, LayoutView, UnitLine, Wire } from '../../../contract/views/collections.ts';
import type { Figured } from '../../../domain/collection/aggregate.ts';
import { levelBars, dotsOf, profilesOf } from '../../../domain/collection/charts.ts';
import { NO_FIGURE } from '../../../domain/collection/figures.ts';
import { collectionWords } from '../../../domain/collection/report/context.ts';
import type { Spread } from '../../../domain/collection/spread.ts';
import type { LevelBarsChart } from '../../../domain/charts/level-bars.ts';
import type { SmallMultiplesChart } from '../../../domain/charts/small-multiples.ts';
import type { SpreadRow, SpreadsChart } from '../../../domain/charts/spreads.ts';
import type { StackedDotsChart } from '../../../domain/charts/stacked-dots.ts';
import { exact, toNumber, type Exact } from '../../../domain/exact/exact.ts';
import type { Language, LocalizedText } from '../../../domain/text/localized.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';

const known = new Map<string, Exact>();
/** Thousands of units share few different figures. */
export function figure(text: string): Exact {
  const found = known.get(text) ?? exact(text);
  if (known.size > 20_000) known.clear();
  known.set(text, found);
  return found;
}

export const NONE = '–';

/** A share with one decimal; a dash where there is none. */
export const share = (text: string | null | undefined, language: Language): string =>
  text === null || text === undefined ? NONE : formatNumber(figure(text), language, 1, { fixed: true });

/** A difference with its sign, in percentage points. */
export function difference(text: string | null | undefined, language: Language): string {
  if (text === null || text === undefined) return NONE;
  const value = figure(text);
  const printed = formatNumber(value, language, 1, { fixed: true });
  return value.n > 0n ? `+${printed}` : printed.replace(/^-/, '−');
}

/** The total of all units, as the charts of the domain take it. */
function totalOf({ aggregate: { total } }: Pick<CollectionOverview, 'aggregate'>): Parameters<typeof levelBars>[0] {
  const { percent } = total;
  return {
    total: {
      ...total,
      percent: percent && {
        n: percent.n,
        mean: figure(percent.mean),
        min: figure(percent.min),
        q1: figure(percent.q1),
        median: figure(percent.median),
        q3: figure(percent.q3),
        max: figure(percent.max),
      },
    },
  };
}

/** Places of the top groups in the layout. */
export const topsOf = (layout: LayoutView): number[] =>
  layout.nodes.flatMap(({ depth }, place) => (depth === 1 ? [place] : []));

/** A line of a unit in the columns of the layout; groups below the top ones are not drawn and stay empty. */
function figured(line: UnitLine, tops: readonly number[], length: number): Figured {
  const percentOf = (text: string | null): Exact | null => (text === null ? null : figure(text));
  const of = (percent: string | null, level: number | null) => ({
    ...NO_FIGURE,
    value: percentOf(percent),
    percent: percentOf(percent),
    level,
  });
  const nodes = Array.from({ length }, () => NO_FIGURE);
  tops.forEach((place, index) => {
    const [percent, level] = line.pillars[index] ?? [null, null];
    nodes[place] = of(percent, level);
  });
  return { figures: { total: of(line.percent, line.level), nodes, items: [] }, map: null };
}

export const levelChart = (overview: CollectionOverview, language: Language): LevelBarsChart | null =>
  levelBars(totalOf(overview), overview.layout, collectionWords(language), language);

export function dotsChart(overview: CollectionOverview, language: Language): StackedDotsChart | null {
  const units = overview.units.map((line) => figured(line, [], 0));
  return dotsOf(units, totalOf(overview), collectionWords(language), language);
}

/** Units as small profiles, in the order that is given, under the names that may be shown. */
export function profilesChart(
  overview: CollectionOverview,
  lines: readonly { readonly line: UnitLine; readonly name: string }[],
  language: Language,
  groupWord: LocalizedText | null,
): SmallMultiplesChart {
  const { layout } = overview;
  const tops = topsOf(layout);
  const units = lines.map(({ line, name }) => ({ unit: figured(line, tops, layout.nodes.length), name }));
  return profilesOf(units, totalOf(overview), layout, collectionWords(language), language, groupWord);
}

/** A row of a chart of spreads. */
export function spreadRow(label: string, spread: Wire<Spread> | null, language: Language): SpreadRow {
  const at = (text: string): number => toNumber(figure(text));
  return {
    label,
    spread: spread && {
      min: at(spread.min),
      q1: at(spread.q1),
      median: at(spread.median),
      q3: at(spread.q3),
      max: at(spread.max),
    },
    text: share(spread?.median, language),
  };
}

export const PERCENT_TICKS: SpreadsChart['ticks'] = [0, 20, 40, 60, 80, 100].map((at) => ({ at, label: `${at}%` }));
