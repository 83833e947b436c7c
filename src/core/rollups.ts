/** The same questionnaire scored with other answers, set beside the self-assessed score. */
import type { BesideScore, RollUp } from '../contract/views/appraisal.ts';
import { answersOf, type AnswerRecord } from '../domain/assessment/answer.ts';
import {
  appraisedAnswers,
  evidenceStates,
  isAppraised,
  targetAnswers,
  type Appraisal,
  type ItemTarget,
} from '../domain/assessment/appraisal.ts';
import { compare, subtract, toFraction, type Exact } from '../domain/exact/exact.ts';
import type { Prepared } from '../domain/scoring/prepared.ts';
import type { NodeScore, Score } from '../domain/scoring/result.ts';
import { score } from '../domain/scoring/score.ts';
import { shareOf } from '../domain/scoring/summary.ts';
import type { AssessmentRow, Ports } from './ports.ts';

const text = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

function lineOf(node: NodeScore, self: NodeScore | undefined): BesideScore {
  const own = self?.value ?? null;
  return {
    id: node.id,
    value: text(node.value),
    max: text(node.max),
    percent: text(shareOf(node)),
    level: node.level,
    difference: node.value === null || own === null ? null : toFraction(subtract(node.value, own)),
  };
}

/** Is the value of a node another one than self-assessed? */
function differs(node: NodeScore, self: NodeScore | undefined): boolean {
  const own = self?.value ?? null;
  if (node.value === null || own === null) return node.value !== own;
  return compare(node.value, own) !== 0;
}

function rollUp(prepared: Prepared, scored: Score, self: Score, named: ReadonlySet<string>): RollUp {
  const { questionnaire, items } = prepared;
  return {
    items: [...named].filter((id) => items.has(id)).length,
    total: self.tally.total,
    level: scored.level,
    root: lineOf(scored, self),
    groups: questionnaire.groups
      .filter((group) => group.scored)
      .flatMap(({ id }) => {
        const node = scored.byId.get(id);
        return node ? [lineOf(node, self.byId.get(id))] : [];
      }),
    lines: [...items.keys()].flatMap((id) => {
      const node = scored.byId.get(id);
      return node && (named.has(id) || differs(node, self.byId.get(id))) ? [lineOf(node, self.byId.get(id))] : [];
    }),
  };
}

/** The score as appraised: the appraiser's answers over the unit's own, and what was said about the evidence. */
export function scoreAppraised(
  prepared: Prepared,
  records: readonly AnswerRecord[],
  appraisals: readonly Appraisal[],
): Score {
  return score(prepared, appraisedAnswers(answersOf(records), appraisals), {
    evidence: evidenceStates(records, appraisals),
  });
}

/** The appraisals of an assessment that say something. */
export function appraisalsOf({ storage }: Pick<Ports, 'storage'>, row: Pick<AssessmentRow, 'id'>): Appraisal[] {
  return storage.appraisals.list(row.id).filter(isAppraised);
}

/** The own targets of an assessment. */
export function targetsOf({ storage }: Pick<Ports, 'storage'>, row: Pick<AssessmentRow, 'id'>): ItemTarget[] {
  return storage.appraisals.targets(row.id).flatMap(({ itemId, value }) => (value === null ? [] : [{ itemId, value }]));
}

/** Appraised and target score beside the self-assessed one; null where there is nothing to roll up. */
export function rollUps(
  ports: Pick<Ports, 'storage'>,
  row: AssessmentRow,
  prepared: Prepared,
  records: readonly AnswerRecord[],
  self: Score,
): { readonly appraised: RollUp | null; readonly targets: RollUp | null } {
  const appraisals = appraisalsOf(ports, row);
  const targets = targetsOf(ports, row);
  const named = (entries: readonly { readonly itemId: string }[]) => new Set(entries.map(({ itemId }) => itemId));
  return {
    appraised:
      appraisals.length === 0
        ? null
        : rollUp(prepared, scoreAppraised(prepared, records, appraisals), self, named(appraisals)),
    targets:
      targets.length === 0
        ? null
        : rollUp(prepared, score(prepared, targetAnswers(answersOf(records), targets)), self, named(targets)),
  };
}
