/**
 * The seal of the database while nobody has it open: the same one as of backups, at the end of the file. SQLite's own
 * check does not look into cells, so a letter that a failing disk changed between two starts would pass; the seal
 * finds it. It is put on after the database was closed in good order and taken off before it is opened, so it never
 * stands in the way of work; after a power cut there is none, and the content is checked row by row instead.
 */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '../../contract/errors.ts';
import { systemCode } from '../files/errors.ts';
import { APPLICATION_ID } from './identity.ts';
import { hashOf, readSeal, seal } from './seal.ts';

/** Places of the SQLite header, both big-endian. */
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;

/**
 * Takes the seal off. Nothing may have the file open in this process: closing a second handle would drop SQLite's lock.
 * @param newest schema that this program knows; a newer file stays as it is
 * @returns false when there was no seal: the last one who had it open was ended without warning
 * @throws AppError storage.corrupt when a byte is not as it was written, storage.newer, storage.read-only
 */
export function takeOffSeal(file: string, folder: string, newest: number): boolean {
  try {
    return takeOff(file, folder, newest);
  } catch (error) {
    if (error instanceof AppError || systemCode(error) === '') throw error;
    const code = systemCode(error) === 'EIO' ? 'storage.failed' : 'storage.read-only';
    throw new AppError(code, { folder, file, reason: systemCode(error) }, [], { cause: error });
  }
}

function takeOff(file: string, folder: string, newest: number): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const { size, stated } = readSeal(file);
  if (stated === null) return false;
  if (hashOf(file, size) !== stated) throw new AppError('storage.corrupt', { file });
  const handle = openSync(file, 'r+');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(handle, header, 0, HEADER_BYTES, 0);
    if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw new AppError('storage.corrupt', { file });
    if (header.readUInt32BE(USER_VERSION_AT) > newest) throw new AppError('storage.newer', { folder });
    ftruncateSync(handle, size);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return true;
}

/** Puts the seal on a closed database. One that still has a log beside it was not closed in good order. */
export function putOnSeal(file: string): void {
  try {
    if (!existsSync(`${file}-wal`)) seal(file);
  } catch {
    // A full disk: without a seal the next start checks more, that is all.
  }
}
