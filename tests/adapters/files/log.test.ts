import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { defaultDataFolder } from '../../../src/adapters/system/data-folder.ts';
import { createErrorLog } from '../../../src/adapters/system/log.ts';
import { temporaryFolder } from '../temporary.ts';

const AT = '2026-01-01T00:00:00.000Z';
const KILOBYTE = 1024;
const entries = async (file: string): Promise<Record<string, string>[]> =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

describe('the error log', () => {
  it('keeps one line for each error, under the reference that the person sees', async () => {
    const folder = join(await temporaryFolder(), 'nhật ký');
    const report = createErrorLog(folder, () => AT);
    const refs = [
      report(new Error('một\nhai', { cause: new Error('vì ba') }), { method: 'answers.save' }),
      report('lạ', {}),
      report(undefined, {}),
    ];
    const written = await entries(join(folder, 'errors.log'));
    expect(written.map(({ at, ref, method }) => [at, ref, method])).toEqual([
      [AT, refs[0], 'answers.save'],
      [AT, refs[1], undefined],
      [AT, refs[2], undefined],
    ]);
    expect(written[0]?.['detail']).toMatch(/^Error: một\nhai\n {4}at /);
    expect([written[1]?.['detail'], written[2]?.['detail']]).toEqual(["'lạ'", 'undefined']);
    // The first reason is told too.
    expect(written[0]?.['detail']).toContain('[cause]: Error: vì ba');
    expect(new Set(refs).size).toBe(3);
    for (const ref of refs) expect(ref).toMatch(/^[0-9a-f]{8}$/);
  });

  it('never grows beyond two files of half a megabyte', async () => {
    const folder = await temporaryFolder();
    const report = createErrorLog(folder, () => AT);
    for (let index = 0; index < 150; index += 1) report(new Error(`${index} ${'x'.repeat(20 * KILOBYTE)}`), {});
    expect((await readdir(folder)).sort()).toEqual(['errors.1.log', 'errors.log']);
    for (const name of await readdir(folder))
      expect((await stat(join(folder, name))).size).toBeLessThan(550 * KILOBYTE);
    const [older, newer] = [await entries(join(folder, 'errors.1.log')), await entries(join(folder, 'errors.log'))];
    const numbers = [...older, ...newer].map(({ detail }) => Number(/^Error: (\d+) /.exec(detail ?? '')?.[1]));
    expect(numbers.at(-1)).toBe(149);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] as number) + index));
  });

  it('never stops the program when it cannot be written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'tệp'), 'x');
    await mkdir(join(folder, 'errors.log'));
    const printed: string[] = [];
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    try {
      const refs = [join(folder, 'tệp'), folder, null].map((place) =>
        createErrorLog(place, () => AT)(new Error('hỏng'), {}),
      );
      expect(printed.map((line) => (JSON.parse(line) as { ref: string }).ref)).toEqual(refs);
    } finally {
      stderr.mockRestore();
    }
  });
});

describe('the data folder', () => {
  it('is where each system keeps such things, unless another is named', () => {
    expect(defaultDataFolder('linux', {})).toBe(join(homedir(), '.local', 'share', 'thuoc-so', 'data'));
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/x' })).toBe(join('/x', 'thuoc-so', 'data'));
    expect(defaultDataFolder('win32', { APPDATA: 'C:\\A' })).toBe(join('C:\\A', 'ThuocSo', 'data'));
    expect(defaultDataFolder('win32', {})).toBe(join(homedir(), 'AppData', 'Roaming', 'ThuocSo', 'data'));
    expect(defaultDataFolder('darwin', {})).toBe(join(homedir(), 'Library', 'Application Support', 'ThuocSo', 'data'));
    expect(defaultDataFolder('win32', { THUOC_SO_DATA: 'D:\\data', APPDATA: 'C:\\A' })).toBe('D:\\data');
  });
});
