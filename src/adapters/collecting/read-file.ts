/** One file on disk, and every result that it holds: a workbook, a bare result, a container, or an archive of them. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { evaluateResult, type Ready } from '../../core/collections/read.ts';
import type { Reading, Refused } from '../../core/ports/collections.ts';
import { parseResultFile } from '../../domain/result-file/read.ts';
import { RESULT_FORMAT, type ResultFile } from '../../domain/result-file/schema.ts';
import { resultEntry, collectionSchema, type PackedCollection } from '../../core/collections/package.ts';
import { MAX_PACKAGE_BYTES } from '../../domain/package/limits.ts';
import { MAIN_ENTRY } from '../../domain/package/manifest.ts';
import { readRawPart } from '../documents/machine-part-read.ts';
import { unpackEntry, zipDirectory, ZipError, type ZipEntry } from '../documents/zip-read.ts';
import { looksLikePackage, readPackage } from '../files/package/container.ts';
import { sheetsOf } from './sheets.ts';

const MB = 1024 * 1024;
/** A single file: workbook, container or bare result. */
const FILE = { archive: 20 * MB, entries: 500, entry: 24 * MB, total: 32 * MB } as const;
/** An archive of such files. */
const PILE = { archive: 256 * MB, entries: 20_000, entry: 20 * MB, ratio: 100 } as const;
const MAX_JSON = 16 * MB;
/** A container under a passphrase begins so. */
const LOCKED = 'THUOCSO1';

/** What the program's own files are called; the content decides, the name only what is looked at in an archive. */
export const RESULT_NAME = /\.(xlsx|json|thuocso)$/i;
export const ARCHIVE_NAME = /\.zip$/i;
/** Files that systems and office programs leave behind without anybody's doing. */
export const SYSTEM_NAME = /(^|\/)(\.|~\$|__MACOSX\/|desktop\.ini$|thumbs\.db$)/i;

const refused = (
  name: string,
  kind: Refused,
  reason: string | null,
  more: Partial<Extract<Reading, { kind: Refused }>> = {},
): Reading => ({ name, kind, reason, ...more });

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const deflate = (text: string): Uint8Array => deflateRawSync(text, { level: 1 });

export interface ReadContext {
  /** The questionnaire version ready for reading; null when it is not here. */
  readonly ready: (id: string, version: string) => Promise<Ready | null>;
}

const beginsWith = (bytes: Uint8Array, letters: string): boolean =>
  [...letters].every((letter, at) => bytes[at] === letter.charCodeAt(0));
const isZip = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 'PK\u0003\u0004') || beginsWith(bytes, 'PK\u0005\u0006');

/** Said of a file that is none of ours, by its first bytes. */
function foreign(bytes: Uint8Array, name: string): Reading {
  if (bytes.length === 0) return refused(name, 'unreadable', 'empty');
  if (beginsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'))
    return refused(name, 'unreadable', 'old-or-protected');
  if (beginsWith(bytes, '%PDF')) return refused(name, 'unreadable', 'pdf');
  return refused(name, 'unreadable', 'other');
}

/** Reads the text of a result and scores its answers anew. */
async function judge(context: ReadContext, name: string, text: string): Promise<Reading> {
  const reading = parseResultFile(text, null, sha256);
  switch (reading.kind) {
    case 'newer':
      return refused(name, 'newer-format', null, { params: { format: reading.format } });
    case 'changed':
      return refused(name, 'damaged', null);
    case 'invalid':
      return refused(name, 'unreadable', 'content', { problems: reading.problems.slice(0, 10) });
    case 'ok':
      return score(context, name, reading.file);
  }
}

async function score(context: ReadContext, name: string, file: ResultFile): Promise<Reading> {
  const { id, version, hash } = file.questionnaire;
  const unit = file.organisation.name;
  const ready = await context.ready(id, version);
  if (!ready) return refused(name, 'unknown-questionnaire', null, { params: { id, version }, unit });
  if (ready.hash !== hash)
    return refused(name, 'unknown-questionnaire', 'other-content', { params: { id, version }, unit });
  const evaluated = evaluateResult(ready, file, sha256, deflate);
  if ('problems' in evaluated) return refused(name, 'unreadable', 'answers', { problems: evaluated.problems, unit });
  return { name, kind: 'result', result: evaluated.result };
}

async function workbook(
  context: ReadContext,
  name: string,
  bytes: Uint8Array,
  directory: readonly ZipEntry[],
): Promise<Reading> {
  const part = readRawPart(bytes, directory, FILE);
  if (part.kind === 'absent') return refused(name, 'part-lost', null);
  if (!part.agrees) return refused(name, 'damaged', null);
  const reading = await judge(context, name, part.text);
  if (reading.kind !== 'result') return reading;
  const verdict = sheetsOf(bytes, directory, part.xml);
  const unit = reading.result.organisation.name;
  if (verdict.kind === 'unreadable') return refused(name, 'damaged', 'sheets', { unit });
  if (verdict.kind !== 'changed') return reading;
  return refused(name, 'changed', null, { unit, changed: verdict.changes, params: { count: verdict.changed } });
}

const textOf = (bytes: Uint8Array | undefined): string => plainText(bytes ?? new Uint8Array()) ?? '';

/** What a container holds: one result, or a collection of them. */
async function container(context: ReadContext, name: string, bytes: Uint8Array): Promise<Reading | Collected> {
  const read = readPackage(bytes);
  switch (read.kind) {
    case 'newer':
      return refused(name, 'newer-format', null, { params: { format: read.format } });
    case 'bomb':
      return refused(name, 'too-large', 'archive');
    case 'changed':
    case 'broken':
      return refused(name, 'damaged', null);
    case 'invalid':
      return refused(name, 'unreadable', 'content', { problems: read.problems.slice(0, 10) });
    case 'ok': {
      const { kind } = read.manifest;
      if (kind === 'submission') return judge(context, name, textOf(read.entries.get(MAIN_ENTRY.submission)));
      if (kind !== 'collection') return refused(name, 'unreadable', `package-${kind}`);
      const raw = textOf(read.entries.get(MAIN_ENTRY.collection));
      const shape = collectionSchema.safeParse(JSON.parse(raw));
      if (!shape.success) return refused(name, 'unreadable', 'content');
      return { kind: 'collected', collection: shape.data, entries: read.entries };
    }
  }
}

interface Collected {
  readonly kind: 'collected';
  readonly collection: PackedCollection;
  readonly entries: ReadonlyMap<string, Uint8Array>;
}

/** A file that is no archive of files. */
async function single(context: ReadContext, name: string, bytes: Uint8Array): Promise<Reading | Collected> {
  if (beginsWith(bytes, LOCKED)) return refused(name, 'unreadable', 'passphrase');
  if (!isZip(bytes)) {
    if (bytes.length > MAX_JSON) return refused(name, 'too-large', null);
    const text = plainText(bytes);
    return text === null || !/^\s*\{/.test(text.slice(0, 1000)) ? foreign(bytes, name) : judge(context, name, text);
  }
  if (looksLikePackage(bytes)) return container(context, name, bytes);
  if (bytes.length > FILE.archive) return refused(name, 'too-large', null);
  const directory = zipDirectory(bytes, FILE);
  const isSheet = directory.some((entry) => /^xl\/workbook\.xml$/i.test(entry.name));
  if (isSheet) return workbook(context, name, bytes, directory);
  return refused(name, 'unreadable', isDocument(directory) ? 'other' : 'nested');
}

/** Office documents are archives too. */
const isDocument = (directory: readonly ZipEntry[]): boolean =>
  directory.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');

function plainText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One reading for whatever happens, short of the end of the process. */
async function guarded<T>(name: string, work: () => Promise<T>): Promise<T | Reading> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZipError) return refused(name, error.tooMuch ? 'too-large' : 'unreadable', 'archive');
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refused(name, 'unreadable', /^E[A-Z]+$/.test(code) ? 'disk' : 'other');
  }
}

export interface FileReading {
  /** Of an archive: the names of its files, told before they are read. */
  readonly onNames: (names: readonly string[]) => void;
  readonly onReading: (reading: Reading) => void;
}

/** A result of a collection: the text of what was assessed, put together with what differs from export to export. */
async function collected(
  context: ReadContext,
  name: string,
  { collection, entries }: Collected,
  at: number,
): Promise<Reading> {
  const entry = collection.results[at] as PackedCollection['results'][number];
  const content = JSON.parse(textOf(entries.get(resultEntry(entry.contentHash)))) as object;
  const { program, exportedAt, contentHash } = entry;
  const whole = { ...content, format: RESULT_FORMAT, program, exportedAt };
  const reading = await judge(context, name, JSON.stringify(whole));
  if (reading.kind === 'result' && reading.result.contentHash !== contentHash) return refused(name, 'damaged', null);
  return reading.kind === 'result' ? { ...reading, name: entry.file, unit: entry.unit } : reading;
}

/**
 * Reads a file, within limits, and tells every result that it holds.
 * @param skip results of an archive that are done
 */
export async function readResults(
  context: ReadContext,
  { path, name }: { readonly path: string; readonly name: string },
  skip: number,
  { onNames, onReading }: FileReading,
): Promise<void> {
  const first = await guarded(name, async () => {
    const { size } = await stat(path);
    if (size > PILE.archive) return refused(name, 'too-large', null);
    const bytes = await readFile(path);
    const isPile = isZip(bytes) && !looksLikePackage(bytes);
    const directory = isPile ? zipDirectory(bytes, PILE) : [];
    if (isPile && !isDocument(directory)) return { kind: 'pile' as const, bytes, directory };
    if (bytes.length > MAX_PACKAGE_BYTES) return refused(name, 'too-large', null);
    return single(context, name, bytes);
  });
  if (first.kind === 'collected') {
    const names = first.collection.results.map(({ file }) => `${name}/${file}`);
    // The collection itself comes first, and counts as one of them.
    onNames([name, ...names]);
    if (skip === 0) onReading({ name, kind: 'collection', collection: first.collection });
    for (let at = Math.max(0, skip - 1); at < names.length; at += 1) {
      const own = names[at] as string;
      onReading(await guarded(own, () => collected(context, own, first, at)));
    }
    return;
  }
  if (first.kind !== 'pile') return onReading(first);
  const { bytes, directory } = first;
  const inside = directory.filter((entry) => !entry.name.endsWith('/') && !SYSTEM_NAME.test(entry.name));
  if (inside.length === 0) return onReading(refused(name, 'unreadable', 'empty'));
  const shown = (entry: ZipEntry): string => `${name}/${entry.name.normalize('NFC')}`;
  onNames(inside.map(shown));
  for (const entry of inside.slice(skip)) {
    const own = shown(entry);
    const reading = await guarded(own, async () => {
      if (ARCHIVE_NAME.test(entry.name)) return refused(own, 'unreadable', 'nested');
      if (!RESULT_NAME.test(entry.name)) return refused(own, 'unreadable', 'other');
      return single(context, own, unpackEntry(bytes, entry, PILE.entry, PILE.ratio));
    });
    onReading(reading.kind === 'collected' ? refused(own, 'unreadable', 'nested') : reading);
  }
}
