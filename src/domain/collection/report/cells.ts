/** Cells of the tables: text and number from one exact figure. */
import { signed } from '../../charts/scale.ts';
import { exact, multiply, toDecimal, type Exact } from '../../exact/exact.ts';
import type { Language } from '../../text/localized.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Spread } from '../spread.ts';
import type { ReportCell, ReportColumn } from './model.ts';

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const text = (value: string, more: Partial<ReportCell> = {}): ReportCell => ({ text: value, ...more });

/** Digits of percentages in tables and sentences. */
export const PERCENT_DECIMALS = 1;

export interface CellMaker {
  readonly count: (value: number) => ReportCell;
  readonly figure: (value: Exact | null, decimals?: number, more?: Partial<ReportCell>) => ReportCell;
  /** A difference with its sign. */
  readonly change: (value: Exact | null) => ReportCell;
  /** Mean, median, quartiles, lowest and highest. */
  readonly spread: (spread: Spread | null) => ReportCell[];
  readonly percent: (value: Exact) => string;
}

export function cellMaker(language: Language, none: string): CellMaker {
  const figure: CellMaker['figure'] = (value, decimals = PERCENT_DECIMALS, more = {}) =>
    value === null
      ? { text: none, ...more }
      : {
          text: formatNumber(value, language, decimals, { fixed: true }),
          // The number behind it keeps more digits than are shown.
          number: Number(toDecimal(value, 9)),
          decimals,
          ...more,
        };
  return {
    figure,
    count: (value) => ({ text: formatNumber(exact(value), language, 0), number: value, decimals: 0 }),
    change: (value) =>
      value === null ? figure(value) : { ...figure(value), text: signed(value, language, PERCENT_DECIMALS) },
    spread: (spread) =>
      (['mean', 'median', 'q1', 'q3', 'min', 'max'] as const).map((key) => figure(spread && spread[key])),
    percent: (value) => formatNumber(value, language, PERCENT_DECIMALS, { fixed: true }),
  };
}

export const shareOfCount = (part: number, whole: number): Exact | null =>
  whole === 0 ? null : multiply({ n: BigInt(part), d: BigInt(whole) }, exact(100));

export const column = (head: string, width: number, align: ReportColumn['align'] = 'left'): ReportColumn => ({
  head,
  width,
  align,
});

export const numeric = (head: string, width = 12): ReportColumn => column(head, width, 'right');
