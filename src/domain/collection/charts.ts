/** Figures of a collection as charts: the same on screen, on paper and for those who listen. */
import type { LevelBarsChart } from '../charts/level-bars.ts';
import { shadeOf } from '../charts/shade.ts';
import type { Profile, SmallMultiplesChart } from '../charts/small-multiples.ts';
import type { StackedDotsChart } from '../charts/stacked-dots.ts';
import { exact, percent, toNumber, type Exact } from '../exact/exact.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import { columnsOf, totalOf, type Aggregate, type Figured } from './aggregate.ts';
import type { CollectionWords } from './report/context.ts';
import type { Layout } from './types.ts';
import { shortUnitName } from './unit-name.ts';

const shown = (value: Exact, language: Language): string => formatNumber(value, language, 1, { fixed: true });

/** Shade of a level by its place among the levels. */
function levelShade(level: number | null, layout: Layout): number | null {
  if (level === null) return null;
  const place = layout.levels.findIndex((entry) => entry.level === level);
  return place < 0 ? null : shadeOf({ n: BigInt((place + 1) * 100), d: BigInt(layout.levels.length) });
}

/** How many units stand at each level; null where the questionnaire has no levels. */
export function levelBars(
  { total }: Pick<Aggregate, 'total'>,
  layout: Layout,
  words: CollectionWords,
  language: Language,
): LevelBarsChart | null {
  const n = total.levels.reduce((sum, entry) => sum + entry.n, 0);
  if (n === 0) return null;
  const names = new Map(layout.levels.map(({ level, name }) => [level, name[language]]));
  const bars = total.levels
    .filter((entry) => entry.level !== null || entry.n > 0)
    .map(({ level, n: own }) => ({
      label: level === null ? words('level.none') : `${level} – ${names.get(level) ?? ''}`,
      n: own,
      text: `${own} (${shown(percent(exact(own), exact(n)) ?? exact(0), language)}%)`,
      shade: levelShade(level, layout),
    }));
  return {
    title: words('chart.levels.title'),
    summary: bars.map(({ label, n: own }) => words('chart.levels.row', { level: label, n: own })).join('. '),
    bars: bars.reverse(),
  };
}

/** Every unit as a dot over the percent of its own maximum; null without any. */
export function dotsOf(
  units: readonly Figured[],
  { total }: Pick<Aggregate, 'total'>,
  words: CollectionWords,
  language: Language,
  own: { readonly at: Exact; readonly label: string } | null = null,
): StackedDotsChart | null {
  const spread = total.percent;
  if (!spread) return null;
  const text = (value: Exact): string => shown(value, language);
  return {
    title: words('chart.dots.title', { n: spread.n }),
    summary: words('chart.dots.summary', {
      min: text(spread.min),
      max: text(spread.max),
      median: text(spread.median),
      q1: text(spread.q1),
      q3: text(spread.q3),
    }),
    axis: {
      from: 0,
      to: 100,
      bin: 2,
      ticks: [0, 20, 40, 60, 80, 100].map((at) => ({ at, label: `${at}%` })),
    },
    values: units.flatMap((unit) => {
      const share = totalOf(unit).percent;
      return share ? [toNumber(share)] : [];
    }),
    median: { at: toNumber(spread.median), label: words('chart.dots.median', { median: text(spread.median) }) },
    legend: { one: words('chart.dots.each.one'), several: words('chart.dots.each.many', { each: '{each}' }) },
    own: own && { at: toNumber(own.at), label: own.label },
  };
}

/** Words that a summary for listeners may name one by one. */
const MOST_IN_SUMMARY = 20;

/**
 * Units as small profiles over the top groups.
 * @param units in the order in which they are drawn, with the names that may be shown
 */
export function profilesOf(
  units: readonly { readonly unit: Figured; readonly name: string }[],
  { total }: Pick<Aggregate, 'total'>,
  layout: Layout,
  words: CollectionWords,
  language: Language,
  groupWord: LocalizedText | null = null,
): SmallMultiplesChart {
  const tops = layout.nodes.flatMap(({ depth }, place) => (depth === 1 ? [place] : []));
  const profiles = units.map(({ unit, name }): Profile => {
    const { percent: share, level } = totalOf(unit);
    const figures = columnsOf(unit, 'nodes');
    return {
      label: shortUnitName(name),
      text: level !== null ? String(level) : share ? formatNumber(share, language, 0) : words('none'),
      bars: tops.map((place) => {
        const own = figures[place]?.percent;
        return own ? toNumber(own) : null;
      }),
      shade: level !== null ? levelShade(level, layout) : share ? shadeOf(share) : null,
    };
  });
  const rest = profiles.length - MOST_IN_SUMMARY;
  const median = total.percent?.median;
  return {
    title: words('chart.profiles.title', {
      n: profiles.length,
      group: (groupWord?.[language] ?? words('pillar')).toLowerCase(),
    }),
    summary: [
      ...profiles
        .slice(0, MOST_IN_SUMMARY)
        .map(({ label, text }) => words('chart.profiles.row', { name: label, text })),
      ...(rest > 0 ? [words('chart.profiles.more', { n: rest })] : []),
    ].join('; '),
    profiles,
    pillars: tops.map((place) => layout.nodes[place]?.title[language] ?? ''),
    mark: median
      ? { at: toNumber(median), label: words('chart.profiles.median', { median: shown(median, language) }) }
      : null,
  };
}
