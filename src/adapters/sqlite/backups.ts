import type Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { BACKUP_ENDING, type BackupSource, type KeptBackup } from '../../contract/views/data.ts';
import { backupName, newestFirst, nextNumber, readBackupName } from '../../core/backup.ts';
import type { BackupStore, Inspected } from '../../core/ports/backup.ts';
import { renameWithPatience } from '../files/atomic-write.ts';
import { asFileError } from '../files/errors.ts';
import { asBackupError, backupDatabase, holdingsOf, inspectBackup } from './backup.ts';
import { BACKUP_FOLDER, DATABASE_NAME } from './open.ts';
import { replaceContent } from './restore.ts';
import { hashOf, readSeal } from './seal.ts';

/** Backups that arrive in pieces lie here until they are restored, or until the next start. */
const ARRIVING = /^\.arriving-[0-9a-f-]{36}$/;
/** Half-made copies of a process that was ended. */
const HALF = /^\.(arriving-|restoring-|thuoc-so_.*\.tmp)/;

/** Kept backups of a folder, newest first. An absent folder holds none. */
export async function listBackups(folder: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const known = readBackupName(name);
      if (known === null) return null;
      const facts = await stat(join(folder, name)).catch(() => null);
      const { at, reason } = known;
      return facts?.isFile() ? { name, at, reason, size: facts.size } : null;
    }),
  );
  return found.filter((backup) => backup !== null).sort((a, b) => newestFirst(a.name, b.name));
}

/** @param dataFolder null: a database in memory, which has no backups and makes none */
export function createBackupStore(db: Database.Database, dataFolder: string | null): BackupStore {
  const folder = dataFolder === null ? '' : join(dataFolder, BACKUP_FOLDER);
  if (folder !== '') sweep(folder);

  function need(): string {
    if (folder === '') throw new AppError('backup.unavailable');
    return folder;
  }
  /** Only names that this program gives are taken: no path leaves the folder. */
  function kept(name: string): string {
    if (readBackupName(name) === null) throw new AppError('backup.unknown', { name });
    return join(need(), name);
  }
  function arriving(id: string): string {
    const name = `.arriving-${id}`;
    if (!ARRIVING.test(name)) throw new AppError('backup.unknown', { name: id });
    return join(need(), name);
  }
  const locate = (source: BackupSource): string => (source.kind === 'kept' ? kept(source.name) : arriving(source.id));
  const told = (source: BackupSource): string => (source.kind === 'kept' ? source.name : `*${BACKUP_ENDING}`);

  /** Errors name the backup that the person chose, not a path that the program made up. */
  function check(file: string, name: string): Inspected {
    try {
      const { sealed, ...inside } = inspectBackup(file);
      return { inside, sealed };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'file.not-found') throw new AppError('backup.unknown', { name });
      if (error.code === 'storage.corrupt') throw new AppError('backup.damaged', { name }, [], { cause: error });
      if (error.code === 'storage.newer') throw new AppError('backup.newer', { name }, [], { cause: error });
      throw error;
    }
  }

  return {
    folder,
    list: () => (folder === '' ? Promise.resolve([]) : listBackups(folder)),
    async make(at, reason) {
      await mkdir(need(), { recursive: true }).catch((error: unknown) => {
        throw asFileError(error, folder);
      });
      const name = backupName(at, reason, nextNumber(await readdir(folder).catch(() => [])));
      const { bytes } = await backupDatabase(db, join(folder, name));
      return { name, at, reason, size: bytes };
    },
    remove: (name) => rm(kept(name), { force: true }),
    read: (name) => readFile(kept(name)).catch(() => Promise.reject(new AppError('backup.unknown', { name }))),
    copyTo: async (name, target) => copyProven(kept(name), join(target, name)),
    async receive(id, offset, bytes) {
      const file = arriving(id);
      await mkdir(folder, { recursive: true });
      try {
        const handle = await open(file, offset === 0 ? 'w' : 'r+');
        try {
          const { size } = await handle.stat();
          // A piece that came before is written again; a gap would be bytes that nobody sent.
          if (offset > size) throw new AppError('backup.unknown', { name: id });
          await handle.write(bytes, 0, bytes.length, offset);
          return offset + bytes.length;
        } finally {
          await handle.close();
        }
      } catch (error) {
        const wire = asFileError(error, file);
        throw wire.code === 'file.not-found' ? new AppError('backup.unknown', { name: id }) : wire;
      }
    },
    inspect: (source) => Promise.resolve().then(() => check(locate(source), told(source))),
    inspectFile: (file) => check(file, file),
    async restore(source) {
      const file = locate(source);
      check(file, told(source));
      const work = join(need(), `.restoring-${randomUUID()}`);
      try {
        await copyFile(file, work);
        const handle = await open(work, 'r+');
        await handle.truncate(readSeal(work).size).finally(() => handle.close());
        replaceContent(db, work);
        if (source.kind === 'received') await rm(file, { force: true });
      } catch (error) {
        throw asBackupError(error, join(dirname(folder), DATABASE_NAME));
      } finally {
        for (const ending of ['', '-journal', '-wal', '-shm']) await rm(work + ending, { force: true });
      }
    },
    present: () => holdingsOf(db),
    health: () => String(db.pragma('integrity_check(1)', { simple: true })),
  };
}

/** Takes away what an ended process left half made. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) if (HALF.test(name)) rmSync(join(folder, name), { force: true });
  } catch {
    // No folder yet, or not ours to tidy: the next start tries again.
  }
}

/** Copies a file whole or not at all, reads it again and compares. @throws AppError file.*, backup.damaged */
async function copyProven(from: string, to: string): Promise<string> {
  const temporary = join(dirname(to), `.${basename(to)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, temporary);
    const handle = await open(temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    const { size } = await stat(from);
    if (hashOf(temporary, size) !== hashOf(from, size)) throw new AppError('backup.damaged', { name: basename(to) });
    await renameWithPatience(temporary, to);
    return to;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw asFileError(error, to);
  }
}
