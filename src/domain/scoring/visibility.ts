import { UNANSWERED, type Answers } from '../assessment/answer.ts';
import type { Look } from '../questionnaire/condition.ts';
import type { Prepared, PreparedNode } from './prepared.ts';

const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

/**
 * Ids of the items that are not asked because the condition of `showIf`, their own or that of a group around them, does
 * not hold. Conditions look at items in reading order: the answer to one that is hidden counts as unanswered.
 */
export function hiddenItems({ root, items, conditional }: Prepared, answers: Answers): ReadonlySet<string> {
  if (!conditional) return NOTHING_HIDDEN;
  const hidden = new Set<string>();
  const look: Look = (id) => (hidden.has(id) || !items.has(id) ? UNANSWERED : (answers.get(id) ?? UNANSWERED));
  const visit = (node: PreparedNode, above: boolean): void => {
    const isHidden = above || (node.showIf !== null && !node.showIf(look));
    if (node.kind === 'group') for (const child of node.children) visit(child, isHidden);
    else if (isHidden) hidden.add(node.id);
  };
  visit(root, false);
  return hidden;
}
