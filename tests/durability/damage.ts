/** Damages real databases in every way that disks know, and looks what a person gets to see afterwards. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../src/contract/errors.ts';
import { waysOf } from '../../src/core/recovery.ts';
import { DATABASE_NAME } from '../../src/adapters/sqlite/open.ts';
import { goodBackups, recoverFromBackup } from '../../src/adapters/sqlite/recover.ts';
import { readSeal } from '../../src/adapters/sqlite/seal.ts';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';
import { openWorker, type Host } from './hosts.ts';
import { after, draw, EMPTY, readState, type Operation, type State } from './model.ts';
import { perform } from './perform.ts';
import { randomFrom, type Random } from './random.ts';

export interface DamageReport {
  readonly damages: number;
  /** Refused with the restore on offer, and restored. */
  readonly restored: number;
  /** Opened with every answer as it was: the damage lay where nothing is. */
  readonly unharmed: number;
  readonly faults: readonly string[];
}

const PAGE = 4096;
const LATER = '2030-01-01T00:00:00.000Z';

/** Each changes the file in place; `size` is the database without a seal. */
const WAYS: readonly (readonly [name: string, damage: (bytes: Buffer, size: number, random: Random) => Buffer])[] = [
  [
    'one bit',
    (bytes, size, random) => {
      const at = random.below(size);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
    },
  ],
  [
    'one byte',
    (bytes, size, random) => {
      bytes[random.below(size)] = random.below(256);
      return bytes;
    },
  ],
  [
    'a letter of a text',
    (bytes, size, random) => {
      // SQLite's own checks see none of these.
      const places = [...Array(200).keys()].map(() => random.below(size));
      const at = places.find((place) => /[a-z0-9]/.test(String.fromCharCode(bytes[place] ?? 0))) ?? random.below(size);
      bytes[at] = 97 + random.below(26);
      return bytes;
    },
  ],
  [
    'a page of zeros',
    (bytes, size, random) => {
      const at = random.below(Math.floor(size / PAGE)) * PAGE;
      return bytes.fill(0, at, at + PAGE);
    },
  ],
  [
    'a lost sector',
    (bytes, size, random) => {
      const at = random.below(Math.floor(size / 512)) * 512;
      return bytes.fill(0xff, at, at + 512);
    },
  ],
  [
    'two pages in each other’s place',
    (bytes, size, random) => {
      const [one, other] = [random.below(Math.floor(size / PAGE)) * PAGE, random.below(Math.floor(size / PAGE)) * PAGE];
      const kept = Buffer.from(bytes.subarray(one, one + PAGE));
      bytes.copy(bytes, one, other, other + PAGE);
      kept.copy(bytes, other);
      return bytes;
    },
  ],
  ['cut off', (bytes, size, random) => bytes.subarray(0, 1 + random.below(size - 1))],
];

/** Real work through the application: drafts, finished ones, files, a backup, and more after it. */
async function work(folder: string, seed: number): Promise<State> {
  const random = randomFrom(seed);
  const host = await openWorker(folder);
  let state = EMPTY;
  for (let step = 0; step < 80; step += 1) {
    const operation: Operation = step === 60 ? { kind: 'backup' } : drawWork(random, state);
    await done(host, operation);
    state = after(state, operation);
  }
  await host.kill();
  return state;
}

/** Backups and restores are set, not drawn: the newest backup must be the known one. */
function drawWork(random: Random, state: State): Operation {
  for (;;) {
    const operation = draw(random, state, new Map());
    // Finishing makes a backup too, which would be newer than the known one.
    if (operation.kind !== 'backup' && (operation.kind !== 'finish' || random.below(2) === 0)) return operation;
  }
}

async function done(host: Host, operation: Operation): Promise<void> {
  const outcome = await perform(host, operation);
  if (outcome.kind !== 'done') throw new Error(`${operation.kind}: ${JSON.stringify(outcome)}`);
}

export async function runDamages(damages: number, seed: number): Promise<DamageReport> {
  const random = randomFrom(seed);
  const faults: string[] = [];
  let restored = 0;
  let unharmed = 0;
  const origin = makeFolder();
  const last = await work(origin, seed);
  // Opened once after the power cut and closed in good order: with a seal, and without one.
  const sound = readState(origin).state;
  if (!isDeepStrictEqual(sound, last)) faults.push('the work itself was not kept');
  const [newest] = await goodBackups(origin);
  if (newest === undefined) throw new Error('no backup to begin with');
  const sealed = readFileSync(join(origin, DATABASE_NAME));
  const { size } = readSeal(join(origin, DATABASE_NAME));
  const backupBytes = join(origin, 'backups', newest.name);
  const backedUp = await stateOfBackup(origin, newest.name);

  for (let round = 0; round < damages && faults.length === 0; round += 1) {
    const [name, damage] = WAYS[round % WAYS.length] as (typeof WAYS)[number];
    const withSeal = random.below(2) === 0;
    const folder = makeFolder();
    const say = (what: string): void =>
      void faults.push(
        `${what}: ${name}, ${withSeal ? 'sealed' : 'after a power cut'}, round ${round}, seed ${seed}, ${folder}`,
      );
    const bytes = damage(Buffer.from(withSeal ? sealed : sealed.subarray(0, size)), size, random);
    writeFileSync(join(folder, DATABASE_NAME), bytes);
    mkdirSync(join(folder, 'backups'));
    copyFileSync(backupBytes, join(folder, 'backups', newest.name));
    try {
      if (isDeepStrictEqual(readState(folder).state, sound)) unharmed += 1;
      else say('opened with something else in it');
    } catch (error) {
      if (!(error instanceof AppError)) say(`ended with ${String(error)}`);
      else if (!waysOf(error.code, true).includes('backup')) say(`no restore on offer for ${error.code}`);
      else {
        const aside = await recoverFromBackup(folder, newest.name, LATER);
        if (aside === null || !readFileSync(join(aside, DATABASE_NAME)).equals(bytes))
          say('the damaged file was not kept');
        if (!isDeepStrictEqual(readState(folder).state, backedUp)) say('restored to something else');
        restored += 1;
      }
    }
    if (faults.length === 0) removeFolder(folder);
  }
  removeFolder(origin);
  return { damages, restored, unharmed, faults };
}

/** What a backup holds, read by restoring it elsewhere. */
async function stateOfBackup(origin: string, name: string): Promise<State> {
  const folder = makeFolder();
  cpSync(origin, folder, { recursive: true });
  await recoverFromBackup(folder, name, LATER);
  const { state } = readState(folder);
  removeFolder(folder);
  return state;
}
