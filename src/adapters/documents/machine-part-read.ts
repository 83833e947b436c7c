/**
 * Reads the data part of a result workbook, and nothing else of it: no library for archives or workbooks takes part, so
 * that a process that reads thousands of files starts quickly and has little that could go wrong.
 */
import { createHash } from 'node:crypto';
import { unpackEntry, type ZipEntry, type ZipLimits } from './zip-read.ts';

export const RESULT_NAMESPACE = 'urn:thuoc-so:result:';
const PART = /^customXml\/item\d{1,4}\.xml$/i;
const OPENING = /<(?:\w+:)?result\b([^>]*)>/g;
const STATED = /\bsha256="([0-9a-f]{64})"/;

/** What the part holds, before anything of it is believed. */
export type RawPart =
  /** `agrees`: the text has the hash that is stated for it. */
  | { readonly kind: 'found'; readonly text: string; readonly agrees: boolean; readonly xml: string }
  | { readonly kind: 'absent' };

/**
 * Finds the part by its namespace: programs that save the workbook again move it and its relationship.
 * @throws ZipError
 */
export function readRawPart(workbook: Uint8Array, directory: readonly ZipEntry[], limits: ZipLimits): RawPart {
  let left = limits.total ?? Infinity;
  for (const entry of directory) {
    if (!PART.test(entry.name)) continue;
    const bytes = unpackEntry(workbook, entry, Math.min(limits.entry, left), limits.ratio);
    left -= bytes.length;
    // Base64 is ASCII; other texts of the part are not looked at here.
    const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!xml.includes(RESULT_NAMESPACE)) continue;
    const found = contentOf(xml);
    if (found) return { kind: 'found', xml, ...found };
  }
  return { kind: 'absent' };
}

function contentOf(xml: string): { readonly text: string; readonly agrees: boolean } | null {
  for (const match of xml.matchAll(OPENING)) {
    const from = match.index + match[0].length;
    const to = xml.indexOf('<', from);
    const content = xml.slice(from, to < 0 ? from : to).trim();
    if (content === '') continue;
    const json = Buffer.from(content, 'base64');
    const stated = STATED.exec(match[1] ?? '')?.[1];
    const agrees = stated !== undefined && createHash('sha256').update(json).digest('hex') === stated;
    return { text: json.toString('utf8'), agrees };
  }
  return null;
}
