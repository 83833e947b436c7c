/**
 * The lock file of a data folder: who works on it, told by computer and process, with a heartbeat. It is looked at
 * before the database is touched; SQLite's own lock stays behind it and decides whatever the file cannot.
 */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { Holder } from '../../contract/views/data.ts';
import { systemCode } from '../files/errors.ts';

export const LOCK_NAME = 'in-use.json';
const schema = z.object({ computer: z.string(), process: z.number(), since: z.string() });

/** The heartbeat is the time of the lock file: nothing is rewritten, so nobody ever reads half of it. */
export const BEAT_MS = 15_000;
/** A holder that was silent for so long has ended, or sleeps; SQLite's lock tells which. */
export const SILENT_MS = 120_000;

export interface Claim {
  readonly release: () => void;
}

/**
 * Takes the folder for this process until `release`. The note of a holder that is no more is cleared.
 * @throws AppError storage.locked with the holder: computer, process, since
 */
export function claimFolder(folder: string): Claim {
  const file = join(folder, LOCK_NAME);
  const before = readOwner(folder);
  if (before !== null && isThere(before, file)) throw new AppError('storage.locked', { folder, ...before });
  const own: Holder = { computer: hostname(), process: process.pid, since: new Date().toISOString() };
  const text = `${JSON.stringify(own)}\n`;
  let claimed = false;
  try {
    mkdirSync(folder, { recursive: true });
    // Whoever was first keeps the file; a note that nobody stands behind any more goes first.
    rmSync(file, { force: true });
    writeFileSync(file, text, { flag: 'wx' });
    claimed = true;
  } catch (error) {
    // Two started at the same moment: the other one was first.
    const other = systemCode(error) === 'EEXIST' ? readOwner(folder) : null;
    if (other !== null) throw new AppError('storage.locked', { folder, ...other }, [], { cause: error });
    // A note that cannot be written must not keep anybody from working; SQLite's lock is there.
  }
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // The next beat tries again.
    }
  }, BEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      const now = readOwner(folder);
      if (claimed && now?.process === own.process && now.since === own.since) rmSync(file, { force: true });
      // The one whose note was cleared is there after all: SQLite's lock said so.
      if (before !== null && claimed && isAlive(before)) writeNote(file, before);
    },
  };
}

/** Adds to storage.locked who holds the data, unless that is this process itself; other errors pass unchanged. */
export function withOwner(error: unknown, folder: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'storage.locked') return error;
  const holder = readOwner(folder);
  return holder === null ? error : new AppError(error.code, { ...error.params, ...holder }, [], { cause: error.cause });
}

function readOwner(folder: string): Holder | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, LOCK_NAME), 'utf8')));
  } catch {
    return null;
  }
}

/** Does the holder still work? By its process on this computer, by its heartbeat on another. */
function isThere(holder: Holder, file: string): boolean {
  if (!isAlive(holder)) return false;
  if (holder.computer === hostname() && holder.process === process.pid) return true;
  try {
    return Math.abs(Date.now() - statSync(file).mtimeMs) < SILENT_MS;
  } catch {
    return false;
  }
}

/** A process of another computer cannot be asked; it counts as alive. */
function isAlive(holder: Holder): boolean {
  if (holder.computer !== hostname()) return true;
  try {
    process.kill(holder.process, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

function writeNote(file: string, holder: Holder): void {
  try {
    writeFileSync(file, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
  } catch {
    // Only for telling who it is.
  }
}
