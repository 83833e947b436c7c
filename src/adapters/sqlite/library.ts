import type Database from 'better-sqlite3';
import type { AddedQuestionnaire, LibraryStorage, RememberedFolder } from '../../core/ports/library.ts';

const ADDED = 'SELECT id, version, hash, definition, vectors, added_at AS addedAt FROM added_questionnaire';

/** Added questionnaires, choices, and what was read and checked before. */
export function libraryRepository(db: Database.Database): LibraryStorage {
  const added = db.prepare<[], AddedQuestionnaire>(`${ADDED} ORDER BY id, version`);
  const findAdded = db.prepare<[string, string], AddedQuestionnaire>(`${ADDED} WHERE id = ? AND version = ?`);
  const add = db.prepare(
    `INSERT INTO added_questionnaire (id, version, hash, definition, vectors, added_at)
     VALUES (@id, @version, @hash, @definition, @vectors, @addedAt)`,
  );
  const remove = db.prepare('DELETE FROM added_questionnaire WHERE id = ? AND version = ?');
  const forget = db.prepare('DELETE FROM questionnaire_choice WHERE id = ? AND version = ?');
  const shown = db.prepare<[], { id: string; version: string; shown: number }>('SELECT * FROM questionnaire_choice');
  const show = db.prepare(
    `INSERT INTO questionnaire_choice (id, version, shown) VALUES (?, ?, ?)
     ON CONFLICT (id, version) DO UPDATE SET shown = excluded.shown`,
  );
  const uses = db.prepare<[], { id: string; version: string; count: number }>(
    `SELECT questionnaire_id AS id, questionnaire_version AS version, count(*) AS count FROM assessment
     GROUP BY questionnaire_id, questionnaire_version`,
  );
  const remembered = db.prepare<[string], RememberedFolder>('SELECT * FROM remembered_folder WHERE folder = ?');
  const remember = db.prepare(
    `INSERT OR REPLACE INTO remembered_folder (folder, digest, program, definition, samples, vectors, seal)
     VALUES (@folder, @digest, @program, @definition, @samples, @vectors, @seal)`,
  );
  const passed = db.prepare<[string, string], 1>('SELECT 1 FROM vector_check WHERE hash = ? AND program = ?').pluck();
  const pass = db.prepare('INSERT OR REPLACE INTO vector_check (hash, program, passed_at) VALUES (?, ?, ?)');
  return {
    added: () => added.all(),
    findAdded: (id, version) => findAdded.get(id, version) ?? null,
    add: (entry) => void add.run(entry),
    remove(id, version) {
      remove.run(id, version);
      forget.run(id, version);
    },
    shown: () => new Map(shown.all().map((row) => [`${row.id}/${row.version}`, row.shown === 1])),
    setShown: (id, version, isShown) => void show.run(id, version, isShown ? 1 : 0),
    uses: () => new Map(uses.all().map((row) => [`${row.id}/${row.version}`, row.count])),
    remembered: (folder) => remembered.get(folder) ?? null,
    remember: (entry) => void remember.run(entry),
    vectorsPassed: (hash, program) => passed.get(hash, program) !== undefined,
    rememberVectors: (hash, program, at) => void pass.run(hash, program, at),
  };
}
