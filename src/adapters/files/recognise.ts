/** Says what bytes are: by their content, within limits, and never further than needed. */
import { createHash } from 'node:crypto';
import type { FileReader, Recognised } from '../../core/ports/files.ts';
import { TABLES } from '../../domain/authoring/tables.ts';
import { MAX_FILE_BYTES } from '../../domain/assessment/evidence-file.ts';
import { MAX_PACKAGE_BYTES } from '../../domain/package/limits.ts';
import { MANIFEST_NAME } from '../../domain/package/manifest.ts';
import { parseResultFile } from '../../domain/result-file/read.ts';
import { MAX_RESULT_LENGTH } from '../../domain/result-file/schema.ts';
import { legacyEncoding } from '../../domain/text/legacy-encoding.ts';
import { readZipEntries, ZipError } from '../documents/zip-read.ts';
import { recognisePackage, refused } from './package/recognise.ts';
import { isLocked, unlock } from './package/passphrase.ts';
import { MAX_TEXT_BYTES, parseYaml } from './yaml.ts';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

const beginsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** What Office wrote before 2007, and what it writes when a password is set: one container for all of it. */
function oldContainer(bytes: Uint8Array): Recognised {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return refused('protected');
  return refused(holds('Workbook') ? 'old-excel' : 'old-office');
}

/** Largest archive, entries and single part that are looked at; all parts together count too. */
const LIMITS = { archive: MAX_PACKAGE_BYTES, entries: 26_000, entry: 24_000_000, total: 32_000_000 };
const PARTS = /^(\[Content_Types\]\.xml|mimetype|manifest\.json|xl\/workbook\.xml|customXml\/item\d{1,4}\.xml)$/i;
const SHEET = /<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/g;

async function archive(bytes: Uint8Array): Promise<Recognised> {
  let parts: Map<string, Uint8Array>;
  try {
    parts = readZipEntries(bytes, PARTS, LIMITS);
  } catch (error) {
    if (error instanceof ZipError) return refused(error.tooMuch ? 'bomb' : 'broken');
    throw error;
  }
  const text = (name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  const types = text('[Content_Types].xml');
  if (types === '') {
    if (text(MANIFEST_NAME).includes('"thuoc-so/package/')) return recognisePackage(bytes);
    return refused(text('mimetype').includes('opendocument') ? 'document' : 'other-archive');
  }
  if (!types.includes('spreadsheetml')) return refused('document');
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(MAX_FILE_BYTES);
  // The library that writes archives comes with it; the start of the program does not wait for that.
  const { hasResultSheets, readResultWorkbook } = await import('../documents/result-workbook.ts');
  const { reading, ...found } = readResultWorkbook(bytes);
  switch (reading.kind) {
    case 'ok': {
      const { file, code } = reading;
      return { kind: 'result', source: 'workbook', file, code, attached: new Map(), ...found };
    }
    case 'changed':
      return refused('data-changed');
    case 'newer':
      return refused('data-newer', { params: { format: reading.format } });
    case 'invalid':
      return refused('data-invalid', { problems: reading.problems });
    case 'unreadable':
      return refused('broken');
    case 'bomb':
      return refused('bomb');
    case 'absent': {
      const names = [...text('xl/workbook.xml').matchAll(SHEET)].map(([, name]) => name?.normalize('NFC'));
      const { vi, en } = TABLES.items.name;
      if (names.includes(vi) || names.includes(en)) return { kind: 'questionnaire', source: 'file' };
      return refused(hasResultSheets(names) ? 'data-lost' : 'other-workbook');
    }
  }
}

const tooLarge = (bytes: number): Recognised =>
  refused('too-large', { params: { limit: `${bytes / 1024 / 1024} MB` } });

/** The line that says that a text is one of ours, as YAML and as JSON. */
const FORMAT = /^[\s{]*"?format"?\s*:\s*["']?thuoc-so\/(answers|questionnaire)\//m;
/** A result as bare JSON; its members stand in the order of their names. */
const RESULT = /"format"\s*:\s*"thuoc-so\/result\//;

function bareResult(text: string): Recognised {
  const reading = parseResultFile(text, null, sha256);
  switch (reading.kind) {
    case 'ok':
      return { kind: 'result', source: 'json', file: reading.file, code: null, attached: new Map(), sheets: null };
    case 'newer':
      return refused('data-newer', { params: { format: reading.format } });
    case 'changed':
    case 'invalid':
      return refused('data-invalid', reading.kind === 'invalid' ? { problems: reading.problems } : {});
  }
}

function plainText(bytes: Uint8Array): Recognised {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const start = bytes.subarray(0, 64_000);
    // Signs that no text has: a picture, a program, the rest of something larger.
    if (start.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return refused('other');
    // Vietnamese letters between the faults: it was UTF-8 once.
    if (/[\u1EA0-\u1EF9]/.test(new TextDecoder().decode(start))) return refused('broken');
    // Old one-byte texts are no UTF-8; read as Western European they show what they are.
    const encoding = legacyEncoding(new TextDecoder('windows-1252').decode(start));
    return refused(encoding === null ? 'other' : `legacy-${encoding}`);
  }
  if (text.trim() === '') return refused('empty');
  if (text.includes('\u0000')) return refused('other');
  if (text.length <= MAX_RESULT_LENGTH && text.trimStart().startsWith('{') && RESULT.test(text))
    return bareResult(text);
  const format = FORMAT.exec(text)?.[1];
  if (format === undefined) {
    const encoding = legacyEncoding(text.slice(0, 64_000));
    return refused(encoding === null ? 'other' : `legacy-${encoding}`);
  }
  if (bytes.length > MAX_TEXT_BYTES) return tooLarge(MAX_TEXT_BYTES);
  if (format === 'questionnaire') return { kind: 'questionnaire', source: 'file' };
  const read = parseYaml(text, 'format');
  return read.ok ? { kind: 'answers', raw: read.value } : refused('yaml', { problems: read.problems });
}

async function recognise(bytes: Uint8Array): Promise<Recognised> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MAX_PACKAGE_BYTES) return tooLarge(MAX_PACKAGE_BYTES);
  if (isLocked(bytes)) return { kind: 'locked', wrong: false };
  if (beginsWith(bytes, 'PK\u0003\u0004') || beginsWith(bytes, 'PK\u0005\u0006')) return archive(bytes);
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(MAX_FILE_BYTES);
  if (beginsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return oldContainer(bytes);
  if (beginsWith(bytes, '%PDF')) return refused('pdf');
  if (beginsWith(bytes, 'SQLite format 3\u0000')) return refused('backup');
  return plainText(bytes);
}

export function createFileReader(): FileReader {
  return {
    recognise,
    unlock: async (bytes, passphrase) => (isLocked(bytes) ? unlock(bytes, passphrase) : { kind: 'ok', bytes }),
    hash: sha256,
  };
}
