import Database from 'better-sqlite3';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asStorageError } from '../../../src/adapters/sqlite/errors.ts';
import { MIGRATIONS } from '../../../src/adapters/sqlite/migrations/index.ts';
import { DATABASE_NAME, openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openStorage } from '../../../src/adapters/sqlite/storage.ts';
import type { AppError } from '../../../src/contract/errors.ts';
import { temporaryFolder } from '../temporary.ts';
import { fill, record, AT } from './rows.ts';

function open(folder: string | null, migrations?: Parameters<typeof openDatabase>[1]): Database.Database {
  const db = openDatabase(folder, migrations);
  onTestFinished(() => void db.close());
  return db;
}

/** The error that opening gives. */
function refusal(folder: string, migrations?: Parameters<typeof openDatabase>[1]): AppError {
  try {
    openDatabase(folder, migrations).close();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('was opened');
}

async function filledFile(): Promise<{ folder: string; file: string; bytes: Buffer }> {
  const folder = await temporaryFolder();
  const storage = openStorage(folder);
  fill(storage);
  storage.close();
  const file = join(folder, DATABASE_NAME);
  return { folder, file, bytes: await readFile(file) };
}

describe('opening a database', () => {
  it('is durable and strict: WAL, synchronous FULL, foreign keys, STRICT tables, one writer', async () => {
    const folder = join(await temporaryFolder(), 'mới', 'dữ liệu');
    const db = open(folder);
    const pragma = (name: string): unknown => db.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('locking_mode')]).toEqual([
      'wal',
      2,
      1,
      'exclusive',
    ]);
    expect([pragma('application_id'), pragma('user_version'), pragma('quick_check')]).toEqual([
      0x54536f31,
      MIGRATIONS.length,
      'ok',
    ]);
    const tables = (db.pragma('table_list') as { name: string; strict: number }[]).filter(
      ({ name }) => !name.startsWith('sqlite_'),
    );
    expect(tables.length).toBeGreaterThan(7);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
    expect(() => db.prepare("INSERT INTO answer VALUES ('a', 'x', 'one', '{}', '', '', 0, '', '')").run()).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_DATATYPE' }),
    );
    expect(() => db.prepare("INSERT INTO answer VALUES ('nobody', 'x', 1, '{}', '', '', 0, '', '')").run()).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }),
    );
  });

  it('in memory has the same schema and leaves no file', () => {
    const db = open(null);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.memory).toBe(true);
  });

  it('finds what was written before', async () => {
    const { folder } = await filledFile();
    const storage = openStorage(folder);
    onTestFinished(() => storage.close());
    expect(storage.answers.list('a1').map(({ itemId, seq }) => [itemId, seq])).toEqual([
      ['x', 60],
      ['y', 60],
      ['z', 60],
    ]);
    expect(await readdir(folder)).toContain(DATABASE_NAME);
  });

  it('refuses a second program, and lets it in afterwards', async () => {
    const folder = await temporaryFolder();
    const storage = openStorage(folder);
    fill(storage);
    expect(refusal(folder)).toMatchObject({ code: 'storage.locked', params: { folder } });
    // The first one goes on.
    storage.answers.save('a1', record('x', 61, 'sau'), AT);
    storage.close();
    const second = openStorage(folder);
    onTestFinished(() => second.close());
    expect(second.answers.find('a1', 'x')?.seq).toBe(61);
  });
});

describe('files that are not ours to write', () => {
  it('a newer schema is refused and left as it is', async () => {
    const { folder, file } = await filledFile();
    const db = new Database(file);
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    const before = await readFile(file);
    expect(refusal(folder)).toMatchObject({ code: 'storage.newer', params: { folder } });
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('the database of another program is refused and left as it is', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, DATABASE_NAME);
    const db = new Database(file);
    db.exec("CREATE TABLE other (x); INSERT INTO other VALUES ('mine')");
    db.close();
    const before = await readFile(file);
    expect(refusal(folder)).toMatchObject({ code: 'storage.corrupt', params: { file } });
    expect((await readFile(file)).equals(before)).toBe(true);
    expect(await readdir(folder)).toEqual([DATABASE_NAME]);
  });

  it('a damaged page anywhere is found, and the file is not touched', async () => {
    const { folder, file, bytes } = await filledFile();
    const size = bytes.readUInt16BE(16);
    expect(bytes.length / size).toBeGreaterThan(20);
    for (let page = 1; page < Math.floor(bytes.length / size); page += 1) {
      const damaged = Buffer.from(bytes);
      randomBytes(size).copy(damaged, page * size);
      await writeFile(file, damaged);
      expect([page, refusal(folder).code]).toEqual([page, 'storage.corrupt']);
      expect((await readFile(file)).equals(damaged)).toBe(true);
    }
    // With its own bytes back it opens again.
    await writeFile(file, bytes);
    expect(open(folder).pragma('quick_check', { simple: true })).toBe('ok');
  });

  it.each<[string, (file: string, bytes: Buffer) => Promise<void>]>([
    ['half a file', (file, bytes) => truncate(file, Math.floor(bytes.length / 2))],
    ['a broken header', (file, bytes) => writeFile(file, Buffer.concat([randomBytes(100), bytes.subarray(100)]))],
    ['a text file', (file) => writeFile(file, 'Đây là một văn bản thường, không phải cơ sở dữ liệu.\n'.repeat(100))],
  ])('%s is refused and left as it is', async (_name, damage) => {
    const { folder, file, bytes } = await filledFile();
    await damage(file, bytes);
    const before = await readFile(file);
    expect(refusal(folder)).toMatchObject({ code: 'storage.corrupt', params: { file } });
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});

describe('places that cannot be written', () => {
  it('a folder below a file', async () => {
    const file = join(await temporaryFolder(), 'a.txt');
    await writeFile(file, 'x');
    for (const folder of [file, join(file, 'data')])
      expect(refusal(folder)).toMatchObject({ code: 'storage.read-only', params: { folder } });
    expect(await readFile(file, 'utf8')).toBe('x');
  });

  it('a folder in the place of the database', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, DATABASE_NAME));
    expect(refusal(folder)).toMatchObject({
      code: 'storage.read-only',
      params: { folder, file: join(folder, DATABASE_NAME) },
    });
    expect((await stat(join(folder, DATABASE_NAME))).isDirectory()).toBe(true);
  });
});

describe('schema steps', () => {
  const second = {
    name: 'second',
    sql: 'CREATE TABLE later (x TEXT NOT NULL) STRICT; INSERT INTO later SELECT id FROM organisation;',
  };
  const failing = { name: 'failing', sql: 'CREATE TABLE half (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);' };

  it('are taken over existing data', async () => {
    const { folder } = await filledFile();
    const db = open(folder, [...MIGRATIONS, second]);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length + 1);
    expect(db.prepare('SELECT x FROM later').pluck().all()).toEqual(['o1']);
    expect(db.prepare('SELECT count(*) FROM answer_history').pluck().get()).toBe(180);
  });

  it('are taken all or not at all', async () => {
    const { folder } = await filledFile();
    expect(refusal(folder, [...MIGRATIONS, second, failing]).code).toBe('storage.failed');
    const db = open(folder);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('later', 'half')").all()).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM answer').pluck().get()).toBe(3);
  });

  it('are not taken twice', async () => {
    const { folder } = await filledFile();
    openDatabase(folder, [...MIGRATIONS, second]).close();
    expect(
      open(folder, [...MIGRATIONS, second])
        .prepare('SELECT count(*) FROM later')
        .pluck()
        .get(),
    ).toBe(1);
  });
});

describe('driver errors', () => {
  const of = (db: Database.Database, sql: string): unknown => {
    try {
      db.exec(sql);
    } catch (error) {
      return asStorageError(error, 'f', 'd');
    }
    throw new Error('no error');
  };
  const insert = "INSERT INTO setting VALUES ('big', hex(zeroblob(1000000)))";

  it('become what a person can act on', () => {
    const db = open(null);
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 2}`);
    expect(of(db, insert)).toMatchObject({
      code: 'storage.full',
      params: { file: 'f', folder: 'd', reason: 'SQLITE_FULL' },
    });
    db.pragma('query_only = ON');
    expect(of(db, insert)).toMatchObject({ code: 'storage.read-only' });
    db.pragma('query_only = OFF');
    expect(of(db, 'INSERT INTO setting VALUES (NULL, NULL)')).toMatchObject({
      code: 'storage.failed',
      params: { reason: 'SQLITE_CONSTRAINT_NOTNULL' },
    });
  });

  it('that are none pass unchanged', () => {
    const other = new TypeError('x');
    expect(asStorageError(other, 'f', 'd')).toBe(other);
  });
});
