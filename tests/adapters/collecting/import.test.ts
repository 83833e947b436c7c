/** Importing piles of result files through the real application, real processes and real files. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeReader } from '../../../src/adapters/collecting/node-reader.ts';
import { readQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-folder.ts';
import { writePackage } from '../../../src/adapters/files/package/container.ts';
import { readZipEntries } from '../../../src/adapters/documents/zip-read.ts';
import { zipFiles } from '../../../src/adapters/documents/zip-write.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import type { Questionnaire } from '../../../src/domain/questionnaire/types.ts';
import { writeResultFile } from '../../../src/domain/result-file/build.ts';
import { contentHash } from '../../../src/domain/result-file/identity.ts';
import type { ResultFile } from '../../../src/domain/result-file/schema.ts';
import type { FileOutcome, ImportRun } from '../../../src/contract/views/collections.ts';
import { openForTest, ROOT, uuid, type Opened, type OpenOptions } from '../../core/application.ts';
import { temporaryFolder } from '../temporary.ts';
import { exchanged, sampleContent, sha256 } from './volume.ts';

let questionnaire: Questionnaire;
let workbook: Uint8Array;

beforeAll(async () => {
  const source = await readQuestionnaireFolder(join(ROOT, 'questionnaires/gov-maturity-5/1.0.0'));
  if ('problems' in source) throw new Error('unreadable');
  const parsed = parseQuestionnaire(source.definition, source.vectors, () => true);
  if (!parsed.ok) throw new Error('invalid');
  questionnaire = parsed.value.questionnaire;
});

/** A workbook that the program has really exported. */
async function realWorkbook(opened: Opened): Promise<Uint8Array> {
  const samples = await opened.call('samples.add', {});
  const one = samples.find((sample) => sample.questionnaireId === 'gov-maturity-5');
  const { ticket } = await opened.call('reports.export', {
    assessmentId: one?.id ?? '',
    format: 'xlsx',
    language: 'vi',
  });
  return opened.application.outbox.get(ticket)?.bytes ?? new Uint8Array();
}

let runs = 0;
async function importing(
  opened: Opened,
  paths: readonly string[],
  collectionId: string | null = null,
): Promise<{ run: ImportRun; outcomes: readonly FileOutcome[] }> {
  runs += 1;
  const [run, source] = [uuid(500_000 + runs), uuid(600_000 + runs)];
  await opened.application.piles.offer(source, paths);
  await opened.call('collections.import', { run, source, collectionId, language: 'vi' });
  const ended = await opened.call('collections.await', { run });
  const page = await opened.call('collections.outcomes', { run, from: 0, count: 1000 });
  return { run: ended, outcomes: page.outcomes };
}

const json = (content: ResultFile): Uint8Array => Buffer.from(writeResultFile(content), 'utf8');
const kinds = (outcomes: readonly FileOutcome[]): string[] => outcomes.map(({ kind }) => kind);

async function pile(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const submission = (content: ResultFile): Uint8Array =>
  writePackage({
    kind: 'submission',
    program: 'x',
    entries: [{ name: 'result.json', bytes: json(content) }],
    code: null,
  });

/** The stored bytes of an archive with one entry changed. */
function changedEntry(bytes: Uint8Array, name: RegExp, change: (text: string) => string): Uint8Array {
  const files = new Map(readZipEntries(bytes, /[^/]$/, { archive: 1e9, entries: 1000, entry: 1e9 }));
  for (const [path, content] of files)
    if (name.test(path)) files.set(path, Buffer.from(change(Buffer.from(content).toString('utf8')), 'utf8'));
  return zipFiles(files, new Date(Date.UTC(2026, 0, 1)));
}

/** Twenty ways to spoil a result. */
function spoiled(good: Uint8Array, content: ResultFile): Record<string, { bytes: Uint8Array; kind: string }> {
  const damaged = (at: number): Uint8Array => {
    const bytes = Uint8Array.from(good);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  const text = writeResultFile(content);
  const edited = (change: (file: Record<string, unknown>) => void): Uint8Array => {
    const raw = JSON.parse(text) as Record<string, unknown>;
    change(raw);
    return Buffer.from(JSON.stringify(raw), 'utf8');
  };
  const bomb = zipFiles(
    new Map([
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['[Content_Types].xml', Buffer.from('<Types/>')],
      ['customXml/item1.xml', Buffer.alloc(40_000_000, 32)],
    ]),
    new Date(0),
  );
  return {
    'empty.xlsx': { bytes: new Uint8Array(), kind: 'unreadable' },
    'cut.xlsx': { bytes: good.slice(0, good.length >> 1), kind: 'unreadable' },
    'noise.xlsx': { bytes: Buffer.from('PK\u0003\u0004 nothing of the kind'), kind: 'unreadable' },
    'picture.xlsx': { bytes: Buffer.from('\u0089PNG\r\n', 'latin1'), kind: 'unreadable' },
    'pdf.xlsx': { bytes: Buffer.from('%PDF-1.7 ...'), kind: 'unreadable' },
    'old.xlsx': { bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex'), kind: 'unreadable' },
    'part-lost.xlsx': { bytes: changedEntry(good, /item1\.xml$/, () => '<other/>'), kind: 'part-lost' },
    'part-edited.xlsx': {
      bytes: changedEntry(good, /item1\.xml$/, (xml) => xml.replace(/(<result[^>]*>.{40})./, '$1A')),
      kind: 'damaged',
    },
    'hash-edited.xlsx': {
      bytes: changedEntry(good, /item1\.xml$/, (xml) =>
        xml.replace(/(<result[^>]*sha256=")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`),
      ),
      kind: 'damaged',
    },
    'cell-edited.xlsx': {
      bytes: changedEntry(good, /sharedStrings\.xml$/, (xml) => xml.replace(/UBND xã/, 'UBND phường')),
      kind: 'changed',
    },
    'bomb.xlsx': { bytes: bomb, kind: 'too-large' },
    'no-json.json': { bytes: Buffer.from('{"format":'), kind: 'unreadable' },
    'other.json': { bytes: Buffer.from('{"a":1}'), kind: 'unreadable' },
    'newer.json': { bytes: edited((file) => (file.format = 'thuoc-so/result/9')), kind: 'newer-format' },
    'unknown-set.json': {
      bytes: edited((file) => (file.questionnaire = { id: 'nowhere', version: '1.0.0', hash: 'a'.repeat(64) })),
      kind: 'unknown-questionnaire',
    },
    'other-content.json': {
      bytes: edited((file) => (file.questionnaire = { id: 'gov-maturity-5', version: '1.0.0', hash: 'a'.repeat(64) })),
      kind: 'unknown-questionnaire',
    },
    'strange-answer.json': {
      bytes: edited((file) => {
        const [first] = file.records as { answer: unknown }[];
        if (first) first.answer = { state: 'answered', value: { kind: 'option', option: '77' } };
      }),
      kind: 'unreadable',
    },
    'extra-member.json': { bytes: edited((file) => (file.__proto__x = 1)), kind: 'unreadable' },
    'deep.json': { bytes: Buffer.from(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), kind: 'unreadable' },
    'damaged.thuocso': {
      bytes: (() => {
        const bytes = Uint8Array.from(submission(content));
        bytes[bytes.length - 300] = (bytes[bytes.length - 300] ?? 0) ^ 255;
        return bytes;
      })(),
      kind: 'any',
    },
    'bit.xlsx': { bytes: damaged(good.length - 30), kind: 'any' },
  };
}

describe('a pile of 200 files, 20 of them spoiled', () => {
  it('gives every file its verdict, and the right number of results', async () => {
    const opened = await openForTest();
    workbook = await realWorkbook(opened);
    const files: Record<string, Uint8Array> = {};
    const good = exchanged(workbook, sampleContent(questionnaire, 500));
    const bad = Object.entries(spoiled(good, sampleContent(questionnaire, 501))).slice(0, 20);
    for (let place = 0; place < 60; place += 1)
      files[`a/${String(place).padStart(3, '0')}.xlsx`] = exchanged(workbook, sampleContent(questionnaire, place));
    for (let place = 60; place < 120; place += 1) files[`b/${place}.json`] = json(sampleContent(questionnaire, place));
    for (let place = 120; place < 150; place += 1)
      files[`c/${place}.thuocso`] = submission(sampleContent(questionnaire, place));
    // The rest are copies: renamed, packed again, exported again.
    for (let place = 0; place < 10; place += 1)
      files[`d/copy-${place}.xlsx`] = files[`a/00${place}.xlsx`] as Uint8Array;
    for (let place = 10; place < 20; place += 1)
      files[`d/packed-${place}.xlsx`] = changedEntry(
        files[`a/0${place}.xlsx`] as Uint8Array,
        /nothing/,
        (text) => text,
      );
    for (let place = 20; place < 30; place += 1)
      files[`d/again-${place}.json`] = json({
        ...sampleContent(questionnaire, place),
        exportedAt: '2026-02-02T00:00:00.000Z',
        program: '0.2.0',
      });
    for (const [name, { bytes }] of bad) files[`z/${name}`] = bytes;
    expect(Object.keys(files)).toHaveLength(200);

    const { run, outcomes } = await importing(opened, [await pile(files)]);
    expect(outcomes).toHaveLength(200);
    expect(run.state).toBe('done');
    expect(run.counts.accepted).toBe(150);
    expect(run.counts.known).toBe(30);
    const found = new Map(outcomes.map((outcome) => [outcome.name, outcome]));
    for (const [name, { kind }] of bad) {
      const outcome = found.get(`z/${name}`);
      expect(['accepted', 'known', 'conflict'], name).not.toContain(outcome?.kind);
      if (kind !== 'any') expect(outcome?.kind, name).toBe(kind);
    }
    expect(found.get('z/cell-edited.xlsx')?.changed.length).toBeGreaterThan(0);
    const overview = await opened.call('collections.overview', { id: run.collections[0] ?? '', filter: {} });
    expect(overview.all).toBe(150);
    expect(overview.aggregate.n).toBe(150);
    expect(overview.units.every(({ quality }) => !quality.includes('rescored'))).toBe(true);
  });
});

describe('a process that reads files', () => {
  const hostile: OpenOptions = { startReader: nodeReader(new URL('./readers.ts', import.meta.url)) };

  it('is ended when a file hangs, eats memory or ends it, and the others are read', async () => {
    const opened = await openForTest(hostile);
    const folder = await pile(
      Object.fromEntries<Uint8Array>([
        ...Array.from(
          { length: 6 },
          (_, place) => [`${place}.json`, json(sampleContent(questionnaire, place))] as const,
        ),
        ['0-hang.json', Buffer.from('{}')],
        ['2-die.json', Buffer.from('{}')],
        ['4-eat.json', Buffer.from('{}')],
      ]),
    );
    const { run, outcomes } = await importing(opened, [folder]);
    expect(outcomes).toHaveLength(9);
    expect(run.counts).toEqual({ accepted: 6, stopped: 3 });
  }, 60_000);

  it('can be stopped: the collections are as they were, and nothing is left of the import', async () => {
    const opened = await openForTest(hostile);
    const first = await importing(opened, [await pile({ 'a.json': json(sampleContent(questionnaire, 0)) })]);
    const before = await opened.call('collections.get', { id: first.run.collections[0] ?? '' });
    const folder = await pile({ 'b.json': json(sampleContent(questionnaire, 1)), 'c-hang.json': Buffer.from('{}') });
    const [run, source] = [uuid(700_001), uuid(700_002)];
    await opened.application.piles.offer(source, [folder]);
    await opened.call('collections.import', { run, source, collectionId: before.id, language: 'vi' });
    const cancelled = await opened.call('collections.cancel', { run });
    expect(cancelled).toMatchObject({ state: 'cancelled', counts: {}, collections: [] });
    const after = await opened.call('collections.get', { id: before.id });
    expect({ ...after, runs: [] }).toEqual({ ...before, runs: [] });
    expect((await opened.call('collections.overview', { id: before.id, filter: {} })).all).toBe(1);
  }, 60_000);

  it('goes on with what was interrupted by the end of the program', async () => {
    const dataFolder = await temporaryFolder();
    const opened = await openForTest({ ...hostile, dataFolder });
    const folder = await pile({
      'a.json': json(sampleContent(questionnaire, 1)),
      'b.json': json(sampleContent(questionnaire, 2)),
      'c-hang.json': Buffer.from('{}'),
    });
    const [run, source] = [uuid(700_003), uuid(700_004)];
    await opened.application.piles.offer(source, [folder]);
    await opened.call('collections.import', { run, source, collectionId: null, language: 'vi' });
    await opened.application.close();
    const again = await openForTest({ dataFolder });
    expect(await again.call('collections.state', { run })).toMatchObject({
      state: 'interrupted',
      total: 3,
      counts: {},
    });
    await again.call('collections.resume', { run });
    const ended = await again.call('collections.await', { run });
    expect(ended).toMatchObject({ state: 'done', counts: { accepted: 2, unreadable: 1 } });
  }, 60_000);
});

describe('revisions and conflicts', () => {
  /** Five revisions of one unit, each naming the one before. */
  function chain(): ResultFile[] {
    const files: ResultFile[] = [];
    let replaces: string | null = null;
    for (let revision = 1; revision <= 5; revision += 1) {
      const base = sampleContent(questionnaire, 7, { revision, replaces });
      const [first, ...rest] = base.records;
      const file: ResultFile = { ...base, records: first ? [{ ...first, note: `lần ${revision}` }, ...rest] : rest };
      replaces = contentHash(file, sha256);
      files.push(file);
    }
    return files;
  }

  it('come to the same in any order, in one pile or several', async () => {
    const files = chain();
    const orders = [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 4, 0, 3, 1],
    ];
    const seen = new Set<string>();
    for (const order of orders) {
      const opened = await openForTest();
      let id: string | null = null;
      for (const place of order) {
        const folder: string = await pile({ 'a.json': json(files[place] as ResultFile) });
        const { run } = await importing(opened, [folder], id);
        id = run.collections[0] ?? id;
      }
      const overview = await opened.call('collections.overview', { id: id ?? '', filter: {} });
      expect(overview.collection).toMatchObject({ results: 1, conflicts: 0 });
      const unit = await opened.call('collections.unit', { id: id ?? '', result: overview.units[0]?.result ?? 0 });
      expect(unit.revision).toBe(5);
      expect(unit.revisions).toHaveLength(5);
      seen.add(unit.shortHash);
    }
    expect(seen.size).toBe(1);
  }, 60_000);

  it('are kept aside until somebody chooses; what is taken out does not come back by itself', async () => {
    const opened = await openForTest();
    const one = sampleContent(questionnaire, 3);
    const [first, ...rest] = one.records;
    const other = { ...one, records: first ? [{ ...first, note: 'khác' }, ...rest] : rest };
    const folder = await pile({ 'a.json': json(one), 'b.json': json(other) });
    const { run, outcomes } = await importing(opened, [folder]);
    expect(kinds(outcomes)).toEqual(['accepted', 'conflict']);
    const id = run.collections[0] ?? '';
    const view = await opened.call('collections.get', { id });
    expect(view).toMatchObject({ results: 0, conflicts: 1 });
    const [entries] = view.conflicting;
    expect(entries).toHaveLength(2);
    const chosen = entries?.[1]?.result ?? 0;
    expect(await opened.call('collections.resolve', { id, result: chosen })).toMatchObject({
      results: 1,
      conflicts: 0,
    });
    const after = await opened.call('collections.discard', { id, result: chosen });
    expect(after).toMatchObject({ results: 1, conflicts: 0 });
    const again = await importing(opened, [folder], id);
    expect(kinds(again.outcomes).sort()).toEqual(['known', 'removed']);
  });
});

describe('a collection between two machines', () => {
  it('joins in any order to the same, and its contents come back byte by byte', async () => {
    const parts = [
      [0, 1, 2, 3],
      [3, 4, 5],
    ];
    const packages: Uint8Array[] = [];
    for (const places of parts) {
      const opened = await openForTest();
      const id = uuid(42);
      await opened.call('collections.save', {
        id,
        name: 'Đợt 1',
        questionnaireId: 'gov-maturity-5',
        questionnaireVersion: '1.0.0',
        period: { kind: 'year', year: 2025, number: 1 },
        notes: '',
        units: [],
      });
      const files = places.map((place) => [`${place}.json`, json(sampleContent(questionnaire, place))] as const);
      await importing(opened, [await pile(Object.fromEntries(files))], id);
      packages.push(await packed(opened, id));
    }
    const joined: string[] = [];
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const opened = await openForTest();
      for (const place of order) {
        const { run } = await importing(opened, [await pile({ 'x.thuocso': packages[place] as Uint8Array })]);
        expect(run.collections).toEqual([uuid(42)]);
      }
      expect(await opened.call('collections.list', {})).toMatchObject([{ results: 6 }]);
      joined.push(
        createHash('sha256')
          .update(await packed(opened, uuid(42)))
          .digest('hex'),
      );
    }
    expect(joined[0]).toBe(joined[1]);
    // Alone in an empty program, a package gives the very package again.
    const opened = await openForTest();
    await importing(opened, [await pile({ 'x.thuocso': packages[0] as Uint8Array })]);
    expect(Buffer.from(await packed(opened, uuid(42))).equals(packages[0] as Uint8Array)).toBe(true);
  }, 60_000);

  async function packed(opened: Opened, id: string): Promise<Uint8Array> {
    const { ticket } = await opened.call('collections.export', {
      id,
      what: 'package',
      run: null,
      language: 'vi',
      hideNames: false,
      filter: {},
    });
    return opened.application.outbox.get(ticket)?.bytes ?? new Uint8Array();
  }
});

describe('expected units', () => {
  it('are found by code and name, and who is missing is known', async () => {
    const opened = await openForTest();
    const id = uuid(43);
    const contents = [0, 1, 2].map((place) => sampleContent(questionnaire, place));
    const folder = await pile(Object.fromEntries(contents.map((content, place) => [`${place}.json`, json(content)])));
    const { run } = await importing(opened, [folder]);
    const [made = ''] = run.collections;
    const { units } = await opened.call('collections.preview', {
      list: [
        'Tên đơn vị\tMã\tNhóm',
        ...contents
          .slice(1)
          .map(({ organisation: { name, code } }, place) =>
            place === 0 ? `Khác tên\t${code}` : `${name.replace('UBND xã ', 'xã ')}\t\tCụm 2`,
          ),
        'Xã Chưa Nộp\t99999\tCụm 2',
      ].join('\n'),
    });
    expect(units).toHaveLength(3);
    const view = await opened.call('collections.get', { id: made });
    const saved = await opened.call('collections.save', {
      id: made,
      name: view.name,
      notes: '',
      period: view.period,
      questionnaireId: 'gov-maturity-5',
      questionnaireVersion: '1.0.0',
      units: units.map((unit, place) => ({ ...unit, tags: [...unit.tags], id: uuid(44 + place) })),
    });
    expect(saved.missingUnits.map(({ name }) => name)).toContain('Xã Chưa Nộp');
    expect(saved.unmatched.length + saved.missing).toBeGreaterThan(0);
    expect(id).not.toBe(made);
  });
});

describe('files of earlier formats', () => {
  it('are imported for ever', async () => {
    const opened = await openForTest();
    const folder = await temporaryFolder();
    for (const name of ['result-1.json', 'result-1.xlsx'])
      copyFileSync(join(ROOT, 'tests/fixtures/result', name), join(folder, name));
    const { outcomes } = await importing(opened, [folder]);
    expect(kinds(outcomes)).toEqual(['accepted', 'known']);
    expect(readFileSync(join(folder, 'result-1.json')).length).toBeGreaterThan(0);
  });
});
