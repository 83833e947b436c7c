/** Databases of every released schema: making one, and what it must hold however it is brought up to date. */
import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from '../../src/adapters/sqlite/open.ts';
import { ROOT } from '../e2e/support/project.ts';

const FIXTURES = join(ROOT, 'tests/fixtures/databases');

/** Schema versions of which there is a database, the oldest first. */
export const VERSIONS: readonly number[] = readdirSync(FIXTURES)
  .map((name) => Number(/^schema-(\d+)\.sql$/.exec(name)?.[1]))
  .filter((version) => version > 0)
  .sort((a, b) => a - b);

/** Writes the database of an older program into a data folder, as that program would have left it. */
export function writeOld(folder: string, version: number): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, DATABASE_NAME);
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec(readFileSync(join(FIXTURES, `schema-${version}.sql`), 'utf8'));
  db.close();
  return file;
}

export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** All rows of all tables that a database has; caches, which are made again at will, left out. */
export function rowsOf(file: string): Rows {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    return Object.fromEntries(
      tables.map((name) => [name, db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()]),
    );
  } finally {
    db.close();
  }
}

/** What of the old rows is not in the new database, column by column; new columns and tables are free. */
export function missingIn(now: Rows, old: Rows): string[] {
  return Object.entries(old).flatMap(([table, rows]) =>
    rows.flatMap((row) => {
      const there = now[table]?.some((other) =>
        Object.entries(row).every(([column, value]) => {
          const found = other[column];
          return Buffer.isBuffer(value) ? Buffer.isBuffer(found) && value.equals(found) : found === value;
        }),
      );
      return there === true ? [] : [`${table}: ${JSON.stringify(row).slice(0, 200)}`];
    }),
  );
}
