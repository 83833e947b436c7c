import type { Migration } from './index.ts';

/** First schema. Times are ISO text in UTC, ids UUID text. */
export const first: Migration = {
  name: '001-first',
  sql: `
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE organisation (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      search TEXT NOT NULL,
      kind TEXT NOT NULL,
      code TEXT NOT NULL,
      province TEXT NOT NULL,
      address TEXT NOT NULL,
      contact TEXT NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE organisation_predecessor (
      organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
      predecessor_id TEXT NOT NULL REFERENCES organisation (id),
      position INTEGER NOT NULL,
      PRIMARY KEY (organisation_id, predecessor_id)
    ) STRICT, WITHOUT ROWID;

    -- Every definition that an assessment uses, so that it can be scored for ever as it was.
    CREATE TABLE questionnaire (
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      hash TEXT NOT NULL,
      definition TEXT NOT NULL CHECK (json_valid(definition)),
      added_at TEXT NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE assessment (
      id TEXT PRIMARY KEY,
      organisation_id TEXT NOT NULL REFERENCES organisation (id),
      questionnaire_id TEXT NOT NULL,
      questionnaire_version TEXT NOT NULL,
      questionnaire_hash TEXT NOT NULL,
      period_kind TEXT NOT NULL CHECK (period_kind IN ('month', 'quarter', 'half', 'nine-months', 'year', 'once')),
      period_year INTEGER NOT NULL,
      period_number INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('draft', 'finished')),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      position TEXT,
      settled INTEGER NOT NULL,
      total INTEGER NOT NULL,
      flagged INTEGER NOT NULL,
      level INTEGER,
      content_hash TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      finished_at TEXT,
      FOREIGN KEY (questionnaire_id, questionnaire_version) REFERENCES questionnaire (id, version),
      UNIQUE (organisation_id, questionnaire_id, period_kind, period_year, period_number),
      CHECK ((state = 'finished') = (finished_at IS NOT NULL))
    ) STRICT;

    CREATE TABLE answer (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      answer TEXT NOT NULL CHECK (json_valid(answer)),
      note TEXT NOT NULL,
      explanation TEXT NOT NULL,
      flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
      updated_at TEXT NOT NULL,
      PRIMARY KEY (assessment_id, item_id)
    ) STRICT, WITHOUT ROWID;

    -- What was entered when; never changed, only added to.
    CREATE TABLE answer_history (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      answer TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (assessment_id, item_id, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      position INTEGER NOT NULL,
      type TEXT NOT NULL,
      number TEXT NOT NULL,
      date TEXT NOT NULL,
      issuer TEXT NOT NULL,
      subject TEXT NOT NULL,
      page TEXT NOT NULL,
      PRIMARY KEY (assessment_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE answer_evidence (
      assessment_id TEXT NOT NULL,
      item_id TEXT NOT NULL,
      evidence_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (assessment_id, item_id, evidence_id),
      FOREIGN KEY (assessment_id, item_id) REFERENCES answer (assessment_id, item_id) ON DELETE CASCADE,
      FOREIGN KEY (assessment_id, evidence_id) REFERENCES evidence (assessment_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX assessment_by_organisation ON assessment (organisation_id, questionnaire_id);
  `,
};
