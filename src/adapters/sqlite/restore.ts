import Database from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { migrate } from './open.ts';
import { hasOwnSchema } from './own-schema.ts';

/** Names of our tables; they come from our own schema, never from a foreign file. */
function tablesOf(db: Database.Database): string[] {
  return db
    .prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
}

/**
 * Puts the content of a database file into the place of everything that the open one holds: one transaction, so that
 * after a power cut either all of the old or all of the new is there. The connection and its statements stay valid.
 * @param file a copy that may be changed: it is brought to the present schema first
 * @throws AppError storage.*; then nothing was changed
 */
export function replaceContent(db: Database.Database, file: string): void {
  bringUp(file);
  db.prepare('ATTACH ? AS given').run(file);
  try {
    db.transaction(() => {
      // Checked when the transaction ends: tables that point at each other can be filled in any order.
      db.pragma('defer_foreign_keys = ON');
      const tables = tablesOf(db);
      for (const table of tables) db.exec(`DELETE FROM main."${table}"`);
      for (const table of tables) {
        const columns = (db.pragma(`main.table_info("${table}")`) as { name: string }[])
          .map(({ name }) => `"${name}"`)
          .join(', ');
        db.exec(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM given."${table}"`);
      }
      for (const table of tables) {
        const count = (schema: string): unknown =>
          db.prepare(`SELECT count(*) FROM ${schema}."${table}"`).pluck().get();
        if (count('main') !== count('given')) throw new AppError('storage.failed', { reason: table });
      }
    }).immediate();
  } finally {
    db.exec('DETACH given');
  }
}

function bringUp(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma('trusted_schema = OFF');
    migrate(copy, '');
    if (!hasOwnSchema(copy, MIGRATIONS.length)) throw new AppError('storage.corrupt', { file });
  } finally {
    copy.close();
  }
}
