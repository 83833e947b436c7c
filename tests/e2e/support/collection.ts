/** Result files of many units, made by the program itself, and a collection of them. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client.ts';
import { CLI, makeFolder, removeFolder } from './project.ts';

/** Sample workbooks of gov-maturity-5 for 2025. @returns their folder, to be removed by the caller */
export function makeResultFiles(count: number, format: 'xlsx' | 'json' = 'xlsx'): string {
  const folder = makeFolder();
  const sample = ['sample', '--questionnaire', 'gov-maturity-5', '--count', String(count), '--seed', '7'];
  execFileSync(process.execPath, [CLI, ...sample, '--format', format, '--out', folder]);
  return folder;
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/** What the sample files say: codes count up from here. */
export const FIRST_CODE = 90_000;

export interface CollectionIds {
  readonly collection: string;
  /** Number of a result that counts. */
  readonly unit: number;
}

/** A collection with results of twelve units, one of them not in the list, one unit missing, and a file that is none. */
export async function addCollection(client: Client): Promise<CollectionIds> {
  const folder = makeResultFiles(12, 'json');
  const [collection, source, run] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  try {
    const contents = filesIn(folder).map((path) => readFileSync(path));
    const named = contents.map(
      (bytes) => (JSON.parse(bytes.toString('utf8')) as { organisation: { name: string } }).organisation.name,
    );
    await client.ask('collections.save', {
      id: collection,
      name: 'Đánh giá cấp xã tỉnh A',
      questionnaireId: 'gov-maturity-5',
      questionnaireVersion: '1.0.0',
      period: { kind: 'year', year: 2025, number: 1 },
      notes: '',
      units: [...named.slice(0, -1), 'UBND xã Vĩnh Lợi'].map((name, index) => ({
        id: crypto.randomUUID(),
        name,
        code: '',
        group: index % 2 === 0 ? 'Cụm 1' : 'Cụm 2',
        tags: index === 0 ? ['vùng cao'] : [],
        province: '',
        note: '',
      })),
    });
    const upload = (file: number, name: string, bytes: Buffer): Promise<unknown> =>
      client.ask('collections.upload', { source, file, name, at: 0, base64: bytes.toString('base64') });
    for (const [file, bytes] of contents.entries()) await upload(file, `ket-qua-${file + 1}.json`, bytes);
    await upload(contents.length, 'ghi chú.txt', Buffer.from('không phải kết quả'));
    await client.ask('collections.import', { run, source, collectionId: collection, language: 'vi' });
    await client.ask('collections.await', { run });
  } finally {
    removeFolder(folder);
  }
  const { units } = await client.ask('collections.overview', { id: collection, filter: {} });
  return { collection, unit: units[0]?.result ?? 0 };
}
