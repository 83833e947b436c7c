import type { Migration } from './index.ts';

/** Files that were opened, and files that were handed in. */
export const files: Migration = {
  name: '006-files',
  sql: `
    CREATE TABLE recent_file (
      id TEXT PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('result', 'questionnaire')),
      subject TEXT NOT NULL,
      period TEXT CHECK (period IS NULL OR json_valid(period)),
      opened_at TEXT NOT NULL,
      pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
      -- A copy, so that it opens again without the stick that it came from; NULL when it was too large.
      content BLOB
    ) STRICT;

    CREATE TABLE hand_over (
      id TEXT PRIMARY KEY,
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number > 0),
      at TEXT NOT NULL,
      by TEXT NOT NULL,
      place TEXT NOT NULL CHECK (place IN ('folder', 'download')),
      folder TEXT NOT NULL,
      files TEXT NOT NULL CHECK (json_valid(files)),
      verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
      UNIQUE (assessment_id, number)
    ) STRICT;
  `,
};
