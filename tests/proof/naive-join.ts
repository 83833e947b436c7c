/** The second implementation: how parts join, and what is done to the joined value. */
import type { Aggregate, Group } from '../../src/domain/questionnaire/types.ts';
import { Fraction, highest, lowest, mean, ONE, root, round, sum, ZERO } from './fraction.ts';

const F = (text: string): Fraction => Fraction.of(text);

/** One child that takes part in its group. */
export interface Part {
  readonly value: Fraction;
  readonly max: Fraction;
  readonly weight: Fraction;
}

/** An item below a group that takes part, at any depth. */
export interface Leaf {
  readonly value: Fraction;
  readonly max: Fraction;
  readonly atLevel: number | null;
}

/** A value and the most that it could be. */
export interface Joined {
  readonly value: Fraction;
  readonly max: Fraction;
}

/** Everything that joins parts; a rule apart from where the parts come from. */
export function joinParts(rule: Aggregate, parts: readonly Part[], leaves: readonly Leaf[]): Joined | null {
  const byItems = rule.kind === 'pooled' || rule.kind === 'level-sum';
  if ((byItems ? leaves : parts).length === 0) return null;
  const values = parts.map(({ value }) => value);
  const maxima = parts.map(({ max }) => max);
  const shares = parts.filter(({ max }) => !max.isZero()).map(({ value, max }) => value.over(max));
  switch (rule.kind) {
    case 'none':
      return null;
    case 'sum':
      return { value: sum(values), max: sum(maxima) };
    case 'mean':
      return { value: mean(values), max: mean(maxima) };
    case 'weighted': {
      const weights = sum(parts.map(({ weight }) => weight));
      if (weights.isZero()) return null;
      const weigh = (pick: (part: Part) => Fraction): Fraction =>
        sum(parts.map((part) => pick(part).times(part.weight))).over(weights);
      return { value: weigh(({ value }) => value), max: weigh(({ max }) => max) };
    }
    case 'lowest':
    case 'lexicographic': {
      const order = [...parts].sort((a, b) => (a.value.less(b.value) ? -1 : b.value.less(a.value) ? 1 : 0));
      const place = rule.kind === 'lowest' ? (rule.k ?? 1) - 1 : 0;
      return order[Math.min(place, order.length - 1)] ?? null;
    }
    case 'level-sum': {
      const counting = leaves.filter(({ max, atLevel }) => atLevel !== null && !max.isZero());
      const levels = [...new Set(counting.map(({ atLevel }) => atLevel))];
      if (levels.length === 0) return null;
      const means = levels.map((level) =>
        mean(counting.filter(({ atLevel }) => atLevel === level).map(({ value, max }) => value.over(max))),
      );
      return { value: sum(means), max: Fraction.of(levels.length) };
    }
    case 'pooled': {
      const possible = sum(leaves.map(({ max }) => max));
      if (possible.isZero()) return null;
      return {
        value: sum(leaves.map(({ value }) => value))
          .over(possible)
          .times(F(rule.to)),
        max: F(rule.to),
      };
    }
    case 'percent-mean':
      return shares.length === 0 ? null : { value: mean(shares).times(F(rule.to)), max: F(rule.to) };
    case 'count': {
      const bound = F(rule.atLeast);
      const there = parts.filter(({ value, max }) => {
        if (rule.on === 'value') return value.atLeast(bound);
        return !max.isZero() && value.times(Fraction.of(100)).over(max).atLeast(bound);
      });
      return { value: Fraction.of(there.length), max: Fraction.of(parts.length) };
    }
    case 'penalties': {
      const lost = sum(parts.map(({ value, max }) => max.minus(value)));
      return { value: F(rule.start).minus(lost), max: F(rule.start) };
    }
    case 'geometric': {
      const positive = parts.filter(({ value }) => value.isPositive());
      const taking = rule.zero === 'skip' && positive.length > 0 ? positive : parts;
      const product = (numbers: readonly Fraction[]): Fraction => numbers.reduce((a, b) => a.times(b), ONE);
      const max = root(product(taking.map((part) => part.max)), taking.length);
      const zero = taking.length > positive.length;
      return { value: zero ? ZERO : root(product(taking.map((part) => part.value)), taking.length), max };
    }
  }
}

export type ValueRules = Pick<Group, 'scale' | 'limits' | 'round'>;

/** Scale, limits, rounding. */
export function finish(rules: ValueRules, value: Fraction, max: Fraction): Joined | null {
  let [now, top] = [value, max];
  if (rules.scale) {
    if (top.isZero()) return null;
    const [from, to] = [F(rules.scale.from), F(rules.scale.to)];
    now = from.plus(to.minus(from).times(now).over(top));
    top = to;
  }
  if (rules.limits?.min !== undefined) now = highest([now, F(rules.limits.min)]);
  if (rules.limits?.max !== undefined) {
    now = lowest([now, F(rules.limits.max)]);
    top = lowest([top, F(rules.limits.max)]);
  }
  if (rules.round) {
    // The maximum too: a full score must stay full.
    now = round(now, rules.round.decimals, rules.round.mode);
    top = round(top, rules.round.decimals, rules.round.mode);
  }
  return { value: now, max: top };
}
