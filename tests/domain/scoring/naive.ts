/**
 * A second implementation of scoring, written from docs/scoring.md alone: plain recursion over the definition, reduced
 * fractions, no preparation, no shortcuts. Slow and simple on purpose; it shares no code with src/domain.
 */
import type { Answer, Answers, AnswerValue } from '../../../src/domain/assessment/answer.ts';
import type { Item, LevelRule, Node, Questionnaire } from '../../../src/domain/questionnaire/types.ts';

export class Fraction {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d: bigint) {
    let a = n < 0n ? -n : n;
    let b = d < 0n ? -d : d;
    while (b !== 0n) [a, b] = [b, a % b];
    const sign = d < 0n ? -1n : 1n;
    this.n = (sign * n) / (a === 0n ? 1n : a);
    this.d = (sign * d) / (a === 0n ? 1n : a);
  }

  static of(text: string | number): Fraction {
    const [top = '0', bottom = '1'] = String(text).split('/');
    const [whole = '0', decimals = ''] = top.split('.');
    return new Fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length) * BigInt(bottom));
  }

  plus(b: Fraction): Fraction {
    return new Fraction(this.n * b.d + b.n * this.d, this.d * b.d);
  }

  minus(b: Fraction): Fraction {
    return this.plus(new Fraction(-b.n, b.d));
  }

  times(b: Fraction): Fraction {
    return new Fraction(this.n * b.n, this.d * b.d);
  }

  over(b: Fraction): Fraction {
    return new Fraction(this.n * b.d, this.d * b.n);
  }

  less(b: Fraction): boolean {
    return this.n * b.d < b.n * this.d;
  }

  equals(b: Fraction): boolean {
    return this.n === b.n && this.d === b.d;
  }

  toString(): string {
    return this.d === 1n ? `${this.n}` : `${this.n}/${this.d}`;
  }
}

const ZERO = Fraction.of(0);
const HUNDRED = Fraction.of(100);
const sum = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => a.plus(b), ZERO);
const lowest = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (b.less(a) ? b : a));
const highest = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (a.less(b) ? b : a));

interface Table<T> {
  readonly closed: 'lower' | 'upper';
  readonly bands: readonly { readonly to: string | null; readonly value: T }[];
}

function lookUp<T>({ closed, bands }: Table<T>, x: Fraction): T {
  for (const { to, value } of bands) {
    if (to === null) return value;
    const bound = Fraction.of(to);
    if (x.less(bound) || (closed === 'upper' && x.equals(bound))) return value;
  }
  return (bands.at(-1) as { value: T }).value;
}

type NumberRule = Extract<Item, { type: 'number' }>['score'];

function figurePoints(rule: NumberRule, x: Fraction): Fraction {
  if (rule.kind === 'bands') return Fraction.of(lookUp(rule.table, x));
  const [zeroAt, fullAt] = [Fraction.of(rule.zeroAt), Fraction.of(rule.fullAt)];
  const share = x.minus(zeroAt).over(fullAt.minus(zeroAt));
  return Fraction.of(rule.points).times(highest([ZERO, lowest([Fraction.of(1), share])]));
}

const figureMax = (rule: NumberRule): Fraction =>
  rule.kind === 'bands'
    ? highest(rule.table.bands.map((band) => Fraction.of(band.value)))
    : highest([ZERO, Fraction.of(rule.points)]);

export function itemMax(item: Item): Fraction {
  switch (item.type) {
    case 'ladder':
      return highest(item.steps.map((step) => Fraction.of(step.value)));
    case 'choice':
      return highest(item.options.map((option) => Fraction.of(option.points)));
    case 'multi': {
      const all = sum(item.options.map((option) => Fraction.of(option.points)).filter((points) => ZERO.less(points)));
      return item.max === undefined ? all : lowest([all, Fraction.of(item.max)]);
    }
    case 'number':
    case 'ratio':
      return figureMax(item.score);
    case 'text':
      return ZERO;
  }
}

/** Points of an answered item; null where nothing occurred and that means "not applicable". */
export function itemPoints(item: Item, value: AnswerValue): Fraction | null {
  if (item.type === 'ladder' && value.kind === 'option')
    return Fraction.of(item.steps.find((step) => step.id === value.option)?.value ?? 0);
  if (item.type === 'choice' && value.kind === 'option')
    return Fraction.of(item.options.find((option) => option.id === value.option)?.points ?? 0);
  if (item.type === 'multi' && value.kind === 'options') {
    const chosen = item.options.filter((option) => value.options.includes(option.id));
    return lowest([sum(chosen.map((option) => Fraction.of(option.points))), itemMax(item)]);
  }
  if (item.type === 'number' && value.kind === 'number') return figurePoints(item.score, Fraction.of(value.number));
  if (item.type === 'ratio' && value.kind === 'ratio') {
    const whole = Fraction.of(value.b);
    if (whole.equals(ZERO)) return { 'not-applicable': null, zero: ZERO, full: itemMax(item) }[item.whenZero];
    return figurePoints(item.score, lowest([HUNDRED, Fraction.of(value.a).times(HUNDRED).over(whole)]));
  }
  return ZERO;
}

export interface NaiveNode {
  readonly id: string;
  readonly value: Fraction | null;
  readonly max: Fraction | null;
  readonly level: number | null;
  readonly counts: { total: number; answered: number; none: number; notApplicable: number; unanswered: number };
}

interface Visited extends NaiveNode {
  readonly counted: boolean;
  /** A child group whose level a rule above may ask for. */
  readonly judged: boolean;
  /** Points of the applicable scored items below, null = unanswered. */
  readonly gate: readonly (Fraction | null)[];
}

const NOTHING = { total: 0, answered: 0, none: 0, notApplicable: 0, unanswered: 0 };

/** Every node by id, the whole under "total". */
export function naiveScore(questionnaire: Questionnaire, answers: Answers): Map<string, NaiveNode> {
  const { scoring } = questionnaire;
  const all = new Map<string, NaiveNode>();
  const levels = questionnaire.levels.map((level) => level.value).sort((a, b) => a - b);

  function visitItem(item: Item): Visited {
    const answer: Answer = answers.get(item.id) ?? { state: 'unanswered' };
    const points = answer.state === 'answered' ? itemPoints(item, answer.value) : null;
    const state = answer.state === 'answered' && points === null ? 'not-applicable' : answer.state;
    const max = itemMax(item);
    let value: Fraction | null;
    if (state === 'answered') value = points;
    else if (state === 'none') value = ZERO;
    else if (state === 'unanswered') value = scoring.unanswered === 'zero' ? ZERO : null;
    else value = { exclude: null, zero: ZERO, full: max }[scoring.notApplicable];
    const counts = !item.scored
      ? NOTHING
      : {
          total: 1,
          answered: state === 'answered' || state === 'none' ? 1 : 0,
          none: state === 'none' ? 1 : 0,
          notApplicable: state === 'not-applicable' ? 1 : 0,
          unanswered: state === 'unanswered' ? 1 : 0,
        };
    return {
      id: item.id,
      value,
      max: value === null ? null : max,
      level: null,
      counts,
      counted: item.scored,
      judged: false,
      gate: !item.scored || state === 'not-applicable' ? [] : [state === 'unanswered' ? null : value],
    };
  }

  function visitNode(node: Node): Visited {
    const visited =
      node.type === 'group'
        ? join(
            node.id,
            node.children,
            (node.aggregate ?? scoring.group).kind,
            node.level ?? scoring.groupLevel,
            node.scored,
          )
        : visitItem(node);
    all.set(node.id, visited);
    return visited;
  }

  function join(
    id: string,
    nodes: readonly Node[],
    kind: 'sum' | 'mean' | 'weighted' | 'lowest',
    rule: LevelRule,
    counted: boolean,
  ): Visited {
    const children = nodes.map((node) => ({ node, visited: visitNode(node) }));
    const own = children.filter((child) => child.visited.counted);
    const taking = own.flatMap(({ node, visited: { value, max } }) =>
      value === null || max === null ? [] : [{ value, max, weight: Fraction.of(node.weight) }],
    );
    let value: Fraction | null = null;
    let max: Fraction | null = null;
    const weights = sum(taking.map((part) => part.weight));
    if (taking.length > 0 && kind === 'sum') {
      value = sum(taking.map((part) => part.value));
      max = sum(taking.map((part) => part.max));
    } else if (taking.length > 0 && kind === 'mean') {
      value = sum(taking.map((part) => part.value)).over(Fraction.of(taking.length));
      max = sum(taking.map((part) => part.max)).over(Fraction.of(taking.length));
    } else if (kind === 'weighted' && !weights.equals(ZERO)) {
      value = sum(taking.map((part) => part.value.times(part.weight))).over(weights);
      max = sum(taking.map((part) => part.max.times(part.weight))).over(weights);
    } else if (taking.length > 0 && kind === 'lowest') {
      const worst = taking.reduce((a, b) => (b.value.less(a.value) ? b : a));
      value = worst.value;
      max = worst.max;
    }
    const counts = own.reduce(
      (a, { visited: { counts: b } }) => ({
        total: a.total + b.total,
        answered: a.answered + b.answered,
        none: a.none + b.none,
        notApplicable: a.notApplicable + b.notApplicable,
        unanswered: a.unanswered + b.unanswered,
      }),
      NOTHING,
    );
    const gate = own.flatMap((child) => child.visited.gate);
    const judged = own.map((child) => child.visited).filter((child) => child.judged);
    const level = counts.answered === 0 ? null : levelBy(rule, value, max, gate, judged);
    return {
      id,
      value,
      max,
      level,
      counts,
      counted,
      judged: counted && rule.kind !== 'none' && counts.total > counts.notApplicable,
      gate,
    };
  }

  function levelBy(
    rule: LevelRule,
    value: Fraction | null,
    max: Fraction | null,
    gate: readonly (Fraction | null)[],
    judged: readonly Visited[],
  ): number | null {
    const groupsAt = (level: number): number =>
      judged.filter((child) => child.level !== null && child.level >= level).length;
    switch (rule.kind) {
      case 'none':
        return null;
      case 'bands':
        if (value === null || max === null) return null;
        if (rule.on === 'value') return lookUp(rule.table, value);
        return max.equals(ZERO) ? null : lookUp(rule.table, value.times(HUNDRED).over(max));
      case 'gate': {
        const reached = (level: number): boolean => {
          const there = gate.filter((points) => points !== null && !points.less(Fraction.of(level))).length;
          return (
            gate.length > 0 &&
            !Fraction.of(there).times(HUNDRED).over(Fraction.of(gate.length)).less(Fraction.of(rule.share))
          );
        };
        const firstMissed = levels.findIndex((level) => !reached(level));
        return (firstMissed < 0 ? levels.at(-1) : levels[firstMissed - 1]) ?? null;
      }
      case 'lowest':
        if (judged.length === 0 || judged.some((child) => child.level === null)) return null;
        return levels.findLast((level) => groupsAt(level) === judged.length) ?? null;
      case 'conditions': {
        if (value === null) return null;
        const holds = ({ total, groups }: (typeof rule.levels)[number]): boolean => {
          if (total && 'moreThan' in total && !Fraction.of(total.moreThan).less(value)) return false;
          if (total && 'atLeast' in total && value.less(Fraction.of(total.atLeast))) return false;
          return !groups || groupsAt(groups.level) >= groups.count;
        };
        return (rule.levels.findLast(holds) ?? rule.levels[0])?.level ?? null;
      }
    }
  }

  all.set('total', join('total', questionnaire.groups, scoring.total.kind, scoring.overall, true));
  return all;
}
