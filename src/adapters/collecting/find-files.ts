import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceFile } from '../../core/ports/collections.ts';
import { asFileError } from '../files/errors.ts';
import { ARCHIVE_NAME, RESULT_NAME, SYSTEM_NAME } from './read-file.ts';

/** Folders inside folders are followed this deep. */
const DEPTH = 12;

/** Endings of other files that may have been meant: they get a row that says why they are none. */
const MEANT = /\.(xls|xlsm|xlsb|ods|csv|rar|7z)$/i;

const isWanted = (name: string): boolean => RESULT_NAME.test(name) || ARCHIVE_NAME.test(name) || MEANT.test(name);

/**
 * The files that paths and folders hold, by name. A file that was named is always looked at; in a folder only files that
 * can be results, or may have been meant as such. Links are not followed, neither to files nor to folders.
 * @param most no more files than this are found
 * @throws AppError file.not-found, file.not-readable kinds as of `asFileError`
 */
export async function findFiles(paths: readonly string[], most: number): Promise<SourceFile[]> {
  const found: SourceFile[] = [];

  async function walk(folder: string, shown: string, depth: number): Promise<void> {
    const entries = [];
    for await (const entry of await opendir(folder)) entries.push(entry);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (found.length >= most) return;
      if (SYSTEM_NAME.test(entry.name)) continue;
      const path = join(folder, entry.name);
      const name = `${shown}${entry.name.normalize('NFC')}`;
      if (entry.isFile() && isWanted(entry.name)) found.push({ path, name });
      else if (entry.isDirectory() && depth < DEPTH) await walk(path, `${name}/`, depth + 1);
    }
  }

  for (const path of paths) {
    try {
      const entry = await stat(path);
      if (entry.isDirectory()) await walk(path, paths.length > 1 ? `${basename(path).normalize('NFC')}/` : '', 0);
      else if (found.length < most) found.push({ path, name: basename(path).normalize('NFC') });
    } catch (error) {
      throw asFileError(error, path);
    }
  }
  return found;
}
