import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import { EMPTY_DETAILS } from '../../src/domain/report/details.ts';
import { temporaryFolder } from '../adapters/temporary.ts';
import { ASSESSMENT, COMMUNE, openForTest, openWithDraft, saving, uuid, type Opened } from './application.ts';

const HOA = 'Nguyễn Thị Hòa';
const AN = 'Trần Văn Ân';

/** Names one person wherever a field asks for people, another one beside her, and her in two sentences. */
async function fill({ call }: Opened): Promise<void> {
  await call('settings.update', { person: HOA });
  await call('organisations.save', { ...COMMUNE, contact: `${HOA}, 0909 123 456` });
  await call('answers.save', saving('open-information', 2, { note: `Số liệu do bà ${HOA} cung cấp` }));
  await call('details.save', {
    assessmentId: ASSESSMENT,
    seq: 1,
    language: 'vi',
    details: { ...EMPTY_DETAILS, signerName: HOA, copies: `Như trên;\nBà ${HOA};\nLưu: VT` },
  });
  await call('appraisals.save', {
    assessmentId: ASSESSMENT,
    itemId: 'open-information',
    seq: 1,
    answer: null,
    reason: '',
    evidence: 'offered',
  });
  await call('settings.update', { person: AN });
  await call('answers.save', saving('citizen-effort', 3));
}

/** Files below a folder that hold the name anywhere in their bytes. */
async function filesWith(folder: string, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(Buffer.from(name, 'utf8'))) found.push(entry.name);
  }
  return found.sort();
}

describe('personal data', () => {
  it('has a notice with a version that names the law in force', async () => {
    const { call } = await openForTest();
    const { notice, erasures } = await call('persons.info', {});
    expect(notice.laws.join()).toContain('91/2025/QH15');
    expect(notice.laws.join()).toContain('356/2025/NĐ-CP');
    expect(notice.version).toMatch(/^\d+$/);
    for (const { text } of notice.sections) expect(text.vi).toBe(text.vi.normalize('NFC'));
    expect(erasures).toEqual([]);
    // The start of the program does not carry it.
    expect(await call('app.info', {})).not.toHaveProperty('notice');
  });

  it('lists who is named, and finds one person in fields and in sentences', async () => {
    const opened = await openWithDraft();
    await fill(opened);
    const names = await opened.call('persons.list', {});
    expect(names.find(({ name }) => name === HOA)?.places).toEqual(['signer', 'history', 'appraisal']);
    expect(names.find(({ name }) => name === AN)?.places).toEqual(['settings', 'history']);
    const { entries, fields, texts } = await opened.call('persons.get', { name: 'nguyễn thị  hòa' });
    const places = (kind: string) => [...new Set(entries.filter((e) => e.kind === kind).map(({ place }) => place))];
    expect(places('field')).toEqual(['contact', 'signer', 'history', 'appraisal']);
    expect(places('text')).toEqual(['answer', 'report']);
    expect([fields, texts]).toEqual([
      entries.filter(({ kind }) => kind === 'field').length,
      entries.filter(({ kind }) => kind === 'text').length,
    ]);
    expect(entries.every(({ organisation }) => organisation === COMMUNE.name)).toBe(true);
    expect((await opened.call('persons.get', { name: 'Nguyễn Thị Hoa' })).entries).toEqual([]);
  });

  it('gives the person a copy whose file name does not name anybody', async () => {
    const opened = await openWithDraft();
    await fill(opened);
    const { ticket, fileName } = await opened.call('persons.export', { name: HOA });
    expect(fileName).toMatch(/^du-lieu-ca-nhan-\d{4}-\d\d-\d\d\.json$/);
    const bytes = opened.application.outbox.get(ticket)?.bytes;
    const copy = JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as { name: string; entries: unknown[] };
    expect(copy.name).toBe(HOA);
    const { fields, texts } = await opened.call('persons.get', { name: HOA });
    expect(copy.entries).toHaveLength(fields + texts);
  });

  it('deletes: nothing of the name is left in any byte of the data folder, and a record without content stays', async () => {
    const dataFolder = await temporaryFolder();
    const opened = await openWithDraft({ dataFolder });
    await fill(opened);
    await opened.call('backups.make', {});
    await opened.call('backups.make', {});
    // Sentences are put right by a person first.
    await opened.call('answers.save', saving('open-information', 2, { seq: 2, note: 'Số liệu của bộ phận Một cửa' }));
    await opened.call('details.save', {
      assessmentId: ASSESSMENT,
      seq: 2,
      language: 'vi',
      details: { ...EMPTY_DETAILS, signerName: HOA, copies: 'Lưu: VT' },
    });
    expect((await filesWith(dataFolder, HOA)).length).toBeGreaterThan(2);
    const { fields, texts } = await opened.call('persons.get', { name: HOA });
    expect(texts).toBe(0);

    const erased = await opened.call('persons.erase', { id: uuid(7), name: HOA });
    expect(erased).toMatchObject({ id: uuid(7), fields, backups: 2, texts: 0 });
    expect(await filesWith(dataFolder, HOA)).toEqual([]);
    expect((await opened.call('backups.list', {})).kept).toHaveLength(1);
    const { erasures } = await opened.call('persons.info', {});
    expect(erasures).toEqual([{ id: uuid(7), at: erased.at, fields, backups: 2 }]);
    expect(JSON.stringify(erasures)).not.toContain('Hòa');
    // The other person, the answers and their seals are as they were.
    expect((await opened.call('persons.list', {})).map(({ name }) => name)).toEqual([AN]);
    expect((await opened.call('assessments.open', { id: ASSESSMENT })).records).toHaveLength(2);

    await opened.application.close();
    expect(await filesWith(dataFolder, HOA)).toEqual([]);
    openStorage(dataFolder).close();
  });

  it('tells how many sentences a person has to change, and may be repeated', async () => {
    const opened = await openWithDraft();
    await fill(opened);
    const first = await opened.call('persons.erase', { id: uuid(8), name: HOA });
    // The note, and the line of addressees: kept with the assessment and remembered with the organisation.
    expect(first.texts).toBe(3);
    const again = await opened.call('persons.erase', { id: uuid(8), name: HOA });
    expect(again).toMatchObject({ fields: 0, texts: 3 });
    expect((await opened.call('persons.info', {})).erasures).toMatchObject([{ fields: first.fields, backups: 0 }]);
  });

  it('a finished assessment keeps its proof', async () => {
    const dataFolder = await temporaryFolder();
    const opened = await openForTest({ dataFolder });
    await opened.call('samples.add', {});
    const finished = (await opened.call('assessments.list', {})).filter(({ state }) => state === 'finished');
    expect(finished.length).toBeGreaterThan(0);
    const names = await opened.call('persons.list', {});
    for (const { name } of names) await opened.call('persons.erase', { id: uuid(9), name });
    expect((await opened.call('persons.list', {})).length).toBe(0);
    await opened.application.close();
    // Without the seal of the file the content itself is compared with its hashes.
    const file = join(dataFolder, 'thuoc-so.db');
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - (bytes.length % 4096)));
    openStorage(dataFolder).close();
  });

  it('refuses a name that would be found everywhere', async () => {
    const { refused } = await openForTest();
    expect((await refused('persons.get', { name: 'a' })).code).toBe('input.invalid');
    expect((await refused('persons.erase', { id: uuid(1), name: '  ' })).code).toBe('input.invalid');
  });
});
