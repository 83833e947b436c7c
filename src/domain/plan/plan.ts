/** The action plan of one assessment: target, tasks in order, phases, reporting, candidates for priority. */
import type { Period } from '../assessment/period.ts';

export const TASK_STATUSES = ['not-started', 'in-progress', 'done', 'paused'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** A criterion that a task answers, with the points that it stands at once the task is done. */
export interface PlanRaise {
  readonly itemId: string;
  /** Exact number as text ("3", "5/2"). */
  readonly to: string;
}

export interface PlanTask {
  readonly id: string;
  readonly text: string;
  readonly raises: readonly PlanRaise[];
  /** 1 low, 2 medium, 3 high. */
  readonly priority: number;
  /** 1 easy, 2 medium, 3 hard. */
  readonly effort: number;
  readonly lead: string;
  readonly cooperating: string;
  /** YYYY-MM-DD or empty, as `due`. */
  readonly start: string;
  readonly due: string;
  /** Time in words where there are no days: "Hàng năm". */
  readonly time: string;
  /** Million đồng, exact decimal text; empty when not known. */
  readonly budget: string;
  readonly status: TaskStatus;
  /** Id of a phase of the plan; empty = none. */
  readonly phase: string;
  readonly remark: string;
  /** Key of the suggestion or template task that it came from; empty for own tasks. */
  readonly source: string;
}

export interface PlanPhase {
  readonly id: string;
  readonly name: string;
  /** YYYY-MM-DD or empty. */
  readonly due: string;
}

export interface PlanTarget {
  /** Level of the questionnaire; null = no level is aimed at (sets of indicators). */
  readonly level: number | null;
  /** Until when, YYYY-MM-DD; empty when open. */
  readonly due: string;
}

/** An own figure to reach for an indicator, exact decimal text. */
export interface PlanFigure {
  readonly itemId: string;
  readonly value: string;
}

export const REPORT_KINDS = ['quarter', 'half', 'year'] as const satisfies readonly Period['kind'][];
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface Reporting {
  /** For which periods progress is reported; none = not at all. */
  readonly kinds: readonly ReportKind[];
  /** Last day of the last month that a report still counts, 1 to 28. */
  readonly cutoffDay: number;
  /** First day of the plan, YYYY-MM-DD; periods that end before it are not asked for. Empty = open. */
  readonly start: string;
  /** Deadlines that differ from the rule. */
  readonly deadlines: readonly { readonly period: Period; readonly day: string }[];
}

/** A candidate for the list of priority initiatives with its points by criterion. */
export interface Initiative {
  readonly id: string;
  readonly text: string;
  readonly points: readonly { readonly criterion: string; readonly value: number }[];
}

export interface Plan {
  readonly target: PlanTarget;
  readonly figures: readonly PlanFigure[];
  readonly phases: readonly PlanPhase[];
  readonly reporting: Reporting;
  readonly initiatives: readonly Initiative[];
  readonly tasks: readonly PlanTask[];
}

/** How far things are at the end of one period. */
export interface ProgressRecord {
  readonly period: Period;
  /** Day on which it was reported, YYYY-MM-DD; empty while it is being written. */
  readonly reportedOn: string;
  /** Level that the organisation stands at by then; null = not judged. */
  readonly level: number | null;
  readonly remark: string;
  readonly tasks: readonly {
    readonly taskId: string;
    readonly status: TaskStatus;
    /** Percent done, 0 to 100. */
    readonly percent: number;
    readonly note: string;
  }[];
  readonly figures: readonly PlanFigure[];
}

/** Data of a period closes on day 14 of its last month (Nghị định 09/2019/NĐ-CP on reporting of state agencies). */
export const CUTOFF_DAY = 14;

export const EMPTY_PLAN: Plan = {
  target: { level: null, due: '' },
  figures: [],
  phases: [],
  reporting: { kinds: [], cutoffDay: CUTOFF_DAY, start: '', deadlines: [] },
  initiatives: [],
  tasks: [],
};

/** A task about which nothing is known yet. */
export function emptyTask(id: string): PlanTask {
  return {
    id,
    text: '',
    raises: [],
    priority: 2,
    effort: 2,
    lead: '',
    cooperating: '',
    start: '',
    due: '',
    time: '',
    budget: '',
    status: 'not-started',
    phase: '',
    remark: '',
    source: '',
  };
}
