import type Database from 'better-sqlite3';
import type { Storage } from '../../core/ports.ts';
import type { Evidence } from '../../domain/assessment/answer.ts';

export function evidenceRepository(db: Database.Database): Storage['evidence'] {
  const list = db.prepare<[string], Evidence>(
    'SELECT id, type, number, date, issuer, subject, page FROM evidence WHERE assessment_id = ? ORDER BY position',
  );
  const put = db.prepare(
    `INSERT INTO evidence (assessment_id, id, position, type, number, date, issuer, subject, page)
     VALUES (@assessment, @id,
       (SELECT coalesce(max(position), 0) + 1 FROM evidence WHERE assessment_id = @assessment),
       @type, @number, @date, @issuer, @subject, @page)
     ON CONFLICT (assessment_id, id) DO UPDATE SET type = @type, number = @number, date = @date, issuer = @issuer,
       subject = @subject, page = @page`,
  );
  const unlink = db.prepare('DELETE FROM answer_evidence WHERE assessment_id = ? AND evidence_id = ?');
  const remove = db.prepare('DELETE FROM evidence WHERE assessment_id = ? AND id = ?');
  return {
    list: (assessmentId) => list.all(assessmentId),
    save: (assessmentId, evidence) => void put.run({ assessment: assessmentId, ...evidence }),
    remove(assessmentId, evidenceId) {
      unlink.run(assessmentId, evidenceId);
      remove.run(assessmentId, evidenceId);
    },
  };
}
