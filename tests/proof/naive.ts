/**
 * A second implementation of scoring, written from the comments of the questionnaire schema: plain recursion over the
 * definition, reduced fractions, nothing prepared, nothing remembered between calls. Slow and simple on purpose; it
 * shares no code with src/domain.
 */
import type { Answers } from '../../src/domain/assessment/answer.ts';
import type { AssessmentContext } from '../../src/domain/assessment/context.ts';
import type { Aggregate, Group, Item, Node, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { Fraction, mean, sum, ZERO } from './fraction.ts';
import { itemMax } from './naive-items.ts';
import { finish, joinParts, type Leaf, type Part, type ValueRules } from './naive-join.ts';
import { capped, levelsOf, naiveLevel, type GateItem } from './naive-levels.ts';
import { inScope, seeItems, type EvidenceStates, type Seen } from './naive-state.ts';

const F = (text: string): Fraction => Fraction.of(text);

export interface NaiveNode {
  readonly id: string;
  readonly value: Fraction | null;
  readonly max: Fraction | null;
  readonly level: number | null;
}

interface Visited extends NaiveNode {
  /** Too little is settled for a figure. */
  readonly insufficient: boolean;
  /** What it could be worth if everything in it applied. */
  readonly fullMax: Fraction | null;
  readonly leaves: readonly Leaf[];
  /** The same, as if everything applied and was at its best. */
  readonly fullLeaves: readonly Leaf[];
  readonly gate: readonly GateItem[];
  /** Points outside the maximum, of bonuses and deductions anywhere below. */
  readonly extra: Fraction;
  readonly answered: number;
  readonly settled: number;
  readonly asked: number;
  /** Has an item below points, whatever they are? */
  readonly hasPoints: boolean;
  /** Answered or unanswered items: something that applies. */
  readonly applying: number;
}

const NOTHING = {
  insufficient: false,
  leaves: [],
  fullLeaves: [],
  gate: [],
  extra: ZERO,
  answered: 0,
  settled: 0,
  asked: 0,
  applying: 0,
  hasPoints: false,
};

/** Every node by id, the whole under "total". */
export function naiveScore(
  questionnaire: Questionnaire,
  answers: Answers,
  context: AssessmentContext = { kind: '', year: 0 },
  evidence: EvidenceStates = new Map(),
): Map<string, NaiveNode> {
  const { scoring } = questionnaire;
  const levels = levelsOf(questionnaire);
  const all = new Map<string, NaiveNode>();
  const seen = seeItems(questionnaire, answers, context, evidence);
  const look = (item: Item): Seen => seen.get(item.id) ?? { state: 'out', points: null };

  /** Is an item short of a bound, as knock-outs and caps ask? What does not apply never is. */
  function below(id: string, bound: Fraction): boolean {
    const { state, points } = seen.get(id) ?? { state: 'out', points: null };
    if (state === 'unanswered') return true;
    return (state === 'answered' || state === 'none') && points !== null && points.less(bound);
  }

  /** What an item is worth on its own, before its siblings are looked at; null = takes no part. */
  function ownValue(item: Item, { state, points }: Seen): Fraction | null {
    switch (state) {
      case 'answered':
      case 'none':
        return points;
      case 'hidden-counted':
        return ZERO;
      case 'unanswered':
        return scoring.unanswered === 'zero' ? ZERO : null;
      case 'not-applicable': {
        const effect = item.notApplicableAs ?? scoring.notApplicable;
        if (effect === 'zero') return ZERO;
        return effect === 'full' ? itemMax(item) : null;
      }
      case 'excluded':
      case 'hidden':
      case 'out':
        return null;
    }
  }

  function visitItem(item: Item, value: Fraction | null): Visited {
    const { state, points } = look(item);
    const max = itemMax(item);
    const there = state !== 'hidden' && state !== 'out';
    const node = { id: item.id, value, max: value === null ? null : max, level: null };
    all.set(item.id, node);
    if (!item.scored || !there) return { ...node, ...NOTHING, fullMax: null };
    if (item.role) {
      if ((state !== 'answered' && state !== 'none') || points === null) return outside(item, null);
      const off = points.less(ZERO) ? points : ZERO.minus(points);
      return outside(item, item.role === 'bonus' ? points : off);
    }
    const atLevel = item.atLevel ?? null;
    const counted = state === 'answered' || state === 'none';
    const applies = counted || state === 'unanswered';
    return {
      ...node,
      insufficient: false,
      fullMax: max,
      leaves: value === null ? [] : [{ value, max, atLevel }],
      fullLeaves: [{ value: max, max, atLevel }],
      gate: !applies ? [] : [{ id: item.id, points, atLevel }],
      extra: ZERO,
      answered: counted ? 1 : 0,
      settled: state === 'unanswered' || state === 'hidden-counted' ? 0 : 1,
      asked: state === 'hidden-counted' ? 0 : 1,
      applying: applies ? 1 : 0,
      hasPoints: value !== null,
    };
  }

  /** A bonus or a deduction: points without a maximum. */
  function outside(item: Item, extra: Fraction | null): Visited {
    const node = {
      id: item.id,
      value: extra,
      max: extra === null ? null : item.role === 'bonus' ? itemMax(item) : ZERO,
      level: null,
    };
    all.set(item.id, node);
    return { ...node, ...NOTHING, fullMax: null, extra: extra ?? ZERO };
  }

  /** The items that stand directly in a group, with open ones filled by the mean and copies taken from siblings. */
  function visitItems(items: readonly Item[]): { visited: Map<string, Visited>; insufficient: boolean } {
    const values = new Map(items.map((item) => [item.id, ownValue(item, look(item))]));
    let insufficient = false;
    if (typeof scoring.unanswered === 'object') {
      const asked = items.filter((item) => item.scored && !item.role);
      const open = asked.filter((item) => look(item).state === 'unanswered');
      const done = asked.filter((item) => ['answered', 'none'].includes(look(item).state));
      if (open.length > 0) {
        const share = Fraction.of(done.length * 100).over(Fraction.of(open.length + done.length));
        const shares = done
          .filter((item) => !itemMax(item).isZero())
          .map((item) => (values.get(item.id) ?? ZERO).over(itemMax(item)));
        insufficient = share.less(F(scoring.unanswered.meanFrom)) || shares.length === 0;
        if (!insufficient) for (const item of open) values.set(item.id, itemMax(item).times(mean(shares)));
      }
    }
    for (const item of items) {
      const effect = item.notApplicableAs;
      if (look(item).state !== 'not-applicable' || typeof effect !== 'object') continue;
      const sibling = items.find(({ id }) => id === effect.copy);
      const value = sibling ? values.get(sibling.id) : null;
      if (sibling && value && !itemMax(sibling).isZero())
        values.set(item.id, itemMax(item).times(value).over(itemMax(sibling)));
    }
    const visited = new Map(items.map((item) => [item.id, visitItem(item, values.get(item.id) ?? null)]));
    return { visited, insufficient };
  }

  interface Rules extends ValueRules {
    readonly id: string;
    readonly nodes: readonly Node[];
    readonly aggregate: Aggregate;
    readonly level: NonNullable<Group['level']>;
    readonly caps: NonNullable<Group['caps']>;
    readonly completeness: string | undefined;
    readonly whenEmpty: 'exclude' | 'zero';
  }

  function visitGroup(rules: Rules): Visited {
    const items = visitItems(rules.nodes.filter((node): node is Item => node.type !== 'group'));
    const children = rules.nodes.flatMap((node) => {
      const found = node.type === 'group' ? visitGroup(rulesOf(node)) : items.visited.get(node.id);
      return found && inScope(node, context) ? [{ node, ...found }] : [];
    });
    const own = children.filter(({ node }) => node.scored);
    const ordinary = own.filter(({ node }) => node.type === 'group' || !node.role);
    const total = (pick: (one: Visited) => number): number => own.map(pick).reduce((a, b) => a + b, 0);
    const [answered, settled, asked, applying] = [
      total((one) => one.answered),
      total((one) => one.settled),
      total((one) => one.asked),
      total((one) => one.applying),
    ];
    const extras = own.filter(({ node }) => node.type !== 'group' && node.role);
    const extra = sum(extras.map((one) => one.extra));
    const leaves = ordinary.flatMap((one) => one.leaves);
    const fullLeaves = ordinary.flatMap((one) => one.fullLeaves);
    const gate = ordinary.flatMap((one) => one.gate);
    const groups = own.filter(
      ({ node, applying: some }) => node.type === 'group' && some > 0 && ruleOf(node).kind !== 'none',
    );

    const parts = ordinary.flatMap(({ node, value, max }): Part[] =>
      value === null || max === null ? [] : [{ value, max, weight: F(node.weight) }],
    );
    const full = ordinary.flatMap(({ node, fullMax }): Part[] =>
      fullMax === null ? [] : [{ value: fullMax, max: fullMax, weight: F(node.weight) }],
    );
    const nested = sum(own.flatMap((one) => (one.node.type === 'group' ? [one.extra] : [])));
    const possible = joinParts(rules.aggregate, full, fullLeaves);
    const fullMax = possible === null ? null : (finish(rules, ZERO, possible.max)?.max ?? null);

    let insufficient = items.insufficient || (scoring.unanswered === 'no-score' && settled < asked);
    if (rules.completeness === undefined) insufficient ||= ordinary.some((one) => one.insufficient);
    if (rules.completeness !== undefined && asked > 0)
      insufficient ||= Fraction.of(settled * 100).less(F(rules.completeness).times(Fraction.of(asked)));

    const hasPoints = ordinary.some((one) => one.hasPoints);
    // The whole is never dropped as a group is: it has the figure that its groups give it.
    const empty = rules.id !== 'total' && asked > 0 && applying === 0 && !hasPoints;
    const kept = empty && rules.whenEmpty === 'zero';
    let joined = empty ? null : joinParts(rules.aggregate, parts, leaves);
    if (joined && rules.aggregate.kind === 'pooled' && !nested.isZero()) {
      const possiblePoints = sum(leaves.map(({ max }) => max));
      joined = { ...joined, value: joined.value.plus(nested.over(possiblePoints).times(F(rules.aggregate.to))) };
    }
    const answeredExtra = extras.some(
      ({ node }) => node.type !== 'group' && ['answered', 'none'].includes(look(node).state),
    );
    if (joined === null && ordinary.length === 0 && answeredExtra) joined = { value: ZERO, max: ZERO };
    if (kept && possible !== null) joined = { value: ZERO, max: possible.max };
    if (joined !== null) joined = { ...joined, value: joined.value.plus(extra) };
    const fatal = children.some(
      ({ node }) => node.type !== 'group' && node.knockOut?.zeroGroup && below(node.id, F(node.knockOut.below)),
    );
    if (joined !== null && fatal) joined = { ...joined, value: ZERO };
    const result = joined === null || insufficient ? null : finish(rules, joined.value, joined.max);

    const question = { value: result?.value ?? null, max: result?.max ?? null, gate, groups };
    let level = answered === 0 || insufficient ? null : naiveLevel(rules.level, question, levels);
    if (level !== null) level = capped(level, rules.caps, groups, below, levels);
    const node = { id: rules.id, value: question.value, max: question.max, level };
    all.set(rules.id, node);
    const nothing = (some: readonly Leaf[]): Leaf[] => some.map((leaf) => ({ ...leaf, value: ZERO }));
    const counting =
      insufficient || (empty && !kept) ? [] : kept ? nothing(fullLeaves) : fatal ? nothing(leaves) : leaves;
    return {
      ...node,
      insufficient,
      fullMax,
      leaves: counting,
      fullLeaves,
      gate,
      extra: insufficient || fatal || (empty && !kept) ? ZERO : kept ? extra : extra.plus(nested),
      answered,
      settled,
      asked,
      applying,
      hasPoints,
    };
  }

  const ruleOf = (node: Node): NonNullable<Group['level']> =>
    node.type === 'group' ? (node.level ?? scoring.groupLevel) : { kind: 'none' };

  const rulesOf = (group: Group): Rules => ({
    ...group,
    nodes: group.children,
    aggregate: group.aggregate ?? scoring.group,
    level: ruleOf(group),
    caps: group.caps ?? [],
    completeness: group.completeness,
    whenEmpty: group.whenEmpty ?? scoring.emptyGroup ?? 'exclude',
  });

  const whole = visitGroup({
    ...scoring,
    id: 'total',
    nodes: questionnaire.groups,
    aggregate: scoring.total,
    level: scoring.overall,
    caps: scoring.caps ?? [],
    completeness: scoring.completeness?.atLeast,
    whenEmpty: 'exclude',
  });
  all.set('total', { ...whole, level: knockedOut(whole.level) });
  return all;

  /** The overall level under the knock-out items of the whole questionnaire. */
  function knockedOut(level: number | null): number | null {
    if (level === null) return null;
    const visit = (nodes: readonly Node[]): Item[] =>
      nodes.flatMap((node) => (node.type === 'group' ? visit(node.children) : [node]));
    const caps = visit(questionnaire.groups).flatMap(({ id, knockOut }) =>
      knockOut?.capLevel !== undefined && below(id, F(knockOut.below)) ? [knockOut.capLevel] : [],
    );
    const bound = Math.min(level, ...caps);
    return levels.findLast((one) => one <= bound) ?? levels[0] ?? bound;
  }
}
