import type { ConditionView, NodeView, ResultView, StepView } from '../contract/views.ts';
import type { AnswerRecord } from '../domain/assessment/answer.ts';
import { percent, smaller, toFraction, type Exact } from '../domain/exact/exact.ts';
import type { Group, Item } from '../domain/questionnaire/types.ts';
import { topGroupOf } from '../domain/questionnaire/walk.ts';
import { nextSteps, type NextStep } from '../domain/scoring/next-steps.ts';
import { explainLevel, type Condition } from '../domain/scoring/reasons.ts';
import type { NodeScore, Score } from '../domain/scoring/result.ts';
import { score } from '../domain/scoring/score.ts';
import { createTranslator } from '../domain/wording/catalogue.ts';
import { en } from '../domain/wording/en.ts';
import { conditionText } from '../domain/wording/sentences.ts';
import { vi } from '../domain/wording/vi.ts';
import { answersOf, findAssessment, previousRound, summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import type { Ports } from './ports.ts';

const inVietnamese = createTranslator('vi', vi);
const inEnglish = createTranslator('en', en);

const text = (value: Exact | null): string | null => (value === null ? null : toFraction(value));
const share = (node: NodeScore): Exact | null =>
  node.value === null || node.max === null ? null : percent(node.value, node.max);

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
    percent: text(share(scored)),
    level: scored.level,
    answered: scored.tally.answered,
    notApplicable: scored.tally.notApplicable,
    unanswered: scored.tally.unanswered,
    total: scored.tally.total,
    previous: before && { value: text(before.value), percent: text(share(before)), level: before.level },
  };
}

/** The advice for the lowest value that the step reaches. */
function adviceFor(item: Item, step: NextStep): StepView['advice'] {
  return item.advice.find((advice) => advice.to === toFraction(step.to))?.text ?? null;
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

function besideFigures(loaded: LoadedQuestionnaire, scored: Score): ResultView['beside'] {
  const valued = scored.children.flatMap((child) =>
    child.value === null ? [] : [{ id: child.id, value: child.value }],
  );
  if (scored.value === null || valued.length === 0) return [];
  const lowest = valued.map((child) => child.value).reduce(smaller);
  return loaded.questionnaire.scoring.beside.map((kind) =>
    kind === 'mean'
      ? { kind, value: toFraction(scored.value as Exact), groupIds: [] }
      : {
          kind,
          value: toFraction(lowest),
          groupIds: valued.filter((child) => toFraction(child.value) === toFraction(lowest)).map((child) => child.id),
        },
  );
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
      const target =
        questionnaire.targets.find((t) => t.year >= row.period.year) ?? questionnaire.targets.at(-1) ?? null;
      const total = { id: prepared.root.id, code: '', title: questionnaire.shortTitle };
      return {
        assessment: summariseAssessment(ports, library, row),
        questionnaire: { id: questionnaire.id, version: questionnaire.version, hash: row.questionnaireHash },
        provisional: scored.tally.unanswered > 0,
        level: scored.level,
        root: nodeView(total, scored, scoredBefore),
        groups: questionnaire.groups.map((group) =>
          nodeView(group, scored.byId.get(group.id) as NodeScore, scoredBefore?.byId.get(group.id) ?? null),
        ),
        beside: besideFigures(loaded, scored),
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
        target,
        previous: before && { period: before.period, level: scoredBefore?.level ?? null },
        missingEvidence: withoutEvidence(loaded, records).map(({ id, code, title }) => ({ itemId: id, code, title })),
      };
    },
  };
}
