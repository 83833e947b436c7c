/** Runs areas of the fuzzer in processes of their own, and goes on behind an input that ended one. */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { HEAP_OPTION } from '../../src/adapters/collecting/node-reader.ts';
import type { Input } from './area.ts';
import { FILES, type AreaName, type Failure, type FromChild, type Order } from './child.ts';

export interface Report {
  readonly area: AreaName;
  readonly judged: number;
  readonly failures: readonly Failure[];
  readonly counts: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<string, number>>;
  /** Longest judgement in milliseconds, and most memory of a process in bytes. */
  readonly slowest: number;
  readonly memory: number;
}

const CHILD = new URL('./child.ts', import.meta.url);

/** One process. @returns what it said, and the input that ended it, if one did */
async function once(order: Order): Promise<{ said: FromChild[]; ended: (Failure & { readonly at: number }) | null }> {
  const said: FromChild[] = [];
  let complaint = '';
  const child = fork(CHILD, {
    execArgv: [HEAP_OPTION],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.on('message', (message) => void said.push(message as FromChild));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint = `${complaint}${text}`.slice(-2000)));
  child.send(order);
  const code = await new Promise((resolve) => child.once('close', (status, signal) => resolve(status ?? signal)));
  if (said.some(({ kind }) => kind === 'done')) return { said, ended: null };
  const file = join(order.folder, FILES.ended);
  const why = existsSync(file) ? readFileSync(file, 'utf8') : `the process ended with ${String(code)}: ${complaint}`;
  rmSync(file, { force: true });
  if (!existsSync(join(order.folder, FILES.input))) throw new Error(`${order.area}: ${why}`);
  const { number, input } = deserialize(readFileSync(join(order.folder, FILES.input))) as {
    number: number;
    input: Input;
  };
  if (number < order.from) throw new Error(`${order.area}, making ${order.from}: ${why}`);
  return { said, ended: { area: order.area, number, at: number, faults: [why], input } };
}

/** Judges inputs of one area. @param what a range of a seed, or inputs that were kept */
export async function runArea(
  area: AreaName,
  what: { readonly seed: number; readonly from: number; readonly to: number } | { readonly inputs: readonly Input[] },
): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-fuzz-'));
  const failures: Failure[] = [];
  const counts: Record<string, number> = {};
  const labels: Record<string, number> = {};
  let [judged, slowest, memory] = [0, 0, 0];
  let from = 'inputs' in what ? 0 : what.from;
  try {
    for (;;) {
      const order: Order =
        'inputs' in what
          ? { area, folder, seed: 0, from: 0, to: 0, inputs: what.inputs.slice(from) }
          : { area, folder, seed: what.seed, from, to: what.to };
      const { said, ended } = await once(order);
      for (const message of said)
        if (message.kind === 'failure') failures.push(message.failure);
        else {
          judged += message.judged;
          slowest = Math.max(slowest, message.slowest);
          memory = Math.max(memory, message.memory);
          for (const [into, more] of [
            [counts, message.counts],
            [labels, message.labels],
          ] as const)
            for (const [name, count] of Object.entries(more)) into[name] = (into[name] ?? 0) + count;
        }
      if (!ended) return { area, judged, failures, counts, labels, slowest, memory };
      failures.push(ended);
      // What it had judged before is not told any more; it counts by its numbers.
      judged += 'inputs' in what ? ended.at + 1 : ended.at + 1 - from;
      from = 'inputs' in what ? from + ended.at + 1 : ended.at + 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
