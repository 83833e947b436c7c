/** What became of an exported workbook since it was written, and what an appraiser has filled in. No zod. */
import type { Answer } from '../../domain/assessment/answer.ts';

/** One cell that no longer holds what the program wrote into it. */
export interface CellChange {
  readonly sheet: string;
  /** "F12"; empty where a whole sheet was added, renamed or taken out. */
  readonly cell: string;
  /** As a person would read it; empty for an empty cell. */
  readonly before: string;
  readonly now: string;
}

export const SHEET_VERDICTS = [
  /** The sheets are, byte by byte, those that were written. */
  'unchanged',
  /** Another program saved the file; every cell holds the same value. */
  'saved-again',
  /** Only cells that are open to the appraiser were filled in. */
  'appraised',
  /** Other cells differ; they are listed. */
  'changed',
  /** The workbook was written without digests, or they are damaged. */
  'no-digests',
  /** The sheets could not be read. */
  'unreadable',
] as const;

/**
 * How the sheets that people see stand to the data part that the program reads. It says nothing about the data part
 * itself, whose own hash is checked first.
 */
export interface SheetVerdict {
  readonly kind: (typeof SHEET_VERDICTS)[number];
  /** Items for which the appraiser has filled in something. */
  readonly appraised: number;
  /** The first of the changed cells. */
  readonly changes: readonly CellChange[];
  /** All changed cells. */
  readonly changed: number;
}

/** Changed cells that a verdict lists; the rest is counted. */
export const MOST_CHANGES = 100;

/** Why an entry of the appraiser is not taken over as it is. */
export const APPRAISAL_PROBLEMS = [
  'points-text',
  'points-range',
  'points-unreachable',
  'points-several',
  'figures-needed',
  'figures-unfit',
  'points-differ',
  'formula',
  'item-unknown',
  'self-differs',
  'comment-long',
] as const;
export type AppraisalProblem = (typeof APPRAISAL_PROBLEMS)[number];

/** What the workbook says of one item. */
export interface AppraisalEntry {
  readonly itemId: string;
  readonly code: string;
  /** Points of the unit's own answer, exact text; null where it has none. */
  readonly self: string | null;
  /** Points as appraised, exact text; null where none were entered, or nothing can be made of them. */
  readonly appraised: string | null;
  /** The answer that they stand for; null: the unit's answer stands. */
  readonly answer: Answer | null;
  readonly comment: string;
  /** Differs from the appraisal that is stored here. */
  readonly isNew: boolean;
  readonly problem: {
    readonly code: AppraisalProblem;
    readonly sheet: string;
    readonly cell: string;
    /** What stands in the cell. */
    readonly text: string;
  } | null;
}

export interface AppraisalWorkbook {
  readonly verdict: SheetVerdict;
  /** In reading order; only items for which something was filled in. */
  readonly entries: readonly AppraisalEntry[];
}
