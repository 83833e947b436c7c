/** Ends the program at chosen moments of its work, again and again, and looks after each what is there. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { inspectBackup } from '../../src/adapters/sqlite/backup.ts';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';
import type { OpenHost } from './hosts.ts';
import { after, draw, EMPTY, readState, type Operation, type State } from './model.ts';
import { perform } from './perform.ts';
import { randomFrom } from './random.ts';

export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Kills that hit while an operation was under way, by its kind. */
  readonly under: Readonly<Record<string, number>>;
  /** Of those, how often the operation was found complete. */
  readonly complete: number;
  /** Everything that must not be; empty when all promises were kept. */
  readonly faults: readonly string[];
}

/** Acknowledged operations before a kill are fewer than this. */
const MOST_BEFORE = 10;
/** A data folder serves so many kills, then a fresh one begins. */
const KILLS_PER_FOLDER = 25;

export async function runKills(open: OpenHost, kills: number, seed: number): Promise<KillReport> {
  const random = randomFrom(seed);
  const faults: string[] = [];
  const under: Record<string, number> = {};
  const usual: Record<string, number> = {};
  let acknowledged = 0;
  let complete = 0;
  let folder = makeFolder();
  let state: State = EMPTY;
  let snapshots = new Map<string, State>();

  /** States that can be restored: thinned out backups cannot. */
  const kept = (): ReadonlyMap<string, State> =>
    new Map([...snapshots].filter(([name]) => existsSync(join(folder, 'backups', name))));

  /** Kills while the operation runs, at any moment of its usual time. */
  async function cut(host: Awaited<ReturnType<OpenHost>>, operation: Operation): Promise<void> {
    const moment = random.next() * 1.2 * (usual[operation.kind] ?? 20);
    const running = perform(host, operation);
    await wait(moment);
    await host.kill();
    const outcome = await running;
    const done = after(state, operation);
    const found = readState(folder);
    for (const complaint of found.complaints) faults.push(complaint);
    const isBefore = isDeepStrictEqual(found.state, state);
    const isAfter = isDeepStrictEqual(found.state, done);
    if (outcome.kind === 'refused') faults.push(`${operation.kind} was refused: ${JSON.stringify(outcome.error)}`);
    if (outcome.kind === 'done') {
      acknowledged += 1;
      if (!isAfter) faults.push(`${operation.kind} was acknowledged and is not there`);
      if (outcome.backup !== null) snapshots.set(outcome.backup, state);
    } else {
      under[operation.kind] = (under[operation.kind] ?? 0) + 1;
      if (!isBefore && !isAfter && !isStarted(operation, found.state, done))
        faults.push(`${operation.kind} is half there: ${difference(found.state, state)}`);
      if (isAfter && !isBefore) complete += 1;
    }
    state = found.state;
  }

  function checkBackups(): void {
    const backups = join(folder, 'backups');
    const names = readdirSync(folder).includes('backups') ? readdirSync(backups) : [];
    for (const name of names) {
      if (name.startsWith('.')) {
        faults.push(`${name} was left behind`);
        continue;
      }
      try {
        if (!inspectBackup(join(backups, name)).sealed) faults.push(`${name} has no seal`);
      } catch (error) {
        faults.push(`${name} has a name and is not whole: ${String(error)}`);
      }
    }
    // Acknowledged ones stay until they are thinned out; the last one never is.
    for (const name of [...snapshots.keys()].slice(-1)) if (!names.includes(name)) faults.push(`${name} is gone`);
  }

  for (let kill = 0; kill < kills && faults.length === 0; kill += 1) {
    if (kill % KILLS_PER_FOLDER === 0 && kill > 0) {
      removeFolder(folder);
      folder = makeFolder();
      state = EMPTY;
      snapshots = new Map();
    }
    const host = await open(folder);
    for (let before = random.below(MOST_BEFORE); before > 0; before -= 1) {
      const operation = draw(random, state, kept());
      const started = performance.now();
      const outcome = await perform(host, operation);
      const took = performance.now() - started;
      usual[operation.kind] = ((usual[operation.kind] ?? took) * 3 + took) / 4;
      if (outcome.kind !== 'done') {
        faults.push(`${operation.kind}: ${JSON.stringify(outcome)}`);
        break;
      }
      acknowledged += 1;
      if (outcome.backup !== null) snapshots.set(outcome.backup, state);
      state = after(state, operation);
    }
    await cut(host, draw(random, state, kept()));
    checkBackups();
    if (faults.length > 0) faults.push(`at kill ${kill + 1} of seed ${seed}, in ${folder}`);
  }
  if (faults.length === 0) removeFolder(folder);
  return { kills, acknowledged, under, complete, faults };
}

/** Starting is two acknowledgements: the organisation alone may be there, which shows in no assessment. */
function isStarted(operation: Operation, found: State, done: State): boolean {
  return operation.kind === 'start' && isDeepStrictEqual(found, done);
}

function difference(found: State, wanted: State): string {
  const keys = new Set([...Object.keys(found.assessments), ...Object.keys(wanted.assessments)]);
  const other = [...keys].filter((id) => !isDeepStrictEqual(found.assessments[id], wanted.assessments[id]));
  return JSON.stringify(
    other.map((id) => ({ id, found: found.assessments[id], wanted: wanted.assessments[id] })),
  ).slice(0, 1500);
}
