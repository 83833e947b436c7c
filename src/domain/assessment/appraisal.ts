/** What an appraiser finds beside the self-assessment, and the own target of an item. Neither changes an answer. */
import type { EvidenceState } from '../scoring/result.ts';
import type { Answer, AnswerRecord, Answers, AnswerValue } from './answer.ts';

/** What the appraiser says about the cited documents: not judged yet, accepted, not accepted. */
export const EVIDENCE_VERDICTS = ['offered', 'approved', 'rejected'] as const;
export type EvidenceVerdict = (typeof EVIDENCE_VERDICTS)[number];

export interface Appraisal {
  readonly itemId: string;
  /** Null: the unit's own answer stands and has not been confirmed. */
  readonly answer: Answer | null;
  /** Why it differs, or what was looked at. */
  readonly reason: string;
  readonly evidence: EvidenceVerdict;
}

/** A value that the unit wants to reach in an item, on the scale of its answers. */
export interface ItemTarget {
  readonly itemId: string;
  readonly value: AnswerValue;
}

/** An item that nobody has appraised. */
export function emptyAppraisal(itemId: string): Appraisal {
  return { itemId, answer: null, reason: '', evidence: 'offered' };
}

/** Does an appraisal say anything? A note alone does, though it leaves the score as it is. */
export function isAppraised({ answer, reason, evidence }: Appraisal): boolean {
  return answer !== null || reason !== '' || evidence !== 'offered';
}

/** The answers as appraised: the appraiser's where there are any, the unit's own everywhere else. */
export function appraisedAnswers(answers: Answers, appraisals: readonly Appraisal[]): Answers {
  const found = appraisals.flatMap(({ itemId, answer }) => (answer === null ? [] : [[itemId, answer] as const]));
  return new Map([...answers, ...found]);
}

/** The answers with every own target reached. */
export function targetAnswers(answers: Answers, targets: readonly ItemTarget[]): Answers {
  return new Map<string, Answer>([
    ...answers,
    ...targets.map(({ itemId, value }) => [itemId, { state: 'answered', value }] as const),
  ]);
}

/**
 * The state of the evidence for scoring an appraisal: cited documents are offered until they are judged; a verdict holds
 * also where nothing is cited (the appraiser has seen the document itself).
 */
export function evidenceStates(
  records: readonly AnswerRecord[],
  appraisals: readonly Appraisal[],
): ReadonlyMap<string, EvidenceState> {
  const states = new Map<string, EvidenceState>();
  for (const { itemId, evidence } of records) states.set(itemId, evidence.length > 0 ? 'offered' : 'none');
  for (const { itemId, evidence } of appraisals) if (evidence !== 'offered') states.set(itemId, evidence);
  return states;
}
