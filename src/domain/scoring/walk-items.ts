import { ZERO, type Exact } from '../exact/exact.ts';
import type { PreparedGroup, PreparedItem } from './prepared.ts';
import type { NodeScore } from './result.ts';

/** Stands an item below a bound? An unanswered one does; one that is hidden or does not apply never does. */
export function standsBelow({ state, value }: NodeScore, bound: Exact): boolean {
  if (state === 'unanswered') return true;
  if (state !== 'answered' && state !== 'none') return false;
  return value !== null && value.n * bound.d < bound.n * value.d;
}

/** Is the group worth nothing because of a knock-out item that stands directly in it? */
export function isKnockedOut(
  group: Pick<PreparedGroup, 'zeroers' | 'children'>,
  children: readonly NodeScore[],
): boolean {
  return group.zeroers.some((place) => {
    const item = group.children[place] as PreparedItem;
    return item.knockOut !== null && standsBelow(children[place] as NodeScore, item.knockOut.below);
  });
}

/** Does nothing in the group apply? Not so where "not applicable" itself is worth something for one of its items. */
export function isEmpty(
  group: Pick<PreparedGroup, 'children'>,
  { tally }: Pick<NodeScore, 'tally'>,
  children: readonly NodeScore[],
): boolean {
  return tally.total > 0 && tally.notApplicable === tally.total && !hasPoints(group, children);
}

/** Has any ordinary item below a group points, whatever they are? */
function hasPoints(group: Pick<PreparedGroup, 'children'>, children: readonly NodeScore[]): boolean {
  return group.children.some((node, place) => {
    const child = children[place] as NodeScore;
    if (!node.ordinary) return false;
    return node.kind === 'item' ? child.value !== null : hasPoints(node, child.children);
  });
}

type Visit = (item: PreparedItem, value: Exact, max: Exact) => void;

/**
 * Visits every item below a group whose points count in it, for rules that look past the groups in between. Groups
 * that are not scored or have no figure for lack of answers are passed over; in a group that is worth nothing
 * (knocked out, or empty where that counts as zero) every item is worth nothing of its maximum. Bonuses and deductions
 * of the groups below come with a maximum of zero; those of the group itself are not visited.
 */
export function visitPoints(
  group: Pick<PreparedGroup, 'children'>,
  children: readonly NodeScore[],
  visit: Visit,
): void {
  for (let place = 0; place < children.length; place += 1) {
    const child = children[place] as NodeScore;
    const node = group.children[place] as PreparedGroup['children'][number];
    if (!node.ordinary) continue;
    if (node.kind === 'item') {
      if (child.value !== null && child.max !== null) visit(node, child.value, child.max);
    } else if (!child.insufficient) visitGroup(node, child, visit);
  }
}

function visitGroup(node: PreparedGroup, scored: NodeScore, visit: Visit): void {
  const empty = isEmpty(node, scored, scored.children);
  if (empty && !node.emptyCounts) return;
  const nothing = isKnockedOut(node, scored.children);
  if (empty) visitMaxima(node, scored.children, visit);
  else visitPoints(node, scored.children, nothing ? (item, _value, max) => visit(item, ZERO, max) : visit);
  if (nothing) return;
  for (const place of node.roles) {
    const { value } = scored.children[place] as NodeScore;
    if (value !== null) visit(node.children[place] as PreparedItem, value, ZERO);
  }
}

/** Every ordinary item that is shown, worth nothing of its maximum. */
function visitMaxima(group: PreparedGroup, children: readonly NodeScore[], visit: Visit): void {
  group.children.forEach((node, place) => {
    const child = children[place] as NodeScore;
    if (!node.ordinary) return;
    if (node.kind === 'group') visitMaxima(node, child.children, visit);
    else if (child.state !== 'hidden') visit(node, ZERO, node.scorer.max);
  });
}
