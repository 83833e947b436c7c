/** Counts the calls that make the disk keep what it was given, per acknowledged answer. Linux with strace only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';
import { openWorker } from './hosts.ts';
import { perform } from './perform.ts';

export interface SyncReport {
  readonly commits: number;
  /** fsync and fdatasync together. */
  readonly syncs: number;
}

const IDS = { id: '00000000-0000-4000-8000-000000000001', organisationId: '00000000-0000-4000-8000-000000000009' };

export async function countSyncs(commits: number): Promise<SyncReport> {
  const folder = makeFolder();
  const log = join(tmpdir(), `thuoc-so-syncs-${process.pid}`);
  const host = await openWorker(folder);
  await perform(host, { kind: 'start', ...IDS });
  const args = ['-f', '-o', log, '-e', 'trace=fsync,fdatasync', '-p', String(host.pid)];
  const tracer = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(tracer, 'exit');
  await new Promise<void>((attached, failed) => {
    tracer.stderr.on('data', (text: Buffer) => text.includes('attached') && attached());
    void ended.then(() => failed(new Error('strace could not attach')));
  });
  for (let seq = 1; seq <= commits; seq += 1) {
    const answer = { kind: 'answer', id: IDS.id, item: 'annual-goals', seq, option: '3', note: `lần ${seq}` } as const;
    const outcome = await perform(host, answer);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  }
  tracer.kill('SIGINT');
  await ended;
  await host.kill();
  const syncs = readFileSync(log, 'utf8').match(/\bf(?:data)?sync\(/g)?.length ?? 0;
  rmSync(log, { force: true });
  removeFolder(folder);
  return { commits, syncs };
}
