import type { Migration } from './index.ts';

/** What people add to reports: details remembered per organisation and kept per assessment, own texts per language. */
export const reportDetails: Migration = {
  name: '004-report-details',
  sql: `
    CREATE TABLE organisation_report (
      organisation_id TEXT PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
      details TEXT NOT NULL CHECK (json_valid(details)),
      updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE assessment_report (
      assessment_id TEXT PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
      seq INTEGER NOT NULL CHECK (seq > 0),
      details TEXT NOT NULL CHECK (json_valid(details)),
      updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE report_passage (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
      passage TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      -- NULL: the draft is printed.
      text TEXT,
      -- The draft that the own text stands against.
      draft TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      PRIMARY KEY (assessment_id, language, passage)
    ) STRICT, WITHOUT ROWID;
  `,
};
