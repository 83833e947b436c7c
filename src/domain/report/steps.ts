import { add, ZERO } from '../exact/exact.ts';
import { printValue } from '../items/registry.ts';
import { topGroupOf } from '../questionnaire/walk.ts';
import type { NextStep } from '../scoring/raises.ts';
import { adviceFor, groupAdvice } from '../scoring/summary.ts';
import { itemOf, levelInline, levelLabel, plain, scoreOf, topGroups, type Context } from './context.ts';
import { figure, figureOrNull } from './figures.ts';
import type { ActionCard, ReportModel, StepLine } from './model.ts';
import { valueOf } from './pillars.ts';

/** Actions that a one-page sheet shows. */
const SHORT_LIST = 3;

function stepLine(context: Context, step: NextStep, group: string): StepLine {
  const { words, language, precision } = context;
  const { item } = itemOf(context, step.itemId);
  const to = figure(step.to, precision.items, language);
  const from = figureOrNull(step.from, precision.items, language);
  const suffix = item.type === 'ladder' ? '.level' : '';
  const advice = adviceFor(item, step);
  const raise = from
    ? words(`steps.raise${suffix}`, { from: from.text, to: to.text })
    : words(`steps.answer${suffix}`, { to: to.text });
  return {
    code: item.code,
    title: plain(item.title[language]),
    group,
    from,
    to,
    gain: figure(step.gain, precision.items, language),
    raise,
    answer: plain(printValue(item, step.value, language)),
    advice: advice ? plain(advice[language]) : '',
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What to do first: the first steps, filled up with the advice for the lowest pillars. */
function firstActions(context: Context, lines: readonly StepLine[]): ActionCard[] {
  const { words, language, questionnaire, input } = context;
  const cards = lines.slice(0, SHORT_LIST).map(({ title, group, raise, advice, answer }) => ({
    title,
    about: words('steps.about', { group, raise: sentence(raise) }),
    text: advice === '' ? answer : advice,
  }));
  for (const { groupId, text } of groupAdvice(questionnaire, input.score)) {
    if (cards.length >= SHORT_LIST) break;
    const group = topGroups(context).find((entry) => entry.group.id === groupId)?.group;
    cards.push({
      title: group?.title[language] ?? '',
      about: words('steps.pillar', {
        value: valueOf(context, groupId),
        level: levelLabel(context, scoreOf(context, groupId).level)?.text ?? '',
      }),
      text: plain(text[language]),
    });
  }
  return cards;
}

/** The answers to raise for the next level, with what is known about the list itself. */
export function buildSteps(context: Context): ReportModel['steps'] {
  const { words, input, questionnaire } = context;
  const { nextSteps } = input;
  if (nextSteps === null)
    return {
      statement: words(questionnaire.scoring.overall.kind === 'none' ? 'steps.unranked' : 'steps.top'),
      first: firstActions(context, []),
      more: '',
      lines: [],
      gain: null,
    };
  const owner = topGroupOf(questionnaire);
  const lines = nextSteps.steps.map((step) =>
    stepLine(context, step, plain(owner.get(step.itemId)?.title[context.language] ?? '')),
  );
  const kind =
    lines.length === 0 ? 'unknown' : !nextSteps.reaches ? 'partial' : nextSteps.minimal ? 'minimal' : 'found';
  return {
    statement: words(`steps.${kind}`, { level: levelInline(context, nextSteps.level), count: lines.length }),
    first: firstActions(context, lines),
    more: lines.length > SHORT_LIST ? words('steps.more', { count: lines.length - SHORT_LIST }) : '',
    lines,
    gain:
      context.totalKind === 'sum'
        ? figure(nextSteps.steps.map((step) => step.gain).reduce(add, ZERO), context.precision.items, context.language)
        : null,
  };
}
