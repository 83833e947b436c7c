import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../../src/adapters/files/reference.ts';
import { temporaryFolder } from '../temporary.ts';

const SHIPPED = resolve(import.meta.dirname, '../../../reference');

describe('reference data', () => {
  it('that is shipped has the 34 provinces and kinds of both families', async () => {
    const { kinds, provinces } = await readReference(SHIPPED);
    expect(provinces).toHaveLength(34);
    for (const key of ['code', 'name'] as const)
      expect(new Set(provinces.map((province) => province[key])).size).toBe(34);
    expect(new Set(kinds.map((kind) => kind.id)).size).toBe(kinds.length);
    expect(new Set(kinds.map((kind) => kind.family))).toEqual(new Set(['agency', 'enterprise']));
    for (const text of [...provinces.map(({ name }) => name), ...kinds.flatMap(({ name }) => [name.vi, name.en])])
      expect(text).toBe(text.normalize('NFC').trim());
  });

  it('names file and place of what is wrong', async () => {
    const folder = await temporaryFolder();
    await expect(readReference(folder)).rejects.toMatchObject({
      code: 'file.not-found',
      params: { file: join(folder, 'organisation-kinds.yaml') },
    });
    await writeFile(join(folder, 'organisation-kinds.yaml'), '- {id: a, family: agency, name: {vi: A, en: A}}');
    await writeFile(join(folder, 'provinces.yaml'), '- {code: 1, name: A}');
    await expect(readReference(folder)).rejects.toMatchObject({
      code: 'file.unreadable',
      params: { file: join(folder, 'provinces.yaml') },
      problems: [{ path: [0, 'code'], code: 'shape' }],
    });
    await writeFile(join(folder, 'provinces.yaml'), '- {code: "01"\n');
    await expect(readReference(folder)).rejects.toMatchObject({
      code: 'file.unreadable',
      problems: [{ code: 'yaml', params: { line: 2 } }],
    });
  });
});
