import type { Answer } from '../assessment/answer.ts';
import { multiply, negate, ZERO, type Exact } from '../exact/exact.ts';
import type { Prepared, PreparedItem } from './prepared.ts';
import { NO_TALLY, type EvidenceState, type Facts, type ItemState, type NodeScore, type Tally } from './result.ts';

const TALLY: Readonly<Record<ItemState, Tally>> = {
  answered: { total: 1, answered: 1, none: 0, notApplicable: 0, unanswered: 0 },
  none: { total: 1, answered: 1, none: 1, notApplicable: 0, unanswered: 0 },
  'not-applicable': { total: 1, answered: 0, none: 0, notApplicable: 1, unanswered: 0 },
  excluded: { total: 1, answered: 0, none: 0, notApplicable: 1, unanswered: 0 },
  unanswered: { total: 1, answered: 0, none: 0, notApplicable: 0, unanswered: 1 },
  hidden: NO_TALLY,
};
const NO_CHILDREN: readonly NodeScore[] = [];

/** The score of one item; a value of null takes no part. */
export function itemNode(item: PreparedItem, state: ItemState, value: Exact | null): NodeScore {
  return {
    id: item.id,
    value,
    max: value === null ? null : item.role === 'deduction' ? ZERO : item.scorer.max,
    level: null,
    tally: item.ordinary ? TALLY[state] : NO_TALLY,
    children: NO_CHILDREN,
    state,
    insufficient: false,
  };
}

/** Without any facts evidence counts as offered; a map that does not name the item says that there is none. */
export function evidenceOf(item: PreparedItem, { evidence }: Facts): EvidenceState {
  return evidence === undefined ? 'offered' : (evidence.get(item.id) ?? 'none');
}

/**
 * The points as they count: multiplied by the factor of the evidence; those of a deduction are taken off, whichever
 * sign they are written with.
 */
export function countedPoints(item: PreparedItem, points: Exact, facts: Facts): Exact {
  const factored = item.evidence === null ? points : multiply(points, item.evidence[evidenceOf(item, facts)]);
  return item.role === 'deduction' && factored.n > 0n ? negate(factored) : factored;
}

function notApplicable(item: PreparedItem): NodeScore {
  const { notApplicable: effect } = item;
  if (effect === 'zero') return itemNode(item, 'not-applicable', ZERO);
  // A copy is filled in when its siblings are known.
  return itemNode(item, 'not-applicable', effect === 'full' ? item.scorer.max : null);
}

/** A follow-up that is not asked; its answer, if there is one, is kept and not looked at. */
export function scoreHidden(item: PreparedItem): NodeScore {
  return itemNode(item, 'hidden', item.hiddenCounts && item.role === null ? ZERO : null);
}

/**
 * Scores one item that is shown. What depends on its siblings (copies, means of the answered) is filled in later by
 * its group. Bonuses and deductions are worth something only when they are answered.
 */
export function scoreItem(prepared: Prepared, item: PreparedItem, answer: Answer, facts: Facts): NodeScore {
  switch (answer.state) {
    case 'answered': {
      const points = item.scorer.score(answer.value);
      if (points === 'unanswered') break;
      if (points === null) return item.excludes ? itemNode(item, 'excluded', null) : notApplicable(item);
      return itemNode(item, 'answered', countedPoints(item, points, facts));
    }
    case 'none':
      return itemNode(item, 'none', ZERO);
    case 'not-applicable':
      return notApplicable(item);
    case 'unanswered':
      break;
  }
  return itemNode(item, 'unanswered', prepared.unanswered === 'zero' && item.role === null ? ZERO : null);
}
