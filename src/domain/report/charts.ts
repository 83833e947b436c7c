import { ladderOf, pillarsOf, pillarUnit, type PillarFigures } from '../charts/result-charts.ts';
import { toFraction, type Exact } from '../exact/exact.ts';
import type { NodeScore } from '../scoring/result.ts';
import { periodText } from '../wording/sentences.ts';
import { periodInline, percentText, scoreOf, topGroups, type Context } from './context.ts';
import { figureOrNull } from './figures.ts';
import { shareOf } from '../scoring/summary.ts';
import type { ReportModel } from './model.ts';
import { targetOf } from './result.ts';

const text = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

const figures = (scored: NodeScore): Pick<PillarFigures, 'value' | 'percent'> => ({
  value: text(scored.value),
  percent: text(shareOf(scored)),
});

function pillarFigures(context: Context): PillarFigures[] {
  return topGroups(context).map(({ group }) => {
    const scored = scoreOf(context, group.id);
    const before = context.before?.byId.get(group.id);
    return {
      title: group.title,
      ...figures(scored),
      max: text(scored.max),
      level: scored.level,
      previous: before ? figures(before) : null,
    };
  });
}

/** The charts of a report, the same as on screen: level ladder (where levels exist) and profile of the top groups. */
export function buildCharts(context: Context): ReportModel['charts'] {
  const { questionnaire, shared, input, language, precision } = context;
  const target = targetOf(context);
  const figure = context.usesPercent
    ? percentText(context, shareOf(input.score))
    : (figureOrNull(input.score.value, precision.groups, language)?.text ?? '');
  return {
    ladder:
      questionnaire.scoring.overall.kind === 'none'
        ? null
        : ladderOf(questionnaire.levels, input.score.level, target, figure, language),
    profile: pillarsOf(
      questionnaire,
      pillarFigures(context),
      target,
      {
        now: periodText(shared, input.period),
        previous: input.previous && periodText(shared, input.previous.period),
      },
      language,
    ),
  };
}

/** What the profile shows and in which unit. */
export function profileCaption(context: Context): string {
  const { words, input, questionnaire, language } = context;
  const named = pillarUnit(questionnaire, pillarFigures(context), language);
  const unit = named.charAt(0).toLowerCase() + named.slice(1);
  return input.previous
    ? words('body.figure.previous', { unit, period: periodInline(context, input.previous.period) })
    : words('body.figure', { unit });
}
