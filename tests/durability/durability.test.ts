/** The short proof of durability; `npm run test:durability` is the long one, with the same parts. */
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/adapters/sqlite/migrations/index.ts';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import { temporaryFolder } from '../adapters/temporary.ts';
import { runDamages } from './damage.ts';
import { runFaults } from './faults.ts';
import { openServer, openWorker } from './hosts.ts';
import { sizeLimit } from './inject.ts';
import { runKills } from './kills.ts';
import { runMigrationKills } from './migration-kills.ts';
import { missingIn, rowsOf, VERSIONS, writeOld } from './old-databases.ts';

const SEED = 20_261_123;

describe('killed without warning', { timeout: 240_000 }, () => {
  it('36 times while answering, finishing, taking over, backing up and restoring', async () => {
    const [one, other] = await Promise.all([runKills(openWorker, 18, SEED), runKills(openWorker, 18, SEED + 1)]);
    expect([...one.faults, ...other.faults]).toEqual([]);
    expect(one.acknowledged + other.acknowledged).toBeGreaterThan(36);
  });

  it('6 times as the browser host', async () => {
    expect((await runKills(openServer, 6, SEED + 2)).faults).toEqual([]);
  });

  it('8 times while bringing old data up to date', async () => {
    expect((await runMigrationKills(8, SEED + 3)).faults).toEqual([]);
  });
});

describe('a damaged database', { timeout: 240_000 }, () => {
  it('never shows a changed answer, and always comes back from the newest backup: 63 damages', async () => {
    const { faults, restored } = await runDamages(63, SEED);
    expect(faults).toEqual([]);
    expect(restored).toBeGreaterThan(30);
  });
});

describe('a disk that takes no more', { timeout: 240_000 }, () => {
  it('is told in a sentence on every write path, leaves nothing half, and can be written again', async () => {
    const injectors = sizeLimit();
    const { tried, refused, faults } = await runFaults(injectors, 4, SEED);
    expect(faults).toEqual([]);
    // Other systems have no such limit to set; there the long proof and this one say nothing.
    if (injectors.length > 0) expect([tried > 20, refused > 5]).toEqual([true, true]);
  });
});

describe('a database of an older program', () => {
  it.each(VERSIONS)('schema %i opens, is backed up first, and loses nothing', async (version) => {
    const folder = await temporaryFolder();
    const file = writeOld(folder, version);
    const before = rowsOf(file);
    expect(before.answer?.length).toBeGreaterThan(2);
    const storage = openStorage(folder);
    expect(storage.backups.present().schema).toBe(MIGRATIONS.length);
    const kept = await storage.backups.list();
    expect(kept.map(({ reason }) => reason)).toEqual(version < MIGRATIONS.length ? ['migration'] : []);
    const [first] = kept;
    if (first) {
      const source = { kind: 'kept', name: first.name } as const;
      expect(await storage.backups.inspect(source)).toMatchObject({ sealed: true, inside: { schema: version } });
      // And the backup of the old schema can be restored into the new program.
      await storage.backups.restore(source);
    }
    storage.close();
    expect(missingIn(rowsOf(file), before)).toEqual([]);
  });
});
