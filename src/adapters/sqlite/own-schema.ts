import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations/index.ts';

const expected = new Map<number, string>();

/** Tables, indexes and triggers with their text, in one comparable string. */
function schemaText(db: Database.Database, schema: string): string {
  const rows = db
    .prepare(
      `SELECT type, name, tbl_name, sql FROM ${schema}.sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`,
    )
    .raw()
    .all();
  return JSON.stringify(rows);
}

/**
 * Has the database exactly the tables, indexes and triggers that this program makes? A view or a trigger that somebody
 * added to a file would otherwise run when the file is read.
 * @param version number of steps that it says it has taken
 */
export function hasOwnSchema(db: Database.Database, version: number): boolean {
  let wanted = expected.get(version);
  if (wanted === undefined) {
    const empty = new Database(':memory:');
    try {
      for (const step of MIGRATIONS.slice(0, version)) empty.exec(step.sql);
      wanted = schemaText(empty, 'main');
    } finally {
      empty.close();
    }
    expected.set(version, wanted);
  }
  return schemaText(db, 'main') === wanted;
}
