/** What is served: the built page and nothing else. */
import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../src/adapters/files/static-site.ts';
import { ask, call, startTestServer } from './support.ts';

describe('the page', () => {
  it('is served with its types; hashed files stay in the cache for ever', async () => {
    const { port, cookie } = await startTestServer();
    const page = await ask(port, { headers: { cookie } });
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    const script = await ask(port, { path: '/assets/index-abc123.js', headers: { cookie } });
    expect(script.status).toBe(200);
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'max-age=31536000, immutable',
    });
  });

  it.each([
    '/notes.txt',
    '/assets',
    '/assets/',
    '/nowhere.js',
    '/../index.html.bak',
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cwindows%5cwin.ini',
    '/assets/..%2findex.html',
    '/assets/..%5cindex.html',
    '//etc/passwd',
    '/etc/passwd%00.js',
    '/index.html%00',
    '/INDEX.HTML',
    '/index.html.',
    '/C:/Windows/win.ini',
    '/__proto__',
    '/constructor',
  ])('has no %s', async (path) => {
    const { port, cookie } = await startTestServer();
    expect((await ask(port, { path, headers: { cookie } })).status).toBe(404);
  });

  it('answers an unreadable address without ending', async () => {
    const { port, cookie } = await startTestServer();
    for (const path of ['/files/%E0%A4%A', '/files/%'])
      expect((await ask(port, { path, headers: { cookie } })).status).toBe(400);
    expect((await ask(port, { headers: { cookie } })).status).toBe(200);
  });
});

describe('the security headers', () => {
  it('are on every answer, refusals included', async () => {
    const server = await startTestServer();
    const { port, cookie, url } = server;
    const answers = {
      421: await ask(port, { headers: { host: 'evil.example' } }),
      303: await ask(port, { path: `/${new URL(url).search}` }),
      401: await ask(port, {}),
      200: await ask(port, { headers: { cookie } }),
      404: await ask(port, { path: '/nowhere', headers: { cookie } }),
      405: await ask(port, { method: 'PUT', headers: { cookie } }),
      403: await call(server, 'app.info', {}, { headers: { origin: 'null' } }),
      415: await call(server, 'app.info', {}, { headers: { 'content-type': 'text/plain' } }),
      400: await call(server, 'app.info', {}, { body: '{' }),
      413: await call(server, 'app.info', {}, { body: ' '.repeat(2 * 1024 * 1024) }),
    };
    const others = [await call(server, 'app.info', {}), await ask(port, { path: '/files/x', headers: { cookie } })];
    for (const [status, answer] of Object.entries(answers)) expect(answer.status).toBe(Number(status));
    for (const answer of [...Object.values(answers), ...others]) {
      expect(answer.headers).toMatchObject(SECURITY_HEADERS);
      expect(answer.headers['x-powered-by']).toBeUndefined();
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('allow nothing from outside', () => {
    const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
  });
});
