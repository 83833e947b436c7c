/** The tables of the annex besides the list of tasks; each is left out where there is nothing to say. */
import { column, dayCell, numberCell, type AnnexContext } from './annex-parts.ts';
import type { PlanTable } from './document.ts';
import { latestRecord, latenessOf } from './progress.ts';
import { rankInitiatives } from './selection.ts';

const DECIMALS = 2;
const no = (index: number) => ({ text: String(index + 1), number: index + 1, decimals: 0 });

/** Indicators with the figures of the document and of the organisation. */
export function figureTable({ words, facts, language }: AnnexContext): PlanTable[] {
  if (facts.figures.length === 0) return [];
  const figure = (value: string | null) => (value === null ? { text: '' } : numberCell(value, language, DECIMALS));
  return [
    {
      name: words('figures.sheet'),
      title: words('figures.title'),
      columns: [
        column(words('no'), 10, 'center'),
        column(words('figure'), 96),
        column(words('unit'), 26, 'center'),
        column(words('figure.now'), 26, 'right'),
        column(words('figure.official'), 34, 'right'),
        column(words('figure.own'), 30, 'right'),
        column(words('state'), 26),
      ],
      rows: facts.figures.map((entry, index) => ({
        kind: 'row',
        cells: [
          no(index),
          { text: `${entry.code}. ${entry.title[language]}` },
          { text: entry.unit?.[language] ?? '' },
          figure(entry.now),
          entry.official
            ? {
                ...numberCell(entry.official.value, language, DECIMALS),
                text: `${numberCell(entry.official.value, language, DECIMALS).text} (${entry.official.year})`,
              }
            : { text: '' },
          figure(entry.own),
          { text: entry.status === null ? '' : words(`plan-word.figure.${entry.status}`) },
        ],
      })),
      empty: '',
      notes: [],
    },
  ];
}

/** Reporting periods that have begun, with what was reported. */
export function periodTable(context: AnnexContext): PlanTable[] {
  const { words, facts, plan, periodName, day } = context;
  const begun = facts.periods.filter(({ state }) => state !== 'later');
  if (begun.length === 0) return [];
  return [
    {
      name: words('periods.sheet'),
      title: words('periods.title'),
      columns: [
        column(words('no'), 10, 'center'),
        column(words('period'), 44),
        column(words('window'), 46, 'center'),
        column(words('deadline'), 26, 'center'),
        column(words('reported'), 26, 'center'),
        column(words('state'), 36),
        column(words('done.of'), 24, 'center'),
        column(words('level.reached'), 20, 'center'),
      ],
      rows: begun.map(({ period, window, deadline, record, state }, index) => {
        const done = record?.tasks.filter((entry) => entry.status === 'done').length;
        return {
          kind: 'row',
          cells: [
            no(index),
            { text: periodName(period) },
            { text: `${day(window.from)} - ${day(window.to)}` },
            dayCell(context, deadline),
            dayCell(context, record?.reportedOn ?? ''),
            { text: words(`plan-word.report.${state}`) },
            { text: done === undefined ? '' : `${done}/${plan.tasks.length}` },
            { text: record?.level === null || record === null ? '' : String(record.level) },
          ],
        };
      }),
      empty: '',
      notes: [],
    },
  ];
}

/** Results by task in the latest recorded period: task, result, judgement. */
export function progressTable({ words, plan, records, periodName, facts }: AnnexContext): PlanTable[] {
  const latest = latestRecord(records);
  if (!latest) return [];
  const entries = new Map(latest.tasks.map((entry) => [entry.taskId, entry]));
  const end = facts.periods.find(({ record }) => record === latest)?.window.to ?? '';
  const rows = plan.tasks.flatMap((task) => {
    const entry = entries.get(task.id);
    return entry ? [{ task, entry }] : [];
  });
  return [
    {
      name: words('progress.sheet'),
      title: words('progress.title', { period: periodName(latest.period).toUpperCase() }),
      columns: [
        column(words('no'), 10, 'center'),
        column(words('task'), 90),
        column(words('result'), 90),
        column(words('judgement'), 46),
      ],
      rows: rows.map(({ task, entry }, index) => {
        const late = latenessOf({ ...task, status: entry.status }, end) === 'late';
        const judgement = [words(`plan-word.status.${entry.status}`), words('percent', { percent: entry.percent })];
        return {
          kind: 'row',
          cells: [
            no(index),
            { text: task.text },
            { text: entry.note },
            { text: [judgement.join(', '), ...(late ? [words('late')] : [])].join('\n') },
          ],
        };
      }),
      empty: rows.length === 0 ? words('tasks.empty') : '',
      notes: latest.remark === '' ? [] : [words('progress.remark', { remark: latest.remark })],
    },
  ];
}

/** Candidates for priority initiatives by place, with their points on each criterion. */
export function initiativeTable({ words, plan, selection, language }: AnnexContext): PlanTable[] {
  if (!selection || plan.initiatives.length === 0) return [];
  const ranked = rankInitiatives(selection, plan.initiatives);
  const byId = new Map(plan.initiatives.map((entry) => [entry.id, entry]));
  const ordered = [...ranked].sort((a, b) => (a.rank ?? ranked.length + 1) - (b.rank ?? ranked.length + 1));
  return [
    {
      name: words('initiatives.sheet'),
      title: words('initiatives.title'),
      columns: [
        column(words('rank'), 16, 'center'),
        column(words('initiative'), 80),
        ...selection.criteria.map((criterion) => column(criterion.text[language], 34, 'center')),
        column(words('points'), 22, 'center'),
      ],
      rows: ordered.map(({ id, rank, total, most }) => {
        const points = new Map(byId.get(id)?.points.map(({ criterion, value }) => [criterion, value]));
        return {
          kind: 'row',
          cells: [
            rank === null ? { text: '' } : { text: String(rank), number: rank, decimals: 0 },
            { text: byId.get(id)?.text ?? '' },
            ...selection.criteria.map((criterion) => {
              const value = points.get(criterion.id);
              return value === undefined ? { text: '' } : { text: String(value), number: value, decimals: 0 };
            }),
            { text: total === null ? '' : `${total}/${most}` },
          ],
        };
      }),
      empty: '',
      notes: [
        words('initiatives.source', { document: `${selection.source.number}, ${selection.source.place[language]}` }),
      ],
    },
  ];
}
