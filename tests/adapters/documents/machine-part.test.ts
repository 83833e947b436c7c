import JSZip from 'jszip';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { MACHINE_NAMESPACE, readMachinePart, sha256 } from '../../../src/adapters/documents/machine-part.ts';
import { readZipEntries, ZipError } from '../../../src/adapters/documents/zip-read.ts';
import { writeResultFile } from '../../../src/domain/result-file/build.ts';
import { RESULT_FORMAT } from '../../../src/domain/result-file/schema.ts';
import { sample, type Made } from '../../domain/report/support.ts';
import { render } from './tools.ts';

const LIMITS = { archive: 1_000_000, entries: 50, entry: 100_000 };

describe('the data part of a workbook', () => {
  let made: Made;
  let bytes: Uint8Array;
  beforeAll(async () => {
    made = await sample('gov-maturity-5');
    bytes = await render('xlsx', made.model, made.machine);
  });

  async function withPart(change: (xml: string) => string): Promise<Uint8Array> {
    const zip = await JSZip.loadAsync(bytes);
    const xml = (await zip.file('customXml/item1.xml')?.async('string')) ?? '';
    zip.file('customXml/item1.xml', change(xml));
    return zip.generateAsync({ type: 'uint8array' });
  }

  it('is declared as a custom part of the package', async () => {
    const zip = await JSZip.loadAsync(bytes);
    const read = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
    expect(await read('xl/_rels/workbook.xml.rels')).toContain('Target="../customXml/item1.xml"');
    expect(await read('customXml/_rels/item1.xml.rels')).toContain('Target="itemProps1.xml"');
    expect(await read('customXml/itemProps1.xml')).toContain(MACHINE_NAMESPACE);
    expect(await read('[Content_Types].xml')).toContain('/customXml/itemProps1.xml');
    const xml = await read('customXml/item1.xml');
    const content = Buffer.from(/>([^<]+)<\/result>/.exec(xml)?.[1] ?? '', 'base64').toString('utf8');
    expect(content).toBe(writeResultFile(made.machine));
    expect(xml).toContain(`sha256="${sha256(content)}"`);
    expect(xml).toContain(`format="${RESULT_FORMAT}"`);
  });

  it('is found by its namespace, wherever a program has moved it', async () => {
    const zip = await JSZip.loadAsync(bytes);
    const moved = new JSZip();
    moved.file('customXml/item1.xml', '<other xmlns="urn:another:1">text</other>');
    moved.file('customXml/item2.xml', (await zip.file('customXml/item1.xml')?.async('string')) ?? '');
    expect(readMachinePart(await moved.generateAsync({ type: 'uint8array' }))).toMatchObject({ kind: 'ok' });
  });

  it('may be written with a prefix and broken lines', async () => {
    const changed = await withPart((xml) =>
      xml
        .replace('<result xmlns=', '<r:result xmlns:r=')
        .replace('</result>', '</r:result>')
        .replace(/([A-Za-z0-9+/]{76})/g, '$1\n'),
    );
    expect(readMachinePart(changed)).toEqual({ kind: 'ok', file: made.machine, code: null });
  });

  it('betrays any change', async () => {
    const json = writeResultFile(made.machine);
    const forged = json.replace('"level":1', '"level":5');
    expect(forged).not.toBe(json);
    const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64');
    expect(readMachinePart(await withPart((xml) => xml.replace(encode(json), encode(forged))))).toEqual({
      kind: 'changed',
    });
    expect(readMachinePart(await withPart((xml) => xml.replace(/sha256="[^"]+"/, '')))).toEqual({ kind: 'changed' });
  });

  it('may be missing, and what is no workbook is said to be none', async () => {
    const other = new JSZip();
    other.file('xl/workbook.xml', '<workbook/>');
    expect(readMachinePart(await other.generateAsync({ type: 'uint8array' }))).toEqual({ kind: 'absent' });
    for (const broken of [new Uint8Array(), new TextEncoder().encode('a'.repeat(500)), bytes.slice(0, 9000)])
      expect(readMachinePart(broken)).toEqual({ kind: 'unreadable' });
  });

  it('reads every cut-off or twisted file without harm', () => {
    for (let length = 0; length < bytes.length; length += 997)
      expect(['absent', 'unreadable', 'changed']).toContain(readMachinePart(bytes.slice(0, length)).kind);
    const end = bytes.length - 22;
    for (let at = end; at < bytes.length; at += 1) {
      const twisted = bytes.slice();
      twisted[at] = (twisted[at] ?? 0) ^ 0xff;
      expect(readMachinePart(twisted).kind).toMatch(/absent|unreadable|changed|ok/);
    }
  });
});

describe('unpacking', () => {
  it('stops at what really comes out, not at what the directory claims', async () => {
    const zip = new JSZip();
    zip.file('customXml/item1.xml', '0'.repeat(5_000_000), { compression: 'DEFLATE' });
    const bomb = await zip.generateAsync({ type: 'uint8array' });
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => readZipEntries(bomb, /item1/, LIMITS)).toThrow(ZipError);
    expect(readMachinePart(bomb)).toEqual({ kind: 'absent' });
    expect(deflateRawSync(Buffer.alloc(1)).length).toBeGreaterThan(0);
  });

  it('refuses too many entries and too large archives, and touches only what is asked for', async () => {
    const many = new JSZip();
    for (let index = 0; index < 60; index += 1) many.file(`f${index}`, 'x');
    const bytes = await many.generateAsync({ type: 'uint8array' });
    expect(() => readZipEntries(bytes, /f1$/, LIMITS)).toThrow('too many entries');
    expect(() => readZipEntries(bytes, /f1$/, { ...LIMITS, archive: 100 })).toThrow('archive too large');
    expect([...readZipEntries(bytes, /^f1$/, { ...LIMITS, entries: 60 }).keys()]).toEqual(['f1']);
  });
});
