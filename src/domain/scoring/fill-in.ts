/** What an item is worth only in the light of its siblings: means for open items, copies for those that do not apply. */
import { add, compare, divide, multiply, ZERO, type Exact } from '../exact/exact.ts';
import { itemNode } from './item-score.ts';
import type { PreparedGroup, PreparedItem } from './prepared.ts';
import type { NodeScore } from './result.ts';

/**
 * Gives open items the mean share of the answered ones, each of its own maximum, where at least `meanFrom` percent of
 * the items that stand directly in the group and apply are answered. Answered items without a maximum have no share.
 * @returns false when too few are answered, or none that has a share: then the group has no figure
 */
function fillMeans(group: PreparedGroup, children: NodeScore[], meanFrom: Exact): boolean {
  let open = 0;
  let answered = 0;
  let shares = ZERO;
  let counted = 0n;
  group.children.forEach((node, place) => {
    const child = children[place] as NodeScore;
    if (node.kind === 'group' || !node.ordinary) return;
    if (child.state === 'unanswered') open += 1;
    if ((child.state !== 'answered' && child.state !== 'none') || child.value === null) return;
    answered += 1;
    if (node.scorer.max.n === 0n) return;
    shares = add(shares, divide(child.value, node.scorer.max));
    counted += 1n;
  });
  if (open === 0) return true;
  const least = multiply(meanFrom, { n: BigInt(open + answered), d: 1n });
  const enough = counted > 0n && compare({ n: 100n * BigInt(answered), d: 1n }, least) >= 0;
  const mean = enough ? divide(shares, { n: counted, d: 1n }) : null;
  group.children.forEach((node, place) => {
    if (node.kind === 'item' && node.ordinary && children[place]?.state === 'unanswered')
      children[place] = itemNode(node, 'unanswered', mean && multiply(node.scorer.max, mean));
  });
  return enough;
}

/**
 * Items that do not apply and copy a sibling take its share of the maximum; where the sibling takes no part or has no
 * maximum, they take no part either.
 */
function fillCopies(group: PreparedGroup, children: NodeScore[]): void {
  for (const place of group.copies) {
    const node = group.children[place] as PreparedItem;
    const effect = node.notApplicable;
    if (typeof effect !== 'object' || children[place]?.state !== 'not-applicable') continue;
    const { value, max } = children[effect.copy] as NodeScore;
    const share = value === null || max === null || max.n === 0n ? null : divide(value, max);
    children[place] = itemNode(node, 'not-applicable', share && multiply(node.scorer.max, share));
  }
}

/**
 * Completes a list of children in place.
 * @returns false when too little is answered for a figure of the group
 */
export function fillIn(group: PreparedGroup, children: NodeScore[], meanFrom: Exact | null): boolean {
  const enough = meanFrom === null || fillMeans(group, children, meanFrom);
  if (group.copies.length > 0) fillCopies(group, children);
  return enough;
}
