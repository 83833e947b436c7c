import type { Migration } from './index.ts';

/** Action plans with their progress by period, and the ledger of outside results. */
export const plan: Migration = {
  name: '003-plan',
  sql: `
    -- Target, own figures, phases, reporting and candidates for priority; the tasks have rows of their own.
    CREATE TABLE plan (
      assessment_id TEXT PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
      content TEXT NOT NULL CHECK (json_valid(content)),
      updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE plan_task (
      assessment_id TEXT NOT NULL REFERENCES plan (assessment_id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL CHECK (length(text) > 0),
      -- The criteria that it answers with the points to reach: [{"itemId": "...", "to": "3"}]
      raises TEXT NOT NULL CHECK (json_valid(raises)),
      priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 3),
      effort INTEGER NOT NULL CHECK (effort BETWEEN 1 AND 3),
      lead TEXT NOT NULL,
      cooperating TEXT NOT NULL,
      start TEXT NOT NULL,
      due TEXT NOT NULL,
      time TEXT NOT NULL,
      budget TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('not-started', 'in-progress', 'done', 'paused')),
      phase TEXT NOT NULL,
      remark TEXT NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (assessment_id, id)
    ) STRICT, WITHOUT ROWID;

    -- What was reported for one period; stays when tasks are taken out of the plan later.
    CREATE TABLE plan_progress (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      period_kind TEXT NOT NULL,
      period_year INTEGER NOT NULL,
      period_number INTEGER NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      updated_at TEXT NOT NULL,
      PRIMARY KEY (assessment_id, period_kind, period_year, period_number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE index_entry (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      organisation TEXT NOT NULL,
      year INTEGER NOT NULL,
      value TEXT NOT NULL,
      rank INTEGER,
      ranked INTEGER,
      source TEXT NOT NULL,
      remark TEXT NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
