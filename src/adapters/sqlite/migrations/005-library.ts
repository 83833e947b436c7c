import type { Migration } from './index.ts';

/** Questionnaires that people add, what they show and hide, and what need not be read and checked again. */
export const library: Migration = {
  name: '005-library',
  sql: `
    CREATE TABLE added_questionnaire (
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      hash TEXT NOT NULL,
      definition TEXT NOT NULL CHECK (json_valid(definition)),
      vectors TEXT NOT NULL CHECK (json_valid(vectors)),
      added_at TEXT NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE questionnaire_choice (
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;

    -- Nothing here is a record: every row can be made again from the shipped files.
    CREATE TABLE remembered_folder (
      folder TEXT PRIMARY KEY,
      digest TEXT NOT NULL,
      program TEXT NOT NULL,
      definition TEXT NOT NULL,
      samples TEXT NOT NULL,
      vectors INTEGER NOT NULL,
      seal TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE vector_check (
      hash TEXT NOT NULL,
      program TEXT NOT NULL,
      passed_at TEXT NOT NULL,
      PRIMARY KEY (hash, program)
    ) STRICT, WITHOUT ROWID;
  `,
};
