/** Ways out of a start that failed. Nothing is deleted: what could not be opened is set aside first. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { KeptBackup, SalvageReport, Holdings } from '../../contract/views/data.ts';
import { asFileError } from '../files/errors.ts';
import { putOnSeal } from './at-rest.ts';
import { inspectBackup } from './backup.ts';
import { listBackups } from './backups.ts';
import { BACKUP_FOLDER, DATABASE_NAME, openDatabase } from './open.ts';
import { salvageInto } from './salvage.ts';
import { readSeal } from './seal.ts';

const PARTS = ['', '-wal', '-shm', '-journal'];

/** Backups of a data folder that pass every check, newest first, with what is in them. */
export async function goodBackups(folder: string): Promise<(KeptBackup & { readonly inside: Holdings })[]> {
  const kept = await listBackups(join(folder, BACKUP_FOLDER));
  return kept.flatMap((backup) => {
    try {
      const { sealed, ...inside } = inspectBackup(join(folder, BACKUP_FOLDER, backup.name));
      return sealed ? [{ ...backup, inside }] : [];
    } catch {
      // A damaged or newer one is no way out.
      return [];
    }
  });
}

/**
 * Copies the files of the database, damaged as they are, into a folder of their own.
 * @returns its path; null when there was nothing
 */
export function setAside(folder: string, at: string): string | null {
  const files = PARTS.map((part) => DATABASE_NAME + part).filter((name) => existsSync(join(folder, name)));
  if (files.length === 0) return null;
  const aside = join(folder, `set-aside-${at.replace(/\D/g, '').slice(0, 14)}-${randomUUID().slice(0, 4)}`);
  try {
    mkdirSync(aside);
    for (const name of files) copyFileSync(join(folder, name), join(aside, name));
  } catch (error) {
    throw asFileError(error, aside);
  }
  return aside;
}

/**
 * Puts a finished database into the place of the old one. The old files are in safety by now; the write-ahead log goes
 * first, because it belongs to the old file alone, and the rename is the one moment of change. Ended in between, the
 * old file is still there, damaged as before, and the same way can be gone again.
 */
function takePlace(folder: string, file: string): void {
  for (const part of PARTS.slice(1)) rmSync(join(folder, DATABASE_NAME + part), { force: true });
  renameSync(file, join(folder, DATABASE_NAME));
}

/** Puts a backup into the place of data that cannot be opened. @returns where the old files are @throws AppError backup.*, file.* */
export async function recoverFromBackup(folder: string, name: string, at: string): Promise<string | null> {
  const good = (await goodBackups(folder)).find((backup) => backup.name === name);
  if (!good) throw new AppError('backup.unknown', { name });
  const file = join(folder, BACKUP_FOLDER, name);
  const fresh = join(folder, `.recovering-${randomUUID()}`);
  try {
    copyFileSync(file, fresh);
    const handle = await open(fresh, 'r+');
    try {
      await handle.truncate(readSeal(fresh).size);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const aside = setAside(folder, at);
    takePlace(folder, fresh);
    return aside;
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw asFileError(error, fresh);
  }
}

/** Takes over what can still be read. @throws AppError recovery.unreadable when nothing can, file.* */
export async function recoverBySalvage(
  folder: string,
  at: string,
): Promise<{ aside: string | null; report: SalvageReport }> {
  const [newest] = await goodBackups(folder);
  const lender = newest ? join(folder, BACKUP_FOLDER, newest.name) : null;
  const aside = setAside(folder, at);
  if (aside === null) throw new AppError('recovery.unreadable', { file: join(folder, DATABASE_NAME) });
  const work = join(folder, `.salvage-${randomUUID()}`);
  try {
    mkdirSync(work);
    const db = openDatabase(work);
    let report: SalvageReport;
    try {
      // From a second copy: SQLite may roll a log into the file that it opens, and what is set aside stays as it was.
      const damaged = join(work, 'damaged.db');
      for (const part of PARTS)
        if (existsSync(join(aside, DATABASE_NAME + part)))
          copyFileSync(join(aside, DATABASE_NAME + part), damaged + part);
      report = salvageInto(db, damaged, lender);
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
    putOnSeal(join(work, DATABASE_NAME));
    takePlace(folder, join(work, DATABASE_NAME));
    return { aside, report };
  } catch (error) {
    throw asFileError(error, join(folder, DATABASE_NAME));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Begins with empty data. @returns where the old files are */
export function startAnew(folder: string, at: string): string | null {
  const aside = setAside(folder, at);
  for (const part of PARTS) rmSync(join(folder, DATABASE_NAME + part), { force: true });
  return aside;
}
