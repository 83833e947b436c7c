import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../contract/views.ts';
import type { Storage } from '../../core/ports.ts';
import type { Answer } from '../../domain/assessment/answer.ts';
import { answerSealOf } from './answer-seal.ts';

interface Row {
  item_id: string;
  seq: number;
  answer: string;
  note: string;
  explanation: string;
  flagged: number;
}

const COLUMNS = 'item_id, seq, answer, note, explanation, flagged';

export function answerRepository(db: Database.Database): Storage['answers'] {
  const list = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM answer WHERE assessment_id = ? ORDER BY item_id`);
  const find = db.prepare<[string, string], Row>(
    `SELECT ${COLUMNS} FROM answer WHERE assessment_id = ? AND item_id = ?`,
  );
  const links = db.prepare<[string], { item_id: string; evidence_id: string }>(
    'SELECT item_id, evidence_id FROM answer_evidence WHERE assessment_id = ? ORDER BY item_id, position',
  );
  const put = db.prepare(
    `INSERT INTO answer (assessment_id, item_id, seq, answer, note, explanation, flagged, updated_at, seal)
     VALUES (@assessmentId, @itemId, @seq, @answer, @note, @explanation, @flagged, @at, @seal)
     ON CONFLICT (assessment_id, item_id) DO UPDATE SET seq = @seq, answer = @answer, note = @note,
       explanation = @explanation, flagged = @flagged, updated_at = @at, seal = @seal`,
  );
  const history = db.prepare(
    'INSERT INTO answer_history (assessment_id, item_id, seq, answer, at, person, mode) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const unlink = db.prepare('DELETE FROM answer_evidence WHERE assessment_id = ? AND item_id = ?');
  const link = db.prepare(
    'INSERT INTO answer_evidence (assessment_id, item_id, evidence_id, position) VALUES (?, ?, ?, ?)',
  );

  const fromRow = (row: Row, evidence: readonly string[]): StoredRecord => ({
    itemId: row.item_id,
    seq: row.seq,
    answer: JSON.parse(row.answer) as Answer,
    note: row.note,
    explanation: row.explanation,
    flagged: row.flagged === 1,
    evidence,
  });

  return {
    list(assessmentId) {
      const linked = Map.groupBy(links.all(assessmentId), (entry) => entry.item_id);
      return list.all(assessmentId).map((row) =>
        fromRow(
          row,
          (linked.get(row.item_id) ?? []).map((entry) => entry.evidence_id),
        ),
      );
    },
    find(assessmentId, itemId) {
      const row = find.get(assessmentId, itemId);
      if (!row) return null;
      const evidence = links.all(assessmentId).filter((entry) => entry.item_id === itemId);
      return fromRow(
        row,
        evidence.map((entry) => entry.evidence_id),
      );
    },
    save(assessmentId, record, at, author) {
      const answer = JSON.stringify(record.answer);
      const { itemId, seq, note, explanation } = record;
      const row = { assessmentId, itemId, seq, answer, note, explanation, flagged: record.flagged ? 1 : 0 };
      put.run({ ...row, at, seal: answerSealOf(row) });
      history.run(assessmentId, record.itemId, record.seq, answer, at, author?.person ?? '', author?.mode ?? 'unit');
      unlink.run(assessmentId, record.itemId);
      record.evidence.forEach((id, position) => link.run(assessmentId, record.itemId, id, position));
    },
  };
}
