import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { Holder } from '../../contract/views/data.ts';

const NAME = 'in-use.json';
const schema = z.object({ computer: z.string(), process: z.number(), since: z.string() });

/**
 * Writes down who has the data open. Only for telling the next one: the lock itself is SQLite's and ends with the
 * process, this note may outlive it and means nothing then.
 */
export function noteOwner(folder: string): void {
  const holder: Holder = { computer: hostname(), process: process.pid, since: new Date().toISOString() };
  try {
    writeFileSync(join(folder, NAME), `${JSON.stringify(holder)}\n`);
  } catch {
    // A note that cannot be written must not keep anybody from working.
  }
}

export function forgetOwner(folder: string): void {
  rmSync(join(folder, NAME), { force: true });
}

/** Adds to storage.locked who holds the data: computer, process, since; other errors pass unchanged. */
export function withOwner(error: unknown, folder: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'storage.locked') return error;
  const holder = readOwner(folder);
  return holder === null ? error : new AppError(error.code, { ...error.params, ...holder }, [], { cause: error.cause });
}

function readOwner(folder: string): Holder | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, NAME), 'utf8')));
  } catch {
    return null;
  }
}
