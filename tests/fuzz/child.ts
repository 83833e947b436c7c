/**
 * A process that makes inputs of one area and judges them. The input at work lies on the disk while it is judged, so that
 * the parent can keep what ended the process. A thread of its own ends it when one input takes too long or too much memory.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { randomFrom } from '../durability/random.ts';
import type { Area, Input } from './area.ts';

export const AREAS = {
  results: async () => (await import('./areas/results.ts')).openResults(),
  opening: async () => (await import('./areas/opening.ts')).openOpening(),
  questionnaires: async () => (await import('./areas/questionnaires.ts')).openQuestionnaires(),
  messages: async () => (await import('./areas/messages.ts')).openMessages(),
  requests: async () => (await import('./areas/requests.ts')).openRequests(),
} satisfies Record<string, () => Promise<Area>>;
export type AreaName = keyof typeof AREAS;

/** What one judgement may take, and what the process may take while it judges. */
const MB = 1024 * 1024;
export const MILLISECONDS = 5000;
export const BYTES: Readonly<Record<AreaName, number>> = {
  results: 512 * MB,
  opening: 512 * MB,
  questionnaires: 512 * MB,
  // The whole program with its data in memory, and beside it the largest messages that can be made.
  messages: 1024 * MB,
  requests: 512 * MB,
};
/** Files in the folder of a process. */
export const FILES = { input: 'input', ended: 'ended' } as const;

/** What the parent asks for: inputs made from a seed, from one number up to another, or given ones. */
export interface Order {
  readonly area: AreaName;
  readonly folder: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly inputs?: readonly Input[];
}

export interface Failure {
  readonly area: AreaName;
  /** Place in the run; -1 for a given one. */
  readonly number: number;
  readonly faults: readonly string[];
  readonly input: Input;
}

export type FromChild =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | {
      readonly kind: 'done';
      readonly judged: number;
      readonly counts: Readonly<Record<string, number>>;
      readonly labels: Readonly<Record<string, number>>;
      readonly slowest: number;
      /** Most memory of the whole process so far, in bytes. */
      readonly memory: number;
    };

/** Seeds of neighbouring inputs must not be neighbours. */
export const seedOf = (seed: number, number: number): number =>
  (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;

function watch(shared: SharedArrayBuffer, folder: string, bytes: number): void {
  const script = `
    const { workerData: { shared, file, most, bytes } } = require('node:worker_threads');
    const { writeFileSync } = require('node:fs');
    const started = new Float64Array(shared);
    setInterval(() => {
      // Read once: the other thread may end its work between two looks.
      const since = started[0];
      const slow = since > 0 && Date.now() - since > most;
      const large = since > 0 && process.memoryUsage.rss() > bytes;
      if (!slow && !large) return;
      writeFileSync(file, slow ? 'took longer than ' + most + ' ms' : 'took more than ' + bytes + ' bytes');
      process.kill(process.pid, 'SIGKILL');
    }, 50);`;
  const workerData = { shared, file: join(folder, FILES.ended), most: MILLISECONDS, bytes };
  new Worker(script, { eval: true, workerData }).unref();
}

async function work({ area: name, folder, seed, from, to, inputs }: Order): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shared = new SharedArrayBuffer(8);
  const started = new Float64Array(shared);
  const area = await AREAS[name]();
  watch(shared, folder, BYTES[name]);
  const counts: Record<string, number> = {};
  const labels: Record<string, number> = {};
  let [judged, slowest] = [0, 0];
  const send = (message: FromChild): void => void process.send?.(message);
  const end = inputs?.length ?? to;
  for (let number = inputs ? 0 : from; number < end; number += 1) {
    const input = inputs?.[number] ?? area.make(randomFrom(seedOf(seed, number)));
    // Whole or not at all: the process may be ended at any moment.
    writeFileSync(join(folder, 'next'), serialize({ number, input }));
    renameSync(join(folder, 'next'), join(folder, FILES.input));
    const begun = performance.now();
    started[0] = Date.now();
    const { outcome, faults } = await area.judge(input).catch((error: unknown) => ({
      outcome: 'exception',
      faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }));
    started[0] = 0;
    judged += 1;
    slowest = Math.max(slowest, performance.now() - begun);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    labels[input.label] = (labels[input.label] ?? 0) + 1;
    if (faults.length > 0)
      send({ kind: 'failure', failure: { area: name, number: inputs ? -1 : number, faults, input } });
  }
  await area.close();
  send({ kind: 'done', judged, counts, labels, slowest, memory: process.resourceUsage().maxRSS * 1024 });
  process.disconnect();
}

if (process.argv[1] === import.meta.filename)
  process.once('message', (order) => {
    void work(order as Order);
  });
