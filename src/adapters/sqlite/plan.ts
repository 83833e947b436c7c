import type Database from 'better-sqlite3';
import type { PlanStorage } from '../../core/ports/plan.ts';
import type { Period, PeriodKind } from '../../domain/assessment/period.ts';
import type { IndexEntry } from '../../domain/plan/ledger.ts';
import { EMPTY_PLAN, type Plan, type PlanTask, type ProgressRecord } from '../../domain/plan/plan.ts';

type TaskRow = Omit<PlanTask, 'raises'> & { readonly raises: string };
type Head = Omit<Plan, 'tasks'>;

const TASK_COLUMNS =
  'id, text, raises, priority, effort, lead, cooperating, start, due, time, budget, status, phase, remark, source';

export function planRepository(db: Database.Database): PlanStorage {
  return { ...plans(db), ...progress(db), ...indexes(db) };
}

function plans(db: Database.Database): Pick<PlanStorage, 'find' | 'save'> {
  const head = db.prepare<[string], string>('SELECT content FROM plan WHERE assessment_id = ?').pluck();
  const put = db.prepare(
    `INSERT INTO plan (assessment_id, content, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (assessment_id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`,
  );
  const tasks = db.prepare<[string], TaskRow>(
    `SELECT ${TASK_COLUMNS} FROM plan_task WHERE assessment_id = ? ORDER BY position`,
  );
  const clear = db.prepare('DELETE FROM plan_task WHERE assessment_id = ?');
  const add = db.prepare(
    `INSERT INTO plan_task (assessment_id, position, ${TASK_COLUMNS}) VALUES (@assessment, @position, @id, @text,
       @raises, @priority, @effort, @lead, @cooperating, @start, @due, @time, @budget, @status, @phase, @remark,
       @source)`,
  );
  return {
    find(assessmentId) {
      const content = head.get(assessmentId);
      if (content === undefined) return null;
      return {
        // Parts that a stored plan does not know yet are empty.
        ...EMPTY_PLAN,
        ...(JSON.parse(content) as Partial<Head>),
        tasks: tasks.all(assessmentId).map((row) => ({ ...row, raises: JSON.parse(row.raises) as PlanTask['raises'] })),
      };
    },
    save(assessmentId, plan, at) {
      const { tasks: list, ...content } = plan;
      put.run(assessmentId, JSON.stringify(content), at);
      clear.run(assessmentId);
      list.forEach((task, position) =>
        add.run({ ...task, raises: JSON.stringify(task.raises), assessment: assessmentId, position }),
      );
    },
  };
}

interface ProgressRow {
  readonly period_kind: PeriodKind;
  readonly period_year: number;
  readonly period_number: number;
  readonly content: string;
}

function progress(db: Database.Database): Pick<PlanStorage, 'progress' | 'saveProgress' | 'removeProgress'> {
  const list = db.prepare<[string], ProgressRow>(
    `SELECT period_kind, period_year, period_number, content FROM plan_progress WHERE assessment_id = ?
     ORDER BY period_year, period_kind, period_number`,
  );
  const put = db.prepare(
    `INSERT INTO plan_progress (assessment_id, period_kind, period_year, period_number, content, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (assessment_id, period_kind, period_year, period_number)
     DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`,
  );
  const remove = db.prepare(
    `DELETE FROM plan_progress WHERE assessment_id = ? AND period_kind = ? AND period_year = ? AND period_number = ?`,
  );
  const key = ({ kind, year, number }: Period) => [kind, year, number] as const;
  return {
    progress: (assessmentId) =>
      list.all(assessmentId).map((row) => ({
        ...(JSON.parse(row.content) as Omit<ProgressRecord, 'period'>),
        period: { kind: row.period_kind, year: row.period_year, number: row.period_number },
      })),
    saveProgress(assessmentId, { period, ...content }, at) {
      put.run(assessmentId, ...key(period), JSON.stringify(content), at);
    },
    removeProgress: (assessmentId, period) => void remove.run(assessmentId, ...key(period)),
  };
}

type IndexRow = Omit<IndexEntry, 'sample' | 'of'> & { readonly sample: number; readonly ranked: number | null };

function indexes(
  db: Database.Database,
): Pick<PlanStorage, 'indexes' | 'saveIndex' | 'removeIndex' | 'removeSampleIndexes'> {
  const list = db.prepare<[], IndexRow>(
    'SELECT id, name, organisation, year, value, rank, ranked, source, remark, sample FROM index_entry ORDER BY year, id',
  );
  const put = db.prepare(
    `INSERT INTO index_entry (id, name, organisation, year, value, rank, ranked, source, remark, sample, updated_at)
     VALUES (@id, @name, @organisation, @year, @value, @rank, @of, @source, @remark, @sample, @at)
     ON CONFLICT (id) DO UPDATE SET name = @name, organisation = @organisation, year = @year, value = @value,
       rank = @rank, ranked = @of, source = @source, remark = @remark, sample = @sample, updated_at = @at`,
  );
  const remove = db.prepare('DELETE FROM index_entry WHERE id = ?');
  const removeSamples = db.prepare('DELETE FROM index_entry WHERE sample = 1');
  return {
    indexes: () => list.all().map(({ ranked, sample, ...row }) => ({ ...row, of: ranked, sample: sample === 1 })),
    saveIndex: (entry, at) => void put.run({ ...entry, sample: entry.sample ? 1 : 0, at }),
    removeIndex: (id) => void remove.run(id),
    removeSampleIndexes: () => void removeSamples.run(),
  };
}
