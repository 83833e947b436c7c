/** Two ways to the same application: a process that is asked directly, and the browser host over HTTP. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Envelope } from '../../src/contract/surface.ts';
import { openClient } from '../e2e/support/client.ts';
import { startServer } from '../e2e/support/server.ts';

export interface Host {
  /** The answer; null when the process ended before it came. */
  readonly ask: (method: string, input: unknown) => Promise<Envelope<unknown> | null>;
  /** Ends the process at once, like a power cut. */
  readonly kill: () => Promise<void>;
  readonly pid: number;
}

export type OpenHost = (folder: string, stick?: string) => Promise<Host>;

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Starts a script as a child with a channel and waits for its first message. @throws Error with what it said instead */
export async function startChild(script: string, args: readonly string[]): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, script), args, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.on('data', (part: Buffer) => (errors += part.toString()));
  const ready = once(child, 'message');
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended: ${errors}`)));
  await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  return child;
}

export const openWorker: OpenHost = async (folder, stick) => {
  const child = await startChild('worker.ts', stick === undefined ? [folder] : [folder, stick]);
  const waiting = new Map<number, (envelope: Envelope<unknown> | null) => void>();
  let next = 0;
  child.on('message', ({ id, envelope }: { id: number; envelope: Envelope<unknown> }) => {
    waiting.get(id)?.(envelope);
    waiting.delete(id);
  });
  child.once('exit', () => {
    for (const give of waiting.values()) give(null);
    waiting.clear();
  });
  return {
    ask(method, input) {
      next += 1;
      const id = next;
      return new Promise((give) => {
        waiting.set(id, give);
        if (!child.connected) give(null);
        else child.send({ id, method, input }, (error) => error && give(null));
      });
    },
    kill: () => end(child),
    pid: child.pid ?? 0,
  };
};

/** Needs the built page, as the program itself does. */
export const openServer: OpenHost = async (folder) => {
  const server = await startServer({ dataFolder: folder });
  const client = await openClient(server.url);
  return {
    ask: (method, input) => client.send(method, input).catch(() => null),
    kill: () => server.kill(),
    pid: server.pid,
  };
};
