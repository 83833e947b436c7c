/** Says what bytes are: by their content, within limits, and never further than needed. */
import { createHash } from 'node:crypto';
import type { FileReader, Recognised } from '../../core/ports/files.ts';
import { MAX_FILE_BYTES } from '../../domain/assessment/evidence-file.ts';
import { TABLES } from '../../domain/authoring/tables.ts';
import { legacyEncoding } from '../../domain/text/legacy-encoding.ts';
import { readZipEntries, ZipError } from '../documents/zip-read.ts';
import { MAX_TEXT_BYTES, parseYaml } from './yaml.ts';

const refused = (
  reason: (Recognised & { kind: 'refused' })['reason'],
  more: Omit<Recognised & { kind: 'refused' }, 'kind' | 'reason'> = {},
): Recognised => ({ kind: 'refused', reason, ...more });

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
const LIMITS = { archive: MAX_FILE_BYTES, entries: 500, entry: 24_000_000, total: 32_000_000 };
const PARTS = /^(\[Content_Types\]\.xml|mimetype|xl\/workbook\.xml|customXml\/item\d{1,4}\.xml)$/i;
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
  if (types === '') return refused(text('mimetype').includes('opendocument') ? 'document' : 'other-archive');
  if (!types.includes('spreadsheetml')) return refused('document');
  // The library that writes archives comes with it; the start of the program does not wait for that.
  const { readMachinePart } = await import('../documents/machine-part.ts');
  const reading = readMachinePart(bytes);
  switch (reading.kind) {
    case 'ok':
      return { kind: 'result', file: reading.file };
    case 'changed':
      return refused('data-changed');
    case 'newer':
      return refused('data-newer', { params: { format: reading.format } });
    case 'invalid':
      return refused('data-invalid', { problems: reading.problems });
    case 'unreadable':
      return refused('broken');
    case 'absent': {
      const sheets = [...text('xl/workbook.xml').matchAll(SHEET)].map(([, name]) => name?.normalize('NFC'));
      const { vi, en } = TABLES.items.name;
      return sheets.includes(vi) || sheets.includes(en) ? { kind: 'questionnaire' } : refused('other-workbook');
    }
  }
}

/** The line that says that a text is one of ours, as YAML and as JSON. */
const FORMAT = /^[\s{]*"?format"?\s*:\s*["']?thuoc-so\/(answers|questionnaire)\//m;

function plainText(bytes: Uint8Array): Recognised {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Old one-byte texts are no UTF-8; read as Western European they show what they are.
    const encoding = legacyEncoding(new TextDecoder('windows-1252').decode(bytes.subarray(0, 64_000)));
    return refused(encoding === null ? 'other' : `legacy-${encoding}`);
  }
  if (text.trim() === '') return refused('empty');
  if (text.includes('\u0000')) return refused('other');
  const format = FORMAT.exec(text)?.[1];
  if (format === undefined) {
    const encoding = legacyEncoding(text.slice(0, 64_000));
    return refused(encoding === null ? 'other' : `legacy-${encoding}`);
  }
  if (bytes.length > MAX_TEXT_BYTES) return refused('too-large', { params: { limit: '2 MB' } });
  if (format === 'questionnaire') return { kind: 'questionnaire' };
  const read = parseYaml(text, 'format');
  return read.ok ? { kind: 'answers', raw: read.value } : refused('yaml', { problems: read.problems });
}

async function recognise(bytes: Uint8Array): Promise<Recognised> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MAX_FILE_BYTES) return refused('too-large', { params: { limit: '20 MB' } });
  if (beginsWith(bytes, 'PK\u0003\u0004') || beginsWith(bytes, 'PK\u0005\u0006')) return archive(bytes);
  if (beginsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return oldContainer(bytes);
  if (beginsWith(bytes, '%PDF')) return refused('pdf');
  if (beginsWith(bytes, 'SQLite format 3\u0000')) return refused('backup');
  return plainText(bytes);
}

export function createFileReader(): FileReader {
  return { recognise, hash: (bytes) => createHash('sha256').update(bytes).digest('hex') };
}
