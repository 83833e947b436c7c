import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import type { Storage } from '../../src/core/ports.ts';
import { LIBRARY_LIMITS } from '../../src/contract/views/library-limits.ts';
import { choice, definition, group, type Raw } from '../domain/definition.ts';
import { COMMUNE, openForTest, uuid, type Opened } from './application.ts';

const VECTORS = [{ name: 'nothing', expect: { level: null } }];
const YEAR = { kind: 'year', year: 2025, number: 1 } as const;
const SET = definition([group('g', [choice('a', [0, 1, 3]), choice('b', [0, 2])])], { total: { kind: 'sum' } });

async function emptyRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'thuoc-so-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

async function writeSet(root: string, raw: Raw, vectors: unknown = VECTORS): Promise<void> {
  const folder = join(root, `${String(raw.id)}/${String(raw.version)}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'questionnaire.yaml'), JSON.stringify(raw));
  await writeFile(join(folder, 'vectors.yaml'), JSON.stringify(vectors));
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const filesOf = (raw: unknown, vectors: unknown = VECTORS, folder = 'bo-cau-hoi/') => [
  { name: `${folder}questionnaire.yaml`, base64: base64(JSON.stringify(raw)) },
  { name: `${folder}vectors.yaml`, base64: base64(JSON.stringify(vectors)) },
  { name: `${folder}ghi-chu.yaml`, base64: base64('a: [not YAML') },
];

/** Keeps one database open over several starts of the program. */
function lasting(): Storage {
  const storage = openStorage(null);
  onTestFinished(() => storage.close());
  return { ...storage, close: () => undefined };
}

const start = ({ call }: Opened, id: number, version: string, year = 2025, organisationId = COMMUNE.id) =>
  call('assessments.start', {
    id: uuid(id),
    organisationId,
    questionnaireId: 'test-set',
    questionnaireVersion: version,
    period: { ...YEAR, year },
  });

const answer = ({ call }: Opened, assessment: number, itemId: string, option: string) =>
  call('answers.save', {
    assessmentId: uuid(assessment),
    itemId,
    seq: 1,
    answer: { state: 'answered', value: { kind: 'option', option } },
    note: '',
    explanation: '',
    flagged: false,
    evidence: [],
  });

describe('the library', () => {
  it('takes a folder of files, keeps it over a restart and offers it for assessments', async () => {
    const root = await emptyRoot();
    const storage = lasting();
    const first = await openForTest({ questionnaires: root, storage });
    expect(await first.call('library.add', { files: filesOf(SET) })).toMatchObject({
      id: 'test-set',
      version: '1.0.0',
      outcome: 'added',
    });
    expect(first.events).toEqual([{ type: 'library.changed' }]);
    expect(await first.call('library.add', { files: filesOf(SET, VECTORS, '') })).toMatchObject({ outcome: 'known' });
    const again = await openForTest({ questionnaires: root, storage });
    expect((await again.call('library.list', {})).lines).toMatchObject([
      { id: 'test-set', origin: 'added', shown: true, uses: 0, vectors: 1, newest: true, items: 2 },
    ]);
    await again.call('organisations.save', COMMUNE);
    await start(again, 2, '1.0.0');
    expect((await again.call('library.get', { id: 'test-set', version: '1.0.0' })).line.uses).toBe(1);
  });

  it('never takes other content for a version that it has: added, shipped or in use', async () => {
    const root = await emptyRoot();
    await writeSet(root, { ...SET, id: 'shipped-set' });
    const opened = await openForTest({ questionnaires: root });
    await opened.call('library.add', { files: filesOf(SET) });
    for (const id of ['test-set', 'shipped-set']) {
      const error = await opened.refused('library.add', { files: filesOf({ ...SET, id, minutes: 99 }) });
      expect(error).toMatchObject({ code: 'questionnaire.differs', params: { id, version: '1.0.0' } });
      expect(error.params.known).toMatch(/^[0-9a-f]{12}$/);
      expect(error.params.found).not.toBe(error.params.known);
    }
    expect((await opened.call('library.list', {})).lines.map(({ minutes }) => minutes)).not.toContain(99);
  });

  it('refuses what is broken with every reason, and stores nothing', async () => {
    const opened = await openForTest({ questionnaires: await emptyRoot() });
    expect(await opened.refused('library.add', { files: filesOf({ ...SET, minutes: 'many' }) })).toMatchObject({
      code: 'questionnaire.invalid',
      problems: [{ path: ['minutes'], code: 'shape' }],
    });
    expect(
      await opened.refused('library.add', { files: filesOf(SET, [{ name: 'wrong', expect: { level: 4 } }]) }),
    ).toMatchObject({ problems: [{ code: 'vector-failed' }] });
    expect(await opened.refused('library.add', { files: [{ name: 'anh.png', base64: '' }] })).toMatchObject({
      problems: [{ path: ['anh.png'], code: 'file-kind' }],
    });
    expect(
      await opened.refused('library.add', { files: [{ name: 'questionnaire.yaml', base64: base64('a: 1') }] }),
    ).toMatchObject({ problems: [{ path: ['vectors.yaml'], code: 'file-missing' }] });
    expect((await opened.refused('library.add', { files: [{ name: 'a.yaml', base64: '***' }] })).code).toBe(
      'input.invalid',
    );
    const big = { name: 'a.yaml', base64: 'A'.repeat(LIBRARY_LIMITS.characters) };
    expect(await opened.refused('library.add', { files: [big] })).toMatchObject({
      code: 'input.too-large',
      params: { limit: '4 MB' },
    });
    expect(await opened.call('library.list', {})).toEqual({ lines: [], broken: [] });
  });

  it('hides and shows; examples are hidden until somebody asks for them', async () => {
    const root = await emptyRoot();
    await writeSet(root, SET);
    await writeSet(root, { ...SET, id: 'example-set', example: true });
    const { call, refused } = await openForTest({ questionnaires: root });
    const offered = async () => (await call('questionnaires.list', {})).questionnaires.map(({ id }) => id);
    expect(await offered()).toEqual(['test-set']);
    await call('settings.update', { mode: 'author' });
    expect(await offered()).toEqual(['example-set', 'test-set']);
    await call('settings.update', { mode: 'unit' });
    await call('library.show', { id: 'test-set', version: '1.0.0', shown: false });
    const { lines } = await call('library.show', { id: 'example-set', version: '1.0.0', shown: true });
    expect(lines.map(({ id, shown, example }) => [id, shown, example])).toEqual([
      ['test-set', false, false],
      ['example-set', true, true],
    ]);
    expect(await offered()).toEqual(['example-set']);
    expect((await refused('library.show', { id: 'x', version: '1.0.0', shown: true })).code).toBe(
      'questionnaire.unknown',
    );
  });

  it('removes only what a person added and nobody uses', async () => {
    const root = await emptyRoot();
    await writeSet(root, { ...SET, id: 'shipped-set' });
    const opened = await openForTest({ questionnaires: root });
    const { call, refused } = opened;
    await call('library.add', { files: filesOf(SET) });
    await call('library.add', { files: filesOf({ ...SET, version: '1.1.0' }) });
    await call('organisations.save', COMMUNE);
    await start(opened, 2, '1.0.0');
    expect(await refused('library.remove', { id: 'test-set', version: '1.0.0' })).toMatchObject({
      code: 'questionnaire.in-use',
      params: { uses: 1 },
    });
    expect((await refused('library.remove', { id: 'shipped-set', version: '1.0.0' })).code).toBe(
      'questionnaire.shipped',
    );
    for (const _twice of [1, 2])
      expect((await call('library.remove', { id: 'test-set', version: '1.1.0' })).lines).toHaveLength(2);
  });

  it('says what a newer version changed', async () => {
    const root = await emptyRoot();
    await writeSet(root, SET);
    await writeSet(root, {
      ...definition(
        [group('g', [choice('a', [0, 1, 4]), { ...choice('b2', [0, 2]), formerIds: ['b'] }, choice('c', [0, 1])])],
        { total: { kind: 'sum' } },
      ),
      version: '1.10.0',
    });
    const { call } = await openForTest({ questionnaires: root });
    const detail = await call('library.get', { id: 'test-set', version: '1.10.0' });
    expect(detail.versions).toEqual(['1.10.0', '1.0.0']);
    expect(detail.changed).toMatchObject({ from: '1.0.0', difference: { comparable: 1, newer: 2, dropped: 1 } });
    expect(detail.changed?.difference.items.map(({ itemId, changes }) => [itemId, changes[0]])).toEqual([
      ['a', 'scale'],
      ['b2', 'renamed'],
      ['c', 'added'],
    ]);
    expect((await call('library.get', { id: 'test-set', version: '1.0.0' })).changed).toBeNull();
    expect(await call('library.compare', { id: 'test-set', older: '1.0.0', newer: '1.10.0' })).toEqual(
      detail.changed?.difference,
    );
  });
});

describe('what need not be read twice', () => {
  it('is not read again while the files are the same, and is as soon as one of them changes', async () => {
    const root = await emptyRoot();
    await writeSet(root, SET);
    const storage = lasting();
    const file = join(root, 'test-set/1.0.0/questionnaire.yaml');
    const hash = async () =>
      (await (await openForTest({ questionnaires: root, storage })).call('library.list', {})).lines[0]?.hash;
    const first = await hash();
    const row = storage.library.remembered('test-set/1.0.0');
    expect(await hash()).toBe(first);
    expect(storage.library.remembered('test-set/1.0.0')).toEqual(row);

    // Another comment: read again, the same content; nothing else changed.
    await writeFile(file, `# a comment\n${await readFile(file, 'utf8')}`);
    expect(await hash()).toBe(first);
    expect(storage.library.remembered('test-set/1.0.0')?.digest).not.toBe(row?.digest);
    await writeFile(file, JSON.stringify({ ...SET, minutes: 99 }));
    expect(await hash()).not.toBe(first);
    // A file that breaks is found although the sound one is remembered.
    await writeFile(file, JSON.stringify({ ...SET, minutes: 'many' }));
    const broken = await openForTest({ questionnaires: root, storage });
    expect((await broken.call('library.list', {})).broken).toMatchObject([{ folder: 'test-set/1.0.0' }]);
  });

  it.each(['definition', 'samples', 'vectors', 'seal', 'program', 'digest'] as const)(
    'is not trusted when its %s was changed by other hands',
    async (part) => {
      const root = await emptyRoot();
      await writeSet(root, SET);
      const storage = lasting();
      await (await openForTest({ questionnaires: root, storage })).call('library.list', {});
      const row = storage.library.remembered('test-set/1.0.0');
      if (!row) throw new Error('nothing is remembered');
      const forged = { ...row, [part]: part === 'vectors' ? 77 : row[part].toString().replace(/\d/, '7') + ' ' };
      storage.library.remember(forged);
      const { call } = await openForTest({ questionnaires: root, storage });
      expect((await call('library.list', {})).lines).toMatchObject([{ vectors: 1, minutes: SET.minutes }]);
      expect(storage.library.remembered('test-set/1.0.0')).toEqual(row);
    },
  );

  it('runs vectors once for a content and a version of the program', async () => {
    const root = await emptyRoot();
    await writeSet(root, SET);
    const storage = lasting();
    const asked: boolean[] = [];
    const counting: Storage = {
      ...storage,
      library: {
        ...storage.library,
        // The remembered folder is lost, its vectors are not.
        remembered: () => null,
        vectorsPassed: (hash, program) => {
          asked.push(storage.library.vectorsPassed(hash, program));
          return asked.at(-1) === true;
        },
      },
    };
    for (const _start of [1, 2])
      await (await openForTest({ questionnaires: root, storage: counting })).call('library.list', {});
    expect(asked).toEqual([false, true]);
  });
});

describe('who is assessed, and for which year', () => {
  const scoped = definition(
    [
      group('g', [choice('a', [0, 1]), { ...choice('b', [0, 5]), kinds: ['department'] }]),
      group('h', [
        {
          type: 'indicator',
          id: 'i',
          code: 'i',
          title: { vi: 'i', en: 'i' },
          place: { vi: 'Mục 1', en: 'Part 1' },
          measure: 'number',
          direction: 'higher',
          unit: { vi: 'cái', en: 'pieces' },
          targets: [
            { year: 2024, value: 10 },
            { year: 2026, value: 40 },
          ],
        },
      ]),
    ],
    { total: { kind: 'sum' } },
  );

  it('decides which items count and which target', async () => {
    const root = await emptyRoot();
    await writeSet(root, scoped);
    const opened = await openForTest({ questionnaires: root });
    const { call } = opened;
    await call('organisations.save', COMMUNE);
    expect((await start(opened, 2, '1.0.0', 2024)).summary).toMatchObject({ settled: 0, total: 2 });
    await start(opened, 3, '1.0.0', 2025);
    for (const assessment of [2, 3]) {
      await answer(opened, assessment, 'a', '1');
      await call('answers.save', {
        assessmentId: uuid(assessment),
        itemId: 'i',
        seq: 1,
        answer: { state: 'answered', value: { kind: 'number', number: '20' } },
        note: '',
        explanation: '',
        flagged: false,
        evidence: [],
      });
    }
    const indicator = async (assessment: number) =>
      (await call('results.get', { assessmentId: uuid(assessment) })).indicators[0];
    expect(await indicator(2)).toMatchObject({ itemId: 'i', groupId: 'h', status: 'reached', target: { year: 2024 } });
    expect(await indicator(3)).toMatchObject({ target: { year: 2026, value: '40' }, gap: '20', percentOfTarget: '50' });
    expect((await call('results.get', { assessmentId: uuid(3) })).root).toMatchObject({ total: 2, unanswered: 0 });

    // The unit's own target takes the place of the document's figure, until it is taken back.
    const own = (seq: number, value: { kind: 'number'; number: string } | null) =>
      call('targets.save', { assessmentId: uuid(3), itemId: 'i', seq, value });
    await own(1, { kind: 'number', number: '20' });
    expect(await indicator(3)).toMatchObject({ status: 'reached', target: { value: '20', own: true } });
    await own(2, null);
    expect(await indicator(3)).toMatchObject({ status: 'on-the-way', target: { value: '40', own: false } });

    // Another kind is asked more; the answers stay, and an item that is out of scope keeps what it was given.
    await call('organisations.save', { ...COMMUNE, kind: 'department' });
    expect((await call('assessments.open', { id: uuid(3) })).summary).toMatchObject({ settled: 2, total: 3 });
    await answer(opened, 3, 'b', '5');
    await call('organisations.save', COMMUNE);
    const view = await call('assessments.open', { id: uuid(3) });
    expect(view.summary).toMatchObject({ settled: 2, total: 2 });
    expect(view.records.map(({ itemId }) => itemId).sort()).toEqual(['a', 'b', 'i']);
  });

  it('stays as it was for a finished round, although the organisation becomes another kind', async () => {
    const root = await emptyRoot();
    await writeSet(root, scoped);
    const opened = await openForTest({ questionnaires: root });
    const { call } = opened;
    await call('organisations.save', COMMUNE);
    await start(opened, 2, '1.0.0', 2024);
    await answer(opened, 2, 'a', '1');
    const { root: before } = await call('results.get', { assessmentId: uuid(2) });
    await call('assessments.finish', { id: uuid(2) });
    await call('organisations.save', { ...COMMUNE, kind: 'department' });
    expect((await call('results.get', { assessmentId: uuid(2) })).root).toEqual(before);
    // Opened again it is a draft, and follows the organisation.
    await call('assessments.reopen', { id: uuid(2) });
    expect((await call('results.get', { assessmentId: uuid(2) })).root).toMatchObject({ total: 3 });
  });
});

describe('earlier rounds', () => {
  const NEXT = {
    ...definition([group('g', [choice('a', [0, 1, 4]), { ...choice('b2', [0, 2]), formerIds: ['b'] }])], {
      total: { kind: 'sum' },
    }),
    version: '2.0.0',
  };

  it('of another version give only comparable answers, and never their score', async () => {
    const root = await emptyRoot();
    await writeSet(root, SET);
    await writeSet(root, NEXT);
    const opened = await openForTest({ questionnaires: root });
    const { call } = opened;
    await call('organisations.save', COMMUNE);
    await start(opened, 2, '1.0.0', 2024);
    await answer(opened, 2, 'a', '3');
    await answer(opened, 2, 'b', '2');
    await call('assessments.finish', { id: uuid(2) });
    const { previous } = await start(opened, 3, '2.0.0', 2025);
    const found = { version: '1.0.0', comparable: 1, added: 1, dropped: 1 };
    expect(previous).toMatchObject({ period: { year: 2024 }, break: found });
    expect(previous?.records.map(({ itemId }) => itemId)).toEqual(['b2']);
    const result = await call('results.get', { assessmentId: uuid(3) });
    expect(result.previous).toEqual({ period: { ...YEAR, year: 2024 }, level: null, break: found });
    expect([result.root.previous, result.groups[0]?.previous]).toEqual([null, null]);

    await start(opened, 4, '1.0.0', 2026);
    await call('assessments.finish', { id: uuid(3) });
    expect((await call('assessments.open', { id: uuid(4) })).previous?.break?.version).toBe('2.0.0');
  });

  it('of merged units become means that say where they come from', async () => {
    const root = await emptyRoot();
    await writeSet(root, SET);
    const opened = await openForTest({ questionnaires: root });
    const { call } = opened;
    const old = [11, 12, 13].map((number) => ({ ...COMMUNE, id: uuid(number), name: `Xã cũ ${number}` }));
    for (const [index, unit] of old.entries()) {
      await call('organisations.save', unit);
      if (index === 2) continue;
      await start(opened, 20 + index, '1.0.0', 2024, unit.id);
      await answer(opened, 20 + index, 'a', index === 0 ? '3' : '0');
      await answer(opened, 20 + index, 'b', '2');
      await call('assessments.finish', { id: uuid(20 + index) });
    }
    await call('organisations.save', { ...COMMUNE, predecessors: old.map(({ id }) => id) });
    const { derived, previous } = await start(opened, 2, '1.0.0', 2025);
    expect(previous).toBeNull();
    expect(derived).toMatchObject({ missing: 1, sources: [{ name: 'Xã cũ 11' }, { name: 'Xã cũ 12' }] });
    const figure = (id: string) => derived?.figures.find((entry) => entry.id === id);
    expect(figure('total')).toMatchObject({ value: '7/2', max: '5', percent: '70', of: 2 });
    expect(figure('a')).toMatchObject({ value: '3/2' });
    const result = await call('results.get', { assessmentId: uuid(2) });
    expect([result.previous, result.derived]).toEqual([null, derived]);

    // With a round of its own nothing is derived any more.
    await call('assessments.finish', { id: uuid(2) });
    const later = await start(opened, 3, '1.0.0', 2026);
    expect([later.derived, later.previous?.period.year]).toEqual([null, 2025]);
  });
});
