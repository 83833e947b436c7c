/** Chromium, driven over its debugging pipe: it ends by itself when the process that holds the pipe dies. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { findBrowser, installHint } from '../../scripts/browser.mjs';
// The package ships these types without naming them in its exports.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };
export type Events = Protocol.Events;
type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;

export type Listener = <E extends keyof Events>(event: E, params: Events[E], session: string | undefined) => void;

export interface Browser {
  readonly process: ChildProcess;
  /** Address for a second client, such as Playwright in the test process. */
  readonly endpoint: Promise<string>;
  /** Sends a command; without a session to the browser itself. Rejects with Chromium's message. */
  readonly send: <C extends keyof Commands>(command: C, params: Commands[C], session?: string) => Promise<Results[C]>;
  readonly listen: (listener: Listener) => void;
}

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
];

/**
 * @param profile an empty folder for this run
 * @param flags further command line flags
 */
export function startChromium(profile: string, flags: readonly string[]): Browser {
  const path = findBrowser();
  if (path === null) throw new Error(installHint());
  const child = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  const listeners: Listener[] = [];
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void; command: string }
  >();
  let last = 0;

  const endpoint = new Promise<string>((resolve, reject) => {
    let text = '';
    (child.stderr as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      text = `${text}${chunk}`.slice(-4000);
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`Chromium ended: ${text}`)));
  });
  endpoint.catch(() => undefined);

  const receive = (text: string): void => {
    const message = JSON.parse(text) as {
      id?: number;
      error?: { message: string };
      result?: unknown;
      method?: keyof Events;
      params?: unknown;
      sessionId?: string;
    };
    if (message.method !== undefined) {
      for (const listener of listeners) listener(message.method, message.params as never, message.sessionId);
      return;
    }
    const call = waiting.get(message.id as number);
    waiting.delete(message.id as number);
    if (message.error) call?.reject(new Error(`${call.command}: ${message.error.message}`));
    else call?.resolve(message.result as never);
  };
  // Messages are JSON texts that end with a zero byte; one may arrive in several pieces.
  let rest: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      receive(Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8'));
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  });
  toBrowser.on('error', () => undefined);

  return {
    process: child,
    endpoint,
    listen: (listener) => void listeners.push(listener),
    send: (command, params, session) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject, command: String(command) });
        toBrowser.write(`${JSON.stringify({ id, method: command, params, ...(session && { sessionId: session }) })}\0`);
      }),
  };
}
