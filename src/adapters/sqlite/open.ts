import Database from 'better-sqlite3';
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { backupName, nextNumber } from '../../core/backup.ts';
import { takeOffSeal } from './at-rest.ts';
import { backupNow } from './backup.ts';
import { asStorageError } from './errors.ts';
import { APPLICATION_ID } from './identity.ts';
import { withOwner } from './owner.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import { hasOwnSchema } from './own-schema.ts';

export const DATABASE_NAME = 'thuoc-so.db';
/** Backups that the program keeps by itself, in the data folder. */
export const BACKUP_FOLDER = 'backups';
/**
 * Opens the database of a data folder, creates it when there is none, and brings the schema up to date.
 * WAL with synchronous=FULL: a commit is on disk before it is acknowledged, power cuts included. The exclusive lock
 * keeps a second program out of the same folder, which is what storage.locked reports.
 * @param folder null keeps everything in memory (command line batch work)
 * @throws AppError storage.*
 */
export function openDatabase(folder: string | null, migrations: readonly Migration[] = MIGRATIONS): Database.Database {
  return openChecked(folder, migrations).db;
}

export interface OpenedDatabase {
  readonly db: Database.Database;
  /** Every byte is as the last one who closed it left it; otherwise only the structure was checked, from end to end. */
  readonly sealed: boolean;
}

/** openDatabase, telling what was known of the file before. @throws AppError storage.* */
export function openChecked(folder: string | null, migrations: readonly Migration[] = MIGRATIONS): OpenedDatabase {
  if (folder === null) {
    const db = new Database(':memory:');
    migrate(db, '', migrations);
    return { db, sealed: true };
  }
  const file = join(folder, DATABASE_NAME);
  prepareFolder(folder, file);
  let db: Database.Database | null = null;
  try {
    const fresh = !existsSync(file);
    const sealed = takeOffSeal(file, folder, migrations.length);
    db = new Database(file, { timeout: 2000 });
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('trusted_schema = OFF');
    // Before the first write: changing the journal mode would already write into a file that is not ours.
    checkIdentity(db, file, sealed);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // What is deleted is overwritten, not only let go.
    db.pragma('secure_delete = ON');
    migrate(db, folder, migrations);
    // A letter of the schema itself: a table or a column has another name now, which no check of SQLite minds.
    if (!sealed && migrations === MIGRATIONS && !hasOwnSchema(db, migrations.length))
      throw new AppError('storage.corrupt', { file });
    return { db, sealed: sealed || fresh };
  } catch (error) {
    db?.close();
    throw withOwner(asStorageError(error, file, folder), folder);
  }
}

function prepareFolder(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new AppError('storage.read-only', { folder, file }, [], { cause: error });
  }
}

function checkIdentity(db: Database.Database, file: string, sealed: boolean): void {
  const id = db.pragma('application_id', { simple: true });
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables !== 0 && id !== APPLICATION_ID) throw new AppError('storage.corrupt', { file });
  // After a power cut the indexes are compared too, which the quick check leaves out.
  const health = db.pragma(sealed ? 'quick_check(1)' : 'integrity_check(1)', { simple: true });
  if (health !== 'ok') throw new AppError('storage.corrupt', { file });
}

/**
 * Takes all pending steps in one transaction; a failure leaves the database as it was. Data that is already there is
 * backed up first, and without a good backup no step is taken.
 * @param folder the data folder; empty for a database in memory and for copies
 */
export function migrate(db: Database.Database, folder: string, migrations: readonly Migration[] = MIGRATIONS): void {
  db.pragma('foreign_keys = ON');
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > migrations.length) throw new AppError('storage.newer', { folder });
  if (version === migrations.length) return;
  if (version > 0 && folder !== '') backUpBeforeMigration(db, folder);
  db.transaction(() => {
    for (const step of migrations.slice(version)) db.exec(step.sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

function backUpBeforeMigration(db: Database.Database, folder: string): void {
  const backups = join(folder, BACKUP_FOLDER);
  mkdirSync(backups, { recursive: true });
  const number = nextNumber(readdirSync(backups));
  backupNow(db, join(backups, backupName(new Date().toISOString(), 'migration', number)));
}
