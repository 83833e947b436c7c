/** Programs and pages that are not the owner's, all at once, while the owner goes on working. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { MOST_STRANGERS, MOST_WRONG } from '../../src/server/strangers.ts';
import { hostileHosts } from '../fuzz/hosts.ts';
import { ask, call, startTestServer, type TestServer } from './support.ts';

/** Opens a connection and sends something that is not a whole request. */
function open(port: number, text: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.once('connect', () => {
      socket.write(text);
      resolve(socket);
    });
    onTestFinished(() => void socket.destroy());
  });
}

/** A raw request, so that nothing puts its headers in order. @returns the status line */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.on('error', () => undefined).on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.end(text);
  });
}

const works = async (server: TestServer): Promise<void> =>
  expect((await call(server, 'app.info', {})).status).toBe(200);

describe('connections without the secret', () => {
  it('that say nothing, 200 of them, do not keep the owner out', async () => {
    const server = await startTestServer();
    const starts = [
      '',
      'G',
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX-a: `,
      'POST /api/app.info HTTP/1.1\r\n',
    ];
    const sockets = await Promise.all(
      Array.from({ length: 200 }, (_, at) => open(server.port, starts[at % starts.length] ?? '')),
    );
    for (let each = 0; each < 20; each += 1) await works(server);
    // Those that came first have gone; no more than the allowed number is still held.
    await vi.waitFor(() =>
      expect(sockets.filter(({ readyState }) => readyState !== 'closed').length).toBeLessThanOrEqual(MOST_STRANGERS),
    );
  });

  it('do not push out a page that listens', async () => {
    const server = await startTestServer();
    let heard = '';
    const listening = request(
      { host: '127.0.0.1', port: server.port, path: '/events', headers: { cookie: server.cookie }, agent: false },
      (response) => void response.setEncoding('utf8').on('data', (text: string) => (heard += text)),
    );
    listening.on('error', () => undefined).end();
    onTestFinished(() => void listening.destroy());
    await vi.waitFor(() => expect(heard).toContain(': open'));
    await Promise.all(Array.from({ length: 200 }, () => open(server.port, 'GET /')));
    await call(server, 'settings.update', { zoom: 110 });
    await vi.waitFor(() => expect(heard).toContain('settings.changed'));
  });

  it('with a body that never ends are closed with the refusal', async () => {
    const { port } = await startTestServer();
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.write(`POST /api/app.info HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 1000000\r\n\r\n{`);
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('guessing the secret', () => {
  it('10,000 times lets nobody in, and the owner works all the while', async () => {
    const server = await startTestServer();
    const secret = new URL(server.url).searchParams.get('token') ?? '';
    const statuses = new Map<number, number>();
    const guess = async (number: number): Promise<void> => {
      const tried = `${secret.slice(0, secret.length - 5)}${String(number).padStart(5, '0')}`;
      const answer =
        number % 2 === 0
          ? await ask(server.port, { path: `/?token=${tried}` })
          : await ask(server.port, { headers: { cookie: `thuoc-so-${server.port}=${tried}` } });
      expect(answer.headers['set-cookie']).toBeUndefined();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    };
    for (let from = 0; from < 10_000; from += 25) {
      await Promise.all(Array.from({ length: 25 }, (_, at) => guess(from + at)));
      if (from % 1000 === 0) await works(server);
    }
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    expect(statuses.get(429)).toBeGreaterThan(MOST_WRONG);
    // The right address opens a session also right after that.
    expect((await ask(server.port, { path: `/?token=${secret}` })).status).toBe(303);
  }, 60_000);
});

describe('another name for this computer', () => {
  it('is refused in every one of its spellings, with cookie, origin and secret', async () => {
    const server = await startTestServer();
    const { port } = server;
    const hosts = hostileHosts(port);
    expect(hosts.length).toBeGreaterThanOrEqual(23);
    for (const host of hosts) {
      const bytes = Buffer.from(host, 'utf8').toString('latin1');
      const line = await raw(
        port,
        `POST /api/app.info HTTP/1.1\r\nHost: ${bytes}\r\nOrigin: http://${bytes}\r\nCookie: ${server.cookie}\r\nContent-Type: application/json\r\nX-Contract: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
      );
      expect(line, host).toMatch(/^HTTP\/1\.1 4(00|21) /);
    }
    await works(server);
  });

  it('cannot hide behind the right one', async () => {
    const { port, cookie } = await startTestServer();
    const own = `Host: 127.0.0.1:${port}\r\n`;
    const foreign = `Host: evil.example:${port}\r\n`;
    for (const both of [own + foreign, foreign + own])
      expect(await raw(port, `GET / HTTP/1.1\r\n${both}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`)).toMatch(
        / 4(00|21) /,
      );
    expect(await raw(port, `GET / HTTP/1.1\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`)).toMatch(/ 4(00|21) /);
    expect(await raw(port, `GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`)).toMatch(/ 4(00|21) /);
  });
});

describe('a page of another program on this computer', () => {
  it('gets neither page, events nor files, although the browser sends the cookie along', async () => {
    const { port, cookie } = await startTestServer();
    for (const site of ['same-site', 'cross-site'])
      for (const path of ['/', '/events', '/files/x', '/assets/index-abc123.js'])
        expect((await ask(port, { path, headers: { cookie, 'sec-fetch-site': site } })).status, path).toBe(403);
    for (const site of ['same-origin', 'none'])
      expect((await ask(port, { headers: { cookie, 'sec-fetch-site': site } })).status).toBe(200);
  });
});

it('a body is not asked for before it is known who sends it', async () => {
  const { port } = await startTestServer();
  const line = await raw(
    port,
    `POST /api/app.info HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  );
  expect(line).toMatch(/^HTTP\/1\.1 401 /);
});

it('streams of events are counted', async () => {
  const { port, cookie } = await startTestServer();
  const statuses = await Promise.all(
    Array.from(
      { length: 60 },
      () =>
        new Promise<number>((resolve, reject) => {
          const stream = request(
            { host: '127.0.0.1', port, path: '/events', headers: { cookie }, agent: false },
            (response) => resolve(response.statusCode ?? 0),
          );
          stream.on('error', reject).end();
          onTestFinished(() => void stream.destroy());
        }),
    ),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(40);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
});
