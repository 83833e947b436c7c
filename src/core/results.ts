import type { ConditionView, NodeView, StepView } from '../contract/views.ts';
import { answersOf, type AnswerRecord } from '../domain/assessment/answer.ts';
import { toFraction, type Exact } from '../domain/exact/exact.ts';
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
import { findAssessment, previousRound, summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import type { Ports } from './ports.ts';

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

/** Items whose questionnaire asks for evidence and that have an answer but no evidence. */
export function withoutEvidence(loaded: LoadedQuestionnaire, records: readonly AnswerRecord[]): Item[] {
  return records.flatMap((record) => {
    const item = loaded.prepared.items.get(record.itemId)?.item;
    return item?.evidence === 'required' && record.answer.state === 'answered' && record.evidence.length === 0
      ? [item]
      : [];
  });
}

export function resultHandlers(ports: Ports, library: Library): Pick<Handlers, 'results.get'> {
  return {
    'results.get': ({ assessmentId }) => {
      const row = findAssessment(ports, assessmentId);
      const loaded = library.getStored(row.questionnaireId, row.questionnaireVersion);
      const { questionnaire, prepared } = loaded;
      const records = ports.storage.answers.list(assessmentId);
      const answers = answersOf(records);
      const scored = score(prepared, answers);
      const before = previousRound(ports, row);
      const scoredBefore = before && score(prepared, answersOf(ports.storage.answers.list(before.id)));
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
        root: nodeView(total, scored, scoredBefore),
        groups: questionnaire.groups
          .filter((group) => group.scored)
          .map((group) =>
            nodeView(group, scored.byId.get(group.id) as NodeScore, scoredBefore?.byId.get(group.id) ?? null),
          ),
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
        previous: before && { period: before.period, level: scoredBefore?.level ?? null },
        missingEvidence: withoutEvidence(loaded, records).map(({ id, code, title }) => ({ itemId: id, code, title })),
      };
    },
  };
}
