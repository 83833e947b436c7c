/** How the children of a group join into one value; each rule in one place. */
import { add, compare, divide, multiply, percent, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { Sum, sumOf } from '../exact/sum.ts';
import { root } from '../exact/root.ts';
import type { PreparedAggregate, PreparedGroup } from './prepared.ts';
import type { NodeScore } from './result.ts';
import { visitPoints } from './walk-items.ts';

/** A value with what it could have been. */
export interface Joined {
  readonly value: Exact;
  readonly max: Exact;
}

/** A group whose children are known; what joining needs of it. While it is being prepared `full` is not there yet. */
export type JoiningGroup = Omit<PreparedGroup, 'full'> & Partial<Pick<PreparedGroup, 'full'>>;

const whole = (count: number): Exact => ({ n: BigInt(count), d: 1n });

/** The children that take part: ordinary ones with a value. */
export function partsOf(group: JoiningGroup, children: readonly NodeScore[]): (NodeScore & Joined)[] {
  return children.filter(
    (child, place): child is NodeScore & Joined =>
      (group.children[place] as PreparedGroup['children'][number]).ordinary && child.value !== null,
  );
}

/** Weighted sums of values and maxima, divided by the weights that took part. */
function joinWeighted(group: JoiningGroup, children: readonly NodeScore[]): Joined | null {
  let value = ZERO;
  let max = ZERO;
  let weights = ZERO;
  children.forEach((child, place) => {
    const { ordinary, weight } = group.children[place] as PreparedGroup['children'][number];
    if (!ordinary || child.value === null || child.max === null) return;
    value = add(value, multiply(child.value, weight));
    max = add(max, multiply(child.max, weight));
    weights = add(weights, weight);
  });
  return weights.n === 0n ? null : { value: divide(value, weights), max: divide(max, weights) };
}

/**
 * Sums, or means by number. This is what nearly every questionnaire does with every group, so it makes no numbers that
 * it does not need: while every child has its full maximum that of the group is known.
 */
function joinSum(group: JoiningGroup, children: readonly NodeScore[], mean: boolean): Joined | null {
  const full = group.values === null ? (group.full ?? null) : null;
  let isFull = full !== null;
  const sum = new Sum();
  let count = 0;
  for (let place = 0; place < children.length; place += 1) {
    const { value, max } = children[place] as NodeScore;
    if (!(group.children[place] as PreparedGroup['children'][number]).ordinary) continue;
    if (isFull && max !== full?.children[place]?.max) isFull = false;
    if (value === null) continue;
    count += 1;
    sum.add(value);
  }
  if (count === 0) return null;
  const share = (all: Exact): Exact => (mean ? divide(all, whole(count)) : all);
  const value = share(sum.exact());
  if (isFull && full?.max) return { value, max: full.max };
  return { value, max: share(sumOfMaxima(group, children)) };
}

function sumOfMaxima(group: JoiningGroup, children: readonly NodeScore[]): Exact {
  const sum = new Sum();
  for (let place = 0; place < children.length; place += 1) {
    const { value, max } = children[place] as NodeScore;
    if (value !== null && max !== null && (group.children[place] as PreparedGroup['children'][number]).ordinary)
      sum.add(max);
  }
  return sum.exact();
}

/**
 * The k-th lowest value with the maximum of the child that it belongs to; of equal ones the first in reading order.
 * With fewer than k children the highest that there is.
 */
function joinLowest(parts: readonly Joined[], k: number): Joined {
  const order = [...parts].sort((a, b) => compare(a.value, b.value));
  return order[Math.min(k, order.length) - 1] as Joined;
}

/** For each level the mean share of its items; those without a maximum have no share. */
function joinLevels(group: JoiningGroup, children: readonly NodeScore[]): Joined | null {
  const levels = new Map<number, { sum: Exact; count: number }>();
  visitPoints(group, children, ({ atLevel }, value, max) => {
    if (atLevel === null || max.n === 0n) return;
    const known = levels.get(atLevel) ?? { sum: ZERO, count: 0 };
    levels.set(atLevel, { sum: add(known.sum, divide(value, max)), count: known.count + 1 });
  });
  if (levels.size === 0) return null;
  let value = ZERO;
  for (const { sum, count } of levels.values()) value = add(value, divide(sum, whole(count)));
  return { value, max: whole(levels.size) };
}

/** All points below ÷ all possible points below. */
function joinPooled(group: JoiningGroup, children: readonly NodeScore[], to: Exact): Joined | null {
  let achieved = ZERO;
  let possible = ZERO;
  visitPoints(group, children, (_item, value, max) => {
    achieved = add(achieved, value);
    possible = add(possible, max);
  });
  return possible.n === 0n ? null : { value: multiply(divide(achieved, possible), to), max: to };
}

/**
 * Mean of the children's shares; a child without a maximum has none and is left out. Values with one common maximum are
 * added up before they are divided by it: fewer and smaller fractions.
 */
function joinShares(group: JoiningGroup, children: readonly NodeScore[], to: Exact): Joined | null {
  let common: Exact | null = null;
  let count = 0;
  const values = new Sum();
  for (let place = 0; place < children.length; place += 1) {
    const { value, max } = children[place] as NodeScore;
    if (value === null || max === null || max.n === 0n) continue;
    if (!(group.children[place] as PreparedGroup['children'][number]).ordinary) continue;
    if (common !== null && common !== max && compare(common, max) !== 0) return joinUnlike(group, children, to);
    common ??= max;
    count += 1;
    values.add(value);
  }
  if (common === null) return null;
  const mean = divide(values.exact(), whole(count));
  return { value: compare(common, to) === 0 ? mean : multiply(divide(mean, common), to), max: to };
}

/** Mean of the shares of children with different maxima. */
function joinUnlike(group: JoiningGroup, children: readonly NodeScore[], to: Exact): Joined {
  const parts = partsOf(group, children).filter(({ max }) => max.n !== 0n);
  const shares = sumOf(parts, ({ value, max }) => divide(value, max));
  return { value: multiply(divide(shares, whole(parts.length)), to), max: to };
}

/** A child without a maximum has no percentage, so it does not stand at any. */
function joinCount(parts: readonly Joined[], { on, atLeast }: Extract<PreparedAggregate, { kind: 'count' }>): Joined {
  const there = parts.filter(({ value, max }) => {
    const figure = on === 'value' ? value : percent(value, max);
    return figure !== null && compare(figure, atLeast) >= 0;
  });
  return { value: whole(there.length), max: whole(parts.length) };
}

/** A value below zero counts as zero. While every child is at zero there is nothing to leave out, and the value is zero. */
function joinGeometric(parts: readonly Joined[], zero: 'zero' | 'skip'): Joined {
  const above = parts.filter(({ value }) => value.n > 0n);
  const taking = zero === 'skip' && above.length > 0 ? above : parts;
  const mean = (figures: readonly Exact[]): Exact =>
    figures.some(({ n }) => n <= 0n) ? ZERO : root(figures.reduce(multiply), figures.length);
  return { value: mean(taking.map(({ value }) => value)), max: mean(taking.map(({ max }) => max)) };
}

/**
 * Joins the children that take part.
 * - sum: points and maxima add up
 * - mean, weighted: divided by the number, or by the weights, of those that take part
 * - lowest: the k-th lowest child with its own maximum
 * - level-sum: the items below by the level that they belong to: mean share of each level, added up
 * - pooled: all points of the items below ÷ all their maxima × to, whatever the groups in between say
 * - percent-mean: the mean of the children's shares × to
 * - count: how many children stand at the bound; out of those that take part
 * - penalties: the start value less what each child lacks to its maximum; may fall below zero
 * - geometric: the k-th root of the product, for values and for maxima
 * @returns null when nothing takes part, when all weights are zero, and always for a profile (`none`)
 */
export function joinChildren(group: JoiningGroup, children: readonly NodeScore[]): Joined | null {
  const { join } = group;
  switch (join.kind) {
    case 'sum':
    case 'mean':
      return joinSum(group, children, join.kind === 'mean');
    case 'weighted':
      return joinWeighted(group, children);
    case 'level-sum':
      return joinLevels(group, children);
    case 'pooled':
      return joinPooled(group, children, join.to);
    case 'percent-mean':
      return joinShares(group, children, join.to);
    case 'none':
      return null;
    case 'lowest':
    case 'count':
    case 'penalties':
    case 'geometric': {
      const parts = partsOf(group, children);
      return parts.length === 0 ? null : joinParts(join, parts);
    }
  }
}

type PartRule = Extract<PreparedAggregate, { kind: 'lowest' | 'count' | 'penalties' | 'geometric' }>;

function joinParts(join: PartRule, parts: readonly Joined[]): Joined | null {
  switch (join.kind) {
    case 'lowest':
      return joinLowest(parts, join.k);
    case 'count':
      return joinCount(parts, join);
    case 'penalties':
      return {
        value: parts.reduce((left, { value, max }) => subtract(left, subtract(max, value)), join.start),
        max: join.start,
      };
    case 'geometric':
      return joinGeometric(parts, join.zero);
  }
}

/**
 * Orders rounds or units whose value is the lowest child: by the lowest, equal ones by the second lowest, and so on.
 * What one list lacks at the end decides nothing.
 * @returns as sort functions expect, the weaker one first
 */
export function compareLowestFirst(a: readonly Exact[], b: readonly Exact[]): number {
  const [first, second] = [a, b].map((values) => [...values].sort(compare)) as [Exact[], Exact[]];
  for (let place = 0; place < Math.min(first.length, second.length); place += 1) {
    const side = compare(first[place] as Exact, second[place] as Exact);
    if (side !== 0) return side;
  }
  return 0;
}

/** The values by which two scores of a `lexicographic` group are ordered with `compareLowestFirst`. */
export function lowestFirst(group: PreparedGroup, { children }: NodeScore): Exact[] {
  return partsOf(group, children)
    .map(({ value }) => value)
    .sort(compare);
}
