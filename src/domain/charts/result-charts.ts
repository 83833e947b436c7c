/** From the figures of a result to the two charts that explain it, with all words printed in one language. */
import { compare, exact, larger, smaller, subtract, toNumber, ZERO, type Exact } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import type { LadderChart } from './ladder.ts';
import type { PillarChart, PillarRow } from './pillars.ts';
import { chartWords } from './wording.ts';

export interface Target {
  readonly year: number;
  readonly level: number;
}

/** Figures of a top group; exact numbers as canonical text, null = takes no part. */
export interface PillarFigures {
  readonly title: LocalizedText;
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
  readonly level: number | null;
  /** Scored items below the group, where that is known; a group without any is no pillar and is not drawn. */
  readonly total?: number;
  readonly previous: { readonly value: string | null; readonly percent: string | null } | null;
}

/** Periods as printed in legends: "Năm 2025". */
export interface Rounds {
  readonly now: string;
  readonly previous: string | null;
}

/** The staircase of the questionnaire's levels. `figure` is printed above the present step ("271 điểm"); may be empty. */
export function ladderOf(
  levels: Questionnaire['levels'],
  level: number | null,
  target: Target | null,
  figure: string,
  language: Language,
): LadderChart {
  const words = chartWords(language);
  const sorted = [...levels].sort((a, b) => a.value - b.value);
  const nameOf = (value: number): string => sorted.find((entry) => entry.value === value)?.name[language] ?? '';
  const sentences = [
    level === null ? words('ladder.none') : words('ladder.current', { level, name: nameOf(level) }),
    ...(target ? [words('ladder.target', { year: target.year, level: target.level, name: nameOf(target.level) })] : []),
  ];
  return {
    title: words('ladder.title', { low: sorted[0]?.value ?? 0, high: sorted.at(-1)?.value ?? 0 }),
    summary: sentences.join(' '),
    steps: sorted.map((entry) => ({ level: entry.value, name: entry.name[language], note: '' })),
    current: level,
    currentLabel: figure,
    target: target && { level: target.level, label: words('target', { year: target.year }) },
  };
}

/** Groups that are only asked for information take no part in the result. */
export const isPillar = (figures: Pick<PillarFigures, 'total'>): boolean => figures.total !== 0;

type Measure = 'percent' | 'value';

interface Scale {
  readonly measure: Measure;
  readonly low: Exact;
  readonly high: Exact;
  readonly ticks: readonly Exact[];
  /** Band of each level, when levels are bands of this measure. */
  readonly bands: readonly { readonly from: Exact; readonly to: Exact; readonly level: number }[];
  readonly decimals: number;
}

/**
 * The axis of the pillar chart. Levels that are bands of the score give the grid. Where levels come from gates, the
 * score itself is drawn on the scale of the levels, and otherwise the percentage of the maximum.
 */
function scaleOf(questionnaire: Questionnaire, groups: readonly PillarFigures[]): Scale {
  const { groupLevel, decimals } = questionnaire.scoring;
  const maxima = groups.flatMap((group) => (group.max === null ? [] : [exact(group.max)]));
  const hundred = exact(100);
  if (groupLevel.kind === 'bands') {
    const { table, on } = groupLevel;
    const low = exact(table.from);
    const last = table.bands.at(-1)?.to;
    const high = on === 'percent' ? hundred : last ? exact(last) : maxima.reduce(larger, low);
    const bands = table.bands.map((band, index) => ({
      from: index === 0 ? low : exact(table.bands[index - 1]?.to ?? table.from),
      to: band.to === null ? high : exact(band.to),
      level: band.value,
    }));
    const ticks = [low, ...bands.map((band) => band.to)];
    return { measure: on, low, high, ticks, bands, decimals: on === 'percent' ? 1 : decimals };
  }
  const levels = questionnaire.levels.map((level) => exact(level.value));
  const top = levels.reduce(larger, ZERO);
  if (maxima.length > 0 && maxima.every((max) => compare(max, top) === 0)) {
    const low = levels.reduce(smaller, top);
    return { measure: 'value', low, high: top, ticks: levels, bands: [], decimals };
  }
  const ticks = [0, 20, 40, 60, 80, 100].map((tick) => exact(tick));
  return { measure: 'percent', low: ZERO, high: hundred, ticks, bands: [], decimals: 1 };
}

/** Where the target level begins on the axis; null when levels cannot be read from it. */
function targetOn(scale: Scale, target: Target | null): Exact | null {
  if (target === null) return null;
  if (scale.bands.length > 0) return scale.bands.find((band) => band.level >= target.level)?.from ?? null;
  return scale.measure === 'value' ? exact(target.level) : null;
}

function signed(change: Exact, language: Language, decimals: number): string {
  const size = formatNumber(change.n < 0n ? { n: -change.n, d: change.d } : change, language, decimals, {
    fixed: true,
  });
  // A change that is rounded away must not be printed as "+0,0".
  if (/^[0.,]*$/.test(size)) return `±${size}`;
  return change.n < 0n ? `−${size}` : `+${size}`;
}

const measured = (figures: { value: string | null; percent: string | null } | null, measure: Measure): Exact | null => {
  const text = figures?.[measure] ?? null;
  return text === null ? null : exact(text);
};

/** More rows than this in bold would stress nothing. */
const MOST_STRONG = 3;

/** One dot-and-line row per top group, in the order of the questionnaire. */
export function pillarsOf(
  questionnaire: Questionnaire,
  figures: readonly PillarFigures[],
  target: Target | null,
  rounds: Rounds,
  language: Language,
): PillarChart {
  const groups = figures.filter(isPillar);
  const words = chartWords(language);
  const scale = scaleOf(questionnaire, groups);
  const goal = targetOn(scale, target);
  const print = (value: Exact | null): string =>
    value === null ? '—' : formatNumber(value, language, scale.decimals, { fixed: true });
  const lowest = lowestOf(groups, scale.measure);
  const counted = groups.filter((group) => measured(group, scale.measure) !== null).length;
  const rows = groups.map((group): PillarRow => {
    const now = measured(group, scale.measure);
    const previous = measured(group.previous, scale.measure);
    const change = now && previous ? signed(subtract(now, previous), language, scale.decimals) : '—';
    return {
      label: group.title[language],
      now: now && toNumber(now),
      previous: previous && toNumber(previous),
      target: goal && toNumber(goal),
      cells: [
        print(now),
        ...(rounds.previous === null ? [] : [change]),
        group.level === null ? '—' : String(group.level),
      ],
      strong: lowest.length < counted && lowest.length <= MOST_STRONG && lowest.includes(group),
    };
  });
  const summary = groups.map((group) => {
    const now = measured(group, scale.measure);
    const previous = measured(group.previous, scale.measure);
    return words('pillars.row', {
      title: group.title[language],
      now: now === null ? words('pillars.nothing') : print(now),
      level: group.level === null ? '' : words('pillars.row.level', { level: group.level }),
      previous: previous === null ? '' : words('pillars.row.previous', { previous: print(previous) }),
    });
  });
  return {
    title: words('pillars.title', { count: groups.length }),
    summary: `${summary.join('; ')}.`,
    axis: {
      from: toNumber(scale.low),
      to: toNumber(scale.high),
      ticks: scale.ticks.map((tick) => ({ at: toNumber(tick), label: formatNumber(tick, language) })),
      zones: scale.bands.map((band) => ({
        from: toNumber(band.from),
        to: toNumber(band.to),
        label: words('level', { level: band.level }),
        short: String(band.level),
      })),
    },
    columns: [
      rounds.now,
      ...(rounds.previous === null ? [] : [words('pillars.changeHead')]),
      words('pillars.levelHead'),
    ],
    legend: {
      now: rounds.now,
      previous: rounds.previous,
      target: goal === null || target === null ? null : words('target', { year: target.year }),
    },
    rows,
  };
}

/** What the numbers of the pillar chart are, for the line under its title. */
export function pillarUnit(questionnaire: Questionnaire, groups: readonly PillarFigures[], language: Language): string {
  const scale = scaleOf(questionnaire, groups);
  const words = chartWords(language);
  if (scale.measure === 'percent') return words('pillars.unit.percent');
  return words('pillars.unit.value', {
    low: formatNumber(scale.low, language),
    high: formatNumber(scale.high, language),
  });
}

function lowestOf(groups: readonly PillarFigures[], measure: Measure): readonly PillarFigures[] {
  const values = groups.flatMap((group) => measured(group, measure) ?? []);
  if (values.length === 0) return [];
  const least = values.reduce(smaller);
  return groups.filter((group) => {
    const value = measured(group, measure);
    return value !== null && compare(value, least) === 0;
  });
}

/** The title of the pillar chart: what it shows, in one sentence. */
export function pillarFinding(
  questionnaire: Questionnaire,
  groups: readonly PillarFigures[],
  language: Language,
): string {
  const words = chartWords(language);
  const { measure } = scaleOf(questionnaire, groups);
  const lowest = lowestOf(groups, measure);
  const [first, second] = lowest;
  if (!first) return words('finding.none');
  const counted = groups.filter((group) => measured(group, measure) !== null).length;
  if (lowest.length === counted && counted > 1) return words('finding.level');
  if (lowest.length > 2) return words('finding.several', { count: lowest.length });
  if (second) return words('finding.two', { first: first.title[language], second: second.title[language] });
  const now = measured(first, measure);
  const previous = measured(first.previous, measure);
  const side = now && previous ? compare(now, previous) : 0;
  const key = side < 0 ? 'finding.lowestFell' : side > 0 ? 'finding.lowestRose' : 'finding.lowest';
  return words(key, { title: first.title[language] });
}
