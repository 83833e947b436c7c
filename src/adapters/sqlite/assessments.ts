import type Database from 'better-sqlite3';
import type { AssessmentRow, Storage } from '../../core/ports.ts';
import type { PeriodKind } from '../../domain/assessment/period.ts';

interface Row {
  id: string;
  organisation_id: string;
  questionnaire_id: string;
  questionnaire_version: string;
  questionnaire_hash: string;
  period_kind: PeriodKind;
  period_year: number;
  period_number: number;
  state: 'draft' | 'finished';
  sample: number;
  position: string | null;
  settled: number;
  total: number;
  flagged: number;
  level: number | null;
  content_hash: string | null;
  organisation_kind: string | null;
  created_at: string;
  updated_at: string;
  finished_at: string | null;
}

function fromRow(row: Row): AssessmentRow {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    questionnaireId: row.questionnaire_id,
    questionnaireVersion: row.questionnaire_version,
    questionnaireHash: row.questionnaire_hash,
    period: { kind: row.period_kind, year: row.period_year, number: row.period_number },
    state: row.state,
    sample: row.sample === 1,
    position: row.position,
    settled: row.settled,
    total: row.total,
    flagged: row.flagged,
    level: row.level,
    contentHash: row.content_hash,
    organisationKind: row.organisation_kind,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at,
  };
}

function toRow(row: AssessmentRow): Row {
  return {
    id: row.id,
    organisation_id: row.organisationId,
    questionnaire_id: row.questionnaireId,
    questionnaire_version: row.questionnaireVersion,
    questionnaire_hash: row.questionnaireHash,
    period_kind: row.period.kind,
    period_year: row.period.year,
    period_number: row.period.number,
    state: row.state,
    sample: row.sample ? 1 : 0,
    position: row.position,
    settled: row.settled,
    total: row.total,
    flagged: row.flagged,
    level: row.level,
    content_hash: row.contentHash,
    organisation_kind: row.organisationKind,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    finished_at: row.finishedAt,
  };
}

export function assessmentRepository(db: Database.Database): Storage['assessments'] {
  const list = db.prepare<[], Row>('SELECT * FROM assessment');
  const find = db.prepare<[string], Row>('SELECT * FROM assessment WHERE id = ?');
  const findSame = db.prepare<[string, string, string, number, number], Row>(
    `SELECT * FROM assessment WHERE organisation_id = ? AND questionnaire_id = ?
     AND period_kind = ? AND period_year = ? AND period_number = ?`,
  );
  const add = db.prepare(
    `INSERT INTO assessment (id, organisation_id, questionnaire_id, questionnaire_version, questionnaire_hash,
       period_kind, period_year, period_number, state, sample, position, settled, total, flagged, level, content_hash,
       organisation_kind, created_at, updated_at, finished_at)
     VALUES (@id, @organisation_id, @questionnaire_id, @questionnaire_version, @questionnaire_hash,
       @period_kind, @period_year, @period_number, @state, @sample, @position, @settled, @total, @flagged, @level,
       @content_hash, @organisation_kind, @created_at, @updated_at, @finished_at)`,
  );
  const update = db.prepare(
    `UPDATE assessment SET state = @state, position = @position, settled = @settled, total = @total,
       flagged = @flagged, level = @level, content_hash = @content_hash,
       organisation_kind = @organisation_kind, updated_at = @updated_at, finished_at = @finished_at WHERE id = @id`,
  );
  const removeSamples = db.prepare('DELETE FROM assessment WHERE sample = 1');
  const unlinkSamples = db.prepare(
    'DELETE FROM answer_evidence WHERE assessment_id IN (SELECT id FROM assessment WHERE sample = 1)',
  );
  return {
    list: () => list.all().map(fromRow),
    find(id) {
      const row = find.get(id);
      return row ? fromRow(row) : null;
    },
    findSame(organisationId, questionnaireId, { kind, year, number }) {
      const row = findSame.get(organisationId, questionnaireId, kind, year, number);
      return row ? fromRow(row) : null;
    },
    add: (row) => void add.run(toRow(row)),
    update: (row) => void update.run(toRow(row)),
    removeSamples() {
      // First the links: they point at answers and evidence, which go with their assessment in no stated order.
      unlinkSamples.run();
      removeSamples.run();
    },
  };
}
