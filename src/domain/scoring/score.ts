import { UNANSWERED, type Answers } from '../assessment/answer.ts';
import { finishGroup } from './group-score.ts';
import { scoreHidden, scoreItem } from './item-score.ts';
import type { Prepared, PreparedGroup, PreparedNode } from './prepared.ts';
import { hiddenItems } from './visibility.ts';
import { NO_FACTS, withIndex, type Facts, type NodeScore, type Score } from './result.ts';

/**
 * Scores answers against a prepared questionnaire. Pure: the same answers give the same result in any order and place.
 * @param answers by item id; missing ids are unanswered; ids of unknown items, and answers to items that are hidden or
 * out of scope, are not looked at
 * @param facts the state of the evidence, where points depend on it
 */
export function score(prepared: Prepared, answers: Answers, facts: Facts = NO_FACTS): Score {
  const hidden = hiddenItems(prepared, answers);

  function scoreNode(node: PreparedNode): NodeScore {
    if (node.kind === 'group') return scoreGroup(node);
    if (hidden.has(node.id)) return scoreHidden(node);
    return scoreItem(prepared, node, answers.get(node.id) ?? UNANSWERED, facts);
  }

  function scoreGroup(group: PreparedGroup): NodeScore {
    return finishGroup(prepared, group, group.children.map(scoreNode));
  }

  return withIndex(scoreGroup(prepared.root));
}

/**
 * Scores again after the answer of one item has changed: only the groups above it are joined anew.
 * @param before the score of the answers as they were, with the same facts
 * @param answers as they are now, differing from those of `before` in nothing but this item
 * @returns the same as `score`
 */
export function rescore(
  prepared: Prepared,
  before: Score,
  answers: Answers,
  changedItemId: string,
  facts: Facts = NO_FACTS,
): Score {
  const path = prepared.paths.get(changedItemId);
  if (!path) return before;
  // It decides what else is asked.
  if (prepared.watched.has(changedItemId)) return score(prepared, answers, facts);

  function renew(node: PreparedNode, scored: NodeScore, depth: number): NodeScore {
    if (node.kind === 'item')
      return scored.state === 'hidden' ? scored : scoreItem(prepared, node, answers.get(node.id) ?? UNANSWERED, facts);
    const place = (path as readonly number[])[depth] as number;
    const children = [...scored.children];
    children[place] = renew(node.children[place] as PreparedNode, children[place] as NodeScore, depth + 1);
    return finishGroup(prepared, node, children);
  }

  return withIndex(renew(prepared.root, before, 0));
}
