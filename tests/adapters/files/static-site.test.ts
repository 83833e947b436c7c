import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CONTENT_SECURITY_POLICY,
  createStaticSite,
  SECURITY_HEADERS,
} from '../../../src/adapters/files/static-site.ts';
import { temporaryFolder } from '../temporary.ts';

async function site(): Promise<{ folder: string; get: Awaited<ReturnType<typeof createStaticSite>> }> {
  const folder = join(await temporaryFolder(), 'renderer');
  await mkdir(join(folder, 'assets/deep'), { recursive: true });
  const files = {
    'index.html': '<p>',
    'icon.svg': '<svg/>',
    'assets/a-1.js': 'a',
    'assets/a-1.css': 'b',
    'assets/deep/f.woff2': 'f',
    'notes.txt': 't',
    'server.ts': 's',
    '.env': 'e',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, '../secret.html'), 'secret');
  return { folder, get: await createStaticSite(folder) };
}
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

describe('the built page', () => {
  it('is served with its types; hashed files are kept, others are asked for again', async () => {
    const { get } = await site();
    const rows: [string, string, string, string][] = [
      ['/', '<p>', 'text/html; charset=utf-8', 'no-cache'],
      ['/index.html', '<p>', 'text/html; charset=utf-8', 'no-cache'],
      ['/icon.svg', '<svg/>', 'image/svg+xml', 'no-cache'],
      ['/assets/a-1.js', 'a', 'text/javascript; charset=utf-8', 'max-age=31536000, immutable'],
      ['/assets/a-1.css', 'b', 'text/css; charset=utf-8', 'max-age=31536000, immutable'],
      ['/assets/deep/f.woff2', 'f', 'font/woff2', 'max-age=31536000, immutable'],
    ];
    for (const [path, body, type, cache] of rows) {
      const answer = await get(path);
      expect([path, answer.status, text(answer.body)]).toEqual([path, 200, body]);
      expect(answer.headers).toEqual({ ...SECURITY_HEADERS, 'content-type': type, 'cache-control': cache });
    }
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/../index.html',
    '//index.html',
    '/index.html/',
    '/index.html\u0000.js',
    '/INDEX.HTML',
    '/index.html?x',
    '/notes.txt',
    '/server.ts',
    '/.env',
    '/assets',
    '/assets/',
    '',
    'index.html',
    '/__proto__',
    '/constructor',
    'C:\\Windows\\win.ini',
  ])('knows nothing at %j', async (path) => {
    const { get } = await site();
    expect(await get(path)).toEqual({ status: 404, headers: SECURITY_HEADERS, body: new Uint8Array() });
  });

  it('knows only what was there at the start, and no links', async () => {
    const { folder } = await site();
    await symlink(join(folder, '../secret.html'), join(folder, 'linked.html'));
    const get = await createStaticSite(folder);
    await writeFile(join(folder, 'later.html'), 'x');
    for (const path of ['/linked.html', '/later.html']) expect((await get(path)).status).toBe(404);
  });

  it('may run and load nothing that is not its own', () => {
    const policy = new Map(
      CONTENT_SECURITY_POLICY.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'", "'unsafe-inline'"]);
    for (const name of ['form-action', 'frame-ancestors', 'base-uri']) expect(policy.get(name)).toEqual(["'none'"]);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|unsafe-eval|ws:/);
    expect(SECURITY_HEADERS['x-content-type-options']).toBe('nosniff');
    expect(SECURITY_HEADERS['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });
});
