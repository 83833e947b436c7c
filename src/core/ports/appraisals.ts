import type { Mode } from '../../contract/views/settings.ts';
import type { Answer } from '../../domain/assessment/answer.ts';
import type { Appraisal, ItemTarget } from '../../domain/assessment/appraisal.ts';

/** Who did something: the name and the working mode that were set at that moment. */
export interface Author {
  readonly person: string;
  readonly mode: Mode;
}

export interface AppraisalRow extends Appraisal, Author {
  readonly seq: number;
  readonly at: string;
}

export interface TargetRow extends Omit<ItemTarget, 'value'> {
  readonly seq: number;
  /** Null: taken back. */
  readonly value: ItemTarget['value'] | null;
  readonly at: string;
}

export interface AnswerHistoryRow extends Author {
  readonly seq: number;
  readonly answer: Answer;
  readonly at: string;
}

/** What stands beside the answers of an assessment. */
export interface AppraisalStorage {
  list(assessmentId: string): AppraisalRow[];
  find(assessmentId: string, itemId: string): AppraisalRow | null;
  /** Stores the appraisal and adds a line to its history. */
  save(assessmentId: string, row: AppraisalRow): void;
  targets(assessmentId: string): TargetRow[];
  saveTarget(assessmentId: string, row: TargetRow): void;
  /** Everything that was answered for an item, the newest first; so many lines at most. */
  answerHistory(assessmentId: string, itemId: string, most: number): AnswerHistoryRow[];
  history(assessmentId: string, itemId: string, most: number): AppraisalRow[];
}
