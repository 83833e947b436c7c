/** Appraised scores and own targets beside the self-assessment, and what was answered when. */
import type { Answer } from '../../domain/assessment/answer.ts';
import type { Appraisal, EvidenceVerdict, ItemTarget } from '../../domain/assessment/appraisal.ts';
import type { Mode } from './settings.ts';

export interface AppraisalView extends Appraisal {
  readonly seq: number;
  /** Name that was set when it was given; empty where none was. */
  readonly person: string;
  readonly mode: Mode;
  /** ISO instant. */
  readonly at: string;
}

/** `value` is null where a target was taken back; its number still counts. */
export interface TargetView extends Omit<ItemTarget, 'value'> {
  readonly seq: number;
  readonly value: ItemTarget['value'] | null;
}

/** As with answers: `seq` is the number that is stored now, greater than the one sent when a later change had arrived. */
export interface SavedBeside {
  readonly itemId: string;
  readonly seq: number;
  readonly savedAt: string;
}

export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly mode: Mode;
  readonly answer: Answer;
}

export interface AppraisalHistoryLine extends Omit<HistoryLine, 'answer'> {
  readonly answer: Answer | null;
  readonly reason: string;
  readonly evidence: EvidenceVerdict;
}

/** What was entered for one item, the newest first; saves that left the answer as it was are not listed. */
export interface ItemHistory {
  readonly answers: readonly HistoryLine[];
  readonly appraisals: readonly AppraisalHistoryLine[];
}

/** One figure of another score, beside the self-assessed one. Exact numbers as text. */
export interface BesideScore {
  readonly id: string;
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
  readonly level: number | null;
  /** Its value minus the self-assessed one; null where either has none. */
  readonly difference: string | null;
}

/** The same questionnaire scored with other answers: as appraised, or with the own targets reached. */
export interface RollUp {
  /** Items that have been appraised, or have a target. */
  readonly items: number;
  /** Scored items in all. */
  readonly total: number;
  readonly level: number | null;
  readonly root: BesideScore;
  /** The scored top groups. */
  readonly groups: readonly BesideScore[];
  /** Items with an appraisal or a target, and those that score otherwise than self-assessed. */
  readonly lines: readonly BesideScore[];
}
