import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { MAX_PACKAGE_BYTES } from '../../domain/package/limits.ts';
import { atomicWrite } from './atomic-write.ts';
import { asFileError, systemCode } from './errors.ts';

/**
 * Writes a file into a folder, whole or not at all, and reads it again from the disk. A file of that name with the same
 * content stays; one with other content is never replaced.
 * @throws AppError file.taken, file.not-writable, file.no-space, file.in-use, file.not-found
 */
export async function writeAndReadBack(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<{ readonly path: string; readonly read: Uint8Array }> {
  const path = join(folder, fileName);
  const before = await readFile(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw asFileError(error, path);
  });
  if (before) {
    if (!before.equals(bytes)) throw new AppError('file.taken', { file: path });
    return { path, read: before };
  }
  // A folder that has gone, with its stick or its share, is not made anew in another place.
  const there = await stat(folder).catch((error: unknown) => {
    throw asFileError(error, folder);
  });
  if (!there.isDirectory()) throw new AppError('file.not-found', { file: folder });
  await atomicWrite(path, bytes);
  try {
    return { path, read: await readFile(path) };
  } catch (error) {
    throw asFileError(error, path);
  }
}

/** A file that the system named; too large or unreadable ones are told by name. */
export async function readIncoming(
  path: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly failure: 'too-large' | 'unreadable' }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { failure: 'unreadable' };
    if (found.size > MAX_PACKAGE_BYTES) return { failure: 'too-large' };
    return { bytes: await readFile(path) };
  } catch {
    return { failure: 'unreadable' };
  }
}
