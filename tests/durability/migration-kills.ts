/** Ends the program while it brings an old database up to date. */
import Database from 'better-sqlite3';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inspectBackup } from '../../src/adapters/sqlite/backup.ts';
import { MIGRATIONS } from '../../src/adapters/sqlite/migrations/index.ts';
import { DATABASE_NAME } from '../../src/adapters/sqlite/open.ts';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';
import { end, startChild } from './hosts.ts';
import { missingIn, rowsOf, VERSIONS, writeOld } from './old-databases.ts';
import { randomFrom } from './random.ts';

export interface MigrationReport {
  readonly kills: number;
  /** In what state the database was found: still the old schema, or already the new one. */
  readonly old: number;
  readonly new: number;
  readonly faults: readonly string[];
}

/** Opening an old database takes about this long. */
const USUAL_MS = 60;

export async function runMigrationKills(kills: number, seed: number): Promise<MigrationReport> {
  const random = randomFrom(seed);
  const faults: string[] = [];
  const found = { old: 0, new: 0 };
  const versions = VERSIONS.filter((version) => version < MIGRATIONS.length);
  for (let kill = 0; kill < kills && faults.length === 0; kill += 1) {
    const version = random.pick(versions);
    const folder = makeFolder();
    const file = writeOld(folder, version);
    const before = rowsOf(file);
    const child = await startChild('migrator.ts', [folder]);
    child.send('go');
    await wait(random.next() * USUAL_MS);
    await end(child);

    const say = (what: string): void =>
      void faults.push(`${what}, schema ${version}, kill ${kill + 1} of seed ${seed}`);
    const db = new Database(file);
    const schema = Number(db.pragma('user_version', { simple: true }));
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') say('not whole');
    db.close();
    if (schema !== version && schema !== MIGRATIONS.length) say(`schema ${schema} is neither old nor new`);
    found[schema === version ? 'old' : 'new'] += 1;
    const backups = join(folder, 'backups');
    const names = existsSync(backups) ? readdirSync(backups).filter((name) => !name.startsWith('.')) : [];
    if (schema !== version && names.length === 0) say('migrated without a backup');
    try {
      for (const name of names) inspectBackup(join(backups, name));
      // The next start goes on where this one was cut.
      const storage = openStorage(folder);
      if (storage.backups.present().schema !== MIGRATIONS.length) say('the next start did not finish it');
      storage.close();
    } catch (error) {
      say(String(error));
    }
    for (const row of missingIn(rowsOf(join(folder, DATABASE_NAME)), before)) say(`lost: ${row}`);
    if (faults.length === 0) removeFolder(folder);
  }
  return { kills, ...found, faults };
}
