/** The annex of a progress report: STT, tên nhiệm vụ, kết quả thực hiện, đánh giá. */
import type { Translate } from '../wording/catalogue.ts';
import { column } from './annex-parts.ts';
import type { PlanDocument, PlanTable } from './document.ts';
import type { Plan, PlanTask, TaskStatus } from './plan.ts';
import type { ProgressReport } from './progress-report.ts';
import type { progressVi } from './words/progress-vi.ts';

export type ProgressWords = Translate<typeof progressVi>;

/** A task as it stands at the end of a period. */
export interface TaskState {
  readonly task: PlanTask;
  readonly status: TaskStatus;
  readonly percent: number;
  readonly note: string;
  readonly late: number;
}

/** The annex alone, for the workbook. */
export function progressSheet({ language, issued, program, marks, subject, annex }: ProgressReport): PlanDocument {
  const { ordinal, title, attached, caption, table } = annex;
  return {
    language,
    issued,
    program,
    ordinal,
    title,
    below: subject,
    attached,
    marks,
    caption,
    statements: [],
    tables: [{ ...table, title }],
  };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Rows grouped by the phases of the plan with Roman numbers; the numbers of tasks go on through all groups. */
export function progressTable({
  words,
  states,
  plan,
}: {
  readonly words: ProgressWords;
  readonly states: readonly TaskState[];
  readonly plan: Plan;
}): PlanTable {
  const groups = [
    ...plan.phases.map(({ id, name }) => ({ name, states: states.filter(({ task }) => task.phase === id) })),
    {
      name: words(plan.phases.length === 0 ? 'annex.all' : 'annex.rest'),
      states: states.filter(({ task }) => !plan.phases.some(({ id }) => id === task.phase)),
    },
  ].filter((group) => group.states.length > 0);
  let number = 0;
  const row = ({ task, status, percent, note, late }: TaskState): PlanTable['rows'][number] => {
    number += 1;
    const judged = [
      `${words(`plan-word.status.${status}`)} (${percent}%)`,
      ...(late > 0 ? [words('annex.late', { days: late })] : []),
    ];
    return {
      kind: 'row',
      cells: [
        { text: String(number), number, decimals: 0 },
        { text: task.text },
        { text: note },
        { text: judged.join('; ') },
      ],
    };
  };
  return {
    name: words('annex.sheet'),
    title: '',
    columns: [
      column(words('annex.no'), 12, 'center'),
      column(words('annex.task'), 92),
      column(words('annex.result'), 98),
      column(words('annex.judgement'), 50),
    ],
    rows: groups.flatMap((group, index) => [
      { kind: 'heading' as const, text: `${ROMAN[index] ?? String(index + 1)}. ${group.name}` },
      ...group.states.map(row),
    ]),
    empty: states.length === 0 ? words('count.none') : '',
    notes: [],
  };
}
