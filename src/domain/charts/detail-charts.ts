/** From the figures of a result or a comparison to the charts behind the two first ones. */
import { compare, exact, HUNDRED, larger, subtract, toNumber, ZERO, type Exact } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { ItemState } from '../scoring/result.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import type { GapChart } from './gap.ts';
import type { HeatCell, HeatChart } from './heat.ts';
import { fitsRadar, type RadarChart } from './radar.ts';
import { isPillar, type PillarFigures, type Rounds, type Target } from './result-charts.ts';
import { measured, scaleOf, signed, targetOn } from './scale.ts';
import { SHADES, shadeOf } from './shade.ts';
import type { SlopeChart } from './slope.ts';
import { chartWords, groupWords, type ChartWords } from './wording.ts';

/** The same figures as the pillar chart on axes in a circle; null with too few or too many groups. */
export function radarOf(
  questionnaire: Questionnaire,
  figures: readonly PillarFigures[],
  rounds: Rounds,
  language: Language,
): RadarChart | null {
  const groups = figures.filter(isPillar);
  if (!fitsRadar(groups.length)) return null;
  const words = chartWords(language);
  const scale = scaleOf(questionnaire, groups);
  const number = (value: Exact | null): number | null => value && toNumber(value);
  const axes = groups.map((group) => ({
    label: group.title[language],
    now: number(measured(group, scale.measure)),
    previous: number(measured(group.previous, scale.measure)),
  }));
  const summary = groups.map((group) => {
    const now = measured(group, scale.measure);
    return `${group.title[language]}: ${now ? formatNumber(now, language, scale.decimals) : words('pillars.nothing')}`;
  });
  return {
    title: words('pillars.title', { count: groups.length, ...groupWords(questionnaire, language) }),
    summary: `${summary.join('; ')}.`,
    from: toNumber(scale.low),
    to: toNumber(scale.high),
    rings: scale.ticks
      .filter((tick) => compare(tick, scale.low) > 0)
      .map((tick) => ({ at: toNumber(tick), label: formatNumber(tick, language) })),
    legend: rounds,
    axes,
  };
}

/** What each group lacks to the beginning of the target level; null where levels cannot be read from the scores. */
export function gapOf(
  questionnaire: Questionnaire,
  figures: readonly PillarFigures[],
  target: Target | null,
  language: Language,
): GapChart | null {
  const groups = figures.filter(isPillar);
  const scale = scaleOf(questionnaire, groups);
  const goal = targetOn(scale, target);
  if (goal === null || target === null) return null;
  const words = chartWords(language);
  const rows = groups
    .flatMap((group) => {
      const now = measured(group, scale.measure);
      return now === null ? [] : [{ title: group.title[language], gap: larger(ZERO, subtract(goal, now)) }];
    })
    .sort((a, b) => compare(b.gap, a.gap))
    .map(({ title, gap }) => ({
      label: title,
      gap: toNumber(gap),
      text:
        gap.n === 0n
          ? words('gap.reached')
          : words('gap.missing', { gap: formatNumber(gap, language, scale.decimals, { fixed: true }) }),
    }));
  if (rows.length === 0) return null;
  return {
    title: words('gap.title', { year: target.year, level: target.level }),
    summary: `${rows.map((row) => words('gap.row', { title: row.label, gap: row.text })).join('; ')}.`,
    most: rows[0]?.gap ?? 0,
    rows,
  };
}

/** An item for the heat chart; exact numbers as canonical text. */
export interface HeatItem {
  readonly groupId: string;
  readonly code: string;
  readonly state: ItemState;
  readonly value: string | null;
  readonly percent: string | null;
}

/** The cell of one item: its points, or the sign for why it has none. */
export function heatCell(item: HeatItem, words: ChartWords, language: Language, decimals: number): HeatCell {
  if (item.state === 'unanswered') return { code: item.code, text: '—', shade: null, hatched: false };
  if (item.value === null || item.state === 'not-applicable' || item.state === 'excluded')
    return { code: item.code, text: words('heat.naCell'), shade: null, hatched: true };
  const share = item.percent === null ? ZERO : exact(item.percent);
  return {
    code: item.code,
    text: formatNumber(exact(item.value), language, Math.min(1, decimals)),
    shade: shadeOf(share),
    hatched: false,
  };
}

/** All scored items as shaded cells, one row for each group. */
export function heatOf(
  questionnaire: Questionnaire,
  groups: readonly { readonly id: string; readonly title: LocalizedText }[],
  items: readonly HeatItem[],
  language: Language,
): HeatChart {
  const words = chartWords(language);
  const { decimals } = questionnaire.scoring;
  const rows = groups
    .map(({ id, title }) => ({
      label: title[language],
      cells: items.filter(({ groupId }) => groupId === id).map((item) => heatCell(item, words, language, decimals)),
    }))
    .filter(({ cells }) => cells.length > 0);
  const all = rows.flatMap(({ cells }) => cells);
  const fifth = (shade: number): string =>
    formatPercent({ n: (HUNDRED.n * BigInt(shade)) / BigInt(SHADES), d: 1n }, language);
  const shades = [0, 1, 2, 3, 4, 5].map((shade) => ({
    text: shade === 0 ? words('heat.zero') : words('heat.upTo', { share: fifth(shade) }),
    cell: { text: '', shade, hatched: false },
  }));
  const naSign = all.some(({ hatched }) => hatched)
    ? [{ text: words('heat.na'), cell: { text: '', shade: null, hatched: true } }]
    : [];
  const openSign = all.some(({ hatched, shade }) => shade === null && !hatched)
    ? [{ text: words('heat.open'), cell: { text: '—', shade: null, hatched: false } }]
    : [];
  return {
    title: words('heat.title', { count: all.length }),
    summary: `${rows
      .map(({ label, cells }) =>
        words('heat.row', {
          title: label,
          cells: cells.map(({ code, text }) => words('heat.cell', { code, value: text })).join(', '),
        }),
      )
      .join('; ')}.`,
    rows,
    legend: [...shades, ...naSign, ...openSign],
  };
}

/** Figures of a group on two sides; exact text, percent of the maximum. */
export interface SlopeFigures {
  readonly title: LocalizedText;
  readonly before: { readonly percent: string | null } | null;
  readonly now: { readonly percent: string | null } | null;
  readonly change: string | null;
}

/** Groups of a comparison by percent of their maximum. @param joined may a line join the two sides? */
export function slopeOf(
  figures: readonly SlopeFigures[],
  heads: SlopeChart['heads'],
  joined: boolean,
  language: Language,
): SlopeChart {
  const words = chartWords(language);
  const value = (side: SlopeFigures['now']): Exact | null => (side?.percent ? exact(side.percent) : null);
  const print = (share: Exact | null): string =>
    share === null ? words('slope.nothing') : formatNumber(share, language, 1, { fixed: true });
  const rows = figures.flatMap((entry) => {
    const [before, now] = [value(entry.before), value(entry.now)];
    if (before === null && now === null) return [];
    return [
      {
        label: entry.title[language],
        before: before && toNumber(before),
        now: now && toNumber(now),
        beforeText: print(before),
        nowText: print(now),
        change: entry.change === null ? '' : signed(exact(entry.change), language, 1),
      },
    ];
  });
  return {
    title: words('slope.title', heads),
    summary: `${rows
      .map((row) =>
        words('slope.row', {
          title: row.label,
          before: row.beforeText,
          now: row.nowText,
          change: row.change === '' ? '' : words('slope.row.change', { change: row.change }),
        }),
      )
      .join('; ')}.`,
    heads,
    joined,
    rows,
  };
}
