/** Who gets in: every request goes over a real socket to the real server. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ask, call, startTestServer } from './support.ts';

describe('the session', () => {
  it('is needed for page, calls, events and files', async () => {
    const server = await startTestServer();
    const questions = [
      { path: '/' },
      { path: '/assets/index-abc123.js' },
      { path: '/events' },
      { path: '/files/any' },
      { path: '/nowhere' },
      { method: 'POST', path: '/api/app.info', body: '{}' },
    ];
    for (const question of questions) {
      const answer = await ask(server.port, question);
      expect(answer.status, question.path).toBe(401);
      expect(answer.text).toContain('Thước Số');
    }
  });

  it('begins with the printed address, which then disappears from the address bar', async () => {
    const server = await startTestServer();
    const first = await ask(server.port, { path: new URL(server.url).pathname + new URL(server.url).search });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.headers['referrer-policy']).toBe('no-referrer');
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    // Cookies do not know ports: two servers on one computer must not take each other's.
    expect(cookie).toContain(`thuoc-so-${server.port}=`);

    const page = await ask(server.port, { headers: { cookie: cookie.split(';')[0] } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>Thước Số</title>');
  });

  it('does not begin with another secret', async () => {
    const server = await startTestServer();
    const secret = new URL(server.url).searchParams.get('token') ?? '';
    expect(secret.length).toBeGreaterThanOrEqual(32);
    const wrong = ['', 'x', secret.slice(1), `${secret}x`, secret.toUpperCase(), '%00', '%E0%A4%A'];
    for (const token of wrong) {
      const answer = await ask(server.port, { path: `/?token=${token}` });
      expect(answer.status, token).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
      const cookie = `thuoc-so-${server.port}=${token}`;
      expect((await ask(server.port, { headers: { cookie } })).status).toBe(401);
    }
    // The secret opens the start address only, and only by GET.
    expect((await ask(server.port, { path: `/events?token=${secret}` })).status).toBe(401);
    expect((await ask(server.port, { method: 'POST', path: `/?token=${secret}` })).status).toBe(401);
  });

  it('is another one after every start', async () => {
    const [one, two] = [await startTestServer(), await startTestServer()];
    const cookie = one.cookie.replace(String(one.port), String(two.port));
    expect((await ask(two.port, { headers: { cookie } })).status).toBe(401);
  });
});

describe('a rebound DNS name', () => {
  it('is refused before anything else, secret and cookie or not', async () => {
    const server = await startTestServer();
    const { port, cookie } = server;
    const hosts = [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `localhost.evil.example:${port}`,
      '127.0.0.1',
      'localhost',
      '127.0.0.1:80',
      `127.0.0.1:${port + 1}`,
      `0.0.0.0:${port}`,
      `LOCALHOST.:${port}`,
    ];
    for (const host of hosts) {
      expect((await ask(port, { headers: { host, cookie } })).status, host).toBe(421);
      const { search } = new URL(server.url);
      const entry = await ask(port, { path: `/${search}`, headers: { host } });
      expect(entry.status, host).toBe(421);
      expect(entry.headers['set-cookie']).toBeUndefined();
      const posted = await call(server, 'app.info', {}, { headers: { host, origin: `http://${host}` } });
      expect(posted.status, host).toBe(421);
    }
  });

  it('does not concern the names of this computer', async () => {
    const { port, cookie } = await startTestServer();
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`])
      expect((await ask(port, { headers: { host, cookie } })).status).toBe(200);
  });
});

describe('a foreign page', () => {
  it('cannot call, even with the cookie', async () => {
    const server = await startTestServer();
    const { port } = server;
    const origins = ['http://evil.example', 'null', `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, ''];
    for (const origin of origins) {
      const answer = await call(server, 'samples.remove', {}, { headers: { origin } });
      expect(answer.status, origin).toBe(403);
    }
    const { origin: _, ...withoutOrigin } = server.pageHeaders;
    const missing = await ask(port, { method: 'POST', path: '/api/app.info', headers: withoutOrigin, body: '{}' });
    expect(missing.status).toBe(403);
  });

  it('is recognised by Sec-Fetch-Site too', async () => {
    const server = await startTestServer();
    for (const site of ['cross-site', 'same-site', 'none']) {
      const answer = await call(server, 'app.info', {}, { headers: { 'sec-fetch-site': site } });
      expect(answer.status, site).toBe(403);
    }
  });

  it('cannot ask beforehand for permission', async () => {
    const { port, cookie } = await startTestServer();
    const answer = await ask(port, {
      method: 'OPTIONS',
      path: '/api/app.info',
      headers: { cookie, origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a call', () => {
  it('from our page gets its envelope', async () => {
    const server = await startTestServer();
    const answer = await call(server, 'app.info', {});
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { version: '1.2.3', host: 'browser' } });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'of type %j is refused: a form can send it without asking',
    async (type) => {
      const server = await startTestServer();
      expect((await call(server, 'app.info', {}, { headers: { 'content-type': type } })).status).toBe(415);
    },
  );

  it('of another contract version is told to reload the page', async () => {
    const server = await startTestServer();
    for (const version of ['0', '999', '']) {
      const answer = await call(server, 'app.info', {}, { headers: { 'x-contract': version } });
      expect(JSON.parse(answer.text)).toEqual({
        ok: false,
        error: { code: 'client.outdated', params: {}, problems: [], ref: '' },
      });
    }
  });

  it.each(['', '{', '{"a":', 'undefined', '[1,]', "{'a':1}", '\u0000'])('with the body %j is refused', async (body) => {
    const server = await startTestServer();
    const answer = await call(server, 'app.info', {}, { body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it('of 2 MB is refused, with or without an announced length, and the server goes on', async () => {
    const server = await startTestServer();
    const body = JSON.stringify({ text: 'ơ'.repeat(1024 * 1024) });
    const announced = await call(server, 'app.info', {}, { body });
    expect(announced.status).toBe(413);
    expect(JSON.parse(announced.text)).toMatchObject({ ok: false, error: { code: 'input.too-large' } });
    expect(await sendInPieces(server.port, server.pageHeaders, body)).toBe(413);
    expect((await call(server, 'app.info', {})).status).toBe(200);
  });

  it('of another method than GET or POST is refused', async () => {
    const { port, cookie } = await startTestServer();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND'])
      expect((await ask(port, { method, headers: { cookie } })).status, method).toBe(405);
    expect((await ask(port, { method: 'POST', path: '/', headers: { cookie } })).status).toBe(405);
    expect((await ask(port, { method: 'POST', path: '/events', headers: { cookie } })).status).toBe(405);
    // Calls never work by address alone.
    expect((await ask(port, { path: '/api/app.info', headers: { cookie } })).status).toBe(404);
  });
});

/** Sends a body in chunks of unknown total length. @returns the status */
function sendInPieces(port: number, headers: Record<string, unknown>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method: 'POST', path: '/api/app.info', headers: headers as never, agent: false },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    for (let at = 0; at < body.length; at += 65_536) sent.write(body.slice(at, at + 65_536));
    sent.end();
  });
}
