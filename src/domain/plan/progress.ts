/** How a plan gets on: which reports are due, and what is late. */
import { comparePeriods, PERIODS_PER_YEAR, type Period } from '../assessment/period.ts';
import { addDays, deadlineOf, windowOf, type Window } from './calendar.ts';
import { PLAN_LIMITS } from './limits.ts';
import { REPORT_KINDS, type Plan, type PlanTask, type ProgressRecord } from './plan.ts';

/** late: past its end and not done; soon: ends within two weeks; starting-late: should have begun; none of these: on time. */
export type Lateness = 'late' | 'soon' | 'starting-late' | 'on-time';

const SOON_DAYS = 14;

/**
 * How a task stands on a day.
 * @param today YYYY-MM-DD
 */
export function latenessOf(task: Pick<PlanTask, 'start' | 'due' | 'status'>, today: string): Lateness {
  if (task.status === 'done') return 'on-time';
  if (task.due !== '' && task.due < today) return 'late';
  if (task.status === 'not-started' && task.start !== '' && task.start < today) return 'starting-late';
  return task.due !== '' && task.due <= addDays(today, SOON_DAYS) ? 'soon' : 'on-time';
}

/** Days by which a task is past its end; 0 when it is not. */
export function daysLate(task: Pick<PlanTask, 'start' | 'due' | 'status'>, today: string): number {
  if (latenessOf(task, today) !== 'late') return 0;
  return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${task.due}T00:00:00Z`)) / 86_400_000);
}

export const samePeriod = (a: Period, b: Period): boolean => a.kind === b.kind && comparePeriods(a, b) === 0;

/** reported; reported-late: after the deadline; late: not reported and past it; due: data is complete, report now; running; later. */
export type ReportState = 'reported' | 'reported-late' | 'late' | 'due' | 'running' | 'later';

export interface ReportPeriod {
  readonly period: Period;
  readonly window: Window;
  readonly deadline: string;
  readonly state: ReportState;
  readonly record: ProgressRecord | null;
}

function stateOf(window: Window, deadline: string, record: ProgressRecord | null, today: string): ReportState {
  if (record && record.reportedOn !== '') return record.reportedOn > deadline ? 'reported-late' : 'reported';
  if (today > deadline) return 'late';
  if (today > window.to) return 'due';
  return today >= window.from ? 'running' : 'later';
}

/** Shorter periods before longer ones that end together. */
const lengthOf = ({ kind }: Period): number => (REPORT_KINDS as readonly Period['kind'][]).indexOf(kind);

/**
 * The periods that a plan is reported on, in order of time: from the one that its first day lies in to the one that its
 * target's end lies in, and every other one that something was recorded for.
 * @param today YYYY-MM-DD; without an end the periods go on to the one of today
 */
export function reportPeriods(plan: Plan, records: readonly ProgressRecord[], today: string): ReportPeriod[] {
  const { reporting, target } = plan;
  const first = reporting.start === '' ? today : reporting.start;
  const end = target.due === '' ? today : target.due;
  const last = end < first ? first : end;
  const expected: Period[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)) + 1; year += 1)
    for (const kind of reporting.kinds)
      for (let number = 1; number <= (PERIODS_PER_YEAR[kind] ?? 1); number += 1) {
        const period = { kind, year, number };
        const window = windowOf(period, reporting.cutoffDay);
        if (window.to >= first && window.from <= last) expected.push(period);
      }
  const endOf = (period: Period): string => windowOf(period, reporting.cutoffDay).to;
  const others = records.map(({ period }) => period).filter((one) => !expected.some((other) => samePeriod(one, other)));
  return [...expected, ...others]
    .sort((a, b) => endOf(a).localeCompare(endOf(b)) || lengthOf(a) - lengthOf(b))
    .slice(0, PLAN_LIMITS.periods)
    .map((period) => {
      const window = windowOf(period, reporting.cutoffDay);
      const deadline = deadlineOf(reporting, period);
      const record = records.find((entry) => samePeriod(entry.period, period)) ?? null;
      return { period, window, deadline, state: stateOf(window, deadline, record, today), record };
    });
}

/** The record of the latest period, by the end of the period. */
export function latestRecord(records: readonly ProgressRecord[]): ProgressRecord | null {
  return records.reduce<ProgressRecord | null>(
    (latest, record) => (latest === null || comparePeriods(record.period, latest.period) >= 0 ? record : latest),
    null,
  );
}

/** The plan's tasks with the states that the latest record gives them. */
export function withProgress(tasks: readonly PlanTask[], records: readonly ProgressRecord[]): PlanTask[] {
  const known = new Map(latestRecord(records)?.tasks.map((entry) => [entry.taskId, entry.status]));
  return tasks.map((task) => ({ ...task, status: known.get(task.id) ?? task.status }));
}

export type TargetState = 'open' | 'reached' | 'late';

/**
 * Is the target level reached, and if not, is its day past?
 * @param level the newest level that is known
 */
export function targetState({ level: aim, due }: Plan['target'], level: number | null, today: string): TargetState {
  if (aim !== null && level !== null && level >= aim) return 'reached';
  return due !== '' && due < today ? 'late' : 'open';
}
