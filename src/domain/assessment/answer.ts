import type { EvidenceFile } from './evidence-file.ts';

/** What was entered for one item, by kind of control. Numbers are exact decimal text, never binary fractions. */
export type AnswerValue =
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'ratio'; readonly a: string; readonly b: string }
  /** One option for each row of a matrix; rows that are missing are blank. */
  | { readonly kind: 'rows'; readonly rows: readonly { readonly row: string; readonly option: string }[] }
  /** The ticked columns of each row of a grid. */
  | { readonly kind: 'cells'; readonly cells: readonly { readonly row: string; readonly columns: readonly string[] }[] }
  /** YYYY-MM-DD */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The four states of an item. "none" is an answer ("none of these"), different from saying nothing.
 * An item without a record is unanswered.
 */
export type Answer =
  | { readonly state: 'answered'; readonly value: AnswerValue }
  | { readonly state: 'none' }
  | { readonly state: 'not-applicable'; readonly reason: string }
  | { readonly state: 'unanswered' };

export const UNANSWERED: Answer = { state: 'unanswered' };

/** Answers by item id. */
export type Answers = ReadonlyMap<string, Answer>;

/** An answer with everything that is kept beside it. */
export interface AnswerRecord {
  readonly itemId: string;
  readonly answer: Answer;
  readonly note: string;
  readonly explanation: string;
  readonly flagged: boolean;
  /** Ids of the assessment's evidence entries that prove this answer. */
  readonly evidence: readonly string[];
}

/** Answers by item id, as scoring wants them. */
export function answersOf(records: readonly AnswerRecord[]): Answers {
  return new Map(records.map((record) => [record.itemId, record.answer]));
}

/** A cited document; reused by any number of items of one assessment. */
export interface Evidence {
  readonly id: string;
  /** Kind of document, e.g. "Kế hoạch". */
  readonly type: string;
  /** Number and symbol, e.g. "18/KH-UBND". */
  readonly number: string;
  /** YYYY-MM-DD or empty. */
  readonly date: string;
  readonly issuer: string;
  readonly subject: string;
  readonly page: string;
  /** The document itself, where it was added. */
  readonly file?: EvidenceFile;
}

/** An answer record for an item that nobody has touched yet. */
export function emptyRecord(itemId: string): AnswerRecord {
  return { itemId, answer: UNANSWERED, note: '', explanation: '', flagged: false, evidence: [] };
}
