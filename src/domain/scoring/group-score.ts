import { compare, multiply } from '../exact/exact.ts';
import { cappedLevel } from './caps.ts';
import { fillIn } from './fill-in.ts';
import { valueSteps } from './group-value.ts';
import { levelFacts, ruleLevel } from './level.ts';
import type { Prepared, PreparedGroup } from './prepared.ts';
import type { NodeScore, Tally } from './result.ts';

/** How many items of a group are in which state; groups that are not scored count for nothing above themselves. */
function tallyOf(group: PreparedGroup, children: readonly NodeScore[]): Tally {
  let [total, answered, none, notApplicable, unanswered] = [0, 0, 0, 0, 0];
  for (let place = 0; place < children.length; place += 1) {
    if (!(group.children[place] as PreparedGroup['children'][number]).ordinary) continue;
    const { tally } = children[place] as NodeScore;
    total += tally.total;
    answered += tally.answered;
    none += tally.none;
    notApplicable += tally.notApplicable;
    unanswered += tally.unanswered;
  }
  return { total, answered, none, notApplicable, unanswered };
}

/** Is at least the stated percentage of the items settled: answered, or said not to apply? */
function isComplete(group: PreparedGroup, { total, unanswered }: Tally): boolean {
  if (group.completeness === null) return true;
  const settled = { n: 100n * BigInt(total - unanswered), d: 1n };
  return compare(settled, multiply(group.completeness, { n: BigInt(total), d: 1n })) >= 0;
}

/** Is a child group without a figure, which would leave this one without one too? */
function hasGap(group: PreparedGroup, children: readonly NodeScore[]): boolean {
  return children.some((child, place) => child.insufficient && group.children[place]?.ordinary === true);
}

/**
 * Scores a group whose children are scored; the list of children is completed in place.
 * A group has no figure (`insufficient`, no value, no level) when too few of its items are settled, when too few are
 * answered for a mean, or, under `no-score`, while anything below it is unanswered. What stands above it then has no
 * figure either, since a blank could raise it otherwise; unless it states a completeness of its own: then that alone
 * decides, and the child takes no part.
 * While nothing is answered there is no level.
 */
export function finishGroup(prepared: Prepared, group: PreparedGroup, children: NodeScore[]): NodeScore {
  const { unanswered } = prepared;
  const enough = fillIn(group, children, typeof unanswered === 'object' ? unanswered.meanFrom : null);
  const tally = tallyOf(group, children);
  const insufficient =
    !enough ||
    !isComplete(group, tally) ||
    (unanswered === 'no-score' && tally.unanswered > 0) ||
    (group.completeness === null && hasGap(group, children));
  const result = insufficient ? null : valueSteps(group, { tally }, children).result;
  const value = result?.value ?? null;
  const max = result?.max ?? null;
  let level: number | null = null;
  if (tally.answered > 0 && !insufficient) {
    const given = ruleLevel(prepared.levels, group.level, levelFacts(group, { value, max, children }));
    level = cappedLevel(prepared, group, children, given);
  }
  return { id: group.id, value, max, level, tally, children, state: null, insufficient };
}
