import type { PlanDocument } from '../plan/document.ts';
import { formatDay, toIsoDay } from '../text/dates.ts';
import { periodText } from '../wording/sentences.ts';
import { annexesOf } from './agency.ts';
import { buildBody, draftPassages, type BodyParts } from './body.ts';
import { buildCharts } from './charts.ts';
import { createContext, periodInline, type Context } from './context.ts';
import { buildDetail } from './detail.ts';
import { evidenceLines } from './evidence.ts';
import { agencyFrame, firmClosing, type FrameInput } from './frame.ts';
import { cleanInput, type ReportInput } from './input.ts';
import type { AgencyParts, ItemLine, ReportModel } from './model.ts';
import type { PassageId } from './passages.ts';
import { buildPillars, commonChangeUnit } from './pillars.ts';
import { buildResult, generalFacts } from './result.ts';
import { buildSource } from './source.ts';
import { buildSteps } from './steps.ts';
import { labelsOf, type Labels } from './words/index.ts';

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
  const frame = frameInput(input);
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
        ? { ...agencyFrame(frame), ...agencyBody(context, { result, steps, evidence, detail, labels, tables }) }
        : null,
    code: input.code ?? null,
    firm: input.kind.family === 'enterprise' ? firmClosing(frame) : null,
  };
}

/** The drafts of the passages that people may write themselves; the same texts that `buildReport` prints. */
export function buildDrafts(raw: ReportInput): Record<PassageId, string> {
  const context = createContext(cleanInput(raw));
  const labels = labelsOf(context.words);
  const detail = buildDetail(context);
  const parts = bodyParts(context, {
    result: buildResult(context),
    steps: buildSteps(context),
    evidence: evidenceLines(context),
    detail,
    labels,
    tables: tablesOf(context, buildPillars(context, detail.rowOf).pillars),
  });
  return draftPassages(context, parts);
}

/** Head, address and signature need the organisation and the details only. */
export function frameInput(input: ReportInput): FrameInput {
  const { details, organisation, provinceName, today, language, words } = input;
  return { details, organisation, provinceName, today, language, words: words.report };
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

type Ready = Pick<ReportModel, 'result' | 'steps' | 'evidence' | 'tables'> & {
  readonly detail: ReturnType<typeof buildDetail>;
  readonly labels: Labels;
};

function bodyParts(context: Context, { result, steps, evidence, detail, labels, tables }: Ready): BodyParts {
  return {
    result,
    steps,
    evidence,
    items: detail.lines.filter((line): line is ItemLine => line.kind === 'item'),
    annexes: annexesOf(context, {
      form: labels['title.detail'],
      evidence: evidence.length > 0 ? labels['title.evidence'] : null,
      steps: steps.lines.length > 0 ? tables.stepsTitle : null,
      plan: planOf(context)?.title ?? null,
      method: labels['title.method'],
    }),
  };
}

/** The plan, where it has tasks. */
function planOf({ input }: Context): PlanDocument | null {
  return input.plan?.tables[0]?.rows.length ? input.plan : null;
}

function agencyBody(context: Context, ready: Ready): Pick<AgencyParts, 'annexes' | 'body' | 'plan'> {
  const parts = bodyParts(context, ready);
  const plan = planOf(context);
  const [table] = plan?.tables ?? [];
  return {
    annexes: parts.annexes,
    body: buildBody(context, parts),
    plan: plan && table ? { statements: plan.statements, table } : null,
  };
}
