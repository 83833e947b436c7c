import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planLibrary } from '../../../src/adapters/files/plan-templates.ts';
import { temporaryFolder } from '../temporary.ts';

const SHIPPED = resolve(import.meta.dirname, '../../../reference');

describe('data about plans', () => {
  it('that is shipped has task lists and the four criteria, in composed text', async () => {
    const { templates, indexes, samples } = await planLibrary(SHIPPED).load();
    expect(templates.map(({ kind }) => kind)).toContain('tasks');
    const [selection] = templates.filter((template) => template.kind === 'selection');
    expect(selection?.criteria).toHaveLength(4);
    expect(indexes.length).toBeGreaterThan(3);
    expect(samples).toContainEqual(expect.objectContaining({ year: 2019, value: '0.4582', rank: 25, of: 63 }));
    const text = JSON.stringify([templates, indexes, samples]);
    expect(text).toBe(text.normalize('NFC'));
  });

  it('names file and place of what is wrong, and is read again once it is right', async () => {
    const folder = await temporaryFolder();
    const library = planLibrary(folder);
    await expect(library.load()).rejects.toMatchObject({
      code: 'file.not-found',
      params: { file: join(folder, 'indexes.yaml') },
    });
    await writeFile(join(folder, 'indexes.yaml'), 'names: []\nsamples: []\n');
    expect(await library.load()).toEqual({ templates: [], indexes: [], samples: [] });
    const place = join(folder, 'plan-templates');
    await mkdir(place);
    await writeFile(join(place, 'broken.yaml'), 'format: thuoc-so/plan-template/1\nkind: tasks\n');
    await expect(planLibrary(folder).load()).rejects.toMatchObject({
      code: 'file.unreadable',
      params: { file: join(place, 'broken.yaml') },
      problems: expect.arrayContaining([expect.objectContaining({ path: ['groups'], code: 'missing' })]) as unknown,
    });
  });

  it('gives no id twice within a list', async () => {
    const folder = await temporaryFolder();
    const place = join(folder, 'plan-templates');
    await mkdir(place);
    await writeFile(join(folder, 'indexes.yaml'), 'names: []\nsamples: []\n');
    const task = '{ id: a, text: { vi: A } }';
    await writeFile(
      join(place, 'twice.yaml'),
      `format: thuoc-so/plan-template/1
id: twice
kind: tasks
title: { vi: A }
source: { number: 1/QĐ, date: "2021", issuer: { vi: A }, title: { vi: A }, place: { vi: A }, status: unknown }
note: { vi: A }
groups: [{ id: g, title: { vi: A }, tasks: [${task}, ${task}] }]
`,
    );
    await expect(planLibrary(folder).load()).rejects.toMatchObject({
      problems: [{ code: 'shape', params: { reason: 'id used twice: a' } }],
    });
  });
});
