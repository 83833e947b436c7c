import type { Migration } from './index.ts';

/** Who changed an answer, appraisals and own targets beside the answers, files behind the citations. */
export const answers: Migration = {
  name: '002-answers',
  sql: `
    ALTER TABLE answer_history ADD COLUMN person TEXT NOT NULL DEFAULT '';
    ALTER TABLE answer_history ADD COLUMN mode TEXT NOT NULL DEFAULT 'unit';

    -- Stands beside the unit's answer and never changes it. NULL: the unit's answer is not confirmed.
    CREATE TABLE appraisal (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      answer TEXT CHECK (answer IS NULL OR json_valid(answer)),
      reason TEXT NOT NULL,
      evidence TEXT NOT NULL CHECK (evidence IN ('offered', 'approved', 'rejected')),
      person TEXT NOT NULL,
      mode TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      PRIMARY KEY (assessment_id, item_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE appraisal_history (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      answer TEXT,
      reason TEXT NOT NULL,
      evidence TEXT NOT NULL,
      person TEXT NOT NULL,
      mode TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (assessment_id, item_id, seq)
    ) STRICT, WITHOUT ROWID;

    -- NULL: the target was taken back; the number stays, so that an older one cannot come after it.
    CREATE TABLE item_target (
      assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      value TEXT CHECK (value IS NULL OR json_valid(value)),
      updated_at TEXT NOT NULL,
      PRIMARY KEY (assessment_id, item_id)
    ) STRICT, WITHOUT ROWID;

    -- Content is kept once, whoever cites it; it lies in the database, so every backup has it.
    CREATE TABLE evidence_file (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      size INTEGER NOT NULL CHECK (size > 0 AND size = length(bytes)),
      bytes BLOB NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE evidence_attachment (
      assessment_id TEXT NOT NULL,
      evidence_id TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES evidence_file (sha256),
      name TEXT NOT NULL CHECK (length(name) > 0),
      type TEXT NOT NULL,
      PRIMARY KEY (assessment_id, evidence_id),
      FOREIGN KEY (assessment_id, evidence_id) REFERENCES evidence (assessment_id, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX evidence_attachment_by_file ON evidence_attachment (sha256);

    -- Whatever takes the last attachment away takes the content with it, in the same transaction.
    CREATE TRIGGER evidence_file_unused AFTER DELETE ON evidence_attachment
    WHEN NOT EXISTS (SELECT 1 FROM evidence_attachment WHERE sha256 = old.sha256)
    BEGIN
      DELETE FROM evidence_file WHERE sha256 = old.sha256;
    END;

    CREATE TRIGGER evidence_file_replaced AFTER UPDATE OF sha256 ON evidence_attachment
    WHEN new.sha256 <> old.sha256 AND NOT EXISTS (SELECT 1 FROM evidence_attachment WHERE sha256 = old.sha256)
    BEGIN
      DELETE FROM evidence_file WHERE sha256 = old.sha256;
    END;
  `,
};
