/** Restoring: all of the backup or nothing of it, whatever the file is and whenever the process ends. */
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectBackup } from '../../../src/adapters/sqlite/backup.ts';
import { MIGRATIONS } from '../../../src/adapters/sqlite/migrations/index.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openStorage } from '../../../src/adapters/sqlite/storage.ts';
import { readSeal, seal } from '../../../src/adapters/sqlite/seal.ts';
import type { Storage } from '../../../src/core/ports.ts';
import { temporaryFolder } from '../temporary.ts';
import { AT, fill, ORGANISATION, record } from './rows.ts';

const ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

async function opened(): Promise<{ storage: Storage; folder: string; backups: string }> {
  const folder = await temporaryFolder();
  const storage = openStorage(folder);
  onTestFinished(() => storage.close());
  fill(storage);
  return { storage, folder, backups: join(folder, 'backups') };
}

const notes = (storage: Storage): string[] => storage.answers.list('a1').map(({ note }) => note);

describe('restoring', () => {
  it('brings back exactly what was there, and the open statements go on', async () => {
    const { storage, backups } = await opened();
    const before = storage.answers.list('a1');
    const { name, size } = await storage.backups.make(AT, 'asked');
    expect(size).toBeGreaterThan(10_000);
    storage.organisations.save({ ...ORGANISATION, id: 'o2', name: 'Xã khác' }, false, AT);
    storage.answers.save('a1', { ...record('x', 99, '5'), note: 'sau' }, AT);
    await storage.backups.restore({ kind: 'kept', name });
    expect(storage.answers.list('a1')).toEqual(before);
    expect(storage.organisations.list().map(({ id }) => id)).toEqual(['o1']);
    // It can be worked with at once.
    storage.answers.save('a1', { ...record('x', 100, '5'), note: 'tiếp' }, AT);
    expect(notes(storage)[0]).toBe('tiếp');
    expect(storage.backups.health()).toBe('ok');
    expect(await readdir(backups)).toEqual([name]);
  });

  it('takes a file that arrived in pieces, also when a piece comes twice', async () => {
    const { storage, backups } = await opened();
    const { name } = await storage.backups.make(AT, 'asked');
    const bytes = await readFile(join(backups, name));
    storage.answers.save('a1', { ...record('x', 99, '5'), note: 'sau' }, AT);
    const half = Math.floor(bytes.length / 2);
    await storage.backups.receive(ID, 0, bytes.subarray(0, half));
    await storage.backups.receive(ID, half, bytes.subarray(half));
    expect(await storage.backups.receive(ID, half, bytes.subarray(half))).toBe(bytes.length);
    expect(await storage.backups.inspect({ kind: 'received', id: ID })).toMatchObject({ sealed: true });
    await storage.backups.restore({ kind: 'received', id: ID });
    expect(notes(storage)).not.toContain('sau');
    expect(await readdir(backups)).toEqual([name]);
    await expect(storage.backups.receive(ID, 7, bytes)).rejects.toMatchObject({ code: 'backup.unknown' });
  });

  it('brings an older schema up to date', async () => {
    const { storage, folder, backups } = await opened();
    const { name } = await storage.backups.make(AT, 'asked');
    const old = join(await temporaryFolder());
    const db = openDatabase(old, MIGRATIONS.slice(0, 1));
    db.prepare("INSERT INTO setting VALUES ('zoom', '150')").run();
    db.pragma('journal_mode = DELETE');
    db.close();
    await copyFile(join(old, 'thuoc-so.db'), join(backups, name));
    seal(join(backups, name));
    await storage.backups.restore({ kind: 'kept', name });
    expect(storage.backups.present()).toMatchObject({ schema: MIGRATIONS.length, assessments: 0 });
    expect(storage.settings.all().get('zoom')).toBe('150');
    expect(await readdir(folder)).not.toContain('.restoring');
  });

  it('refuses what is damaged, foreign, or would run code, and changes nothing', async () => {
    const { storage, backups } = await opened();
    const { name } = await storage.backups.make(AT, 'asked');
    const file = join(backups, name);
    const sound = await readFile(file);
    const before = storage.answers.list('a1');
    const refused = async (): Promise<string> => {
      const error = await storage.backups.restore({ kind: 'kept', name }).catch((reason: unknown) => reason);
      expect(storage.answers.list('a1')).toEqual(before);
      return (error as { code: string }).code;
    };
    // One letter of one note: SQLite's own check does not see it.
    const letter = Buffer.from(sound);
    const at = letter.indexOf('ghi chú');
    letter[at] = (letter[at] ?? 0) ^ 1;
    await writeFile(file, letter);
    expect(await refused()).toBe('backup.damaged');
    for (let flip = 0; flip < 20; flip += 1) {
      const damaged = Buffer.from(sound);
      const place = Math.floor(Math.random() * (sound.length - 100));
      damaged[place] = (damaged[place] ?? 0) ^ (1 << (flip % 8));
      await writeFile(file, damaged);
      expect(await refused()).toBe('backup.damaged');
    }
    // A trigger that nobody of us wrote, under a seal that is right.
    await writeFile(file, sound);
    await truncate(file, readSeal(file).size);
    const db = new Database(file);
    db.exec('CREATE TRIGGER evil AFTER INSERT ON answer BEGIN DELETE FROM organisation; END');
    db.close();
    seal(file);
    expect(await refused()).toBe('backup.damaged');
    await expect(storage.backups.inspect({ kind: 'kept', name: '../../etc/passwd' })).rejects.toMatchObject({
      code: 'backup.unknown',
    });
  });

  it('copies to another folder whole, and says when it cannot', async () => {
    const { storage, backups } = await opened();
    const { name } = await storage.backups.make(AT, 'asked');
    const stick = join(await temporaryFolder(), 'ThuocSo-Backup');
    const path = await storage.backups.copyTo(name, stick);
    expect((await readFile(path)).equals(await readFile(join(backups, name)))).toBe(true);
    expect(await readdir(stick)).toEqual([name]);
    await writeFile(join(await temporaryFolder(), 'a'), '');
    await expect(storage.backups.copyTo(name, join(path, 'below'))).rejects.toMatchObject({
      code: expect.stringMatching(/^file\./) as string,
    });
  });
});

describe('before a migration', () => {
  it('the data is backed up, and the backup is whole', async () => {
    const { storage, folder, backups } = await opened();
    storage.close();
    openDatabase(folder, [...MIGRATIONS, { name: 'next', sql: 'CREATE TABLE later (x TEXT) STRICT;' }]).close();
    const [name = ''] = await readdir(backups);
    expect(name).toMatch(/_migration\.thuocso-backup$/);
    expect(inspectBackup(join(backups, name))).toMatchObject({ assessments: 1, answers: 3, sealed: true });
  });

  it('without a backup nothing is migrated', async () => {
    const { storage, folder, backups } = await opened();
    storage.close();
    await writeFile(backups, 'a file in the place of the folder');
    const next = [...MIGRATIONS, { name: 'next', sql: 'CREATE TABLE later (x TEXT) STRICT;' }];
    expect(() => openDatabase(folder, next)).toThrow();
    const db = openDatabase(folder);
    onTestFinished(() => void db.close());
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  });
});

describe('killed without warning while backing up and restoring', () => {
  const KILLS = 10;
  it(
    `${KILLS} times: one whole state is there, and every backup that has a name is good`,
    { timeout: 240_000 },
    async () => {
      const { storage, folder, backups } = await opened();
      storage.close();
      let round = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const child = spawn(process.execPath, [resolve(import.meta.dirname, 'restorer.ts'), folder, String(round)], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let errors = '';
        let printed = '';
        child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
        const some = new Promise<void>((done) => {
          child.stdout.on('data', (chunk: Buffer) => {
            printed += chunk.toString();
            if (printed.split('\n').length > 2 + Math.random() * 4) done();
          });
          child.once('close', done);
        });
        const closed = once(child, 'close');
        await some;
        await wait(Math.random() * 40);
        child.kill('SIGKILL');
        await closed;
        expect(errors).toBe('');
        const done = [...printed.matchAll(/restored (\d+)/g)].map(([, number]) => Number(number));
        const names = await readdir(backups);
        for (const name of names.filter((other) => !other.startsWith('.')))
          expect(inspectBackup(join(backups, name))).toMatchObject({ sealed: true, answers: 3 });
        const again = openStorage(folder);
        expect(again.backups.health()).toBe('ok');
        const states = new Set(notes(again));
        expect(states.size).toBe(1);
        const state = Number(/\d+/.exec([...states][0] ?? '')?.[0]);
        // What was acknowledged is there; one round more may have begun.
        expect(state).toBeGreaterThanOrEqual(done.at(-1) ?? round);
        round = state;
        again.close();
        expect((await readdir(backups)).filter((name) => name.startsWith('.'))).toEqual([]);
      }
      expect(round).toBeGreaterThan(KILLS / 2);
    },
  );
});
