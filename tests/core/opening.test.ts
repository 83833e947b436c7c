import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { ForeignResult } from '../../src/contract/views/files.ts';
import { CHUNK_BYTES } from '../../src/domain/assessment/evidence-file.ts';
import { fromBase64, toBase64 } from '../../src/domain/text/base64.ts';
import { ASSESSMENT, COMMUNE, openForTest, openWithDraft, ROOT, saving, uuid, type Opened } from './application.ts';

let uploads = 500;

async function send(opened: Opened, bytes: Uint8Array): Promise<string> {
  uploads += 1;
  const upload = uuid(uploads);
  let at = 0;
  do {
    const part = bytes.subarray(at, at + CHUNK_BYTES);
    await opened.call('opening.upload', { upload, at, base64: toBase64(part) });
    at += part.length;
  } while (at < bytes.length);
  return upload;
}

async function read(opened: Opened, bytes: Uint8Array, name = 'tệp.xlsx') {
  return opened.call('opening.read', { upload: await send(opened, bytes), name });
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function workbookOf(opened: Opened, assessmentId = ASSESSMENT): Promise<Uint8Array> {
  const { ticket } = await opened.call('reports.export', { assessmentId, format: 'xlsx', language: 'vi' });
  const { base64 } = await opened.call('files.open', { ticket });
  return fromBase64(base64) as Uint8Array;
}

async function made(): Promise<{ opened: Opened; workbook: Uint8Array }> {
  const opened = await openWithDraft();
  const { questionnaire } = await opened.call('questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' });
  const [group] = questionnaire.groups;
  const item = group?.children[0] as { id: string };
  const evidence = {
    id: uuid(77),
    type: 'Kế hoạch',
    number: '18/KH-UBND',
    date: '2025-01-02',
    issuer: '',
    subject: 'Số hóa',
    page: '',
  };
  await opened.call('evidence.save', { assessmentId: ASSESSMENT, evidence });
  await opened.call('answers.save', saving(item.id, 2, { evidence: [evidence.id], note: 'Ghi chú' }));
  return { opened, workbook: await workbookOf(opened) };
}

describe('a result workbook', () => {
  it('is shown, taken over with its citations, and never twice', async () => {
    const { workbook } = await made();
    const other = await openForTest();
    const upload = await send(other, workbook);
    const seen = (await other.call('opening.read', { upload, name: 'a.xlsx' })) as ForeignResult;
    expect(seen).toMatchObject({
      kind: 'result',
      source: 'workbook',
      organisation: { name: COMMUNE.name },
      answered: 1,
      evidence: 1,
      agrees: true,
      hindrance: null,
      matches: [],
    });
    const ids = { upload, assessmentId: uuid(40), organisationId: uuid(41) };
    // The ids of the file are free here, so the same result stays the same one.
    expect(await other.call('opening.take', ids)).toEqual({ assessmentId: ASSESSMENT });
    expect(await other.call('opening.take', ids)).toEqual({ assessmentId: ASSESSMENT });
    const view = await other.call('assessments.open', { id: ASSESSMENT });
    expect(view.organisation).toMatchObject({ id: COMMUNE.id, name: COMMUNE.name, address: COMMUNE.address });
    expect(view.records).toMatchObject([{ note: 'Ghi chú', evidence: [uuid(77)] }]);
    expect(view.evidence).toMatchObject([{ id: uuid(77), number: '18/KH-UBND' }]);

    const again = (await other.call('opening.read', { upload, name: 'a.xlsx' })) as ForeignResult;
    expect(again.hindrance).toMatchObject({ kind: 'own', assessmentId: ASSESSMENT });
    expect(again.matches).toEqual([
      { id: COMMUNE.id, name: COMMUNE.name, by: 'id', taken: { assessmentId: ASSESSMENT, state: 'draft' } },
    ]);
    expect(await other.call('assessments.list', {})).toHaveLength(1);
  });

  it('goes to an organisation that is here, whose details stay as they are', async () => {
    const { workbook } = await made();
    const other = await openForTest();
    const here = { ...COMMUNE, id: uuid(60), name: 'Ubnd Xã TRƯỜNG ĐÔNG', code: '', address: 'Nơi khác' };
    await other.call('organisations.save', here);
    const upload = await send(other, workbook);
    expect(await other.call('opening.read', { upload, name: 'a.xlsx' })).toMatchObject({
      matches: [{ id: here.id, by: 'name', taken: null }],
    });
    await other.call('opening.take', { upload, assessmentId: uuid(61), organisationId: here.id });
    expect(await other.call('organisations.list', {})).toEqual([here]);
  });

  it('that comes from here is recognised as what it is', async () => {
    const { opened, workbook } = await made();
    expect(await read(opened, workbook)).toMatchObject({
      hindrance: { kind: 'own', assessmentId: ASSESSMENT, state: 'draft' },
    });
  });

  it('with a changed data part is refused', async () => {
    const { opened, workbook } = await made();
    const zip = await JSZip.loadAsync(workbook);
    const xml = (await zip.file('customXml/item1.xml')?.async('string')) as string;
    zip.file(
      'customXml/item1.xml',
      xml.replace(/>([A-Za-z0-9+/]{8})/, (_, start: string) => `>${start.slice(0, 4)}AAAA`),
    );
    const changed = await zip.generateAsync({ type: 'uint8array' });
    expect(await read(opened, changed)).toMatchObject({ kind: 'refused', reason: 'data-changed' });
  });
});

describe('other files', () => {
  it('are told apart by content', async () => {
    const opened = await openForTest();
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(500)]);
    const holding = (name: string): Uint8Array => Buffer.concat([ole, Buffer.from(name, 'utf16le')]);
    const zip = async (files: Record<string, string>): Promise<Uint8Array> => {
      const archive = new JSZip();
      for (const [name, content] of Object.entries(files)) archive.file(name, content);
      return archive.generateAsync({ type: 'uint8array' });
    };
    const sheetTypes = { '[Content_Types].xml': '<Types>spreadsheetml</Types>' };
    const rows: [Uint8Array, string][] = [
      [new Uint8Array(), 'empty'],
      [text('  \n'), 'empty'],
      [text('%PDF-1.7'), 'pdf'],
      [holding('Workbook'), 'old-excel'],
      [holding('WordDocument'), 'old-office'],
      [holding('EncryptedPackage'), 'protected'],
      [text('SQLite format 3\u0000rest'), 'backup'],
      [text('Xin chào'), 'other'],
      [text('format: thuoc-so/answers/1\nanswers: [1'), 'yaml'],
      [Buffer.from('Uû ban nh©n d©n x· Tr­êng §«ng', 'latin1'), 'legacy-tcvn3'],
      [text('UÛy ban nhaân daân xaõ Tröôøng Ñoâng'), 'legacy-vni'],
      [await zip({ '[Content_Types].xml': '<Types>wordprocessingml</Types>' }), 'document'],
      [
        await zip({ ...sheetTypes, 'xl/workbook.xml': '<workbook><sheets><sheet name="Sheet1"/></sheets></workbook>' }),
        'other-workbook',
      ],
      [await zip({ 'anh.txt': 'x' }), 'other-archive'],
      [(await zip({ 'anh.txt': 'x' })).slice(0, 40), 'broken'],
      [bomb(), 'bomb'],
    ];
    for (const [bytes, reason] of rows)
      expect(await read(opened, bytes, 'bất kỳ.xlsx'), reason).toMatchObject({ kind: 'refused', reason });
    expect(await opened.call('recent.list', {})).toEqual([]);
  });

  it('an answer sheet is taken over like a workbook; a questionnaire is added', async () => {
    const opened = await openForTest();
    const sheet = text(`format: thuoc-so/answers/1
questionnaire: { id: gov-maturity-5, version: 1.0.0 }
organisation: { name: "UBND xã Tân An", kind: commune }
period: { kind: year, year: 2024 }
answers: {}
`);
    const upload = await send(opened, sheet);
    expect(await opened.call('opening.read', { upload, name: 'a.yaml' })).toMatchObject({
      kind: 'result',
      source: 'sheet',
      agrees: null,
      hindrance: null,
    });
    await opened.call('opening.take', { upload, assessmentId: uuid(1), organisationId: uuid(2) });
    expect(await opened.call('assessments.list', {})).toMatchObject([
      { id: uuid(1), organisationName: 'UBND xã Tân An' },
    ]);

    const bytes = readFileSync(`${ROOT}/questionnaires/sme-quick/1.0.0/questionnaire.yaml`);
    expect(await read(opened, bytes, 'questionnaire.yaml')).toEqual({ kind: 'questionnaire' });
    expect(await opened.call('recent.list', {})).toMatchObject([
      { name: 'questionnaire.yaml', kind: 'questionnaire' },
      { name: 'a.yaml', kind: 'result', subject: 'UBND xã Tân An' },
    ]);
  });

  it('text of the old fonts inside a sheet is refused with the text', async () => {
    const opened = await openForTest();
    const sheet = text(`format: thuoc-so/answers/1
questionnaire: { id: gov-maturity-5, version: 1.0.0 }
organisation: { name: "Uû ban nh©n d©n x· Tr­êng §«ng", kind: commune }
period: { kind: year, year: 2024 }
answers: {}
`);
    expect(await read(opened, sheet, 'a.yaml')).toMatchObject({
      kind: 'refused',
      reason: 'legacy-tcvn3',
      params: { text: 'Uû ban nh©n d©n x· Tr­êng §«ng' },
    });
  });
});

describe('recent files', () => {
  it('keep ten and what is pinned, and open again from their copy', async () => {
    const opened = await openForTest();
    const sheet = (year: number): Uint8Array =>
      text(`format: thuoc-so/answers/1
questionnaire: { id: gov-maturity-5, version: 1.0.0 }
organisation: { name: "UBND xã Tân An", kind: commune }
period: { kind: year, year: ${year} }
answers: {}
`);
    await read(opened, sheet(2001), 'đầu.yaml');
    const [first] = await opened.call('recent.list', {});
    await opened.call('recent.pin', { id: first?.id ?? '', pinned: true });
    for (let year = 2002; year < 2014; year += 1) await read(opened, sheet(year), `${year}.yaml`);
    const list = await opened.call('recent.list', {});
    expect(list).toHaveLength(10);
    expect(list[0]).toMatchObject({ name: 'đầu.yaml', pinned: true, kept: true });
    expect(list.at(-1)?.name).toBe('2005.yaml');
    const upload = uuid(999);
    expect(await opened.call('recent.load', { id: first?.id ?? '', upload })).toEqual({ name: 'đầu.yaml' });
    expect(await opened.call('opening.read', { upload, name: 'đầu.yaml' })).toMatchObject({ period: { year: 2001 } });
    await opened.call('recent.remove', { id: first?.id ?? '' });
    await opened.refused('recent.load', { id: first?.id, upload });
  });
});

describe('files that the system hands over', () => {
  it('wait until they are asked for, once', async () => {
    const opened = await openForTest();
    opened.application.inbox.put({ name: 'a.yaml', bytes: text('Xin chào') });
    opened.application.inbox.put({ name: 'lớn.xlsx', failure: 'too-large' });
    expect(opened.events).toEqual([{ type: 'files.waiting' }, { type: 'files.waiting' }]);
    const claimed = await opened.call('opening.claim', {});
    expect(claimed).toMatchObject([
      { name: 'a.yaml', failure: null },
      { name: 'lớn.xlsx', failure: 'too-large' },
    ]);
    expect(await opened.call('opening.read', { upload: claimed[0]?.upload ?? '', name: 'a.yaml' })).toMatchObject({
      reason: 'other',
    });
    expect(await opened.call('opening.claim', {})).toEqual([]);
  });
});

/** An archive of a few kilobytes that unpacks to 40 MB. */
function bomb(): Uint8Array {
  const name = Buffer.from('customXml/item1.xml');
  const packed = deflateRawSync(Buffer.alloc(40_000_000));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}
