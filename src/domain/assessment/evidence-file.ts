/** Files that prove a citation: which ones are taken, and how large they may be. No zod: the page reads these values too. */

/** Largest single file, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** All files of one data folder together, in bytes: they are part of every backup. */
export const MAX_FILES_BYTES = 1024 * 1024 * 1024;
/** Bytes of one part of a file on its way to the application. */
export const CHUNK_BYTES = 768 * 1024;

export const MAX_FILE_NAME = 150;

/** A file as it is known beside its citation; the content is kept once for all who name the same SHA-256. */
export interface EvidenceFile {
  readonly sha256: string;
  readonly name: string;
  /** The ending of its name, one of FILE_TYPES. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Documents and pictures, with the bytes that they begin with; nothing that a computer would run, no macros. */
const SIGNATURES: Readonly<Record<string, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46],
  docx: ZIP,
  xlsx: ZIP,
  pptx: ZIP,
  odt: ZIP,
  ods: ZIP,
  doc: OLE,
  xls: OLE,
  ppt: OLE,
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47],
};

export const FILE_TYPES: readonly string[] = Object.keys(SIGNATURES);

/** A name without folders, control characters and characters that a file system refuses; never empty. */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
  const plain = last.replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, ' ').replace(/\s+/g, ' ');
  const trimmed = plain.trim().replace(/^\.+/, '');
  const dot = trimmed.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [trimmed.slice(0, dot), trimmed.slice(dot)] : [trimmed, ''];
  return `${stem.trim().slice(0, MAX_FILE_NAME - ending.length)}${ending}` || 'tep';
}

/** The ending of a name in lower case, without the dot; empty without one. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

export type FileVerdict =
  | { readonly ok: true; readonly name: string; readonly type: string }
  /** type: not one of the allowed endings. content: the bytes are not what the ending says. */
  | { readonly ok: false; readonly reason: 'empty' | 'too-large' | 'type' | 'content' };

/**
 * May a file be kept as evidence? Judged by size, ending and first bytes.
 * @param head at least the first eight bytes
 */
export function judgeFile(givenName: string, size: number, head: Uint8Array): FileVerdict {
  const name = cleanFileName(givenName);
  const type = endingOf(name);
  if (size === 0) return { ok: false, reason: 'empty' };
  if (size > MAX_FILE_BYTES) return { ok: false, reason: 'too-large' };
  if (!Object.hasOwn(SIGNATURES, type)) return { ok: false, reason: 'type' };
  const signature = SIGNATURES[type] ?? [];
  return signature.every((byte, at) => head[at] === byte) ? { ok: true, name, type } : { ok: false, reason: 'content' };
}
