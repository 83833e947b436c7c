/** What makes two results the same one, and the short marks by which people match paper, file and machine. */
import { canonicalJson } from '../text/canonical-json.ts';
import type { ResultFile } from './schema.ts';

/** Hash of UTF-8 text: lower-case hexadecimal SHA-256. */
export type Sha256 = (text: string) => string;

/**
 * Hash of what was assessed: the canonical JSON of the content without what differs from export to export (`format`,
 * `program`, `exportedAt`, `definition`). The same answers exported again, in whatever file, have the same hash.
 */
export function contentHash(file: ResultFile, sha256: Sha256): string {
  const { format: _format, program: _program, exportedAt: _exportedAt, definition: _definition, ...content } = file;
  return sha256(canonicalJson(content));
}

/** Letters and digits that nobody takes for one another on paper: without I, O, 0 and 1. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The first bits of a hash as letters, five bits each, in groups of four. */
function letters(hash: string, count: number): string {
  const bits = [...hash.slice(0, Math.ceil((count * 5) / 4))]
    .map((digit) => parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('');
  const text = Array.from({ length: count }, (_, at) => LETTERS[parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** A content hash as people compare it, "K7QM-2XBD": printed on paper, shown with the file. */
export function shortHash(hash: string): string {
  return letters(hash, 8);
}

/** The mark of an installation ("mã máy") as people compare it, from the hash of its public key. */
export function fingerprint(keyHash: string): string {
  return letters(keyHash, 12);
}
