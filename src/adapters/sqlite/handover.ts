import type Database from 'better-sqlite3';
import type { HandOver, HandOverFile } from '../../contract/views/files.ts';
import type { HandOverStorage, RecentRow, RecentStorage } from '../../core/ports/files.ts';
import type { Period } from '../../domain/assessment/period.ts';

interface Recent {
  id: string;
  sha256: string;
  name: string;
  kind: 'result' | 'questionnaire';
  subject: string;
  period: string | null;
  opened_at: string;
  pinned: number;
  kept: number;
}

export function recentRepository(db: Database.Database): RecentStorage {
  const list = db.prepare<[], Recent>(
    `SELECT id, sha256, name, kind, subject, period, opened_at, pinned, content IS NOT NULL AS kept FROM recent_file
     ORDER BY pinned DESC, opened_at DESC, id`,
  );
  const put = db.prepare(
    `INSERT INTO recent_file (id, sha256, name, kind, subject, period, opened_at, content)
     VALUES (@id, @sha256, @name, @kind, @subject, @period, @openedAt, @content)
     ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, kind = excluded.kind, subject = excluded.subject,
       period = excluded.period, opened_at = excluded.opened_at`,
  );
  const pin = db.prepare('UPDATE recent_file SET pinned = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM recent_file WHERE id = ?');
  const content = db.prepare<[string], Buffer | null>('SELECT content FROM recent_file WHERE id = ?').pluck();
  return {
    list: () =>
      list.all().map(({ period, opened_at: openedAt, pinned, kept, ...row }): RecentRow => ({
        ...row,
        period: period === null ? null : (JSON.parse(period) as Period),
        openedAt,
        pinned: pinned === 1,
        kept: kept === 1,
      })),
    put: ({ period, ...row }, bytes) =>
      void put.run({ ...row, period: period && JSON.stringify(period), content: bytes && Buffer.from(bytes) }),
    pin: (id, pinned) => void pin.run(pinned ? 1 : 0, id),
    remove: (id) => void remove.run(id),
    content: (id) => content.get(id) ?? null,
  };
}

interface Row {
  id: string;
  assessment_id: string;
  number: number;
  at: string;
  by: string;
  place: HandOver['place'];
  folder: string;
  files: string;
  verified: number;
  code: string;
  deidentified: number;
}

const fromRow = ({
  assessment_id: assessmentId,
  files,
  verified,
  deidentified,
  ...row
}: Row): Omit<HandOver, 'showable'> => ({
  ...row,
  assessmentId,
  files: JSON.parse(files) as HandOverFile[],
  verified: verified === 1,
  deidentified: deidentified === 1,
});

export function handOverRepository(db: Database.Database): HandOverStorage {
  const list = db.prepare<[string], Row>('SELECT * FROM hand_over WHERE assessment_id = ? ORDER BY number DESC');
  const latest = db.prepare<[], Row>(
    `SELECT * FROM hand_over AS one WHERE number =
       (SELECT max(number) FROM hand_over AS other WHERE other.assessment_id = one.assessment_id)
     ORDER BY at DESC, id`,
  );
  const find = db.prepare<[string], Row>('SELECT * FROM hand_over WHERE id = ?');
  const add = db.prepare(
    `INSERT INTO hand_over (id, assessment_id, number, at, by, place, folder, files, verified, code, deidentified)
     VALUES (@id, @assessmentId, @number, @at, @by, @place, @folder, @files, @verified, @code, @deidentified)`,
  );
  return {
    list: (assessmentId) => list.all(assessmentId).map(fromRow),
    latest: () => latest.all().map(fromRow),
    find(id) {
      const row = find.get(id);
      return row ? fromRow(row) : null;
    },
    add: (entry) =>
      void add.run({
        ...entry,
        files: JSON.stringify(entry.files),
        verified: entry.verified ? 1 : 0,
        deidentified: entry.deidentified ? 1 : 0,
      }),
  };
}
