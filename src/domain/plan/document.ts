/** The annex of a plan as one localised model: every figure is formatted here, workbook and PDF only lay it out. */
import type { Language } from '../text/localized.ts';

/** A cell: text for both, and for the workbook the real number or day behind it. */
export interface PlanCell {
  readonly text: string;
  readonly number?: number;
  /** Digits after the decimal mark of `number`. */
  readonly decimals?: number;
  /** YYYY-MM-DD */
  readonly day?: string;
  readonly bold?: boolean;
}

export interface PlanColumn {
  readonly head: string;
  /** Share of the width. */
  readonly weight: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface PlanTable {
  /** Name of the sheet, at most 31 characters. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly PlanColumn[];
  /** A heading spans all columns. */
  readonly rows: readonly (
    { readonly kind: 'heading'; readonly text: string } | { readonly kind: 'row'; readonly cells: readonly PlanCell[] }
  )[];
  /** Said instead of rows; empty when there are some. */
  readonly empty: string;
  /** Below the table. */
  readonly notes: readonly string[];
}

export interface PlanDocument {
  readonly language: Language;
  /** Day of making, YYYY-MM-DD. */
  readonly issued: string;
  readonly program: string;
  readonly ordinal: string;
  readonly title: string;
  readonly below: string;
  /** "(Kèm theo Kế hoạch số ...)"; empty for firms. */
  readonly attached: string;
  readonly marks: readonly string[];
  readonly caption: string;
  /** What the plan leads to, above the first table. */
  readonly statements: readonly string[];
  readonly tables: readonly PlanTable[];
}
