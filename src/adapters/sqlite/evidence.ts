import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { EvidenceStorage } from '../../core/ports/evidence.ts';
import type { Evidence } from '../../domain/assessment/answer.ts';
import type { EvidenceFile } from '../../domain/assessment/evidence-file.ts';

type Row = Omit<Evidence, 'file'> & {
  assessment_id: string;
  sha256: string | null;
  file_name: string;
  file_type: string;
  size: number;
};

const SELECT = `SELECT e.assessment_id, e.id, e.type, e.number, e.date, e.issuer, e.subject, e.page,
    a.sha256, a.name AS file_name, a.type AS file_type, f.size
  FROM evidence e
  LEFT JOIN evidence_attachment a ON a.assessment_id = e.assessment_id AND a.evidence_id = e.id
  LEFT JOIN evidence_file f ON f.sha256 = a.sha256`;

function fromRow(row: Row): Evidence {
  const { assessment_id: _assessment, sha256, file_name: name, file_type: type, size, ...entry } = row;
  return sha256 === null ? entry : { ...entry, file: { sha256, name, type, size } };
}

/** Citations with the files behind them. */
export function evidenceRepository(db: Database.Database): EvidenceStorage {
  const list = db.prepare<[string], Row>(`${SELECT} WHERE e.assessment_id = ? ORDER BY e.position`);
  const ofOrganisation = db.prepare<[string], Row>(
    `${SELECT} JOIN assessment s ON s.id = e.assessment_id WHERE s.organisation_id = ?
     ORDER BY s.created_at DESC, s.id, e.position`,
  );
  const links = db.prepare<[string], { assessment_id: string; evidence_id: string; item_id: string }>(
    `SELECT l.assessment_id, l.evidence_id, l.item_id FROM answer_evidence l
     JOIN assessment s ON s.id = l.assessment_id WHERE s.organisation_id = ? ORDER BY l.item_id`,
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
  const relink = db.prepare(
    'UPDATE OR IGNORE answer_evidence SET evidence_id = @to WHERE assessment_id = @assessment AND evidence_id = @from',
  );
  const detach = db.prepare('DELETE FROM evidence_attachment WHERE assessment_id = ? AND evidence_id = ?');
  const remove = db.prepare('DELETE FROM evidence WHERE assessment_id = ? AND id = ?');
  const keep = db.prepare(
    'INSERT INTO evidence_file (sha256, size, bytes, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  );
  const attach = db.prepare(
    `INSERT INTO evidence_attachment (assessment_id, evidence_id, sha256, name, type)
     VALUES (@assessment, @evidence, @sha256, @name, @type)
     ON CONFLICT (assessment_id, evidence_id) DO UPDATE SET sha256 = @sha256, name = @name, type = @type`,
  );
  const content = db.prepare<[string], Buffer>('SELECT bytes FROM evidence_file WHERE sha256 = ?').pluck();
  const filesSize = db.prepare<[], number>('SELECT coalesce(sum(size), 0) FROM evidence_file').pluck();

  return {
    list: (assessmentId) => list.all(assessmentId).map(fromRow),
    save: (assessmentId, { id, type, number, date, issuer, subject, page }) =>
      void put.run({ assessment: assessmentId, id, type, number, date, issuer, subject, page }),
    remove(assessmentId, evidenceId) {
      unlink.run(assessmentId, evidenceId);
      remove.run(assessmentId, evidenceId);
    },
    ofOrganisation(organisationId) {
      const used = Map.groupBy(links.all(organisationId), (link) => `${link.assessment_id} ${link.evidence_id}`);
      return ofOrganisation.all(organisationId).map((row) => ({
        assessmentId: row.assessment_id,
        evidence: fromRow(row),
        itemIds: (used.get(`${row.assessment_id} ${row.id}`) ?? []).map(({ item_id }) => item_id),
      }));
    },
    relink(assessmentId, fromId, toId) {
      relink.run({ assessment: assessmentId, from: fromId, to: toId });
      unlink.run(assessmentId, fromId);
    },
    keepFile(bytes, at) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      keep.run(sha256, bytes.length, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), at);
      return { sha256 };
    },
    attach: (assessmentId, evidenceId, { sha256, name, type }: EvidenceFile) =>
      void attach.run({ assessment: assessmentId, evidence: evidenceId, sha256, name, type }),
    detach: (assessmentId, evidenceId) => void detach.run(assessmentId, evidenceId),
    content: (sha256) => content.get(sha256) ?? null,
    filesSize: () => filesSize.get() ?? 0,
  };
}
