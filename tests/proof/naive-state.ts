/** The second implementation, part two: in which state each item is, and its points. */
import { UNANSWERED, type Answer, type Answers } from '../../src/domain/assessment/answer.ts';
import type { AssessmentContext } from '../../src/domain/assessment/context.ts';
import type { Item, Node, Questionnaire, ShowCondition } from '../../src/domain/questionnaire/types.ts';
import { Fraction, ZERO } from './fraction.ts';
import { itemOutcome, ratioPercent } from './naive-items.ts';

export type EvidenceState = 'none' | 'offered' | 'approved' | 'rejected';
/** State of the evidence by item id; an item that is missing has none. */
export type EvidenceStates = ReadonlyMap<string, EvidenceState>;

/** `excluded`: an option that takes the item out of the score. `hidden-counted`: not shown, yet worth nothing of its maximum. `out`: not for this kind of organisation. */
export interface Seen {
  readonly state: Answer['state'] | 'excluded' | 'hidden' | 'hidden-counted' | 'out';
  /** Points after the evidence factor; null unless answered or none. */
  readonly points: Fraction | null;
}

interface Fact {
  readonly answer: Answer;
  /** The figure that conditions compare: number, percentage, or points before the evidence factor. */
  readonly figure: Fraction | null;
}

function figureOf(answer: Answer, points: Fraction | null): Fraction | null {
  if (answer.state === 'none') return ZERO;
  if (answer.state !== 'answered') return null;
  const { value } = answer;
  if (value.kind === 'number') return Fraction.of(value.number);
  return value.kind === 'ratio' ? ratioPercent(value.a, value.b) : points;
}

function holds(condition: ShowCondition, facts: ReadonlyMap<string, Fact>, kind: string): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, facts, kind));
  if ('any' in condition) return condition.any.some((one) => holds(one, facts, kind));
  if ('not' in condition) return !holds(condition.not, facts, kind);
  if ('kind' in condition) return kind === '' || condition.kind === kind;
  const fact = facts.get(condition.item);
  if ('state' in condition) return (fact?.answer.state ?? 'unanswered') === condition.state;
  if (!fact) return false;
  const value = fact.answer.state === 'answered' ? fact.answer.value : null;
  if ('has' in condition) {
    if (value?.kind === 'option') return value.option === condition.has;
    return value?.kind === 'options' && value.options.includes(condition.has);
  }
  if ('from' in condition) return value?.kind === 'date' && value.date >= condition.from;
  if ('before' in condition) return value?.kind === 'date' && value.date < condition.before;
  if (fact.figure === null) return false;
  if ('atLeast' in condition) return fact.figure.atLeast(Fraction.of(condition.atLeast));
  return fact.figure.less(Fraction.of(condition.below));
}

/** Does the kind of organisation belong to the node? */
export function inScope(node: Node, { kind }: AssessmentContext): boolean {
  return kind === '' || node.kinds === undefined || node.kinds.includes(kind);
}

/** Looks at every item in reading order. */
export function seeItems(
  questionnaire: Questionnaire,
  answers: Answers,
  context: AssessmentContext,
  evidence: EvidenceStates,
): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const facts = new Map<string, Fact>();

  function visit(node: Node, inside: boolean, shown: boolean): void {
    const asked = inside && inScope(node, context);
    const visible = shown && (node.showIf === undefined || holds(node.showIf, facts, context.kind));
    if (node.type === 'group') {
      for (const child of node.children) visit(child, asked, visible);
      return;
    }
    if (!asked) seen.set(node.id, { state: 'out', points: null });
    else if (!visible)
      seen.set(node.id, { state: node.whenHidden === 'count' ? 'hidden-counted' : 'hidden', points: null });
    else see(node);
  }

  function see(item: Item): void {
    const answer = answers.get(item.id) ?? UNANSWERED;
    const outcome = answer.state === 'answered' ? itemOutcome(item, answer.value, context) : answer.state;
    let state: Seen['state'];
    let points: Fraction | null = null;
    if (outcome instanceof Fraction) {
      state = 'answered';
      points = outcome;
    } else {
      state = outcome;
      if (state === 'none') points = ZERO;
    }
    facts.set(item.id, { answer, figure: figureOf(answer, points) });
    const factor = item.evidenceFactor?.[evidence.get(item.id) ?? 'none'];
    seen.set(item.id, {
      state,
      points: points === null || factor === undefined ? points : points.times(Fraction.of(factor)),
    });
  }

  for (const group of questionnaire.groups) visit(group, true, true);
  return seen;
}
