import Database from 'better-sqlite3';
import { AppError, type ErrorCode } from '../../contract/errors.ts';

const CODES: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_BUSY', 'storage.locked'],
  ['SQLITE_LOCKED', 'storage.locked'],
  ['SQLITE_READONLY', 'storage.read-only'],
  ['SQLITE_CANTOPEN', 'storage.read-only'],
  ['SQLITE_PERM', 'storage.read-only'],
  ['SQLITE_FULL', 'storage.full'],
  ['SQLITE_CORRUPT', 'storage.corrupt'],
  ['SQLITE_NOTADB', 'storage.corrupt'],
];

/** Turns a driver error into one that the person can act on; other errors pass through unchanged. */
export function asStorageError(error: unknown, file: string, folder: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = CODES.find(([prefix]) => error.code.startsWith(prefix))?.[1] ?? 'storage.failed';
  return new AppError(code, { file, folder, reason: error.code }, [], { cause: error });
}
