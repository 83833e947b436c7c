import { UNANSWERED, type Answer, type Answers } from '../assessment/answer.ts';
import { add, compare, divide, multiply, ZERO, type Exact } from '../exact/exact.ts';
import { judgedGroups, levelOf } from './level.ts';
import type { Prepared, PreparedGroup, PreparedItem } from './prepare.ts';
import { addTally, NO_TALLY, type NodeScore, type Score, type Tally } from './result.ts';

const ONE = { total: 1, answered: 0, none: 0, notApplicable: 0, unanswered: 0 };
const TALLY: Record<'answered' | 'none' | 'not-applicable' | 'unanswered', Tally> = {
  answered: { ...ONE, answered: 1 },
  none: { ...ONE, answered: 1, none: 1 },
  'not-applicable': { ...ONE, notApplicable: 1 },
  unanswered: { ...ONE, unanswered: 1 },
};
/** Weight of a child in sums and plain means; compared by identity to skip the multiplication. */
const ITSELF: Exact = { n: 1n, d: 1n };
const NO_CHILDREN: readonly NodeScore[] = [];

type Scoring = Prepared['questionnaire']['scoring'];

function scoreItem(item: PreparedItem, answer: Answer, scoring: Scoring): NodeScore {
  const result = (state: keyof typeof TALLY, value: Exact | null): NodeScore => ({
    id: item.id,
    value,
    max: value === null ? null : item.scorer.max,
    level: null,
    tally: item.scored ? TALLY[state] : NO_TALLY,
    children: NO_CHILDREN,
  });
  const notApplicable = (): NodeScore => {
    if (scoring.notApplicable === 'exclude') return result('not-applicable', null);
    return result('not-applicable', scoring.notApplicable === 'full' ? item.scorer.max : ZERO);
  };
  switch (answer.state) {
    case 'answered': {
      const points = item.scorer.score(answer.value);
      return points === null ? notApplicable() : result('answered', points);
    }
    case 'none':
      return result('none', ZERO);
    case 'not-applicable':
      return notApplicable();
    case 'unanswered':
      return result('unanswered', scoring.unanswered === 'zero' ? ZERO : null);
  }
}

/** Joins the children that take part. Sums add maxima too; means and weighted means renormalise over what is left. */
function aggregate(group: PreparedGroup, children: readonly NodeScore[]): { value: Exact; max: Exact } | null {
  let value = ZERO;
  let max = ZERO;
  let weights = ZERO;
  let lowest: NodeScore | null = null;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as NodeScore;
    const node = group.children[index] as PreparedGroup['children'][number];
    if (!node.scored || child.value === null || child.max === null) continue;
    const weight = group.aggregate === 'weighted' ? node.weight : ITSELF;
    value = add(value, weight === ITSELF ? child.value : multiply(child.value, weight));
    max = add(max, weight === ITSELF ? child.max : multiply(child.max, weight));
    weights = add(weights, weight);
    if (lowest === null || compare(child.value, lowest.value as Exact) < 0) lowest = child;
  }
  if (lowest === null || weights.n === 0n) return null;
  switch (group.aggregate) {
    case 'sum':
      return { value, max };
    case 'mean':
    case 'weighted':
      return { value: divide(value, weights), max: divide(max, weights) };
    case 'lowest':
      return { value: lowest.value as Exact, max: lowest.max as Exact };
  }
}

/**
 * Scores answers against a prepared questionnaire. Pure: the same answers give the same result in any order and place.
 * @param answers by item id; missing ids are unanswered, ids of unknown items are ignored
 */
export function score(prepared: Prepared, answers: Answers): Score {
  const { scoring } = prepared.questionnaire;
  const byId = new Map<string, NodeScore>();

  function scoreGroup(group: PreparedGroup, points: (Exact | null)[]): NodeScore {
    const start = points.length;
    const children: NodeScore[] = [];
    let tally = NO_TALLY;
    for (const node of group.children) {
      const before = points.length;
      let child: NodeScore;
      if (node.kind === 'group') {
        child = scoreGroup(node, points);
      } else {
        child = scoreItem(node, answers.get(node.id) ?? UNANSWERED, scoring);
        // Gates judge every applicable scored item: an unanswered one stands in the way, a not applicable one does not.
        if (node.scored && child.tally.notApplicable === 0)
          points.push(child.tally.unanswered === 1 ? null : child.value);
        byId.set(node.id, child);
      }
      if (!node.scored) points.length = before;
      else tally = addTally(tally, child.tally);
      children.push(child);
    }
    const joined = aggregate(group, children);
    const result: NodeScore = {
      id: group.id,
      value: joined?.value ?? null,
      max: joined?.max ?? null,
      level:
        tally.answered === 0
          ? null
          : levelOf(prepared, group.level, {
              value: joined?.value ?? null,
              max: joined?.max ?? null,
              groups: judgedGroups(group, children),
              points: points.slice(start),
            }),
      tally,
      children,
    };
    byId.set(group.id, result);
    return result;
  }

  return { ...scoreGroup(prepared.root, []), byId };
}
