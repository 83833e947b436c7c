import type { Migration } from './index.ts';

/** What remains of a deletion of personal data: when, and how much; nothing of whom. */
export const erasure: Migration = {
  name: '011-erasure',
  sql: `
    CREATE TABLE erasure (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      fields INTEGER NOT NULL CHECK (fields >= 0),
      backups INTEGER NOT NULL CHECK (backups >= 0)
    ) STRICT, WITHOUT ROWID;
  `,
};
