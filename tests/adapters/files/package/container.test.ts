import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readPackage, writePackage, type PackageContent } from '../../../../src/adapters/files/package/container.ts';
import { createPackages } from '../../../../src/adapters/files/package/index.ts';
import { openZip, writeZip } from '../../../../src/adapters/files/package/zip.ts';
import { canonicalJson } from '../../../../src/domain/text/canonical-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
/** Bytes that do not shrink, the same every time. */
const noise = (length: number): Uint8Array => {
  const data = new Uint8Array(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) data[at] = (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16;
  return data;
};

const picture = noise(5000);
const CONTENT: PackageContent = {
  kind: 'submission',
  program: '1.0.0',
  entries: [
    { name: 'result.json', bytes: bytes(`{"chữ":"${'Trường Đông '.repeat(200)}"}`) },
    { name: `files/${sha256(picture)}`, bytes: picture },
  ],
  code: null,
};

describe('a container', () => {
  it('gives back what was put in, and is the same bytes every time', () => {
    const written = writePackage(CONTENT);
    expect(writePackage(CONTENT)).toEqual(written);
    const reading = readPackage(written);
    expect(reading).toMatchObject({ kind: 'ok', manifest: { kind: 'submission', program: '1.0.0', code: null } });
    if (reading.kind !== 'ok') return;
    expect([...reading.entries.keys()]).toEqual(CONTENT.entries.map(({ name }) => name));
    for (const { name, bytes: data } of CONTENT.entries)
      expect(Buffer.from(data).equals(reading.entries.get(name) as Uint8Array)).toBe(true);
  });

  it('is a zip that other programs read, also after they packed it anew', async () => {
    const zip = await JSZip.loadAsync(writePackage(CONTENT), { checkCRC32: true });
    expect(Object.keys(zip.files)).toEqual(['manifest.json', ...CONTENT.entries.map(({ name }) => name)]);
    for (const streamFiles of [false, true]) {
      const again = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', streamFiles });
      expect(readPackage(again).kind).toBe('ok');
    }
  });

  it('notices every changed bit and every cut', () => {
    const written = writePackage(CONTENT);
    const wrong: string[] = [];
    for (let at = 0; at < written.length; at += 3) {
      const damaged = Uint8Array.from(written);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const reading = readPackage(damaged);
      // Dates and version marks of the zip say nothing of the content; every other bit must be noticed.
      if (reading.kind === 'ok' && !sameContent(reading.entries)) wrong.push(`bit ${at}`);
    }
    for (let length = 0; length < written.length; length += 7)
      if (readPackage(written.slice(0, length)).kind === 'ok') wrong.push(`cut ${length}`);
    expect(wrong).toEqual([]);
  });

  const sameContent = (entries: ReadonlyMap<string, Uint8Array>): boolean =>
    entries.size === CONTENT.entries.length &&
    CONTENT.entries.every(({ name, bytes: data }) => Buffer.from(data).equals(entries.get(name) ?? new Uint8Array()));

  it('takes nothing before, between, behind, or besides', async () => {
    const written = Buffer.from(writePackage(CONTENT));
    expect(readPackage(Buffer.concat([written, bytes('x')])).kind).toBe('broken');
    expect(readPackage(Buffer.concat([bytes('x'), written])).kind).toBe('broken');
    const zip = await JSZip.loadAsync(written);
    zip.file('files/more', 'x');
    expect(readPackage(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })).kind).toBe('changed');
    zip.remove('files/more');
    zip.file('result.json', '{}');
    expect(readPackage(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })).kind).toBe('changed');
  });

  /** A container whose manifest says what it likes. */
  const forged = (entries: readonly { name: string; bytes: Uint8Array }[], more: object = {}): Uint8Array => {
    const manifest = {
      format: 'thuoc-so/package/1',
      kind: 'submission',
      program: '1.0.0',
      entries: entries.map(({ name, bytes: data }) => ({ name, size: data.length, sha256: sha256(data) })),
      code: null,
      ...more,
    };
    return writeZip([{ name: 'manifest.json', bytes: bytes(canonicalJson(manifest)) }, ...entries]);
  };

  it.each([
    '../result.json',
    '/etc/passwd',
    'C:\\x',
    'files/../../x',
    'files\\x',
    'CON',
    'a\u0000b',
    'Files/A',
    'files/x/y',
    'result.json ',
  ])('refuses the name %j', (name) => {
    const entries = [
      { name: 'result.json', bytes: bytes('{}') },
      { name, bytes: bytes('x') },
    ];
    expect(readPackage(forged(entries)).kind).toMatch(/invalid|broken/);
  });

  it('refuses names that differ only in case, and entries twice', () => {
    const twice = writeZip([
      { name: 'manifest.json', bytes: bytes('{}') },
      { name: 'a', bytes: bytes('1') },
      { name: 'A', bytes: bytes('2') },
    ]);
    expect(() => openZip(twice, 10)).toThrow('twice');
  });

  it('tells a newer format, another kind, and a missing main entry', () => {
    const main = [{ name: 'result.json', bytes: bytes('{}') }];
    expect(readPackage(forged(main, { format: 'thuoc-so/package/2' }))).toEqual({
      kind: 'newer',
      format: 'thuoc-so/package/2',
    });
    expect(readPackage(forged(main, { kind: 'game' })).kind).toBe('invalid');
    expect(readPackage(forged(main, { kind: 'questionnaire' })).kind).toBe('changed');
    expect(readPackage(forged(main, { stray: 1 })).kind).toBe('invalid');
  });

  it('stops at limits, whatever the headers say', async () => {
    // What we write ourselves is never taken for a bomb, however empty a scan is.
    const blank = [{ name: 'result.json', bytes: new Uint8Array(19_000_000) }];
    expect(readPackage(forged(blank)).kind).toBe('ok');
    expect(readPackage(forged([{ name: 'result.json', bytes: noise(21 * 1024 * 1024) }])).kind).toBe('bomb');
    expect(() => writePackage({ ...CONTENT, kind: 'questionnaire' })).toThrow();
    // Packed anew by another program it may be one.
    const zip = await JSZip.loadAsync(forged(blank));
    const dense = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(readPackage(dense).kind).toBe('bomb');
    // The directory states ten bytes, the data unpack to many more.
    const packed = deflateRawSync(new Uint8Array(1_000_000));
    const small = Buffer.from(writeZip([{ name: 'manifest.json', bytes: noise(10) }]));
    const lying = Buffer.from(writeZip([{ name: 'manifest.json', bytes: new Uint8Array(1_000_000) }]));
    lying.writeUInt32LE(10, 22);
    lying.writeUInt32LE(10, lying.length - 22 - 59 + 24);
    expect(packed.length).toBeLessThan(2000);
    expect(readPackage(small).kind).toBe('broken');
    expect(readPackage(lying).kind).toMatch(/bomb|broken/);
  });
});

describe('packed texts', () => {
  it('come back, and damage gives nothing', () => {
    const packages = createPackages();
    const packed = packages.pack('Bộ câu hỏi '.repeat(1000));
    expect(packages.unpack(packed)).toBe('Bộ câu hỏi '.repeat(1000));
    expect(packages.unpack({ ...packed, size: packed.size - 1 })).toBeNull();
    expect(packages.unpack({ ...packed, data: packed.data.slice(0, -8) })).toBeNull();
    expect(packages.unpack({ size: 5_000_000, data: packed.data })).toBeNull();
  });
});
