import type Database from 'better-sqlite3';
import { MODES, type Mode } from '../../contract/views/settings.ts';
import type { AppraisalRow, AppraisalStorage } from '../../core/ports/appraisals.ts';
import type { Answer, AnswerValue } from '../../domain/assessment/answer.ts';
import { EVIDENCE_VERDICTS } from '../../domain/assessment/appraisal.ts';

interface Row {
  item_id: string;
  seq: number;
  answer: string | null;
  reason: string;
  evidence: string;
  person: string;
  mode: string;
  at: string;
}

interface HistoryRow {
  seq: number;
  answer: string;
  person: string;
  mode: string;
  at: string;
}

interface TargetRow {
  item_id: string;
  seq: number;
  value: string | null;
  updated_at: string;
}

const modeOf = (text: string): Mode => MODES.find((mode) => mode === text) ?? 'unit';

const fromRow = (row: Row): AppraisalRow => ({
  itemId: row.item_id,
  seq: row.seq,
  answer: row.answer === null ? null : (JSON.parse(row.answer) as Answer),
  reason: row.reason,
  evidence: EVIDENCE_VERDICTS.find((verdict) => verdict === row.evidence) ?? 'offered',
  person: row.person,
  mode: modeOf(row.mode),
  at: row.at,
});

export function appraisalRepository(db: Database.Database): AppraisalStorage {
  const columns = 'item_id, seq, answer, reason, evidence, person, mode, updated_at AS at';
  const list = db.prepare<[string], Row>(`SELECT ${columns} FROM appraisal WHERE assessment_id = ? ORDER BY item_id`);
  const find = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM appraisal WHERE assessment_id = ? AND item_id = ?`,
  );
  const put = db.prepare(
    `INSERT INTO appraisal (assessment_id, item_id, seq, answer, reason, evidence, person, mode, updated_at)
     VALUES (@assessment, @itemId, @seq, @answer, @reason, @evidence, @person, @mode, @at)
     ON CONFLICT (assessment_id, item_id) DO UPDATE SET seq = @seq, answer = @answer, reason = @reason,
       evidence = @evidence, person = @person, mode = @mode, updated_at = @at`,
  );
  const record = db.prepare(
    `INSERT INTO appraisal_history (assessment_id, item_id, seq, answer, reason, evidence, person, mode, at)
     VALUES (@assessment, @itemId, @seq, @answer, @reason, @evidence, @person, @mode, @at)`,
  );
  const history = db.prepare<[string, string, number], Row>(
    `SELECT item_id, seq, answer, reason, evidence, person, mode, at FROM appraisal_history
     WHERE assessment_id = ? AND item_id = ? ORDER BY seq DESC LIMIT ?`,
  );
  const answerHistory = db.prepare<[string, string, number], HistoryRow>(
    `SELECT seq, answer, person, mode, at FROM answer_history
     WHERE assessment_id = ? AND item_id = ? ORDER BY seq DESC LIMIT ?`,
  );
  const targets = db.prepare<[string], TargetRow>(
    'SELECT item_id, seq, value, updated_at FROM item_target WHERE assessment_id = ? ORDER BY item_id',
  );
  const putTarget = db.prepare(
    `INSERT INTO item_target (assessment_id, item_id, seq, value, updated_at)
     VALUES (@assessment, @itemId, @seq, @value, @at)
     ON CONFLICT (assessment_id, item_id) DO UPDATE SET seq = @seq, value = @value, updated_at = @at`,
  );
  const text = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

  return {
    list: (assessmentId) => list.all(assessmentId).map(fromRow),
    find(assessmentId, itemId) {
      const row = find.get(assessmentId, itemId);
      return row ? fromRow(row) : null;
    },
    save(assessmentId, row) {
      const values = { ...row, assessment: assessmentId, answer: text(row.answer) };
      put.run(values);
      record.run(values);
    },
    targets: (assessmentId) =>
      targets.all(assessmentId).map(({ item_id, seq, value, updated_at }) => ({
        itemId: item_id,
        seq,
        value: value === null ? null : (JSON.parse(value) as AnswerValue),
        at: updated_at,
      })),
    saveTarget: (assessmentId, row) => void putTarget.run({ ...row, assessment: assessmentId, value: text(row.value) }),
    answerHistory: (assessmentId, itemId, most) =>
      answerHistory
        .all(assessmentId, itemId, most)
        .map((row) => ({ ...row, answer: JSON.parse(row.answer) as Answer, mode: modeOf(row.mode) })),
    history: (assessmentId, itemId, most) => history.all(assessmentId, itemId, most).map(fromRow),
  };
}
