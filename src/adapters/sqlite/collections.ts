import type Database from 'better-sqlite3';
import type { CollectionRow, CollectionStorage } from '../../core/ports/collections.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { Choice, ExpectedUnit } from '../../domain/collection/types.ts';
import { resultRepository } from './collections-results.ts';
import { runRepository } from './collections-runs.ts';

interface Row {
  id: string;
  name: string;
  questionnaire_id: string;
  questionnaire_version: string;
  questionnaire_hash: string;
  period: string;
  notes: string;
  created_at: string;
  updated_at: string;
}

const fromRow = (row: Row): CollectionRow => ({
  id: row.id,
  name: row.name,
  questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version, hash: row.questionnaire_hash },
  period: JSON.parse(row.period) as Period,
  notes: row.notes,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

type UnitRow = Omit<ExpectedUnit, 'group' | 'tags'> & { unit_group: string; tags: string };

/** Collections with their expected units, results, decisions and imports. */
export function collectionRepository(db: Database.Database): CollectionStorage {
  const list = db.prepare<[], Row>('SELECT * FROM collection ORDER BY updated_at DESC, id');
  const find = db.prepare<[string], Row>('SELECT * FROM collection WHERE id = ?');
  const save = db.prepare(
    `INSERT INTO collection VALUES (@id, @name, @questionnaireId, @version, @hash, @period, @notes, @createdAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET name = @name, notes = @notes, updated_at = @updatedAt`,
  );
  const remove = db.prepare('DELETE FROM collection WHERE id = ?');
  const units = db.prepare<[string], UnitRow>(
    'SELECT id, name, code, province, unit_group, tags, note FROM collection_unit WHERE collection_id = ? ORDER BY position',
  );
  const dropUnits = db.prepare('DELETE FROM collection_unit WHERE collection_id = ?');
  const addUnit = db.prepare(
    `INSERT INTO collection_unit (collection_id, position, id, name, code, province, unit_group, tags, note)
     VALUES (@collection, @position, @id, @name, @code, @province, @group, @tags, @note)`,
  );
  const tombstones = db
    .prepare<[string], string>('SELECT content_hash FROM collection_tombstone WHERE collection_id = ?')
    .pluck();
  const bury = db.prepare('INSERT OR IGNORE INTO collection_tombstone VALUES (?, ?, ?)');
  const unbury = db.prepare('DELETE FROM collection_tombstone WHERE collection_id = ? AND content_hash = ?');
  const choices = db.prepare<[string], { keep: string; aside: string }>(
    'SELECT keep, aside FROM collection_choice WHERE collection_id = ? ORDER BY keep, aside',
  );
  const dropChoices = db.prepare('DELETE FROM collection_choice WHERE collection_id = ? AND keep = ?');
  const choose = db.prepare('INSERT OR IGNORE INTO collection_choice VALUES (?, ?, ?, ?)');

  return {
    list: () => list.all().map(fromRow),
    find(id) {
      const row = find.get(id);
      return row ? fromRow(row) : null;
    },
    save: ({ questionnaire, period, ...row }) =>
      void save.run({
        ...row,
        questionnaireId: questionnaire.id,
        version: questionnaire.version,
        hash: questionnaire.hash,
        period: JSON.stringify(period),
      }),
    remove: (id) => void remove.run(id),
    units: (id) =>
      units.all(id).map(({ unit_group: group, tags, ...unit }) => ({
        ...unit,
        group,
        tags: JSON.parse(tags) as string[],
      })),
    saveUnits(id, given) {
      dropUnits.run(id);
      given.forEach((unit, position) =>
        addUnit.run({ ...unit, tags: JSON.stringify(unit.tags), collection: id, position }),
      );
    },
    tombstones: (id) => tombstones.all(id),
    bury: (id, hash, at) => void bury.run(id, hash, at),
    unbury: (id, hash) => void unbury.run(id, hash),
    choices: (id) => choices.all(id).map(({ keep, aside }): Choice => ({ keep, aside: JSON.parse(aside) as string[] })),
    dropChoices: (id, keep) => void dropChoices.run(id, keep),
    choose: (id, { keep, aside }, at) => void choose.run(id, keep, JSON.stringify([...aside].sort()), at),
    ...resultRepository(db),
    ...runRepository(db),
  };
}
