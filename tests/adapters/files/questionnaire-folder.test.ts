import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  listQuestionnaireFolders,
  questionnaireSource,
  readQuestionnaireFolder,
} from '../../../src/adapters/files/questionnaire-folder.ts';
import { readGiven, type ReadWorkbook } from '../../../src/adapters/files/questionnaire-given.ts';
import { temporaryFolder } from '../temporary.ts';

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = join(await temporaryFolder(), 'inner');
  await write(folder, files);
  return folder;
}

const problems = async (folder: string): Promise<string[]> => {
  const source = await readQuestionnaireFolder(folder);
  return 'problems' in source ? source.problems.map(({ path, code }) => `${path.join('/')} ${code}`) : [];
};

describe('a questionnaire folder', () => {
  it('is put together from its files, groups in the stated order, samples by name', async () => {
    const folder = await folderWith({
      'questionnaire.yaml': 'id: x\ngroupFiles: [groups/b.yaml, groups/a.yaml]\n',
      'groups/a.yaml': 'id: a\n',
      'groups/b.yaml': 'id: b\n',
      'vectors.yaml': '[]\n',
      'samples/2.yaml': 'name: two\n',
      'samples/1.yaml': 'name: one\n',
      'samples/readme.txt': 'not a sample',
    });
    expect(await readQuestionnaireFolder(folder)).toEqual({
      folder,
      definition: { id: 'x', groups: [{ id: 'b' }, { id: 'a' }] },
      vectors: [],
      samples: [{ name: 'one' }, { name: 'two' }],
    });
  });

  it('may have its groups inline', async () => {
    const folder = await folderWith({ 'questionnaire.yaml': 'id: x\ngroups: [{id: a}]\n', 'vectors.yaml': '[]' });
    expect(await readQuestionnaireFolder(folder)).toMatchObject({
      definition: { id: 'x', groups: [{ id: 'a' }] },
      samples: [],
    });
  });

  it('names every file that is missing', async () => {
    expect(await problems(await folderWith({ 'x.txt': '' }))).toEqual([
      'questionnaire.yaml file-missing',
      'vectors.yaml file-missing',
    ]);
    const folder = await folderWith({
      'questionnaire.yaml': 'groupFiles: [a.yaml, b.yaml, c.yaml]',
      'vectors.yaml': '[]',
      'b.yaml': 'id: b',
    });
    expect(await problems(folder)).toEqual(['a.yaml file-missing', 'c.yaml file-missing']);
    expect(await problems(join(folder, 'nowhere'))).toHaveLength(2);
  });

  it('names every file that cannot be read, with its line', async () => {
    const folder = await folderWith({
      'questionnaire.yaml': 'groupFiles: [a.yaml, b.yaml, big.yaml]',
      'vectors.yaml': '[]',
      'a.yaml': 'id: a\nid: b\n',
      'big.yaml': `# ${'x'.repeat(2 * 1024 * 1024)}`,
      'samples/s.yaml': 'a: [1',
    });
    await mkdir(join(folder, 'b.yaml'));
    const source = await readQuestionnaireFolder(folder);
    expect(source).toMatchObject({
      problems: [
        { path: ['a.yaml'], code: 'yaml', params: { line: 2, column: 1 } },
        { path: ['b.yaml'], code: 'shape', params: { reason: 'file.unreadable' } },
        { path: ['big.yaml'], code: 'shape', params: { reason: '> 2 MB' } },
        { path: [join('samples', 's.yaml')], code: 'yaml', params: { line: 1 } },
      ],
    });
  });

  it('never reads outside itself', async () => {
    const folder = await folderWith({ 'vectors.yaml': '[]', 'groups/a.yaml': 'id: a' });
    await write(dirname(folder), { 'secret.yaml': 'id: secret', 'inner-too/secret.yaml': 'id: secret' });
    for (const name of [
      '../secret.yaml',
      '../inner-too/secret.yaml',
      'groups/../../secret.yaml',
      join(dirname(folder), 'secret.yaml'),
      '/etc/hostname',
      '..',
      '.',
      '',
    ])
      expect([name, await problems(await again(folder, name))]).toEqual([name, [`${name} file-missing`]]);
    expect(await problems(await again(folder, 'groups/../groups/a.yaml'))).toEqual([]);
  });

  it('leaves a list of files that is none in the definition, where it is refused', async () => {
    for (const list of [
      'groups/a.yaml',
      '[groups/a.yaml, 5]',
      `[${Array.from({ length: 51 }, () => 'groups/a.yaml').join(', ')}]`,
      '{}',
    ]) {
      const folder = await folderWith({
        'questionnaire.yaml': `id: x\ngroupFiles: ${list}\n`,
        'vectors.yaml': '[]',
        'groups/a.yaml': 'id: a',
      });
      const source = await readQuestionnaireFolder(folder);
      expect('definition' in source && Object.keys(source.definition as object)).toEqual(['id', 'groupFiles']);
    }
    const both = await folderWith({
      'questionnaire.yaml': 'groups: []\ngroupFiles: [groups/a.yaml]\n',
      'vectors.yaml': '[]',
      'groups/a.yaml': 'id: a',
    });
    expect(await readQuestionnaireFolder(both)).toMatchObject({
      definition: { groups: [], groupFiles: ['groups/a.yaml'] },
    });
  });

  it('may hold anything; the shape is judged elsewhere', async () => {
    const folder = await folderWith({ 'questionnaire.yaml': '- a list\n', 'vectors.yaml': '' });
    expect(await readQuestionnaireFolder(folder)).toEqual({
      folder,
      definition: ['a list'],
      vectors: null,
      samples: [],
    });
  });
});

/** The same folder with another list of group files. */
async function again(folder: string, name: string): Promise<string> {
  await writeFile(join(folder, 'questionnaire.yaml'), JSON.stringify({ groupFiles: [name] }));
  return folder;
}

describe('files that were handed over', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const given = (files: Record<string, string>, readWorkbook: ReadWorkbook | null = null) =>
    readGiven(
      Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) })),
      readWorkbook,
    );
  const SET = {
    'questionnaire.yaml': 'id: x\ngroupFiles: [groups/a.yaml]',
    'vectors.yaml': '[]',
    'groups/a.yaml': 'id: "Ti\u1ebfng"',
  };

  it.each([
    ['', (name: string) => name],
    ['bo', (name: string) => `bo/${name}`],
    ['tai lieu/bo', (name: string) => `tai lieu/bo/${name}`],
    ['bo', (name: string) => `bo\\${name.replace('/', '\\')}`],
  ])('are a folder, named or not: %j', async (folder, rename) => {
    const files = Object.fromEntries(Object.entries(SET).map(([name, text]) => [rename(name), text.normalize('NFD')]));
    expect(await given({ 'khac.yaml': 'y: 1', ...files })).toEqual({
      folder: folder === '' ? 'khac.yaml' : folder,
      definition: { id: 'x', groups: [{ id: 'Tiếng' }] },
      vectors: [],
      samples: [],
    });
  });

  it('are one workbook', async () => {
    const read: ReadWorkbook = (data) =>
      Promise.resolve(
        data.length === 1 ? { definition: 1, vectors: 2 } : { problems: [{ path: ['A'], code: 'shape' }] },
      );
    expect(await given({ 'bo.XLSX': 'x' }, read)).toEqual({
      folder: 'bo.XLSX',
      definition: 1,
      vectors: 2,
      samples: [],
    });
    expect(await given({ 'bo.xlsx': 'xx' }, read)).toMatchObject({ problems: [{ path: ['A'] }] });
  });

  it.each(['anh.png', 'bo.xlsx', 'bo.thuocso', 'bo'])('are refused by name: %s', async (name) => {
    expect(await given({ [name]: 'x' })).toEqual({ folder: name, problems: [{ path: [name], code: 'file-kind' }] });
  });

  it('are bounded one by one and together', async () => {
    const much = '- a\n'.repeat(20_000);
    const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.yaml`, much]));
    expect(
      await given({ 'questionnaire.yaml': 'groupFiles: [a.yaml, b.yaml, c.yaml]', 'vectors.yaml': '[]', ...files }),
    ).toMatchObject({ problems: [{ path: ['c.yaml'], code: 'shape', params: { reason: '> 100000 values' } }] });
    const big = 'x'.repeat(2 * 1024 * 1024 + 1);
    expect(await given({ 'questionnaire.yaml': big, 'vectors.yaml': '[]' })).toMatchObject({
      problems: [{ path: ['questionnaire.yaml'], code: 'shape', params: { reason: '> 2 MB' } }],
    });
  });
});

describe('a root of questionnaire folders', () => {
  it('is <id>/<version>, in name order', async () => {
    const root = await temporaryFolder();
    await write(root, { 'b/1.0.0/x': '', 'a/2.0.0/x': '', 'a/1.0.0/x': '', 'file.txt': '', 'a/file.txt': '' });
    expect(await listQuestionnaireFolders(root)).toEqual([
      join(root, 'a', '1.0.0'),
      join(root, 'a', '2.0.0'),
      join(root, 'b', '1.0.0'),
    ]);
    expect(await listQuestionnaireFolders(join(root, 'nowhere'))).toEqual([]);
  });

  it('names folders relative to itself', async () => {
    const root = await temporaryFolder();
    await write(root, { 'a/1.0.0/questionnaire.yaml': 'id: a', 'a/1.0.0/vectors.yaml': '[]', 'b/1.0.0/x': '' });
    const source = questionnaireSource(root);
    expect(await source.list()).toEqual(['a/1.0.0', 'b/1.0.0']);
    const read = async (folder: string) => (await source.open(folder))?.parse();
    expect(await read('a/1.0.0')).toEqual({ folder: 'a/1.0.0', definition: { id: 'a' }, vectors: [], samples: [] });
    expect(await read('b/1.0.0')).toMatchObject({ folder: 'b/1.0.0', problems: [{ code: 'file-missing' }, {}] });
    for (const nowhere of ['a/9.9.9', '../a', '..', '.', '', '/etc']) expect(await source.open(nowhere)).toBeNull();
  });

  it('has a digest that changes with every file, and only then', async () => {
    const root = await temporaryFolder();
    await write(root, { 'a/1.0.0/questionnaire.yaml': 'id: a', 'a/1.0.0/vectors.yaml': '[]' });
    const digest = async () => (await questionnaireSource(root).open('a/1.0.0'))?.digest;
    const seen = [await digest()];
    expect(await digest()).toBe(seen[0]);
    const changes: Record<string, string>[] = [
      { 'a/1.0.0/questionnaire.yaml': 'id: b' },
      { 'a/1.0.0/groups/one.yaml': '' },
      { 'a/1.0.0/samples/one.yaml': 'x: 1' },
      { 'a/1.0.0/vectors.yaml': '[ ]' },
    ];
    for (const files of changes) {
      await write(root, files);
      seen.push(await digest());
    }
    expect(new Set(seen).size).toBe(seen.length);
    await write(root, { 'a/1.0.0/picture.png': 'no data' });
    expect(await digest()).toBe(seen.at(-1));
  });

  it('does not follow links out of itself', async () => {
    const [root, outside] = [await temporaryFolder(), await temporaryFolder()];
    await write(outside, { '1.0.0/questionnaire.yaml': 'id: a', '1.0.0/vectors.yaml': '[]' });
    await symlink(outside, join(root, 'linked'));
    expect(await listQuestionnaireFolders(root)).toEqual([]);
  });
});
