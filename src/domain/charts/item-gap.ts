/** What each item lacks, in points: to the share that the target level asks for, or else to its maximum. */
import { compare, divide, exact, larger, multiply, subtract, toNumber, ZERO, type Exact } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { ItemState } from '../scoring/result.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import type { GapChart } from './gap.ts';
import type { Target } from './result-charts.ts';
import { scaleOf, targetOn } from './scale.ts';
import { chartWords } from './wording.ts';

/** An item as the result tells it; exact numbers as canonical text. */
export interface GapItem {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly state: ItemState;
  readonly value: string | null;
  readonly max: string | null;
}

export interface ItemGap {
  readonly item: GapItem;
  readonly now: Exact;
  readonly goal: Exact;
  /** Above zero. */
  readonly missing: Exact;
}

export interface ItemGaps {
  /** The goal comes from the target level; otherwise it is the maximum. */
  readonly byTarget: boolean;
  /** The widest gap first, then the order of the questionnaire. */
  readonly rows: readonly ItemGap[];
}

/** So many bars are drawn; the table has them all. */
export const MOST_BARS = 12;

/**
 * The goal of an item is its maximum times the share of the scale at which the target level begins: where level 2 of 5
 * is wanted, two fifths. Unanswered counts as nothing reached; what does not apply is left out.
 */
export function itemGaps(
  questionnaire: Questionnaire,
  groups: readonly { readonly max: string | null }[],
  items: readonly GapItem[],
  target: Target | null,
): ItemGaps {
  const scale = scaleOf(questionnaire, groups);
  const begin = targetOn(scale, target);
  const share = begin === null || compare(scale.high, ZERO) <= 0 ? null : divide(begin, scale.high);
  const rows = items
    .flatMap((item): ItemGap[] => {
      if (item.max === null || item.state === 'not-applicable' || item.state === 'excluded') return [];
      const max = exact(item.max);
      const goal = share === null ? max : multiply(max, share);
      const now = item.value === null || item.state === 'unanswered' ? ZERO : exact(item.value);
      const missing = larger(ZERO, subtract(goal, now));
      return missing.n === 0n ? [] : [{ item, now, goal, missing }];
    })
    .sort((a, b) => compare(b.missing, a.missing));
  return { byTarget: share !== null, rows };
}

/** The widest gaps as bars. */
export function itemGapOf(
  { byTarget, rows }: ItemGaps,
  questionnaire: Questionnaire,
  target: Target | null,
  language: Language,
): GapChart {
  const words = chartWords(language);
  const { decimals } = questionnaire.scoring;
  const drawn = rows.slice(0, MOST_BARS).map(({ item, missing }) => ({
    label: `${item.code} ${item.title[language]}`,
    gap: toNumber(missing),
    text: words('gap.missing', { gap: formatNumber(missing, language, Math.max(1, decimals)) }),
  }));
  return {
    title:
      byTarget && target ? words('gap.title', { year: target.year, level: target.level }) : words('gap.title.maximum'),
    summary: `${drawn.map((row) => words('gap.row', { title: row.label, gap: row.text })).join('; ')}.`,
    most: drawn[0]?.gap ?? 0,
    rows: drawn,
  };
}
