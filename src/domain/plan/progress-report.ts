/**
 * The periodic progress report of an agency (quarter, six months, year): text in three parts and an annex of four columns
 * STT, tên nhiệm vụ, kết quả thực hiện, đánh giá, as finished data for PDF and workbook.
 */
import type { Organisation } from '../assessment/organisation.ts';
import { comparePeriods, type Period } from '../assessment/period.ts';
import { divide, exact, type Exact } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { itemsOf } from '../questionnaire/walk.ts';
import { formalName } from '../report/agency.ts';
import type { ReportDetails } from '../report/details.ts';
import { agencyFrame } from '../report/frame.ts';
import type { Block, Frame } from '../report/model.ts';
import { labelsOf, reportWords, type Labels } from '../report/words/index.ts';
import { formatDay, parseDay, type Day } from '../text/dates.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import { createTranslator } from '../wording/catalogue.ts';
import { en } from '../wording/en.ts';
import { periodText } from '../wording/sentences.ts';
import { vi } from '../wording/vi.ts';
import { windowOf } from './calendar.ts';
import type { PlanTable } from './document.ts';
import type { Plan, ProgressRecord, TaskStatus } from './plan.ts';
import { progressTable, type ProgressWords, type TaskState } from './progress-annex.ts';
import { daysLate, samePeriod, targetState } from './progress.ts';
import { progressEn } from './words/progress-en.ts';
import { progressVi } from './words/progress-vi.ts';

export interface ProgressInput {
  readonly plan: Plan;
  readonly records: readonly ProgressRecord[];
  readonly period: Period;
  readonly questionnaire: Questionnaire;
  readonly organisation: Pick<Organisation, 'name'>;
  readonly provinceName: string;
  /** Of the assessment's report: head, address and signature are taken over, its number and day are not. */
  readonly details: ReportDetails;
  readonly sample: boolean;
  readonly language: Language;
  readonly programVersion: string;
  readonly today: Day;
  /** The same day, YYYY-MM-DD. */
  readonly todayIso: string;
}

export interface ProgressReport {
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly issued: string;
  readonly program: string;
  readonly labels: Labels;
  readonly marks: readonly string[];
  readonly title: string;
  readonly subject: string;
  readonly frame: Frame;
  readonly body: readonly Block[];
  readonly annex: {
    readonly ordinal: string;
    readonly title: string;
    readonly attached: string;
    /** One line under the title of the sheet. */
    readonly caption: string;
    readonly table: PlanTable;
  };
}

/** Longest lists inside the text; the annex has everything. */
const MOST = 8;

interface Context extends ProgressInput {
  readonly words: ProgressWords;
  readonly periodName: string;
  readonly record: ProgressRecord | null;
  readonly states: readonly TaskState[];
  readonly name: string;
}

const day = (iso: string): string => {
  const parsed = parseDay(iso);
  return parsed ? formatDay(parsed) : '';
};
const inSentence = (text: string, language: Language): string =>
  language === 'vi' ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** The tasks as recorded for a period; without a record as the plan has them. */
function statesOf({ plan }: ProgressInput, record: ProgressRecord | null, end: string): TaskState[] {
  const known = new Map(record?.tasks.map((entry) => [entry.taskId, entry]));
  return plan.tasks.map((task) => {
    const entry = known.get(task.id);
    const status = entry?.status ?? task.status;
    const percent = entry?.percent ?? (status === 'done' ? 100 : 0);
    return { task, status, percent, note: entry?.note ?? '', late: daysLate({ ...task, status }, end) };
  });
}

export function buildProgressReport(input: ProgressInput): ProgressReport {
  const { language, plan, records, period, organisation } = input;
  const words = createTranslator(language, { vi: progressVi, en: progressEn }[language] as typeof progressVi);
  const shared = language === 'vi' ? createTranslator('vi', vi) : createTranslator('en', en);
  const record = records.find((entry) => samePeriod(entry.period, period)) ?? null;
  const window = windowOf(period, plan.reporting.cutoffDay);
  const periodName = inSentence(periodText(shared, period), language);
  const context: Context = {
    ...input,
    words,
    record,
    periodName,
    states: statesOf(input, record, window.to),
    name: language === 'vi' ? formalName(organisation.name).name : organisation.name,
  };
  const frame = agencyFrame({
    details: { ...input.details, number: '', date: '', dateChoice: 'month' },
    organisation,
    provinceName: input.provinceName,
    today: input.today,
    language,
    words: reportWords(language),
  });
  const before = [...records]
    .filter((entry) => comparePeriods(entry.period, period) < 0)
    .sort((a, b) => comparePeriods(b.period, a.period))[0];
  return {
    language,
    issued: input.todayIso,
    program: words('program'),
    labels: labelsOf(reportWords(language)),
    marks: [
      ...(input.sample ? [words('sample')] : []),
      ...(record && record.reportedOn !== '' ? [] : [words('draft')]),
    ],
    title: words('title', { period: periodName }),
    subject: words('subject', { organisation: context.name, questionnaire: input.questionnaire.shortTitle[language] }),
    frame,
    body: [
      {
        kind: 'paragraph',
        text: words('opening', {
          organisation: context.name,
          period: periodName,
          from: day(window.from),
          to: day(window.to),
        }),
      },
      ...results(context),
      ...comparison(context, before ?? null, before ? inSentence(periodText(shared, before.period), language) : ''),
      ...assessment(context),
      { kind: 'paragraph', text: words('closing', { period: periodName, organisation: context.name }) },
    ],
    annex: {
      ordinal: words('annex.ordinal'),
      title: words('annex.title', { period: periodName.toUpperCase() }),
      attached: frame.attached,
      caption: words('annex.caption', {
        organisation: context.name,
        period: periodName,
        version: input.programVersion,
      }),
      table: progressTable(context),
    },
  };
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const subheading = (text: string): Block => ({ kind: 'subheading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const count = ({ states }: Context, status: TaskStatus): number =>
  states.filter((state) => state.status === status).length;

/** Points of a list; what goes beyond its length is in the annex. */
function listed({ words }: Context, texts: readonly string[]): Block[] {
  const rest = texts.length - MOST;
  return [
    ...texts.slice(0, MOST).map((text): Block => ({ kind: 'point', text: `- ${text}` })),
    ...(rest > 0 ? [paragraph(words('more', { count: rest, annex: words('annex.ordinal') }))] : []),
  ];
}

function levelName({ questionnaire, language }: Context, level: number): string {
  return questionnaire.levels.find(({ value }) => value === level)?.name[language] ?? '';
}

function results(context: Context): Block[] {
  const { words, states, record, language } = context;
  const total = states.length;
  const done = states.filter(({ status }) => status === 'done');
  const late = states.filter((state) => state.late > 0).length;
  const mean: Exact =
    total === 0
      ? exact('0')
      : divide(exact(String(states.reduce((sum, { percent }) => sum + percent, 0))), exact(String(total)));
  const general =
    total === 0
      ? [words('count.none')]
      : [
          words('count', {
            total,
            done: done.length,
            running: count(context, 'in-progress'),
            open: count(context, 'not-started'),
            paused: count(context, 'paused'),
          }),
          words('count.percent', { percent: formatPercent(mean, language) }),
          words('count.late', { count: late }),
        ];
  const level = record?.level ?? null;
  const figures = figureLines(context);
  return [
    heading(words('part.1')),
    subheading(words('part.1.general')),
    paragraph(
      [...general, ...(level === null ? [] : [words('level', { level, name: levelName(context, level) })])].join(' '),
    ),
    paragraph(words('annex', { annex: words('annex.ordinal') })),
    subheading(words('part.1.done')),
    ...(done.length === 0
      ? [paragraph(words('part.1.none'))]
      : listed(
          context,
          done.map(({ task, note }) => (note === '' ? `${task.text}.` : `${task.text}: ${note}`)),
        )),
    ...(figures.length === 0 ? [] : [subheading(words('part.1.figures')), ...listed(context, figures)]),
  ];
}

/** What was reported for indicators, beside the plan's own figures. */
function figureLines({ record, plan, questionnaire, language, words }: Context): string[] {
  const items = new Map([...itemsOf(questionnaire.groups)].map((item) => [item.id, item]));
  const show = (value: string): string => formatNumber(exact(value), language);
  return (record?.figures ?? []).flatMap(({ itemId, value }) => {
    const item = items.get(itemId);
    if (!item || value === '') return [];
    const aim = plan.figures.find((figure) => figure.itemId === itemId)?.value ?? '';
    return [
      words('figure', {
        title: `${item.code}. ${item.title[language]}`,
        value: show(value),
        aim: aim === '' ? '' : words('figure.aim', { value: show(aim) }),
      }),
    ];
  });
}

function comparison(context: Context, before: ProgressRecord | null, beforeName: string): Block[] {
  const { words, plan, record, todayIso } = context;
  const now = count(context, 'done');
  const earlier = before?.tasks.filter(({ status }) => status === 'done').length ?? 0;
  const way = now > earlier ? 'up' : now < earlier ? 'down' : 'same';
  const { level, due } = plan.target;
  return [
    heading(words('part.2')),
    paragraph(
      before === null ? words('previous.none') : words(`previous.${way}`, { period: beforeName, before: earlier, now }),
    ),
    paragraph(
      level === null
        ? words('target.none')
        : words('target.level', {
            level,
            name: levelName(context, level),
            due: due === '' ? '' : words('target.due', { day: day(due) }),
            state: words(`target.${targetState(plan.target, record?.level ?? null, todayIso)}`),
          }),
    ),
  ];
}

function assessment(context: Context): Block[] {
  const { words, states, record } = context;
  const late = states.filter((state) => state.late > 0);
  const next = states
    .filter(({ status }) => status !== 'done')
    .sort((a, b) => (a.task.due || '9999').localeCompare(b.task.due || '9999'));
  return [
    heading(words('part.3')),
    subheading(words('part.3.late')),
    ...(late.length === 0
      ? [paragraph(words('part.3.late.none'))]
      : listed(
          context,
          late.map(({ task, late: days }) => words('late.line', { task: task.text, due: day(task.due), days })),
        )),
    subheading(words('part.3.causes')),
    ...(record && record.remark !== ''
      ? record.remark.split('\n').map((text) => paragraph(text))
      : [{ kind: 'open', lines: 3 } as const]),
    subheading(words('part.3.next')),
    ...(next.length === 0
      ? [paragraph(words(states.length === 0 ? 'count.none' : 'part.3.next.none'))]
      : listed(
          context,
          next.map(({ task }) => {
            const parts = [
              ...(task.lead === '' ? [] : [words('next.lead', { lead: task.lead })]),
              ...(task.due === '' ? [] : [words('next.due', { due: day(task.due) })]),
            ];
            return words('next.line', { task: task.text, by: parts.length === 0 ? '' : ` (${parts.join('; ')})` });
          }),
        )),
    subheading(words('part.3.proposals')),
    { kind: 'open', lines: 3 },
  ];
}
