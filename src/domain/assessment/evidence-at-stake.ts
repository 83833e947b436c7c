/** Answers whose questionnaire asks for a document and that cite none: what they may lose when they are appraised. */
import { add, compare, subtract, ZERO, type Exact } from '../exact/exact.ts';
import type { Item } from '../questionnaire/types.ts';
import { countedPoints } from '../scoring/item-score.ts';
import type { Prepared } from '../scoring/prepared.ts';
import type { Score } from '../scoring/result.ts';
import type { AnswerRecord } from './answer.ts';

export interface EvidenceAtStake {
  readonly item: Item;
  /** Points of the item that are in doubt; null where the answer takes no part in the score. */
  readonly points: Exact | null;
}

const WITHOUT = { evidence: new Map() };

/**
 * Answered items without a document, in reading order. With a factor for missing evidence the points in doubt are those
 * that the factor takes away; otherwise an appraiser may refuse all of them.
 * @param scored the self-assessed score of the same answers
 */
export function evidenceAtStake(
  prepared: Prepared,
  scored: Score,
  records: readonly AnswerRecord[],
): EvidenceAtStake[] {
  const byItem = new Map(records.map((record) => [record.itemId, record]));
  return [...prepared.items.values()].flatMap((node): EvidenceAtStake[] => {
    const record = byItem.get(node.id);
    if (node.item.evidence !== 'required' || record?.answer.state !== 'answered' || record.evidence.length > 0)
      return [];
    const own = scored.byId.get(node.id);
    if (own?.state === 'hidden') return [];
    const value = node.scored && own?.state === 'answered' ? own.value : null;
    if (value === null) return [{ item: node.item, points: null }];
    const points = node.scorer.score(record.answer.value);
    const kept =
      node.evidence === null || points === null || points === 'unanswered'
        ? ZERO
        : countedPoints(node, points, WITHOUT);
    const lost = subtract(value, kept);
    // A deduction that falls away is nothing to lose.
    return [{ item: node.item, points: compare(lost, ZERO) > 0 ? lost : ZERO }];
  });
}

/** The points in doubt together; null where nothing is. */
export function sumAtStake(entries: readonly EvidenceAtStake[]): Exact | null {
  const sum = entries.reduce((total, { points }) => (points === null ? total : add(total, points)), ZERO);
  return compare(sum, ZERO) === 0 ? null : sum;
}
