/** Backups: only a copy that was proven whole gets its name, and nothing foreign or damaged passes as one. */
import Database from 'better-sqlite3';
import { randomInt } from 'node:crypto';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupDatabase, inspectBackup } from '../../../src/adapters/sqlite/backup.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { readSeal, seal } from '../../../src/adapters/sqlite/seal.ts';
import { temporaryFolder } from '../temporary.ts';

const AT = '2026-11-22T08:00:00.000Z';

/** A database with so many organisations, in a folder of its own. */
async function filled(organisations: number): Promise<{ db: Database.Database; folder: string; file: string }> {
  const folder = await temporaryFolder();
  const db = openDatabase(folder);
  const add = db.prepare(
    `INSERT INTO organisation (id, name, search, kind, code, province, address, contact, sample, created_at, updated_at)
     VALUES (?, ?, ?, 'commune', '', '80', '', '', 0, ?, ?)`,
  );
  db.transaction(() => {
    for (let index = 0; index < organisations; index += 1)
      add.run(`o${index}`, `Xã số ${index}`, `xa so ${index}`, AT, AT);
  })();
  return { db, folder, file: join(folder, 'copy.thuocso-backup') };
}

describe('a backup', () => {
  it('is one sound file with everything in it, made while the database is in use', async () => {
    const { db, folder, file } = await filled(500);
    const made = backupDatabase(db, file);
    db.prepare('UPDATE organisation SET contact = ? WHERE id = ?').run('changed meanwhile', 'o1');
    const backup = await made;
    expect(backup).toMatchObject({ file, organisations: 500, assessments: 0, answers: 0, latest: null });
    expect(backup.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(inspectBackup(file)).toMatchObject({ organisations: 500 });
    expect((await readdir(folder)).filter((name) => name.includes('copy'))).toEqual(['copy.thuocso-backup']);
    db.close();
  });

  it('replaces an older one of the same name only when it is good', async () => {
    const { db, folder, file } = await filled(3);
    await backupDatabase(db, file);
    const before = await readFile(file);
    db.close();
    await expect(backupDatabase(db, file)).rejects.toThrow();
    expect((await readFile(file)).equals(before)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('says so when the folder is not there', async () => {
    const { db, folder } = await filled(1);
    const error = await backupDatabase(db, join(folder, 'gone', 'x')).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: expect.stringMatching(/^(file|storage)\./) as string });
    db.close();
  });
});

describe('a file offered as a backup', () => {
  it('must be there, be a database, and be ours', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'x');
    expect(() => inspectBackup(file)).toThrow(expect.objectContaining({ code: 'file.not-found' }) as Error);
    await writeFile(
      file,
      'not a database at all, only text that is long enough to be read as a header of one '.repeat(20),
    );
    expect(() => inspectBackup(file)).toThrow(expect.objectContaining({ code: 'storage.corrupt' }) as Error);
    const foreign = join(folder, 'foreign.db');
    const other = new Database(foreign);
    other.exec('CREATE TABLE organisation (id TEXT)');
    other.close();
    expect(() => inspectBackup(foreign)).toThrow(expect.objectContaining({ code: 'storage.corrupt' }) as Error);
  });

  it('is refused when a newer program made it', async () => {
    const { db, file } = await filled(1);
    await backupDatabase(db, file);
    db.close();
    // As a newer program would write it: with a seal of its own.
    await truncate(file, readSeal(file).size);
    const copy = new Database(file);
    copy.pragma('user_version = 999');
    copy.close();
    seal(file);
    expect(() => inspectBackup(file)).toThrow(expect.objectContaining({ code: 'storage.newer' }) as Error);
  });

  it('is refused, or still holds the same rows, after any damage to its pages', async () => {
    const { db, folder, file } = await filled(800);
    await backupDatabase(db, file);
    db.close();
    const sound = await readFile(file);
    const wanted = rows(file);
    let refused = 0;
    for (let round = 0; round < 30; round += 1) {
      const damaged = Buffer.from(sound);
      // A whole sector is lost, as on a failing stick.
      const start = randomInt(0, Math.floor(damaged.length / 512)) * 512;
      damaged.fill(0xff, start, start + 512);
      const name = join(folder, `damaged-${round}`);
      await writeFile(name, damaged);
      try {
        inspectBackup(name);
        expect(rows(name)).toEqual(wanted);
      } catch (error) {
        expect(error).toMatchObject({ code: 'storage.corrupt' });
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(5);
  });
});

function rows(file: string): unknown[] {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare('SELECT id, name, search FROM organisation ORDER BY id').all();
  } finally {
    db.close();
  }
}
