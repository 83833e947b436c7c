import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  listQuestionnaireFolders,
  questionnaireSource,
  readQuestionnaireFolder,
} from '../../../src/adapters/files/questionnaire-folder.ts';
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
    const folders = await questionnaireSource(root).list();
    expect(folders.map(({ folder }) => folder)).toEqual([join('a', '1.0.0'), join('b', '1.0.0')]);
    expect(folders.map((entry) => 'problems' in entry)).toEqual([false, true]);
  });

  it('does not follow links out of itself', async () => {
    const [root, outside] = [await temporaryFolder(), await temporaryFolder()];
    await write(outside, { '1.0.0/questionnaire.yaml': 'id: a', '1.0.0/vectors.yaml': '[]' });
    await symlink(outside, join(root, 'linked'));
    expect(await listQuestionnaireFolders(root)).toEqual([]);
  });
});
