/** A small file system that fills up while somebody works: a real ENOSPC. Needs the right to mount. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';
import { openWorker } from './hosts.ts';
import { after, draw, EMPTY, readState, type State } from './model.ts';
import { perform } from './perform.ts';
import { randomFrom } from './random.ts';

export interface FullDiskReport {
  readonly acknowledged: number;
  readonly refused: number;
  readonly codes: readonly string[];
  readonly faults: readonly string[];
}

const MEGABYTES = 4;
const REFUSALS = 25;

export async function runFullDisk(seed: number): Promise<FullDiskReport> {
  const random = randomFrom(seed);
  const faults: string[] = [];
  const codes = new Set<string>();
  const folder = makeFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder]);
  let acknowledged = 0;
  let refused = 0;
  try {
    const data = join(folder, 'data');
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(256 * 1024));
    const host = await openWorker(data);
    let state: State = EMPTY;
    let snapshots = new Map<string, State>();
    while (refused < REFUSALS) {
      const operation = draw(random, state, snapshots);
      const outcome = await perform(host, operation);
      if (outcome.kind === 'cut') {
        faults.push(`the program ended at ${operation.kind}`);
        break;
      }
      if (outcome.kind === 'refused') {
        refused += 1;
        codes.add(outcome.error.code);
        if (!['storage.full', 'file.no-space', 'storage.failed'].includes(outcome.error.code))
          faults.push(`${operation.kind}: ${JSON.stringify(outcome.error)}`);
      } else {
        acknowledged += 1;
        if (outcome.backup !== null) snapshots = new Map([[outcome.backup, state]]);
        state = after(state, operation);
      }
    }
    // Room again: the same program goes on without a new start.
    rmSync(ballast);
    const answer = { kind: 'settings', zoom: 123 } as const;
    if ((await perform(host, answer)).kind !== 'done') faults.push('does not work with room again');
    state = after(state, answer);
    await host.kill();
    const found = readState(data);
    faults.push(...found.complaints);
    if (!isDeepStrictEqual(found.state, state)) faults.push('not what was acknowledged');
  } finally {
    execFileSync('umount', [folder]);
    removeFolder(folder);
  }
  return { acknowledged, refused, codes: [...codes].sort(), faults };
}
