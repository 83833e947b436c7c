/** From the figures of a result to the two charts that explain it, with all words printed in one language. */
import { compare, smaller, subtract, toNumber, type Exact } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import type { LadderChart } from './ladder.ts';
import type { PillarChart, PillarRow } from './pillars.ts';
import { measured, scaleOf, signed, targetOn, type Measure } from './scale.ts';
import { chartWords, groupWords } from './wording.ts';

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
  /** Where its own target would bring it; goes before the level that is aimed at. */
  readonly target?: { readonly value: string | null; readonly percent: string | null } | null;
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
    const own = measured(group.target ?? null, scale.measure);
    const aim = own ?? goal;
    const change = now && previous ? signed(subtract(now, previous), language, scale.decimals) : '—';
    return {
      label: group.title[language],
      now: now && toNumber(now),
      previous: previous && toNumber(previous),
      target: aim && toNumber(aim),
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
    title: words('pillars.title', { count: groups.length, ...groupWords(questionnaire, language) }),
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
      target: groups.some((group) => group.target)
        ? words('ownTarget')
        : goal === null || target === null
          ? null
          : words('target', { year: target.year }),
    },
    rows,
  };
}

/** What the numbers of the pillar chart are, for the line under its title. */
export function pillarUnit(questionnaire: Questionnaire, groups: readonly PillarFigures[], language: Language): string {
  const scale = scaleOf(questionnaire, groups);
  const words = chartWords(language);
  const { group } = groupWords(questionnaire, language);
  if (scale.measure === 'percent') return words('pillars.unit.percent', { group });
  return words('pillars.unit.value', {
    group,
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
  const named = groupWords(questionnaire, language);
  if (!first) return words('finding.none', named);
  const counted = groups.filter((group) => measured(group, measure) !== null).length;
  if (lowest.length === counted && counted > 1) return words('finding.level', named);
  if (lowest.length > 2) return words('finding.several', { count: lowest.length, ...named });
  if (second) return words('finding.two', { first: first.title[language], second: second.title[language] });
  const now = measured(first, measure);
  const previous = measured(first.previous, measure);
  const side = now && previous ? compare(now, previous) : 0;
  const key = side < 0 ? 'finding.lowestFell' : side > 0 ? 'finding.lowestRose' : 'finding.lowest';
  return words(key, { title: first.title[language] });
}
