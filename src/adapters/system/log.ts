import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Ports } from '../../core/ports.ts';

/** Oldest first. */
export const LOG_FILES = ['errors.1.log', 'errors.log'] as const;
const MAX_LOG_BYTES = 512 * 1024;

/**
 * Writes unexpected errors to a small local log; two files are kept. The log holds technical details only, never
 * answers or names.
 * @param folder null writes to standard error
 */
export function createErrorLog(folder: string | null, now: () => string): Ports['report'] {
  return (error, context) => {
    const ref = randomUUID().slice(0, 8);
    // inspect() follows the chain of causes; the first reason is often the last one.
    const detail = inspect(error);
    const line = `${JSON.stringify({ at: now(), ref, ...context, detail })}\n`;
    try {
      if (folder === null) process.stderr.write(line);
      else append(folder, line);
    } catch {
      // The log must never be the reason why the program stops.
      process.stderr.write(line);
    }
    return ref;
  };
}

function append(folder: string, line: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'errors.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES)
    renameSync(file, join(folder, 'errors.1.log'));
  appendFileSync(file, line);
}
