import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { asFileError, systemCode } from './errors.ts';

/** Virus scanners and synchronisers hold a fresh file for a moment; a rename is tried again before giving up. */
const RENAME_WAITS_MS = [50, 150, 400];
const BUSY = new Set(['EBUSY', 'EPERM', 'EACCES']);

/**
 * Writes a file whole or not at all: a temporary file in the same folder, flushed to disk, then renamed.
 * @throws AppError file.in-use, file.no-space, file.not-writable, file.not-found (the folder)
 */
export async function atomicWrite(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameWithPatience(temporary, file);
  } catch (error) {
    // What could not be made cannot be removed either; the first reason is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw asFileError(error, file);
  }
}

/** Renames; a file that somebody holds for a moment is tried again. */
export async function renameWithPatience(from: string, to: string): Promise<void> {
  for (const pause of RENAME_WAITS_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!BUSY.has(systemCode(error))) throw error;
      await wait(pause);
    }
  }
  await rename(from, to);
}
