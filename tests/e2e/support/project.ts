import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project folder. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** The command line program; `process.execPath` runs it as it is. */
export const CLI = join(ROOT, 'src/cli/index.ts');

/** A new empty folder with a Vietnamese name, so that every journey also proves that such paths work. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'Thước Số '));
}

/** Removes a folder; on Windows a file may stay busy for a moment after its process has ended. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
