import type { Condition } from '../scoring/reasons.ts';
import { besideFigures, shareOf, targetFor } from '../scoring/summary.ts';
import { periodText, conditionText } from '../wording/sentences.ts';
import { formatDay, toIsoDay } from '../text/dates.ts';
import { levelInline, levelLabel, percentText, periodInline, type Context } from './context.ts';
import { figure, figureOrNull } from './figures.ts';
import { frameFacts } from './frame.ts';
import type { ConditionLine, Fact, ReportModel } from './model.ts';
import { shortHash } from './source.ts';

/** The questionnaire's target that the result is held against. */
export interface Target {
  readonly year: number;
  readonly level: number;
  readonly note: string;
}

/** The questionnaire's target for the assessed period, in one language. */
export function targetOf({ questionnaire, input, language }: Context): Target | null {
  const found = targetFor(questionnaire, input.period.year);
  return found ? { year: found.year, level: found.level, note: found.note[language] } : null;
}

export function conditionLines(context: Context, conditions: readonly Condition[]): ConditionLine[] {
  return conditions.map((condition) => ({
    text: conditionText(context.shared, condition, context.language),
    met: condition.met,
  }));
}

/** Whether a target is reached: "đã đạt", "còn thấp hơn 1 mức". */
export function targetText(context: Context, target: Target): string {
  const { words, questionnaire } = context;
  const rank = (level: number | null): number => questionnaire.levels.findIndex((entry) => entry.value === level);
  const own = context.input.score.level;
  const by = rank(target.level) - rank(own);
  const verdict =
    own === null
      ? words('body.2.target.unknown')
      : by > 0
        ? words('body.2.target.missing', { count: by })
        : words(by === 0 ? 'body.2.target.met' : 'body.2.target.above');
  return words('body.2.target', {
    year: target.year,
    level: levelInline(context, target.level),
    verdict,
    note: target.note,
  }).trim();
}

/** Mean and lowest of the top groups, where the questionnaire prints them beside the level. */
export function besideFacts(context: Context): Fact[] {
  const { words, language, precision, questionnaire, input } = context;
  return besideFigures(questionnaire, input.score).map(({ kind, value, groupIds }): Fact => {
    const shown = figure(value, precision.groups, language);
    if (kind === 'mean') return { label: words('beside.mean'), text: shown.text, figure: shown };
    const titles = questionnaire.groups
      .filter((group) => groupIds.includes(group.id))
      .map((group) => group.title[language]);
    return {
      label: words('beside.lowest'),
      text: words('beside.lowest.value', { value: shown.text, titles: titles.join('; ') }),
    };
  });
}

/** Level, total, and what stands behind them. */
export function buildResult(context: Context): ReportModel['result'] {
  const { input, words, language, precision, questionnaire } = context;
  const { score, reasons } = input;
  const level = levelLabel(context, score.level);
  const value = figureOrNull(score.value, precision.groups, language);
  const max = figureOrNull(score.max, precision.groups, language);
  const share = shareOf(score);
  const ranked = questionnaire.scoring.overall.kind !== 'none';
  const meaning =
    questionnaire.levels.find((entry) => entry.value === score.level)?.meaning[language] ??
    (ranked ? words('level.none.meaning') : '');
  const target = targetOf(context);
  const next = reasons.next;
  return {
    level,
    headline: level?.text ?? words('level.none'),
    meaning,
    value:
      value && max
        ? words(`value.${context.totalKind}`, {
            value: value.text,
            max: max.text,
            percent: percentText(context, share),
          })
        : '',
    facts: resultFacts(context),
    compared: comparedText(context),
    target: ranked && target ? targetText(context, target) : '',
    provisional: score.tally.unanswered > 0 ? words('enterprise.provisional', { count: score.tally.unanswered }) : '',
    held: conditionLines(context, reasons.held),
    next: next && {
      title: words(next.conditions.length === 0 ? 'steps.next.none' : 'steps.next', {
        level: levelInline(context, next.level),
      }),
      conditions: conditionLines(context, next.conditions),
    },
  };
}

function resultFacts(context: Context): Fact[] {
  const { input, words, language, precision } = context;
  const { score } = input;
  const facts: Fact[] = [
    { label: words('label.level'), text: levelLabel(context, score.level)?.text ?? words('level.none') },
  ];
  const value = figureOrNull(score.value, precision.groups, language);
  const max = figureOrNull(score.max, precision.groups, language);
  const percent = figureOrNull(shareOf(score), precision.percent, language);
  if (value) facts.push({ label: words(`value.label.${context.totalKind}`), text: value.text, figure: value });
  if (max) facts.push({ label: words('label.max'), text: max.text, figure: max });
  if (context.usesPercent && percent)
    facts.push({ label: words('value.label.percent'), text: `${percent.text}%`, percent });
  facts.push(...besideFacts(context).filter((fact) => context.totalKind !== 'mean' || fact.figure === undefined));
  return facts;
}

function comparedText(context: Context): string {
  const { input, words } = context;
  const before = context.before?.level ?? null;
  const now = input.score.level;
  if (!input.previous || before === null || now === null) return '';
  return words(`enterprise.compared.${now > before ? 'up' : now < before ? 'down' : 'same'}`, {
    period: periodInline(context, input.previous.period),
    before: levelInline(context, before),
    now: levelInline(context, now),
  });
}

/** Who, what, when: the first sheet of the workbook. Empty entries are left out. */
export function generalFacts(context: Context): Fact[] {
  const { input, words, shared, questionnaire, language } = context;
  const { organisation, score } = input;
  const { answered, notApplicable, unanswered } = score.tally;
  const count = (label: string, value: number): Fact => ({
    label,
    text: String(value),
    figure: figureOrNull({ n: BigInt(value), d: 1n }, 0, language) ?? undefined,
  });
  const facts: Fact[] = [
    { label: words('fact.organisation'), text: organisation.name },
    { label: words('fact.kind'), text: input.kind.name[language] },
    { label: words(context.groupKind === 'agency' ? 'fact.code' : 'fact.taxCode'), text: organisation.code },
    { label: words('fact.province'), text: input.provinceName },
    { label: words('fact.address'), text: organisation.address },
    { label: words('fact.contact'), text: organisation.contact },
    ...frameFacts({ ...input, words }, input.kind.family),
    { label: words('fact.questionnaire'), text: questionnaire.title[language] },
    {
      label: words('fact.version'),
      text: words('fact.versionValue', {
        id: questionnaire.id,
        version: questionnaire.version,
        hash: shortHash(input.hash),
      }),
    },
    { label: words('fact.period'), text: periodText(shared, input.period) },
    { label: words('fact.state'), text: words(`state.${input.state}`) },
    count(words('fact.answered'), answered),
    count(words('fact.notApplicable'), notApplicable),
    count(words('fact.unanswered'), unanswered),
    { label: words('fact.issued'), text: formatDay(input.today), date: toIsoDay(input.today) },
    { label: words('fact.program'), text: words('fact.programValue', { version: input.programVersion }) },
  ];
  return facts.filter((fact) => fact.text !== '');
}
