import type { Migration } from './index.ts';

/** Contents that left the program, installations that files came from, appraisals that came back. */
export const submissions: Migration = {
  name: '007-files',
  sql: `
    CREATE TABLE submission (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL CHECK (revision > 0),
      content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
      replaces TEXT CHECK (replaces IS NULL OR length(replaces) = 64),
      at TEXT NOT NULL,
      -- It came in a file; otherwise it was made here.
      came INTEGER NOT NULL CHECK (came IN (0, 1)),
      PRIMARY KEY (assessment_id, revision)
    ) STRICT, WITHOUT ROWID;

    -- The unit is the one that the files name, whether it is an organisation here or not.
    CREATE TABLE unit_key (
      unit TEXT NOT NULL,
      key TEXT NOT NULL,
      seen_at TEXT NOT NULL,
      PRIMARY KEY (unit, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE appraisal_return (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      taken_at TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      PRIMARY KEY (assessment_id, hash)
    ) STRICT, WITHOUT ROWID;

    -- The short mark of the content, and whether names were left out.
    ALTER TABLE hand_over ADD COLUMN code TEXT NOT NULL DEFAULT '';
    ALTER TABLE hand_over ADD COLUMN deidentified INTEGER NOT NULL DEFAULT 0 CHECK (deidentified IN (0, 1));
  `,
};
