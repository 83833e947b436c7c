/** Builds the annex of a plan: tasks, figures, progress and the choice of initiatives as localised tables. */
import { add, exact, toNumber, ZERO } from '../exact/exact.ts';
import { formalName } from '../report/agency.ts';
import { formatDay, parseDay } from '../text/dates.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import { createTranslator } from '../wording/catalogue.ts';
import { en } from '../wording/en.ts';
import { periodText } from '../wording/sentences.ts';
import { vi } from '../wording/vi.ts';
import { column, numberCell, type AnnexContext, type AnnexInput } from './annex-parts.ts';
import { figureTable, initiativeTable, periodTable, progressTable } from './annex-tables.ts';
import type { PlanDocument, PlanTable } from './document.ts';
import type { Outlook } from './facts.ts';
import type { PlanTask } from './plan.ts';
import { planDocumentEn } from './words/document-en.ts';
import { planDocumentVi } from './words/document-vi.ts';

/** Vietnamese writes the period small inside a sentence. */
const inSentence = (text: string, language: Language): string =>
  language === 'vi' ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export function buildPlanDocument(input: AnnexInput): PlanDocument {
  const { language, questionnaire, organisation, plan, period, family } = input;
  const words = createTranslator(
    language,
    { vi: planDocumentVi, en: planDocumentEn }[language] as typeof planDocumentVi,
  );
  const shared = language === 'vi' ? createTranslator('vi', vi) : createTranslator('en', en);
  const context: AnnexContext = {
    ...input,
    words,
    day(iso) {
      const day = parseDay(iso);
      return day ? formatDay(day) : '';
    },
    periodName: (one) => periodText(shared, one),
  };
  const names = {
    organisation: family === 'agency' && language === 'vi' ? formalName(organisation.name).name : organisation.name,
    questionnaire: questionnaire.shortTitle[language],
    period: inSentence(context.periodName(period), language),
  };
  const { level, due } = plan.target;
  return {
    language,
    issued: input.today,
    program: words('program'),
    ordinal: words('ordinal'),
    title: level === null || due === '' ? words('title.open') : words('title.level', { level, year: due.slice(0, 4) }),
    below: words('below', names),
    attached: family === 'agency' ? words('attached', names) : '',
    marks: input.sample ? [words('sample')] : [],
    caption: words('caption', { ...names, program: words('program'), version: input.programVersion }),
    statements: statements(context),
    tables: [
      taskTable(context),
      ...figureTable(context),
      ...periodTable(context),
      ...progressTable(context),
      ...initiativeTable(context),
    ],
  };
}

/** "271/600" in the questionnaire's own precision. */
function valueText({ questionnaire, language }: AnnexContext, { value, max }: Outlook): string {
  const show = (text: string): string => formatNumber(exact(text), language, questionnaire.scoring.decimals);
  if (value === null) return '0';
  return max === null ? show(value) : `${show(value)}/${show(max)}`;
}

function statements(context: AnnexContext): string[] {
  const { facts, plan, questionnaire, words } = context;
  const levelText = ({ level }: Outlook): string => (level === null ? words('level.none') : String(level));
  const figures = {
    count: plan.tasks.length,
    now: levelText(facts.now),
    nowValue: valueText(context, facts.now),
    then: levelText(facts.all),
    thenValue: valueText(context, facts.all),
  };
  const judged = questionnaire.scoring.overall.kind !== 'none';
  const phases = plan.phases.flatMap((phase) => {
    const after = facts.phases.find((entry) => entry.phaseId === phase.id);
    if (!after || !judged) return [];
    return [
      words('outlook.phase', { phase: phase.name, then: levelText(after), thenValue: valueText(context, after) }),
    ];
  });
  return [words(judged ? 'outlook.level' : 'outlook.value', figures), ...phases];
}

function timeText({ words, day }: AnnexContext, { start, due, time }: PlanTask): string {
  const days =
    start !== '' && due !== ''
      ? words('time.both', { start: day(start), due: day(due) })
      : due !== ''
        ? words('time.until', { due: day(due) })
        : start !== ''
          ? words('time.from', { start: day(start) })
          : '';
  return [time, days].filter((part) => part !== '').join('\n');
}

function taskTable(context: AnnexContext): PlanTable {
  const { words, plan, facts, language, questionnaire } = context;
  const { decimals } = questionnaire.scoring;
  const factsOf = new Map(facts.tasks.map((entry) => [entry.id, entry]));
  const number = new Map(plan.tasks.map((task, index) => [task.id, index + 1]));
  const row = (task: PlanTask): PlanTable['rows'][number] => {
    const own = factsOf.get(task.id);
    const late = own?.lateness === 'late' ? `\n${words('plan-word.late.late', { days: own.daysLate })}` : '';
    const no = number.get(task.id) ?? 0;
    return {
      kind: 'row',
      cells: [
        { text: String(no), number: no, decimals: 0 },
        { text: task.text },
        { text: own?.items.map((item) => item.code).join(', ') ?? '' },
        own && own.items.length > 0 ? numberCell(own.gain, language, decimals) : { text: '' },
        {
          text: `${words(`plan-word.priority.${task.priority}` as 'plan-word.priority.1')}, ${words(`plan-word.effort.${task.effort}` as 'plan-word.effort.1').toLowerCase()}`,
        },
        { text: task.lead },
        { text: task.cooperating },
        { text: timeText(context, task) },
        task.budget === '' ? { text: '' } : numberCell(task.budget, language),
        { text: `${words(`plan-word.status.${task.status}`)}${late}` },
        { text: task.remark },
      ],
    };
  };
  const inPhase = (id: string): PlanTable['rows'][number][] => plan.tasks.filter((t) => t.phase === id).map(row);
  const phased = plan.phases.flatMap(({ id, name, due }) => {
    const text = due === '' ? name : words('phase.until', { name, day: context.day(due) });
    return [{ kind: 'heading' as const, text }, ...inPhase(id)];
  });
  const loose = inPhase('');
  const budget = plan.tasks.reduce((sum, task) => (task.budget === '' ? sum : add(sum, exact(task.budget))), ZERO);
  const total: PlanTable['rows'][number] = {
    kind: 'row',
    cells: [
      { text: '' },
      { text: words('total'), bold: true },
      { text: '' },
      { ...numberCell(facts.gain, language, decimals), bold: true },
      { text: '' },
      { text: '' },
      { text: '' },
      { text: '' },
      { text: formatNumber(budget, language), number: toNumber(budget), decimals: 2, bold: true },
      { text: '' },
      { text: '' },
    ],
  };
  const rows = [
    ...phased,
    ...(plan.phases.length > 0 && loose.length > 0 ? [{ kind: 'heading' as const, text: words('phase.none') }] : []),
    ...loose,
  ];
  return {
    name: words('tasks.sheet'),
    title: words('tasks.title'),
    columns: [
      column(words('no'), 10, 'center'),
      column(words('task'), 60),
      column(words('items'), 16, 'center'),
      column(words('gain'), 14, 'right'),
      column(words('priority'), 20),
      column(words('lead'), 32),
      column(words('cooperating'), 30),
      column(words('time'), 27),
      column(words('budget'), 19, 'right'),
      column(words('status'), 20),
      column(words('remark'), 24),
    ],
    rows: plan.tasks.length === 0 ? [] : [...rows, total],
    empty: plan.tasks.length === 0 ? words('tasks.empty') : '',
    notes: [
      words('rule', { rule: words('plan-word.rule').replace(/\.$/, ''), source: words('plan-word.rule.source') }),
    ],
  };
}
