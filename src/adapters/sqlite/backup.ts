/** Copies of the database that are proven whole before they are called backups. */
import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { constants, existsSync, renameSync, rmSync } from 'node:fs';
import { access, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { Holdings } from '../../contract/views/data.ts';
import { renameWithPatience } from '../files/atomic-write.ts';
import { asFileError, systemCode } from '../files/errors.ts';
import { asStorageError } from './errors.ts';
import { APPLICATION_ID } from './identity.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { hasOwnSchema } from './own-schema.ts';
import { hashOf, readSeal, seal } from './seal.ts';

/** What a verified copy holds. */
export interface BackupContent extends Holdings {
  /** It carries a seal, and the seal is right. */
  readonly sealed: boolean;
}

export interface Backup extends BackupContent {
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hexadecimal SHA-256 of the database in the file, as its seal states it. */
  readonly sha256: string;
}

/**
 * Copies the open database into one file while work goes on (SQLite's online backup), checks the copy and only then
 * gives it its name: a backup that exists is a good one, and an older one of the same name stays until then.
 * @throws AppError storage.corrupt when the copy does not pass, storage.full, file.*
 */
export async function backupDatabase(db: Database.Database, file: string): Promise<Backup> {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await access(folder, constants.W_OK);
    await db.backup(temporary);
    const made = prove(temporary);
    const { size: bytes } = await stat(temporary);
    await renameWithPatience(temporary, file);
    return { ...made, file, bytes };
  } catch (error) {
    for (const leftover of leftovers(temporary)) await rm(leftover, { force: true }).catch(() => undefined);
    throw asBackupError(error, file);
  }
}

/**
 * The same at one stroke, for the moment before a migration: nothing else may happen until the copy is good.
 * @throws AppError as backupDatabase
 */
export function backupNow(db: Database.Database, file: string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    prove(temporary);
    renameSync(temporary, file);
  } catch (error) {
    for (const leftover of leftovers(temporary)) rmSync(leftover, { force: true });
    throw asBackupError(error, file);
  }
}

const leftovers = (file: string): string[] => ['', '-wal', '-shm', '-journal'].map((ending) => file + ending);

/** A failed copy as an error that a person can act on: of the database, or of the file. */
export function asBackupError(error: unknown, file: string): unknown {
  const known = asStorageError(error, file, dirname(file));
  if (known instanceof AppError || systemCode(error) === '') return known;
  return asFileError(error, file);
}

/** Checks a fresh copy from end to end, seals it and flushes it to the disk. */
function prove(file: string): BackupContent & { readonly sha256: string } {
  settle(file);
  const content = inspectBackup(file);
  const sha256 = seal(file);
  return { ...content, sealed: true, sha256 };
}

/** The copy inherits the write-ahead mode; as a backup it must be one file that any SQLite can read on its own. */
function settle(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/**
 * Opens a file for reading only and proves that it is a whole database of this program.
 * Nothing inside a foreign file is trusted: no extensions of its schema run, every page is checked.
 * @throws AppError file.not-found, storage.corrupt (damaged, or not ours), storage.newer
 */
export function inspectBackup(file: string): BackupContent {
  if (!existsSync(file)) throw new AppError('file.not-found', { file });
  let db: Database.Database | null = null;
  try {
    const { size, stated } = readSeal(file);
    if (stated !== null && hashOf(file, size) !== stated) throw new AppError('storage.corrupt', { file });
    db = new Database(file, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new AppError('storage.corrupt', { file });
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new AppError('storage.corrupt', { file });
    const violations = db.pragma('foreign_key_check') as unknown[];
    if (violations.length > 0) throw new AppError('storage.corrupt', { file });
    const schema = Number(db.pragma('user_version', { simple: true }));
    if (schema > MIGRATIONS.length) throw new AppError('storage.newer', { folder: file });
    if (!hasOwnSchema(db, schema)) throw new AppError('storage.corrupt', { file });
    return { ...holdingsOf(db), sealed: stated !== null };
  } catch (error) {
    throw asBackupError(error, file);
  } finally {
    db?.close();
  }
}

/** Counts what a database holds. */
export function holdingsOf(db: Database.Database): Holdings {
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return {
    schema: Number(db.pragma('user_version', { simple: true })),
    organisations: count('organisation'),
    assessments: count('assessment'),
    answers: count('answer'),
    latest: (db.prepare('SELECT max(updated_at) FROM assessment').pluck().get() ?? null) as string | null,
  };
}
