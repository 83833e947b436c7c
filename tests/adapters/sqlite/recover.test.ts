/** Real databases, really damaged: a way out each time, and what was there is never lost. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_NAME } from '../../../src/adapters/sqlite/open.ts';
import { goodBackups, recoverBySalvage, recoverFromBackup, startAnew } from '../../../src/adapters/sqlite/recover.ts';
import { openStorage } from '../../../src/adapters/sqlite/storage.ts';
import type { Storage } from '../../../src/core/ports.ts';
import { temporaryFolder } from '../temporary.ts';
import { AT, fill, record } from './rows.ts';

const LATER = '2026-02-01T00:00:00.000Z';

/** Data with a good backup and something newer than it. */
async function data(): Promise<{ folder: string; file: string; backup: string; sound: Buffer }> {
  const folder = await temporaryFolder();
  const storage = openStorage(folder);
  fill(storage);
  const { name } = await storage.backups.make(AT, 'daily');
  storage.answers.save('a1', { ...record('x', 61, '4'), note: 'sau bản sao lưu' }, LATER);
  storage.close();
  const file = join(folder, DATABASE_NAME);
  return { folder, file, backup: name, sound: await readFile(file) };
}

function open(folder: string): Storage {
  const storage = openStorage(folder);
  onTestFinished(() => storage.close());
  return storage;
}

const PAGE = 4096;

describe('a damaged database', () => {
  it('loses no answers with the page that named the organisation', async () => {
    for (const withBackup of [true, false]) {
      const { folder, file, sound } = await data();
      if (!withBackup) await rm(join(folder, 'backups'), { recursive: true });
      const at = sound.indexOf('UBND xã Trường Đông');
      const page = Math.floor(at / PAGE) * PAGE;
      const damaged = Buffer.from(sound);
      damaged.fill(0xff, page, page + PAGE);
      await writeFile(file, damaged);
      const { report } = await recoverBySalvage(folder, LATER);
      expect(report).toMatchObject({ organisations: 1, assessments: 1, answers: 3, lent: withBackup ? 1 : 0 });
      const storage = open(folder);
      expect(storage.answers.find('a1', 'x')?.note).toBe('sau bản sao lưu');
      expect(storage.organisations.list()[0]?.name).toBe(withBackup ? 'UBND xã Trường Đông' : '? o1');
    }
  });

  it('gives way to the newest good backup, and is kept as it was', async () => {
    const { folder, file, backup, sound } = await data();
    const damaged = Buffer.from(sound);
    damaged.fill(0xa5, PAGE, PAGE * 2);
    await writeFile(file, damaged);
    expect(() => openStorage(folder)).toThrow(expect.objectContaining({ code: 'storage.corrupt' }) as Error);
    expect(await goodBackups(folder)).toMatchObject([{ name: backup, inside: { answers: 3 } }]);
    const aside = await recoverFromBackup(folder, backup, LATER);
    expect((await readFile(join(aside ?? '', DATABASE_NAME))).equals(damaged)).toBe(true);
    const storage = open(folder);
    expect(storage.answers.list('a1').map(({ seq }) => seq)).toEqual([60, 60, 60]);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('does not offer a backup that is damaged too', async () => {
    const { folder, backup } = await data();
    const file = join(folder, 'backups', backup);
    const bytes = await readFile(file);
    const at = bytes.indexOf('ghi chú');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect(await goodBackups(folder)).toEqual([]);
    await expect(recoverFromBackup(folder, backup, LATER)).rejects.toMatchObject({ code: 'backup.unknown' });
  });

  it('salvages from any single broken page what it can, and never invents an answer', async () => {
    const { folder, file, sound } = await data();
    const storage = openStorage(folder);
    const known = new Map(storage.answers.list('a1').map((stored) => [stored.itemId, JSON.stringify(stored)]));
    storage.close();
    let whole = 0;
    let unreadable = 0;
    const pages = Math.floor(sound.length / PAGE);
    for (let page = 0; page < pages; page += 3) {
      const damaged = Buffer.from(sound);
      damaged.fill(0xff, page * PAGE, page * PAGE + PAGE);
      await writeFile(file, damaged);
      try {
        const { report } = await recoverBySalvage(folder, LATER);
        const saved = openStorage(folder);
        for (const stored of saved.answers.list('a1')) expect(JSON.stringify(stored)).toBe(known.get(stored.itemId));
        expect(saved.backups.health()).toBe('ok');
        if (report.answers === 3 && report.incomplete.length === 0) whole += 1;
        // What is missing is told.
        else expect(report.incomplete.length + report.dropped).toBeGreaterThan(0);
        saved.close();
      } catch (error) {
        expect(error).toMatchObject({ code: 'recovery.unreadable' });
        expect((await readFile(file)).equals(damaged)).toBe(true);
        unreadable += 1;
      }
      await writeFile(file, sound);
    }
    expect(whole).toBeGreaterThan(0);
    expect(unreadable).toBeLessThan(pages / 3 / 4);
  });

  it('half of it, or a text in its place, can be set aside for empty data', async () => {
    for (const damage of ['half', 'text']) {
      const { folder, file, sound } = await data();
      if (damage === 'half') await truncate(file, Math.floor(sound.length / 2));
      else await writeFile(file, 'không phải dữ liệu '.repeat(100));
      const before = await readFile(file);
      expect(() => openStorage(folder)).toThrow(expect.objectContaining({ code: 'storage.corrupt' }) as Error);
      const aside = startAnew(folder, LATER);
      expect((await readFile(join(aside ?? '', DATABASE_NAME))).equals(before)).toBe(true);
      expect(open(folder).assessments.list()).toEqual([]);
    }
  });
});
