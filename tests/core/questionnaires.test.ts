import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import { choice, definition, group } from '../domain/definition.ts';
import { COMMUNE, openForTest, ROOT, uuid } from './application.ts';

const REF = { questionnaireId: 'test-set', questionnaireVersion: '1.0.0' };
const YEAR = { kind: 'year', year: 2025, number: 1 } as const;

/** A root with the folder test-set/1.0.0 in it; JSON is YAML. */
async function rootWith(
  raw: unknown,
  vectors: unknown = [{ name: 'empty', expect: { level: null } }],
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'thuoc-so-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await writeSet(root, 'test-set/1.0.0', raw, vectors);
  return root;
}

async function writeSet(
  root: string,
  folder: string,
  raw: unknown,
  vectors: unknown = [{ name: 'empty', expect: { level: null } }],
): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, 'questionnaire.yaml'), JSON.stringify(raw));
  await writeFile(join(root, folder, 'vectors.yaml'), JSON.stringify(vectors));
}

const SET = definition(
  [group('g', [choice('a', [-1, '-0.5', 0, 3])]), group('h', [choice('b', [0, 1])], { scored: false })],
  {
    total: { kind: 'sum' },
    beside: ['mean', 'lowest'],
  },
);

describe('questionnaires over time', () => {
  it('an assessment stays on the definition that it was started with', async () => {
    const root = await rootWith(SET);
    const storage = openStorage(null);
    const opened = await openForTest({ questionnaires: root, storage: { ...storage, close: () => undefined } });
    await opened.call('organisations.save', COMMUNE);
    await opened.call('assessments.start', { id: uuid(2), organisationId: COMMUNE.id, ...REF, period: YEAR });
    const before = await opened.call('questionnaires.get', { id: 'test-set', version: '1.0.0' });

    // The folder changes without a new version number, and the program starts again.
    await writeSet(root, 'test-set/1.0.0', { ...SET, minutes: 99 });
    const again = await openForTest({ questionnaires: root, storage });
    expect(await again.call('questionnaires.get', { id: 'test-set', version: '1.0.0' })).toEqual(before);
    expect((await again.call('assessments.open', { id: uuid(2) })).summary.questionnaireTitle.vi).toBe('Test');
    await again.call('answers.save', {
      assessmentId: uuid(2),
      itemId: 'a',
      seq: 1,
      answer: { state: 'answered', value: { kind: 'option', option: 'minus-1-2' } },
      note: '',
      explanation: '',
      flagged: false,
      evidence: [],
    });
    expect(
      await again.refused('assessments.start', {
        id: uuid(3),
        organisationId: COMMUNE.id,
        ...REF,
        period: { ...YEAR, year: 2026 },
      }),
    ).toMatchObject({
      code: 'questionnaire.changed',
      params: { id: 'test-set', version: '1.0.0' },
    });
    expect(await again.call('assessments.list', {})).toHaveLength(1);
    expect(await again.call('results.get', { assessmentId: uuid(2) })).toMatchObject({
      root: { value: '-1/2', max: '3' },
    });

    // A new version goes beside the old one; a new start is possible.
    await writeSet(root, 'test-set/1.1.0', { ...SET, version: '1.1.0', minutes: 99 });
    const later = await openForTest({ questionnaires: root, storage: { ...storage, close: () => undefined } });
    await later.call('assessments.start', {
      id: uuid(3),
      organisationId: COMMUNE.id,
      questionnaireId: 'test-set',
      questionnaireVersion: '1.1.0',
      period: { ...YEAR, year: 2026 },
    });
    expect((await later.call('assessments.list', {})).map((entry) => entry.questionnaireVersion).sort()).toEqual([
      '1.0.0',
      '1.1.0',
    ]);

    // The folders may even be gone.
    await rename(root, `${root}-gone`);
    await mkdir(root);
    onTestFinished(() => rm(`${root}-gone`, { recursive: true }));
    const alone = await openForTest({ questionnaires: root, storage: { ...storage, close: () => undefined } });
    expect((await alone.call('results.get', { assessmentId: uuid(2) })).root.value).toBe('-1/2');
    expect(
      (
        await alone.refused('assessments.start', {
          id: uuid(4),
          organisationId: COMMUNE.id,
          ...REF,
          period: { ...YEAR, year: 2027 },
        })
      ).code,
    ).toBe('questionnaire.unknown');
  });

  it('have the same hash whatever the order of fields and the comments', async () => {
    const one = await openForTest({ questionnaires: await rootWith(SET) });
    const root = await rootWith(Object.fromEntries(Object.entries(SET).reverse()));
    await writeFile(
      join(root, 'test-set/1.0.0/questionnaire.yaml'),
      `# another comment\n${await readFile(join(root, 'test-set/1.0.0/questionnaire.yaml'), 'utf8')}\n`,
    );
    const other = await openForTest({ questionnaires: root });
    const hash = async ({ call }: typeof one): Promise<string> =>
      (await call('questionnaires.get', { id: 'test-set', version: '1.0.0' })).hash;
    expect(await hash(other)).toBe(await hash(one));
  });

  it('print mean and lowest over the scored groups that have a value, whatever joins the total', async () => {
    const groups = ['g', 'h', 'i'].map((id) => group(id, [choice(`${id}1`, [0, 2, 5])]));
    const root = await rootWith(
      definition([...groups, group('j', [choice('j1', [0, 9])], { scored: false })], {
        unanswered: 'exclude',
        beside: ['mean', 'lowest'],
      }),
    );
    const { call } = await openForTest({ questionnaires: root });
    await call('organisations.save', COMMUNE);
    await call('assessments.start', { id: uuid(2), organisationId: COMMUNE.id, ...REF, period: YEAR });
    const beside = async (): Promise<unknown> => (await call('results.get', { assessmentId: uuid(2) })).beside;
    expect(await beside()).toEqual([]);
    for (const [itemId, option] of [
      ['g1', '5'],
      ['h1', '2'],
      ['j1', '0'],
    ] as const)
      await call('answers.save', {
        assessmentId: uuid(2),
        itemId,
        seq: 1,
        answer: { state: 'answered', value: { kind: 'option', option } },
        note: '',
        explanation: '',
        flagged: false,
        evidence: [],
      });
    expect(await beside()).toEqual([
      { kind: 'mean', value: '7/2', groupIds: [] },
      { kind: 'lowest', value: '2', groupIds: ['h'] },
    ]);
  });
});

describe('questionnaires that cannot be used', () => {
  it('are listed with their problems and take no other down with them', async () => {
    const root = await rootWith(SET);
    await writeSet(root, 'broken/1.0.0', { ...SET, id: 'broken', minutes: 'many' });
    await writeSet(root, 'failing/1.0.0', { ...SET, id: 'failing' }, [{ name: 'wrong', expect: { level: 4 } }]);
    await writeSet(root, 'my-test-set/1.0.0', SET);
    await writeSet(root, 'test-set/2.0.0', SET);
    await mkdir(join(root, 'empty/1.0.0'), { recursive: true });
    await mkdir(join(root, 'odd/1.0.0/questionnaire.yaml'), { recursive: true });
    await writeFile(join(root, 'odd/1.0.0/vectors.yaml'), '[]');
    await mkdir(join(root, 'huge/1.0.0'), { recursive: true });
    await writeFile(join(root, 'huge/1.0.0/questionnaire.yaml'), `# ${'x'.repeat(2 * 1024 * 1024)}`);
    await writeFile(join(root, 'huge/1.0.0/vectors.yaml'), '[]');
    const { call, refused, reported } = await openForTest({ questionnaires: root });
    const { questionnaires, broken } = await call('questionnaires.list', {});
    expect(questionnaires.map((entry) => entry.id)).toEqual(['test-set']);
    expect(
      Object.fromEntries(
        broken.map(({ folder, problems }) => [folder, problems.map(({ path, code }) => `${path.join('.')} ${code}`)]),
      ),
    ).toEqual({
      'broken/1.0.0': ['minutes shape'],
      'empty/1.0.0': ['questionnaire.yaml file-missing', 'vectors.yaml file-missing'],
      'failing/1.0.0': ['vectors.0.expect vector-failed'],
      'huge/1.0.0': ['questionnaire.yaml shape'],
      'my-test-set/1.0.0': ['id folder-name'],
      'odd/1.0.0': ['questionnaire.yaml shape'],
      'test-set/2.0.0': ['id folder-name'],
    });
    expect(await refused('questionnaires.get', { id: 'broken', version: '1.0.0' })).toMatchObject({
      code: 'questionnaire.invalid',
      params: { folder: 'broken/1.0.0' },
      problems: [{ path: ['minutes'], code: 'shape' }],
    });
    expect((await refused('questionnaires.get', { id: 'set', version: '1.0.0' })).code).toBe('questionnaire.unknown');
    expect(reported).toEqual([]);
  });

  it('stay unusable even when their sample alone is wrong, for samples only', async () => {
    const root = await rootWith(SET);
    await mkdir(join(root, 'test-set/1.0.0/samples'));
    await writeFile(join(root, 'test-set/1.0.0/samples/one.yaml'), 'format: thuoc-so/answers/1\n');
    const { call, refused } = await openForTest({ questionnaires: root });
    expect((await call('questionnaires.list', {})).questionnaires).toHaveLength(1);
    expect((await refused('samples.add', {})).code).toBe('file.unreadable');
    expect(await call('assessments.list', {})).toEqual([]);
  });

  it('do not hide the shipped ones: a copy of the shipped folder loads the same', async () => {
    const root = await mkdtemp(join(tmpdir(), 'thuoc-so-'));
    onTestFinished(() => rm(root, { recursive: true }));
    await cp(join(ROOT, 'questionnaires/gov-maturity-5'), join(root, 'gov-maturity-5'), { recursive: true });
    const copy = await openForTest({ questionnaires: root });
    const shipped = await openForTest();
    expect((await copy.call('questionnaires.list', {})).questionnaires[0]).toEqual(
      (await shipped.call('questionnaires.list', {})).questionnaires.find((entry) => entry.id === 'gov-maturity-5'),
    );
  });
});

describe('answer sheets as assessments', () => {
  const sheet = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    format: 'thuoc-so/answers/1',
    questionnaire: { id: 'test-set', version: '1.0.0' },
    organisation: { name: 'Đơn vị mẫu', kind: 'commune', province: '80' },
    period: YEAR,
    answers: { a: 3, b: { value: 1, evidence: ['one'] } },
    evidence: [{ id: 'one', type: 'Báo cáo', number: '1' }],
    ...more,
  });

  it('are stored whole, with evidence under ids of their own', async () => {
    const { application, call } = await openForTest({ questionnaires: await rootWith(SET) });
    const id = await application.addSheet(sheet(), 'phieu.yaml', true);
    const view = await call('assessments.open', { id });
    expect(view.summary).toMatchObject({ state: 'finished', settled: 1, total: 1, sample: false });
    expect(view.evidence).toHaveLength(1);
    expect(view.evidence[0]?.id).not.toBe('one');
    expect(view.records.find((record) => record.itemId === 'b')?.evidence).toEqual([view.evidence[0]?.id]);
    const later = await application.addSheet(sheet({ period: { ...YEAR, year: 2026 } }), 'phieu.yaml', false);
    expect(await call('organisations.list', {})).toHaveLength(1);
    expect((await call('assessments.open', { id: later })).previous?.period.year).toBe(2025);
  });

  it.each<[string, Record<string, unknown>, object]>([
    [
      'another version',
      { questionnaire: { id: 'test-set', version: '2.0.0' } },
      { code: 'questionnaire.unknown', params: { id: 'test-set', version: '2.0.0' } },
    ],
    [
      'an unknown item',
      { answers: { x: 1 } },
      {
        code: 'file.unreadable',
        params: { file: 'phieu.yaml' },
        problems: [{ path: ['answers', 'x'], code: 'unknown-item', params: { id: 'x' } }],
      },
    ],
    ['another format', { format: 'x' }, { code: 'file.unreadable', problems: [{ path: ['format'] }] }],
    [
      'an unknown kind',
      { organisation: { name: 'A', kind: 'planet' } },
      { code: 'file.unreadable', problems: [{ path: ['organisation', 'kind'], code: 'unknown-option' }] },
    ],
    [
      'an unknown province',
      { organisation: { name: 'A', kind: 'commune', province: '99' } },
      { code: 'file.unreadable', problems: [{ path: ['organisation', 'province'] }] },
    ],
    [
      'no name',
      { organisation: { name: ' ', kind: 'commune' } },
      { code: 'file.unreadable', problems: [{ path: ['organisation', 'name'] }] },
    ],
  ])('are refused for %s, and nothing is stored', async (_name, more, error) => {
    const { application, call } = await openForTest({ questionnaires: await rootWith(SET) });
    await expect(application.addSheet(sheet(more), 'phieu.yaml', true)).rejects.toMatchObject(error);
    expect(await call('assessments.list', {})).toEqual([]);
    expect(await call('organisations.list', {})).toEqual([]);
  });

  it('are refused for a period that is there already', async () => {
    const { application, call } = await openForTest({ questionnaires: await rootWith(SET) });
    const id = await application.addSheet(sheet(), 'phieu.yaml', true);
    await expect(application.addSheet(sheet({ answers: { a: 0 } }), 'phieu.yaml', true)).rejects.toMatchObject({
      code: 'assessment.exists',
      params: { id },
    });
    expect(await call('assessments.list', {})).toHaveLength(1);
  });
});
