import type Database from 'better-sqlite3';
import type { ReturnRow, Submission, SubmissionStorage } from '../../core/ports/submissions.ts';
import type { AppraisalReturn } from '../../domain/package/appraisal-return.ts';

interface Row {
  revision: number;
  content_hash: string;
  replaces: string | null;
  at: string;
  came: number;
}

/** Revisions that left the program, keys of installations by unit, appraisals that came back. */
export function submissionRepository(db: Database.Database): SubmissionStorage {
  const list = db.prepare<[string], Row>(
    'SELECT revision, content_hash, replaces, at, came FROM submission WHERE assessment_id = ? ORDER BY revision DESC',
  );
  const add = db.prepare(
    'INSERT INTO submission (assessment_id, revision, content_hash, replaces, at, came) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const lastKey = db
    .prepare<[string], string>('SELECT key FROM unit_key WHERE unit = ? ORDER BY seen_at DESC, key LIMIT 1')
    .pluck();
  const noteKey = db.prepare(
    `INSERT INTO unit_key (unit, key, seen_at) VALUES (?, ?, ?)
     ON CONFLICT (unit, key) DO UPDATE SET seen_at = excluded.seen_at`,
  );
  const returns = db.prepare<[string], { hash: string; taken_at: string; content: string }>(
    `SELECT hash, taken_at, content FROM appraisal_return WHERE assessment_id = ?
     ORDER BY taken_at DESC, hash`,
  );
  const addReturn = db.prepare(
    `INSERT INTO appraisal_return (assessment_id, hash, taken_at, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (assessment_id, hash) DO NOTHING`,
  );
  return {
    list: (assessmentId) =>
      list.all(assessmentId).map(({ content_hash: contentHash, came, ...rest }): Submission => ({
        ...rest,
        contentHash,
        came: came === 1,
      })),
    add: (assessmentId, { revision, contentHash, replaces, at, came }) =>
      void add.run(assessmentId, revision, contentHash, replaces, at, came ? 1 : 0),
    lastKey: (unit) => lastKey.get(unit) ?? null,
    noteKey: (unit, key, at) => void noteKey.run(unit, key, at),
    returns: (assessmentId) =>
      returns.all(assessmentId).map(({ hash, taken_at: takenAt, content }): ReturnRow => ({
        hash,
        takenAt,
        content: JSON.parse(content) as AppraisalReturn,
      })),
    addReturn: (assessmentId, { hash, takenAt, content }) =>
      void addReturn.run(assessmentId, hash, takenAt, JSON.stringify(content)),
  };
}
