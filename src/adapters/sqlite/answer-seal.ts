import { createHash } from 'node:crypto';

/** What of a stored answer its seal covers. */
export interface SealedAnswer {
  readonly assessmentId: string;
  readonly itemId: string;
  readonly seq: number;
  /** As JSON text. */
  readonly answer: string;
  readonly note: string;
  readonly explanation: string;
  readonly flagged: number;
}

/**
 * Lower-case hexadecimal SHA-256 over all fields of the row; each field is told from the next. Half characters are
 * taken as the database stores them.
 */
export function answerSealOf(row: SealedAnswer): string {
  const { assessmentId, itemId, seq, answer, note, explanation, flagged } = row;
  const texts = [assessmentId, itemId, answer, note, explanation].map((one) => one.toWellFormed());
  const text = JSON.stringify([...texts, seq, flagged]);
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
