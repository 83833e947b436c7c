import { formatDay, toIsoDay } from '../text/dates.ts';
import { periodText } from '../wording/sentences.ts';
import { agencyFrame, annexesOf } from './agency.ts';
import { buildBody } from './body.ts';
import { buildCharts } from './charts.ts';
import { createContext, periodInline, type Context } from './context.ts';
import { buildDetail } from './detail.ts';
import { evidenceLines } from './evidence.ts';
import { cleanInput, type ReportInput } from './input.ts';
import type { AgencyParts, ItemLine, ReportModel } from './model.ts';
import { buildPillars, commonChangeUnit } from './pillars.ts';
import { buildResult, generalFacts } from './result.ts';
import { buildSource } from './source.ts';
import { buildSteps } from './steps.ts';
import { labelsOf } from './words/index.ts';

/**
 * Makes the whole report of one assessment: every sentence, figure and table row, in one language, ready to lay out.
 * Pure: the same input gives the same model. Figures are rounded here, once, each from its exact value.
 */
export function buildReport(raw: ReportInput): ReportModel {
  const input = cleanInput(raw);
  const context = createContext(input);
  const { words, shared, language, questionnaire } = context;
  const labels = labelsOf(words);
  const detail = buildDetail(context);
  const { pillars, total } = buildPillars(context, detail.rowOf);
  const evidence = evidenceLines(context);
  const steps = buildSteps(context);
  const result = buildResult(context);
  const title = titleOf(context);
  const tables = tablesOf(context, pillars);
  return {
    language,
    family: input.kind.family,
    marks: [...(input.sample ? [words('mark.sample')] : []), ...(input.state === 'draft' ? [words('mark.draft')] : [])],
    labels,
    title,
    subject: words('title.subject', {
      questionnaire: questionnaire.title[language],
      organisation: input.organisation.name,
    }),
    caption: words('title.of', {
      organisation: input.organisation.name,
      period: periodInline(context, input.period),
      questionnaire: questionnaire.title[language],
      version: questionnaire.version,
    }),
    organisation: input.organisation.name,
    questionnaire: questionnaire.title[language],
    periodText: periodText(shared, input.period),
    about: words('enterprise.about', {
      kind: input.kind.name[language],
      period: periodText(shared, input.period),
      date: formatDay(input.today),
    }),
    issued: toIsoDay(input.today),
    facts: generalFacts(context),
    result,
    tables,
    pillars,
    total,
    detail: detail.lines,
    evidence,
    steps,
    source: buildSource(context),
    charts: buildCharts(context),
    agency:
      input.kind.family === 'agency'
        ? agencyParts(context, {
            result,
            steps,
            evidence,
            items: detail.lines.filter((line): line is ItemLine => line.kind === 'item'),
            annexes: annexesOf(context, {
              form: labels['title.detail'],
              evidence: evidence.length > 0 ? labels['title.evidence'] : null,
              steps: steps.lines.length > 0 ? tables.stepsTitle : null,
              method: labels['title.method'],
            }),
          })
        : null,
  };
}

function titleOf(context: Context): string {
  const { words, input } = context;
  return words(input.kind.family === 'agency' ? 'title.report' : 'title.sheet', {
    period: periodInline(context, input.period),
  });
}

function tablesOf(context: Context, pillars: ReportModel['pillars']): ReportModel['tables'] {
  const { words, shared, input } = context;
  const level = input.nextSteps?.level;
  return {
    stepsTitle: level === undefined ? words('title.steps.top') : words('title.steps', { level }),
    usesPercent: context.usesPercent,
    hasLevels: pillars.some((line) => line.level !== null),
    hasBefore: context.before !== null,
    changeUnit: commonChangeUnit(context),
    previousHead: input.previous ? periodText(shared, input.previous.period) : '',
    previousNote: input.previous
      ? words('title.previous', { period: periodInline(context, input.previous.period) })
      : '',
    changeHead: words(`change.head.${commonChangeUnit(context)}`),
    totalLabel: words(`total.${context.totalKind}`),
  };
}

function agencyParts(context: Context, parts: Parameters<typeof buildBody>[1]): AgencyParts {
  return { ...agencyFrame(context), annexes: parts.annexes, body: buildBody(context, parts) };
}
