import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../contract/errors.ts';
import { asFileError, systemCode } from './errors.ts';

/**
 * Virus scanners, synchronisers and Excel hold a file for a moment: a rename is tried eleven times over two seconds before
 * giving up.
 */
const RENAME_WAITS_MS = [20, 40, 80, 120, 180, 240, 300, 320, 340, 360];

/** What a rename says of a file that somebody holds. Only Windows says so by refusing access. */
function heldCodes(platform: NodeJS.Platform): ReadonlySet<string> {
  return new Set(platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY', 'ETXTBSY']);
}

/** What renaming needs from the system; other ones are for tests. */
export interface Renaming {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly platform: NodeJS.Platform;
}
const SYSTEM: Renaming = { rename, wait, platform: process.platform };

/**
 * Writes a file whole or not at all: a temporary file in the same folder, flushed to disk, read again and compared, then
 * renamed. What is there under this name stays until then.
 * @param read reads the temporary file back; another one is for tests
 * @throws AppError file.in-use, file.no-space, file.not-writable, file.not-found (the folder), file.differs
 */
export async function atomicWrite(
  file: string,
  bytes: Uint8Array,
  read: (path: string) => Promise<Buffer> = readFile,
): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await read(temporary)).equals(bytes)) throw new AppError('file.differs', { file });
    await renameWithPatience(temporary, file);
  } catch (error) {
    // What could not be made cannot be removed either; the first reason is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw asFileError(error, file);
  }
}

/** Renames; a file that somebody holds for a moment is tried again. @throws AppError file.in-use when it stays held */
export async function renameWithPatience(from: string, to: string, system: Renaming = SYSTEM): Promise<void> {
  const held = heldCodes(system.platform);
  for (const pause of [...RENAME_WAITS_MS, null]) {
    try {
      return await system.rename(from, to);
    } catch (error) {
      if (!held.has(systemCode(error))) throw error;
      if (pause === null) throw new AppError('file.in-use', { file: to }, [], { cause: error });
      await system.wait(pause);
    }
  }
}
