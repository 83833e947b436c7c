/** The report of a collection as one localised model: every figure is formatted here, documents only lay it out. */
import type { LevelBarsChart } from '../../charts/level-bars.ts';
import type { StackedDotsChart } from '../../charts/stacked-dots.ts';
import type { Frame } from '../../report/model.ts';
import type { Labels } from '../../report/words/index.ts';
import type { Language } from '../../text/localized.ts';

/** A cell: text for paper, and for the workbook the real number behind it. */
export interface ReportCell {
  readonly text: string;
  readonly number?: number;
  /** Digits after the decimal mark of `number`. */
  readonly decimals?: number;
  readonly bold?: boolean;
  /** 0 to 5: tint of a heat table; the number is always printed. */
  readonly shade?: number;
}

export interface ReportColumn {
  readonly head: string;
  /** In column units of the workbook; on paper a share of the width. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Said instead of rows; empty when there are some. */
  readonly empty: string;
  readonly notes: readonly string[];
}

/** A sheet of the workbook and an annex on paper. */
export interface ReportSheet {
  readonly id: 'overview' | 'units' | 'items' | 'matrix' | 'quality';
  /** Name of the sheet, at most 31 characters. */
  readonly name: string;
  readonly title: string;
  readonly tables: readonly ReportTable[];
  /** Columns that stay in view at the left; only of sheets with one table. */
  readonly frozen: number;
}

export interface ReportParagraph {
  readonly kind: 'heading' | 'paragraph';
  readonly text: string;
}

export interface CollectionReport {
  readonly language: Language;
  /** Day of making, YYYY-MM-DD. */
  readonly issued: string;
  readonly program: string;
  readonly title: string;
  readonly subject: string;
  readonly caption: string;
  readonly marks: readonly string[];
  readonly labels: Labels;
  readonly frame: Frame;
  readonly body: readonly ReportParagraph[];
  readonly charts: { readonly levels: LevelBarsChart | null; readonly dots: StackedDotsChart | null };
  readonly sheets: readonly ReportSheet[];
}
