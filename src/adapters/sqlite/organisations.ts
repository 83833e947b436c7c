import type Database from 'better-sqlite3';
import type { Storage } from '../../core/ports.ts';
import type { Organisation } from '../../domain/assessment/organisation.ts';
import { foldText } from '../../domain/text/normalize.ts';

type Row = Omit<Organisation, 'predecessors'>;
const COLUMNS = 'id, name, kind, code, province, address, contact';

export function organisationRepository(db: Database.Database): Storage['organisations'] {
  const list = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM organisation`);
  const find = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM organisation WHERE id = ?`);
  const predecessors = db
    .prepare<[string], string>(
      'SELECT predecessor_id FROM organisation_predecessor WHERE organisation_id = ? ORDER BY position',
    )
    .pluck();
  const put = db.prepare(
    `INSERT INTO organisation (id, name, search, kind, code, province, address, contact, sample, created_at, updated_at)
     VALUES (@id, @name, @search, @kind, @code, @province, @address, @contact, @sample, @at, @at)
     ON CONFLICT (id) DO UPDATE SET name = @name, search = @search, kind = @kind, code = @code, province = @province,
       address = @address, contact = @contact, updated_at = @at`,
  );
  const clear = db.prepare('DELETE FROM organisation_predecessor WHERE organisation_id = ?');
  const link = db.prepare(
    'INSERT INTO organisation_predecessor (organisation_id, predecessor_id, position) VALUES (?, ?, ?)',
  );
  const unlinkSamples = db.prepare(
    `DELETE FROM organisation_predecessor WHERE predecessor_id IN
       (SELECT id FROM organisation WHERE sample = 1 AND id NOT IN (SELECT organisation_id FROM assessment))`,
  );
  const removeSamples = db.prepare(
    'DELETE FROM organisation WHERE sample = 1 AND id NOT IN (SELECT organisation_id FROM assessment)',
  );

  const whole = (row: Row): Organisation => ({ ...row, predecessors: predecessors.all(row.id) });
  return {
    list: () => list.all().map(whole),
    find(id) {
      const row = find.get(id);
      return row ? whole(row) : null;
    },
    save({ predecessors: ids, ...organisation }, sample, at) {
      put.run({ ...organisation, search: foldText(organisation.name), sample: sample ? 1 : 0, at });
      clear.run(organisation.id);
      ids.forEach((id, position) => link.run(organisation.id, id, position));
    },
    removeSamples() {
      unlinkSamples.run();
      removeSamples.run();
    },
  };
}
