import { describe, expect, it } from 'vitest';
import { exact, toFraction } from '../../../src/domain/exact/exact.ts';
import { applyChange, changeBetween, isDone, type PlanChange } from '../../../src/domain/plan/change.ts';
import { addWorkingDays, deadlineOf, isDay, windowOf } from '../../../src/domain/plan/calendar.ts';
import { ledgerLines, type IndexEntry } from '../../../src/domain/plan/ledger.ts';
import { distanceOf, insertByRule, orderByRule, waveOf } from '../../../src/domain/plan/order.ts';
import { EMPTY_PLAN, emptyTask, type Plan, type PlanTask, type ProgressRecord } from '../../../src/domain/plan/plan.ts';
import {
  daysLate,
  latenessOf,
  latestRecord,
  reportPeriods,
  targetState,
  withProgress,
} from '../../../src/domain/plan/progress.ts';
import { rankInitiatives } from '../../../src/domain/plan/selection.ts';

const task = (id: string, more: Partial<PlanTask> = {}): PlanTask => ({ ...emptyTask(id), text: id, ...more });
const ids = (tasks: readonly { id: string }[]): string => tasks.map(({ id }) => id).join(' ');

describe('the order of work', () => {
  it('has high and easy first, hard and low last', () => {
    const waves = [3, 2, 1].map((priority) => [1, 2, 3].map((effort) => waveOf({ priority, effort })));
    expect(waves).toEqual([
      ['first', 'then', 'then'],
      ['then', 'then', 'last'],
      ['then', 'last', 'last'],
    ]);
    expect(distanceOf({ priority: 3, effort: 1 })).toBe(0);
    expect(distanceOf({ priority: 1, effort: 3 })).toBe(4);
  });

  it('puts priority before ease among equal ones, then the greater gain, then what stood first', () => {
    const tasks = [
      task('low-hard', { priority: 1, effort: 3 }),
      task('medium-easy', { priority: 2, effort: 1 }),
      task('high-medium', { priority: 3, effort: 2 }),
      task('high-easy-1', { priority: 3, effort: 1 }),
      task('high-easy-2', { priority: 3, effort: 1 }),
      task('high-easy-3', { priority: 3, effort: 1 }),
    ];
    const gain = (entry: PlanTask) => exact(entry.id === 'high-easy-2' ? 5 : 1);
    expect(ids(orderByRule(tasks, gain))).toBe('high-easy-2 high-easy-1 high-easy-3 high-medium medium-easy low-hard');
  });

  it('puts new tasks in without touching an order made by hand', () => {
    const byHand = [task('hard', { priority: 1, effort: 3 }), task('easy', { priority: 3, effort: 1 })];
    expect(insertByRule(byHand, [task('new', { priority: 3, effort: 2 })])).toEqual(['new', 'hard', 'easy']);
    expect(insertByRule(byHand, [task('last', { priority: 1, effort: 3 })])).toEqual(['hard', 'easy', 'last']);
    expect(insertByRule([], [task('a'), task('b')])).toEqual(['a', 'b']);
  });
});

describe('changes of a plan', () => {
  const phase = { id: 'p', name: 'Giai đoạn 1', due: '' };
  const plan: Plan = { ...EMPTY_PLAN, phases: [phase], tasks: [task('a', { phase: 'p' }), task('b'), task('c')] };
  const changes: Record<string, PlanChange> = {
    nothing: {},
    'a target': { target: { level: 3, due: '2026-12-31' } },
    'a new task in the middle': { put: [task('d')], order: ['a', 'd', 'b', 'c'] },
    'another text': { put: [task('b', { text: 'khác' })] },
    'a removed task': { remove: ['b', 'unknown'] },
    'another order': { order: ['c', 'a'] },
    'no phases': { phases: [] },
    everything: { target: { level: 1, due: '' }, phases: [], put: [task('e')], remove: ['a'], order: ['e', 'c'] },
  };

  it.each(Object.entries(changes))('%s: done twice is done once, and can be taken back', (_, change) => {
    const after = applyChange(plan, change);
    expect(applyChange(after, change)).toEqual(after);
    expect(isDone(after, change)).toBe(true);
    expect(applyChange(after, changeBetween(after, plan))).toEqual(plan);
    expect(applyChange(plan, changeBetween(plan, after))).toEqual(after);
  });

  it('keep tasks that an order does not name behind the named ones, and free tasks of a lost phase', () => {
    expect(ids(applyChange(plan, { order: ['c', 'a'] }).tasks)).toBe('c a b');
    expect(applyChange(plan, { phases: [] }).tasks[0]?.phase).toBe('');
    expect(applyChange(plan, { put: [task('x', { phase: 'gone' })] }).tasks.at(-1)?.phase).toBe('');
  });
});

describe('reporting periods', () => {
  it('run from cut-off to cut-off', () => {
    const windows = [
      [{ kind: 'quarter', year: 2026, number: 1 }, '2025-12-15', '2026-03-14'],
      [{ kind: 'quarter', year: 2026, number: 4 }, '2026-09-15', '2026-12-14'],
      [{ kind: 'half', year: 2026, number: 1 }, '2025-12-15', '2026-06-14'],
      [{ kind: 'half', year: 2026, number: 2 }, '2026-06-15', '2026-12-14'],
      [{ kind: 'nine-months', year: 2026, number: 1 }, '2025-12-15', '2026-09-14'],
      [{ kind: 'year', year: 2026, number: 1 }, '2025-12-15', '2026-12-14'],
      [{ kind: 'month', year: 2026, number: 1 }, '2025-12-15', '2026-01-14'],
    ] as const;
    for (const [period, from, to] of windows) expect(windowOf(period, 14)).toEqual({ from, to });
    expect(windowOf({ kind: 'month', year: 2024, number: 3 }, 28)).toEqual({ from: '2024-02-29', to: '2024-03-28' });
  });

  it('are due two working days after the cut-off, or when people say', () => {
    // 14 March 2026 is a Saturday, 14 June 2026 a Sunday, 14 September 2026 a Monday.
    expect(addWorkingDays('2026-03-14', 2)).toBe('2026-03-17');
    expect(addWorkingDays('2026-06-14', 2)).toBe('2026-06-16');
    expect(addWorkingDays('2026-09-14', 2)).toBe('2026-09-16');
    const period = { kind: 'quarter', year: 2026, number: 1 } as const;
    const own = { ...EMPTY_PLAN.reporting, deadlines: [{ period, day: '2026-03-31' }] };
    expect(deadlineOf(own, period)).toBe('2026-03-31');
    expect(deadlineOf(own, { ...period, number: 2 })).toBe('2026-06-16');
    expect(deadlineOf(own, { kind: 'month', year: 2026, number: 3 })).toBe('2026-03-17');
  });

  const plan: Plan = {
    ...EMPTY_PLAN,
    target: { level: 3, due: '2026-12-31' },
    reporting: { kinds: ['quarter', 'half', 'year'], cutoffDay: 14, start: '2026-02-01', deadlines: [] },
  };
  const record = (number: number, reportedOn: string, more: Partial<ProgressRecord> = {}): ProgressRecord => ({
    period: { kind: 'quarter', year: 2026, number },
    reportedOn,
    level: null,
    remark: '',
    tasks: [],
    figures: [],
    ...more,
  });

  it('cover the time of the plan, shorter ones before longer ones that end together', () => {
    const names = reportPeriods(plan, [], '2026-02-01').map(({ period }) => `${period.kind}${period.number}`);
    expect(names.slice(0, 7)).toEqual(['quarter1', 'quarter2', 'half1', 'quarter3', 'quarter4', 'half2', 'year1']);
    // 15 to 31 December belong to the next year's periods.
    expect(names.slice(7)).toEqual(['quarter1', 'half1', 'year1']);
    expect(reportPeriods({ ...plan, reporting: { ...plan.reporting, kinds: [] } }, [], '2026-02-01')).toEqual([]);
  });

  it('know whether they were reported, in time or late, or are overdue', () => {
    const records = [record(1, '2026-03-17'), record(2, '2026-06-17')];
    const states = (today: string) =>
      reportPeriods({ ...plan, reporting: { ...plan.reporting, kinds: ['quarter'] } }, records, today)
        .slice(0, 4)
        .map(({ state }) => state);
    expect(states('2026-09-14')).toEqual(['reported', 'reported-late', 'running', 'later']);
    expect(states('2026-09-15')).toEqual(['reported', 'reported-late', 'due', 'running']);
    expect(states('2026-09-17')).toEqual(['reported', 'reported-late', 'late', 'running']);
  });

  it('show what was recorded for others as well', () => {
    const other = record(1, '', { period: { kind: 'nine-months', year: 2020, number: 1 } });
    expect(reportPeriods(plan, [other], '2026-02-01')[0]).toMatchObject({ record: other, state: 'late' });
  });

  it('take the states of tasks from the latest record', () => {
    const tasks = [task('a'), task('b', { status: 'paused' })];
    const done = (status: PlanTask['status']) => [{ taskId: 'a', status, percent: 0, note: '' }];
    const records = [record(2, '', { tasks: done('done') }), record(1, '', { tasks: done('in-progress') })];
    expect(latestRecord(records)?.period.number).toBe(2);
    expect(withProgress(tasks, records).map(({ status }) => status)).toEqual(['done', 'paused']);
    expect(latestRecord([])).toBeNull();
  });
});

describe('lateness', () => {
  const today = '2026-06-15';
  it.each([
    [{ due: '2026-06-14' }, 'late'],
    [{ due: '2026-06-15' }, 'soon'],
    [{ due: '2026-06-29' }, 'soon'],
    [{ due: '2026-06-30' }, 'on-time'],
    [{ due: '' }, 'on-time'],
    [{ due: '2026-06-14', status: 'done' }, 'on-time'],
    [{ due: '2026-06-14', status: 'paused' }, 'late'],
    [{ start: '2026-06-14' }, 'starting-late'],
    [{ start: '2026-06-15' }, 'on-time'],
    [{ start: '2026-06-14', status: 'in-progress' }, 'on-time'],
  ] as const)('%o is %s', (more, expected) => {
    expect(latenessOf(task('a', more), today)).toBe(expected);
  });

  it('is counted in days', () => {
    expect(daysLate(task('a', { due: '2026-02-27' }), '2026-03-01')).toBe(2);
    expect(daysLate(task('a', { due: '2026-03-01' }), '2026-03-01')).toBe(0);
  });

  it('of the target ends when it is reached', () => {
    const target = { level: 3, due: '2026-06-14' };
    expect(targetState(target, 2, today)).toBe('late');
    expect(targetState(target, 3, today)).toBe('reached');
    expect(targetState({ level: 3, due: today }, null, today)).toBe('open');
    expect(targetState({ level: null, due: '' }, 1, today)).toBe('open');
  });
});

describe('days', () => {
  it('exist', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '31/12/2026', '', '2026-1-1'].some(isDay)).toBe(false);
  });
});

describe('the choice of initiatives', () => {
  const sheet = {
    scale: { lowest: 0, highest: 3 },
    criteria: [
      { id: 'fit', text: { vi: '', en: '' }, weight: 1 },
      { id: 'spread', text: { vi: '', en: '' }, weight: 2 },
    ],
  };
  const initiative = (id: string, fit: number | null, spread: number | null) => ({
    id,
    text: id,
    points: [
      ...(fit === null ? [] : [{ criterion: 'fit', value: fit }]),
      ...(spread === null ? [] : [{ criterion: 'spread', value: spread }]),
    ],
  });

  it('ranks by weighted points, shares places, and leaves unfinished ones out', () => {
    const ranked = rankInitiatives(sheet, [
      initiative('a', 1, 1),
      initiative('b', 3, 0),
      initiative('open', 3, null),
      initiative('c', 1, 3),
      initiative('d', 0, 0),
    ]);
    expect(ranked.map(({ total, rank, most }) => [total, rank, most])).toEqual([
      [3, 2, 9],
      [3, 2, 9],
      [null, null, 9],
      [7, 1, 9],
      [0, 4, 9],
    ]);
  });
});

describe('the ledger', () => {
  const entry = (id: string, year: number, more: Partial<IndexEntry> = {}): IndexEntry => ({
    id,
    name: 'ICT Index',
    organisation: 'Tỉnh Tây Ninh',
    year,
    value: '',
    rank: null,
    of: null,
    source: '',
    remark: '',
    sample: false,
    ...more,
  });

  it('lists the newest first with the change since the entry before', () => {
    const lines = ledgerLines(
      [
        entry('2018', 2018, { rank: 33, value: '0.4' }),
        entry('2019', 2019, { rank: 25, value: '0.4582' }),
        entry('other', 2020, { organisation: 'Tỉnh Đồng Nai', rank: 26 }),
        entry('2021', 2021, { name: 'ict index' }),
      ],
      new Intl.Collator('vi'),
    );
    expect(lines.map(({ entry: { id } }) => id)).toEqual(['other', '2021', '2019', '2018']);
    const change = lines.find(({ entry: { id } }) => id === '2019')?.change;
    expect({ ...change, value: change?.value && toFraction(change.value) }).toEqual({
      year: 2018,
      places: 8,
      value: '291/5000',
    });
    expect(lines.find(({ entry: { id } }) => id === '2021')?.change).toEqual({ year: 2019, places: null, value: null });
    expect(lines.find(({ entry: { id } }) => id === '2018')?.change).toBeNull();
  });
});
