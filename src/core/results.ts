import type { ConditionView, NodeView, StepView } from '../contract/views.ts';
import type { IndicatorView } from '../contract/views/rounds.ts';
import { answersOf, type AnswerRecord, type AnswerValue } from '../domain/assessment/answer.ts';
import { evidenceAtStake, sumAtStake } from '../domain/assessment/evidence-at-stake.ts';
import { toFraction, type Exact } from '../domain/exact/exact.ts';
import { indicatorStatus } from '../domain/items/indicator-target.ts';
import type { Group, Item } from '../domain/questionnaire/types.ts';
import { topGroupOf } from '../domain/questionnaire/walk.ts';
import { nextSteps } from '../domain/scoring/next-steps.ts';
import type { NextStep } from '../domain/scoring/raises.ts';
import { explainLevel, type Condition } from '../domain/scoring/reasons.ts';
import type { NodeScore } from '../domain/scoring/result.ts';
import { score } from '../domain/scoring/score.ts';
import { adviceFor, besideFigures, groupAdvice, shareOf, targetFor } from '../domain/scoring/summary.ts';
import { createTranslator } from '../domain/wording/catalogue.ts';
import { en } from '../domain/wording/en.ts';
import { conditionText } from '../domain/wording/sentences.ts';
import { vi } from '../domain/wording/vi.ts';
import { findAssessment, summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import { missingView } from './evidence.ts';
import type { Library, ReadyQuestionnaire } from './library.ts';
import { readyFor } from './library-context.ts';
import type { Ports } from './ports.ts';
import { rollUps } from './rollups.ts';
import { itemFigures, levelInWords } from './result-items.ts';
import { derivedView, previousRound } from './rounds.ts';

const inVietnamese = createTranslator('vi', vi);
const inEnglish = createTranslator('en', en);

const text = (value: Exact | null): string | null => (value === null ? null : toFraction(value));
function conditionView(condition: Condition): ConditionView {
  return {
    text: { vi: conditionText(inVietnamese, condition, 'vi'), en: conditionText(inEnglish, condition, 'en') },
    met: condition.met,
    groupIds: condition.kind === 'groups' ? condition.below : [],
  };
}

function nodeView(
  node: { id: string; code: string; title: NodeView['title'] },
  scored: NodeScore,
  before: NodeScore | null,
): NodeView {
  return {
    id: node.id,
    code: node.code,
    title: node.title,
    value: text(scored.value),
    max: text(scored.max),
    percent: text(shareOf(scored)),
    level: scored.level,
    answered: scored.tally.answered,
    notApplicable: scored.tally.notApplicable,
    unanswered: scored.tally.unanswered,
    total: scored.tally.total,
    previous: before && { value: text(before.value), percent: text(shareOf(before)), level: before.level },
  };
}

function stepView(item: Item, group: Group, step: NextStep): StepView {
  return {
    itemId: item.id,
    code: item.code,
    title: item.title,
    groupTitle: group.title,
    from: text(step.from),
    to: toFraction(step.to),
    gain: toFraction(step.gain),
    value: step.value,
    advice: adviceFor(item, step),
  };
}

const ownTargets = (
  { storage }: Pick<Ports, 'storage'>,
  assessmentId: string,
): ReadonlyMap<string, AnswerValue | null> =>
  new Map(storage.appraisals.targets(assessmentId).map(({ itemId, value }) => [itemId, value] as const));

/** How the answered indicators in scope stand against the unit's own targets, or those of the assessed year. */
function indicatorViews(
  { prepared, questionnaire }: ReadyQuestionnaire,
  records: readonly AnswerRecord[],
  targets: ReadonlyMap<string, AnswerValue | null>,
): IndicatorView[] {
  const byId = new Map(records.map((record) => [record.itemId, record.answer]));
  const owner = topGroupOf(questionnaire);
  return [...prepared.items.values()].flatMap(({ item }) => {
    const answer = byId.get(item.id);
    if (item.type !== 'indicator' || answer?.state !== 'answered') return [];
    const found = indicatorStatus(item, answer.value, prepared.context, targets.get(item.id) ?? null);
    if (!found) return [];
    const { target, status, gap, percentOfTarget, overdue } = found;
    return [
      {
        itemId: item.id,
        code: item.code,
        title: item.title,
        groupId: owner.get(item.id)?.id ?? '',
        target: { year: target.year, value: text(target.value), own: target.own },
        status,
        gap: text(gap),
        percentOfTarget: text(percentOfTarget),
        overdue,
      },
    ];
  });
}

export function resultHandlers(ports: Ports, library: Library): Pick<Handlers, 'results.get'> {
  return {
    'results.get': ({ assessmentId }) => {
      const row = findAssessment(ports, assessmentId);
      const ready = readyFor(ports, library, row);
      const { questionnaire, prepared } = ready;
      const records = ports.storage.answers.list(assessmentId);
      const answers = answersOf(records);
      const scored = score(prepared, answers);
      const missing = evidenceAtStake(prepared, scored, records);
      const atStake = sumAtStake(missing);
      const before = previousRound(ports, library, row);
      // In the context of its own year; after a version break its score is not set beside this one.
      const scoredBefore =
        before?.break === null ? score(readyFor(ports, library, before.row).prepared, answersOf(before.records)) : null;
      const reasons = explainLevel(prepared, prepared.root, scored);
      const steps = nextSteps(prepared, answers, scored);
      const owner = topGroupOf(questionnaire);
      const target = targetFor(questionnaire, row.period.year);
      const total = { id: prepared.root.id, code: '', title: questionnaire.shortTitle };
      return {
        assessment: summariseAssessment(ports, library, row),
        questionnaire: {
          id: questionnaire.id,
          version: questionnaire.version,
          hash: row.questionnaireHash,
          total: questionnaire.scoring.total.kind,
        },
        provisional: scored.tally.unanswered > 0,
        level: scored.level,
        levelText: levelInWords(prepared, scored),
        root: nodeView(total, scored, scoredBefore),
        groups: questionnaire.groups
          .filter((group) => group.scored)
          .map((group) =>
            nodeView(group, scored.byId.get(group.id) as NodeScore, scoredBefore?.byId.get(group.id) ?? null),
          ),
        items: itemFigures(prepared, scored, scoredBefore),
        beside: besideFigures(questionnaire, scored).map((figure) => ({ ...figure, value: toFraction(figure.value) })),
        held: reasons.held.map(conditionView),
        next:
          reasons.next && steps
            ? {
                level: reasons.next.level,
                conditions: reasons.next.conditions.map(conditionView),
                minimal: steps.minimal,
                reaches: steps.reaches,
                steps: steps.steps.map((step) =>
                  stepView(prepared.items.get(step.itemId)?.item as Item, owner.get(step.itemId) as Group, step),
                ),
              }
            : null,
        advice: groupAdvice(questionnaire, scored),
        target,
        previous: before && { period: before.row.period, level: scoredBefore?.level ?? null, break: before.break },
        derived: derivedView(ports, library, row),
        indicators: indicatorViews(ready, records, ownTargets(ports, assessmentId)),
        missingEvidence: missing.map(missingView),
        evidenceAtStake: atStake && toFraction(atStake),
        ...rollUps(ports, row, prepared, records, scored),
      };
    },
  };
}
