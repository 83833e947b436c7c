import type { Migration } from './index.ts';

/** Collections of result files: expected units, results with their figures, and what became of every imported file. */
export const collections: Migration = {
  name: '008-collections',
  sql: `
    CREATE TABLE collection (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      questionnaire_id TEXT NOT NULL,
      questionnaire_version TEXT NOT NULL,
      questionnaire_hash TEXT NOT NULL,
      period TEXT NOT NULL CHECK (json_valid(period)),
      notes TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE collection_unit (
      collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      code TEXT NOT NULL,
      province TEXT NOT NULL,
      unit_group TEXT NOT NULL,
      tags TEXT NOT NULL CHECK (json_valid(tags)),
      note TEXT NOT NULL,
      PRIMARY KEY (collection_id, id)
    ) STRICT;

    -- An import; its files are kept so that it can go on after the program was closed.
    CREATE TABLE collection_run (
      run TEXT PRIMARY KEY,
      -- NULL: sorted into collections by questionnaire version and period.
      collection_id TEXT REFERENCES collection (id) ON DELETE CASCADE,
      source TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'interrupted', 'done', 'cancelled')),
      language TEXT NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT
    ) STRICT;

    CREATE TABLE collection_file (
      run TEXT NOT NULL REFERENCES collection_run (run) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      path TEXT NOT NULL,
      name TEXT NOT NULL,
      ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
      PRIMARY KEY (run, at)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE collection_result (
      id INTEGER PRIMARY KEY,
      -- NULL: read, but the import has not ended.
      collection_id TEXT REFERENCES collection (id) ON DELETE CASCADE,
      run TEXT NOT NULL,
      unit_id TEXT NOT NULL,
      matched TEXT NOT NULL CHECK (matched IN ('none', 'found', 'hand')),
      standing TEXT NOT NULL CHECK (standing IN ('counts', 'replaced', 'conflict')),
      file TEXT NOT NULL,
      questionnaire_id TEXT NOT NULL,
      questionnaire_version TEXT NOT NULL,
      questionnaire_hash TEXT NOT NULL,
      period TEXT NOT NULL,
      organisation TEXT NOT NULL,
      result_ref TEXT,
      revision INTEGER NOT NULL,
      replaces TEXT,
      content_hash TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('draft', 'finished')),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      program TEXT NOT NULL,
      exported_at TEXT NOT NULL,
      quality TEXT NOT NULL,
      completeness TEXT NOT NULL,
      -- Figures of total and groups, one line each; figures of items lie apart, because few questions need them.
      nodes TEXT NOT NULL,
      appraised_nodes TEXT
    ) STRICT;
    CREATE UNIQUE INDEX collection_result_content ON collection_result (collection_id, content_hash)
      WHERE collection_id IS NOT NULL;
    CREATE INDEX collection_result_run ON collection_result (run) WHERE collection_id IS NULL;

    CREATE TABLE collection_items (
      result_id INTEGER PRIMARY KEY REFERENCES collection_result (id) ON DELETE CASCADE,
      items TEXT NOT NULL,
      appraised_items TEXT,
      -- Deflated canonical text of what was assessed.
      content BLOB NOT NULL
    ) STRICT;

    CREATE TABLE collection_outcome (
      run TEXT NOT NULL REFERENCES collection_run (run) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      part INTEGER NOT NULL,
      name TEXT NOT NULL,
      -- NULL: a result that is not decided about.
      kind TEXT,
      reason TEXT,
      detail TEXT NOT NULL CHECK (json_valid(detail)),
      unit TEXT NOT NULL,
      content_hash TEXT,
      collection_id TEXT,
      result_id INTEGER,
      PRIMARY KEY (run, at, part)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE collection_tombstone (
      collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
      content_hash TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (collection_id, content_hash)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE collection_choice (
      collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
      keep TEXT NOT NULL,
      aside TEXT NOT NULL CHECK (json_valid(aside)),
      at TEXT NOT NULL,
      PRIMARY KEY (collection_id, keep, aside)
    ) STRICT, WITHOUT ROWID;
  `,
};
