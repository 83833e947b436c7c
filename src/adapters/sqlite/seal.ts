/**
 * The seal at the end of a backup: SHA-256 of everything before it. SQLite's own check does not look at the content
 * of cells, so a changed letter in an answer would pass; the seal finds it. SQLite reads as many pages as the header
 * says and ignores what follows, so a sealed backup is still a database that any SQLite opens.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

const MARK = 'ThuocSo backup 1 sha256 ';
const LENGTH = MARK.length + 64 + 1;
const PIECE = 1024 * 1024;

export interface Seal {
  /** Length of the database without the seal. */
  readonly size: number;
  /** null: there is no seal. */
  readonly stated: string | null;
}

/** Reads the end of a file. */
export function readSeal(file: string): Seal {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const end = Buffer.alloc(LENGTH);
    if (size < LENGTH || readSync(handle, end, 0, LENGTH, size - LENGTH) < LENGTH) return { size, stated: null };
    const text = end.toString('latin1');
    const stated = text.startsWith(MARK) && text.endsWith('\n') ? text.slice(MARK.length, -1) : null;
    return { size: stated === null ? size : size - LENGTH, stated };
  } finally {
    closeSync(handle);
  }
}

/** Lower-case hexadecimal SHA-256 of the first bytes of a file. */
export function hashOf(file: string, size: number): string {
  const handle = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(PIECE);
    for (let at = 0; at < size;) {
      const read = readSync(handle, piece, 0, Math.min(PIECE, size - at), at);
      if (read === 0) break;
      hash.update(piece.subarray(0, read));
      at += read;
    }
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}

/** Appends the seal and flushes the file to the disk. @returns the hash */
export function seal(file: string): string {
  const { size } = readSeal(file);
  const sha256 = hashOf(file, size);
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, `${MARK}${sha256}\n`, size, 'latin1');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return sha256;
}
