import { mkdirSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CONTRACT_VERSION } from '../../src/contract/surface.ts';
import { serve, type RunningServer } from '../../src/server/serve.ts';
import { makeFolder, removeFolder, ROOT } from '../e2e/support/project.ts';

/** A tiny built page, so that these tests need no build; it has one file that must never be served. */
export function makePage(): string {
  const folder = makeFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Thước Số</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'notes.txt'), 'not part of the page');
  return folder;
}

export interface TestServer extends Omit<RunningServer, 'close'> {
  /** Closes before the test ends; otherwise it is done then. */
  readonly end: () => Promise<void>;
  readonly origin: string;
  readonly dataFolder: string;
  /** Cookie header of a session. */
  readonly cookie: string;
  /** Headers with which the page itself sends a call. */
  readonly pageHeaders: OutgoingHttpHeaders;
}

/** Runs the real server on a free port with a data folder of its own; everything goes away with the test. */
export async function startTestServer(dataFolder = makeFolder()): Promise<TestServer> {
  const renderer = makePage();
  const running = await serve({ dataFolder, resources: ROOT, renderer, version: '1.2.3', port: 0 });
  let ended: Promise<void> | null = null;
  const end = (): Promise<void> => (ended ??= running.close());
  onTestFinished(async () => {
    await end();
    removeFolder(renderer);
    removeFolder(dataFolder);
  });
  const origin = `http://127.0.0.1:${running.port}`;
  const cookie = `thuoc-so-${running.port}=${new URL(running.url).searchParams.get('token')}`;
  const pageHeaders = {
    cookie,
    origin,
    'content-type': 'application/json',
    'x-contract': String(CONTRACT_VERSION),
    'sec-fetch-site': 'same-origin',
  };
  return { ...running, end, origin, dataFolder, cookie, pageHeaders };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** One raw request, with every header and the exact path as given; nothing is normalised as a browser would. */
export function ask(port: number, { method = 'GET', path = '/', headers = {}, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text: bytes.toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A call as the page makes it. */
export function call(server: TestServer, method: string, input: unknown, change: Question = {}): Promise<Answer> {
  return ask(server.port, {
    method: 'POST',
    path: `/api/${method}`,
    body: JSON.stringify(input),
    ...change,
    headers: { ...server.pageHeaders, ...change.headers },
  });
}

/** Calls and returns the value of a successful answer. */
export async function value<T>(server: TestServer, method: string, input: unknown): Promise<T> {
  const answer = await call(server, method, input);
  const envelope = JSON.parse(answer.text) as { ok: boolean; value: T };
  if (!envelope.ok) throw new Error(answer.text);
  return envelope.value;
}
