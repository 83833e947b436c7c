/** A small questionnaire with answers in their short forms, scored. */
import type { Answer } from '../../../src/domain/assessment/answer.ts';
import { ANY_CONTEXT, type AssessmentContext } from '../../../src/domain/assessment/context.ts';
import { readAnswer } from '../../../src/domain/assessment/short-answer.ts';
import { toFraction, type Exact } from '../../../src/domain/exact/exact.ts';
import type { Item } from '../../../src/domain/questionnaire/types.ts';
import { itemIndex } from '../../../src/domain/questionnaire/walk.ts';
import type { Condition } from '../../../src/domain/scoring/conditions.ts';
import { nextSteps } from '../../../src/domain/scoring/next-steps.ts';
import { prepare, type Prepared } from '../../../src/domain/scoring/prepare.ts';
import { explainLevel } from '../../../src/domain/scoring/reasons.ts';
import type { EvidenceState, Facts, NodeScore, Score } from '../../../src/domain/scoring/result.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { load, type Raw } from '../definition.ts';

export const shown = (value: Exact | null | undefined): string | null => (value ? toFraction(value) : null);

export interface Setup {
  readonly prepared: Prepared;
  readonly answers: Map<string, Answer>;
  readonly facts: Facts;
  readonly scored: Score;
  readonly node: (id?: string) => NodeScore;
  /** "7 of 10", or null where there is no figure. */
  readonly figure: (id?: string) => string | null;
  readonly level: (id?: string) => number | null;
  /** Conditions of the next level, in short. */
  readonly next: (id?: string) => unknown;
  /** Next steps: level, how sure, and each step as "item from>to". */
  readonly steps: () => unknown;
}

export function brief(condition: Condition): string {
  const met = condition.met ? 'met' : 'missed';
  switch (condition.kind) {
    case 'gate': {
      const at = condition.ofLevel === null ? '' : ` of ${condition.ofLevel} at ${shown(condition.bound)}`;
      return `gate ${condition.level}${at}: ${condition.have}/${condition.need} of ${condition.applicable} ${met}`;
    }
    case 'total': {
      const side = condition.bound.strict ? '>' : '>=';
      return `${condition.on} ${side} ${shown(condition.bound.value)}: ${shown(condition.have)} ${met}`;
    }
    case 'cap':
      return `${condition.source} ${condition.level} below ${shown(condition.bound)} ${met} [${condition.below.join(' ')}]`;
    case 'settled':
      return `settled ${condition.have}/${condition.need} of ${condition.applicable} [${condition.below.join(' ')}]`;
    default:
      return `${condition.kind} ${condition.level}: ${condition.have}/${condition.need} ${met} [${condition.below.join(' ')}]`;
  }
}

export function setup(
  raw: Raw,
  short: Record<string, unknown> = {},
  more: { context?: Partial<AssessmentContext>; evidence?: Record<string, EvidenceState> } = {},
): Setup {
  const questionnaire = load(raw);
  const prepared = prepare(questionnaire, { ...ANY_CONTEXT, ...more.context });
  const items = itemIndex(questionnaire);
  const answers = new Map(
    Object.entries(short).map(([id, entry]) => {
      const read = readAnswer(items.get(id) as Item, entry);
      if ('problems' in read) throw new Error(JSON.stringify(read.problems));
      return [id, read.answer] as const;
    }),
  );
  const facts: Facts = more.evidence ? { evidence: new Map(Object.entries(more.evidence)) } : {};
  const scored = score(prepared, answers, facts);
  const node = (id = 'total'): NodeScore => scored.byId.get(id) as NodeScore;
  return {
    prepared,
    answers,
    facts,
    scored,
    node,
    figure(id) {
      const { value, max } = node(id);
      return value === null ? null : `${shown(value)} of ${shown(max)}`;
    },
    level: (id) => node(id).level,
    next() {
      const { next } = explainLevel(prepared, prepared.root, scored);
      return next && [next.level, ...next.conditions.map(brief)];
    },
    steps() {
      const plan = nextSteps(prepared, answers, scored, facts);
      if (!plan) return null;
      const steps = plan.steps.map(({ itemId, from, to }) => `${itemId} ${shown(from)}>${shown(to)}`);
      return [plan.level, plan.minimal ? 'minimal' : 'found', plan.reaches, steps];
    },
  };
}
