/** From the answers of the children to the value of their group. */
import { add, divide, larger, multiply, smaller, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { roundTo } from '../exact/round.ts';
import { joinChildren, type Joined, type JoiningGroup } from './aggregate.ts';
import type { PreparedGroup, ValueRules } from './prepared.ts';
import type { NodeScore } from './result.ts';
import { isEmpty, isKnockedOut } from './walk-items.ts';

/** The joined value of a group in steps, as the trace tells them. */
export interface ValueSteps {
  /** What the children join to; null when nothing takes part. */
  readonly joined: Joined | null;
  /** Nothing applies: dropped, or worth nothing of the maximum. */
  readonly empty: boolean;
  /** Sum of bonuses and deductions. */
  readonly extra: Exact;
  readonly knockedOut: boolean;
  /** With all of that, before scale, limits and rounding. */
  readonly raw: Joined | null;
  readonly result: Joined | null;
}

/** Bonuses and deductions added up; null when none of them is answered. */
function extraOf(group: JoiningGroup, children: readonly NodeScore[]): Exact | null {
  let sum: Exact | null = null;
  for (const place of group.roles) {
    const { value } = children[place] as NodeScore;
    if (value !== null) sum = sum === null ? value : add(sum, value);
  }
  return sum;
}

/** What a group could be worth if everything that is shown in it applied. */
function fullJoin(group: JoiningGroup, children: readonly NodeScore[]): Joined | null {
  const atBest = (node: PreparedGroup['children'][number], child: NodeScore): NodeScore => {
    if (node.kind === 'item')
      return child.state === 'hidden' ? child : { ...child, value: node.scorer.max, max: node.scorer.max };
    const below = node.children.map((own, place) => atBest(own, child.children[place] as NodeScore));
    const result = valueSteps({ ...node, roles: [], zeroers: [] }, { ...child, tally: FULL }, below).result;
    return { ...child, tally: FULL, children: below, value: result?.value ?? null, max: result?.max ?? null };
  };
  return joinChildren(
    group,
    children.map((child, place) => atBest(group.children[place] as PreparedGroup['children'][number], child)),
  );
}

/** Of a group in which something applies. */
const FULL = { total: 1, answered: 1, none: 0, notApplicable: 0, unanswered: 0 };

/** The share of the maximum between two ends; null without a maximum, since there is no share then. */
export function toScale({ value, max }: Joined, { from, to }: NonNullable<ValueRules['scale']>): Joined | null {
  if (max.n === 0n) return null;
  return { value: add(from, multiply(subtract(to, from), divide(value, max))), max: to };
}

/** Bounds of the value; the upper one bounds the maximum as well. */
export function toLimits({ value, max }: Joined, limits: NonNullable<ValueRules['limits']>): Joined {
  const least = limits.min === null ? value : larger(value, limits.min);
  return limits.max === null
    ? { value: least, max }
    : { value: smaller(least, limits.max), max: smaller(max, limits.max) };
}

/** Value and maximum alike, so that the value never passes the maximum by rounding. */
export function toRound({ value, max }: Joined, { decimals, mode }: NonNullable<ValueRules['round']>): Joined {
  return { value: roundTo(value, decimals, mode), max: roundTo(max, decimals, mode) };
}

/** Scale, then limits, then rounding. */
function applyRules({ scale, limits, round }: ValueRules, joined: Joined): Joined | null {
  const scaled = scale ? toScale(joined, scale) : joined;
  if (scaled === null) return null;
  const limited = limits ? toLimits(scaled, limits) : scaled;
  return round ? toRound(limited, round) : limited;
}

/**
 * The value of a group, in this order:
 * 1. its children join;
 * 2. where every item that is asked does not apply, the group is dropped, or is worth nothing of what it would be worth
 *    if they all did; a group of bonuses and deductions alone starts at 0 of 0 once one of them is answered;
 * 3. bonuses are added and deductions taken off, in the points in which they are written, outside the maximum;
 * 4. a knock-out item that stands directly in the group below its bound makes the value 0;
 * 5. scale, limits and rounding.
 */
export function valueSteps(
  group: JoiningGroup,
  own: Pick<NodeScore, 'tally'>,
  children: readonly NodeScore[],
): ValueSteps {
  const empty = group.depth > 0 && isEmpty(group, own, children);
  const joined = empty ? null : joinChildren(group, children);
  const extra = group.roles.length === 0 ? null : extraOf(group, children);
  let result = joined;
  if (empty && group.emptyCounts) {
    const full = fullJoin(group, children);
    result = full && { value: ZERO, max: full.max };
  } else if (extra !== null && !group.children.some((node) => node.ordinary)) result = { value: ZERO, max: ZERO };
  if (result && extra) result = { value: add(result.value, extra), max: result.max };
  const knockedOut = result !== null && isKnockedOut(group, children);
  if (result && knockedOut) result = { value: ZERO, max: result.max };
  const raw = result;
  if (result && group.values) result = applyRules(group.values, result);
  return { joined, empty, extra: extra ?? ZERO, knockedOut, raw, result };
}
