/** Requests to the loopback server, written to the socket as they are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTRACT_VERSION, type Envelope } from '../../../src/contract/surface.ts';
import { serve } from '../../../src/server/serve.ts';
import type { Random } from '../../durability/random.ts';
import { ROOT } from '../../e2e/support/project.ts';
import { pollution, type Area, type Input, type Verdict } from '../area.ts';
import { hostileHosts } from '../hosts.ts';
import { damageBytes } from '../mutate/bytes.ts';
import { damageJson } from '../mutate/json.ts';
import { errorFaults } from '../sentences.ts';
import { ALL_TEXTS } from '../tokens.ts';

/** What a request without the right to anything may be answered with; silence is an answer too. */
const REFUSALS = new Set([400, 401, 403, 404, 405, 408, 413, 414, 415, 417, 421, 426, 429, 431, 501, 505]);
const METHODS = ['app.info', 'settings.update', 'organisations.list', 'samples.remove', '__proto__', 'constructor', ''];
const BODIES = [
  '{}',
  '{"language":"vi"}',
  '{"zoom":125,"theme":"dark"}',
  '{"id":"00000000-0000-4000-8000-000000000001"}',
];
/** How often the owner's own call is made in between. */
const EVERY = 50;
const WAIT_MS = 5000;

export async function openRequests(): Promise<Area> {
  const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-fuzz-'));
  const renderer = join(folder, 'page');
  mkdirSync(renderer);
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Thước Số</title>');
  const server = await serve({
    dataFolder: join(folder, 'data'),
    resources: ROOT,
    renderer,
    version: '0.0.0',
    port: 0,
  });
  const { port } = server;
  const token = new URL(server.url).searchParams.get('token') ?? '';
  // Ports differ from run to run; in inputs their places are marked.
  const here = (text: string): string => text.replaceAll('<port>', String(port)).replaceAll('<token>', token);

  const cookie = 'thuoc-so-<port>=<token>';
  const ownHost = '127.0.0.1:<port>';

  function make(random: Random): Input {
    const good = (right: string, wrong: readonly string[]): string =>
      random.below(3) > 0 ? right : random.pick(wrong);
    const host = good(ownHost, hostileHosts('<port>'));
    const given = good(cookie, [
      '',
      'thuoc-so-<port>=',
      'thuoc-so-<port>=x',
      'a=<token>',
      'thuoc-so-<port>=<token>x',
      `thuoc-so-<port>=${'a'.repeat(6000)}`,
      ...ALL_TEXTS,
    ]);
    const origin = good(`http://${host}`, [
      'null',
      '',
      'http://evil.example',
      'https://127.0.0.1:<port>',
      'http://127.0.0.1',
      ...ALL_TEXTS,
    ]);
    const site = good('same-origin', ['cross-site', 'same-site', 'none', '', 'x']);
    const type = good('application/json', [
      'text/plain',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      '',
      'text/json',
    ]);
    const verb = good('POST', ['GET', 'PUT', 'OPTIONS', 'HEAD', 'CONNECT', 'TRACE', 'x', 'POST ']);
    const path =
      random.below(3) > 0
        ? `/api/${random.pick(METHODS)}`
        : `/${random.pick(['', 'events', 'files/x', 'files/%', '?token=x', '../../etc/passwd', '%2e%2e/x', ...ALL_TEXTS])}`;
    const contract = good(String(CONTRACT_VERSION), ['0', '999', '', '__proto__']);
    const body =
      random.below(2) === 0 ? random.pick(BODIES) : damageJson(random, random.pick(BODIES)).slice(0, 100_000);
    const length = good(String(Buffer.byteLength(body)), ['0', '-1', '1', '99999999999', 'x', '']);
    const clean = (text: string): string => text.replace(/[\r\n]/g, ' ');
    const lines = [
      `${verb} ${clean(path)} HTTP/${good('1.1', ['1.0', '0.9', '2.0', '9'])}`,
      `Host: ${clean(host)}`,
      `Cookie: ${clean(given)}`,
      `Origin: ${clean(origin)}`,
      `Sec-Fetch-Site: ${site}`,
      `Content-Type: ${type}`,
      `X-Contract: ${contract}`,
      ...(random.below(8) === 0 ? ['Transfer-Encoding: chunked'] : [`Content-Length: ${length}`]),
      ...(random.below(8) === 0
        ? [
            `X-${'a'.repeat(random.below(20_000))}: 1`,
            'Expect: 100-continue',
            'Upgrade: websocket',
            'Content-Encoding: gzip',
          ]
        : []),
      'Connection: close',
    ];
    const text = `${lines.join('\r\n')}\r\n\r\n${body}`;
    const isOurs = host === ownHost && given === cookie;
    if (!isOurs && random.below(2) === 0)
      // Bytes are only damaged where the secret is not: what then comes out has the right to nothing.
      return {
        label: 'request, bytes',
        name: '',
        bytes: damageBytes(random, Buffer.from(text.replaceAll('<token>', 'x'), 'utf8')),
        sealed: false,
      };
    // `sealed`: whoever sends this has the secret, and may be answered.
    return { label: 'request, headers', name: '', bytes: Buffer.from(text, 'utf8'), sealed: isOurs };
  }

  /** Everything that comes back until the other side closes. */
  function exchange(bytes: Buffer): Promise<string> {
    return new Promise((resolve) => {
      const parts: Buffer[] = [];
      const socket = connect({ host: '127.0.0.1', port });
      const done = (): void => {
        socket.destroy();
        resolve(Buffer.concat(parts).toString('utf8'));
      };
      socket.setTimeout(WAIT_MS, () => {
        parts.push(Buffer.from('\nno end'));
        done();
      });
      // A stream of events is open for ever: its first line is enough.
      socket.on('data', (part) => {
        parts.push(part);
        if (part.includes('text/event-stream')) done();
      });
      socket.on('error', done).on('close', done);
      socket.end(bytes);
    });
  }

  const statusOf = (answer: string): number[] =>
    [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => Number(code));
  const envelopeOf = (answer: string): Envelope<unknown> | null => {
    const found = /\r\n\r\n(\{.*\})\s*$/s.exec(answer)?.[1];
    try {
      return found === undefined ? null : (JSON.parse(found) as Envelope<unknown>);
    } catch {
      return null;
    }
  };
  const owner = here(
    `POST /api/app.info HTTP/1.1\r\nHost: ${ownHost}\r\nCookie: ${cookie}\r\nOrigin: http://${ownHost}\r\nContent-Type: application/json\r\nX-Contract: ${CONTRACT_VERSION}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  );
  let judged = 0;

  async function judge({ bytes, sealed, label }: Input): Promise<Verdict> {
    const raw =
      label === 'request, bytes' ? Buffer.from(bytes) : Buffer.from(here(Buffer.from(bytes).toString('utf8')), 'utf8');
    const answer = await exchange(raw);
    const codes = statusOf(answer);
    const faults: string[] = [];
    if (answer.endsWith('\nno end')) faults.push(`no end after ${WAIT_MS} ms`);
    if (!sealed) for (const code of codes) if (!REFUSALS.has(code)) faults.push(`a stranger was answered with ${code}`);
    if (codes.some((code) => code >= 500 && code !== 501 && code !== 505)) faults.push(`answered with ${codes.join()}`);
    if (answer.includes(token) && !sealed) faults.push('the secret was told');
    if (/access-control-allow/i.test(answer)) faults.push('other origins were let in');
    const envelope = envelopeOf(answer);
    if (envelope && !envelope.ok)
      faults.push(...(envelope.error.code === 'internal' ? ['an unexpected error'] : errorFaults(envelope.error)));
    judged += 1;
    if (judged % EVERY === 0 && !statusOf(await exchange(Buffer.from(owner))).includes(200))
      faults.push('the owner was not answered any more');
    return { outcome: codes.length === 0 ? 'silence' : codes.join(), faults: [...faults, ...pollution()] };
  }

  return {
    make,
    judge,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
