import type { Answer } from '../../../../domain/assessment/answer.ts';
import type { AssessmentContext } from '../../../../domain/assessment/context.ts';
import { compare, exact, multiply, subtract, ZERO, type Exact } from '../../../../domain/exact/exact.ts';
import type { Item, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import type { EvidenceState } from '../../../../domain/scoring/result.ts';
import { scorerOf } from '../hooks.ts';

/** What an answer of one item counts by itself: points, or why there are none. */
export type ItemPoints =
  | { readonly kind: 'points'; readonly points: Exact; readonly max: Exact }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'not-applicable' };

/** @param evidence the state of the evidence where the points depend on it; null = as self-assessed */
export function itemPoints(
  { scoring }: Pick<Questionnaire, 'scoring'>,
  item: Item,
  context: AssessmentContext,
  answer: Answer,
  evidence: EvidenceState | null,
): ItemPoints {
  const scorer = scorerOf(item, context);
  const { max } = scorer;
  const counted = (points: Exact): ItemPoints => {
    const factor = evidence === null ? undefined : item.evidenceFactor?.[evidence];
    return { kind: 'points', points: factor === undefined ? points : multiply(points, exact(factor)), max };
  };
  const notApplicable = (): ItemPoints => {
    const effect = item.notApplicableAs ?? scoring.notApplicable;
    if (effect === 'zero') return { kind: 'points', points: ZERO, max };
    return effect === 'full' ? { kind: 'points', points: max, max } : { kind: 'not-applicable' };
  };
  switch (answer.state) {
    case 'answered': {
      const points = scorer.score(answer.value);
      if (points === 'unanswered') return { kind: 'unanswered' };
      return points === null ? notApplicable() : counted(points);
    }
    case 'none':
      return { kind: 'points', points: ZERO, max };
    case 'not-applicable':
      return notApplicable();
    case 'unanswered':
      return { kind: 'unanswered' };
  }
}

/** The points that an answer may lose for want of evidence; null where there are none to lose. */
export function lostWithoutEvidence(
  questionnaire: Pick<Questionnaire, 'scoring'>,
  item: Item,
  context: AssessmentContext,
  answer: Answer,
): Exact | null {
  const own = itemPoints(questionnaire, item, context, answer, null);
  const kept = item.evidenceFactor ? itemPoints(questionnaire, item, context, answer, 'none') : null;
  if (answer.state !== 'answered' || own.kind !== 'points') return null;
  const lost = kept?.kind === 'points' ? subtract(own.points, kept.points) : own.points;
  return compare(lost, ZERO) > 0 ? lost : null;
}
