import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMemory, parseMemory } from '../../src/main/memory.ts';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';

const EMPTY = { bounds: null, maximized: false, exportFolder: null, dataFolder: null, language: 'vi' };
let folder = '';
beforeEach(() => (folder = makeFolder()));
afterEach(() => removeFolder(folder));

test('what was remembered is there after a restart', async () => {
  const file = join(folder, 'profile', 'desktop.json');
  const memory = await openMemory(file);
  expect(memory.current()).toEqual(EMPTY);
  memory.update({ maximized: true });
  memory.update({ exportFolder: 'D:\\Báo cáo' });
  await memory.settled();
  expect((await openMemory(file)).current()).toEqual({ ...EMPTY, maximized: true, exportFolder: 'D:\\Báo cáo' });
});

test.each(['', '{', 'null', '[]', '"text"', '\u0000'])('a damaged file %j counts as empty', (text) => {
  expect(parseMemory(text)).toEqual(EMPTY);
});

test('a value that cannot be used is forgotten alone', () => {
  const text = JSON.stringify({ bounds: { x: 'left' }, maximized: 1, language: 'en', exportFolder: '/x', other: 1 });
  expect(parseMemory(text)).toEqual({
    bounds: null,
    maximized: false,
    language: 'en',
    exportFolder: '/x',
    dataFolder: null,
  });
});

test('a file that cannot be written disturbs nobody', async () => {
  const file = join(folder, 'desktop.json');
  await mkdir(file);
  const memory = await openMemory(file);
  memory.update({ language: 'en' });
  await memory.settled();
  expect(memory.current().language).toBe('en');
});

test('the file is readable text', async () => {
  const file = join(folder, 'desktop.json');
  await writeFile(file, 'old');
  const memory = await openMemory(file);
  memory.update({ bounds: { x: 1, y: 2, width: 1100, height: 600 } });
  await memory.settled();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ bounds: { width: 1100 } });
});
