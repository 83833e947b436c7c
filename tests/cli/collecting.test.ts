import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../adapters/temporary.ts';
import { cli } from './run.ts';

const made = (folder: string, count: number, format: string, seed = '5'): ReturnType<typeof cli> =>
  cli(
    'sample',
    '--questionnaire',
    'sme-quick',
    '--count',
    String(count),
    '--seed',
    seed,
    '--out',
    folder,
    '--format',
    format,
  );

describe('sample', () => {
  it('gives the same files for the same seed, a longer series beginning like a shorter one', async () => {
    const folder = await temporaryFolder();
    const [a, b, other] = ['a', 'b', 'c'].map((name) => join(folder, name)) as [string, string, string];
    await Promise.all([made(a, 3, 'thuocso'), made(b, 5, 'thuocso'), made(other, 3, 'thuocso', '6')]);
    const first = readdirSync(a).sort();
    expect(first).toHaveLength(3);
    for (const name of first) expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true);
    const [name = ''] = first;
    expect(readFileSync(join(a, name)).equals(readFileSync(join(other, readdirSync(other)[0] ?? '')))).toBe(false);
  });

  it('makes workbooks that are sound, and marked as samples', async () => {
    const folder = await temporaryFolder();
    expect(await made(folder, 2, 'xlsx')).toMatchObject({ code: 0 });
    const { code, out } = await cli('--json', 'verify', folder);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { kind: 'accepted', sound: true },
      { kind: 'accepted', sound: true },
    ]);
  });
});

describe('aggregate and verify', () => {
  it('write tables and the list of outcomes, and tell what is not sound', async () => {
    const folder = await temporaryFolder();
    const [files, out] = [join(folder, 'files'), join(folder, 'out')];
    await made(files, 8, 'json');
    writeFileSync(join(files, 'bad.json'), '{"format":"thuoc-so/result/2"}');
    const ran = await cli('--json', 'aggregate', files, '--out', out, '--format', 'json,csv');
    expect(ran.code).toBe(0);
    const { counts, collections } = JSON.parse(ran.out) as {
      counts: Record<string, number>;
      collections: { aggregate: { n: number } }[];
    };
    expect(counts).toEqual({ accepted: 8, unreadable: 1 });
    expect(collections.map(({ aggregate }) => aggregate.n)).toEqual([8]);
    expect(readdirSync(out).sort()).toEqual([
      'outcomes.csv',
      'sme-quick_1-0-0_year-2025-1.json',
      'sme-quick_1-0-0_year-2025-1.zip',
    ]);
    expect(readFileSync(join(out, 'outcomes.csv'), 'utf8').split('\r\n')).toHaveLength(11);
    const checked = await cli('verify', join(files, 'bad.json'));
    expect(checked.code).toBe(3);
    expect(checked.out).toContain('✗ bad.json');
    expect((await cli('verify', join(folder, 'nothing.xlsx'))).code).toBe(4);
  });
});
