/**
 * The 20 points of Electron's own security checklist, one test each, over the built program on the stand-in and over the
 * configuration of the packaged one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { FUSES } from '../../scripts/packaging/fuses.ts';
import { CONTENT_SECURITY_POLICY, createStaticSite } from '../../src/adapters/files/static-site.ts';
import { CALL_CHANNEL } from '../../src/contract/channels.ts';
import { BRIDGE_NAME, type AppEvent, type Bridge } from '../../src/contract/surface.ts';
import { isReload } from '../../src/main/security-policy.ts';
import { makeFolder, removeFolder, ROOT } from '../e2e/support/project.ts';
import { launchApp, until, type StandInDesktop } from '../electron-standin/launch.ts';

const HOME = 'app://bundle/';
const OUT = join(ROOT, 'out');

/** Text of all scripts and pages of one part of the build. */
function code(part: string): string {
  return readdirSync(join(OUT, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|cjs|html)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

let folder = '';
let app: StandInDesktop;
let preferences: Readonly<Record<string, unknown>> = {};

beforeAll(async () => {
  expect(buildIfNeeded()).toBe(true);
  folder = makeFolder();
  app = await launchApp({ folder });
  await app.page.locator('h1').first().waitFor();
  const [window] = await app.ask('windows');
  preferences = { ...window?.options.webPreferences };
});
afterAll(async () => {
  await app.quit();
  removeFolder(folder);
});

/** Everything that was decided so far about windows and navigation. */
const decided = async (): Promise<readonly string[]> => (await app.ask('record')).decisions;

/** Lets the page try something, and gives what was decided about it; the page must still be there. */
async function tried(script: string, what: string): Promise<readonly string[]> {
  const before = (await decided()).length;
  await app.page.evaluate(script);
  const found = await until(what, async () => {
    const now = (await decided()).slice(before);
    return now.length > 0 ? now : null;
  });
  expect(app.page.url()).toContain('bundle');
  return found;
}

describe('the security checklist', () => {
  test('1 only content of its own is loaded', async () => {
    const { requests } = await app.ask('record');
    expect(requests.length).toBeGreaterThan(5);
    expect(
      requests.filter(({ url, outcome }) => outcome !== 'served' || !/^(app:\/\/bundle\/|data:|blob:)/.test(url)),
    ).toEqual([]);
    expect((await app.ask('beforeReady')).switches).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
  });

  test('2 the page has no Node', async () => {
    expect(preferences.nodeIntegration).toBe(false);
    expect(preferences).not.toHaveProperty('nodeIntegrationInWorker');
    expect(preferences).not.toHaveProperty('nodeIntegrationInSubFrames');
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname'];
    expect(await app.page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
  });

  test('3 the preload has a world of its own', () => expect(preferences.contextIsolation).toBe(true));

  test('4 every process is sandboxed', async () => {
    expect(preferences.sandbox).toBe(true);
    expect(await app.ask('beforeReady')).toMatchObject({ sandboxed: true });
    expect(code('main')).not.toContain('no-sandbox');
  });

  test('5 permissions are asked for and denied', async () => {
    const denied = [
      'accessibility-events',
      'background-sync',
      'camera',
      'clipboard-read',
      'deprecated-sync-clipboard-read',
      'display-capture',
      'fileSystem',
      'geolocation',
      'hid',
      'idle-detection',
      'keyboardLock',
      'local-fonts',
      'media',
      'mediaKeySystem',
      'microphone',
      'midi',
      'midiSysex',
      'notifications',
      'openExternal',
      'payment-handler',
      'persistent-storage',
      'pointerLock',
      'screen-wake-lock',
      'sensors',
      'serial',
      'speaker-selection',
      'storage-access',
      'top-level-storage-access',
      'unknown',
      'usb',
      'window-management',
    ];
    for (const permission of denied) expect(await app.ask('permission', permission, HOME), permission).toBe(false);
    for (const foreign of ['https://example.com/', 'app://bundle.example.com/', 'file:///', 'about:blank', ''])
      expect(await app.ask('permission', 'clipboard-sanitized-write', foreign), foreign).toBe(false);
  });

  test('6 web security stays on', () => expect(preferences.webSecurity).toBe(true));

  test('7 the content security policy is there and holds', async () => {
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
      expect(CONTENT_SECURITY_POLICY).toContain(directive);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
    const { requests } = await app.ask('record');
    const pages = requests.filter(({ headers }) => headers['content-type']?.startsWith('text/html'));
    expect(pages.length).toBeGreaterThan(0);
    for (const { headers } of pages) expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    const ran = await app.page.evaluate(() => {
      const marks = globalThis as unknown as Record<string, unknown>;
      const script = document.createElement('script');
      script.textContent = 'globalThis.ranInline = true';
      const holder = document.createElement('div');
      holder.innerHTML =
        '<img src="data:," onerror="globalThis.ranHandler = true"><a href="javascript:globalThis.ranLink = true">x</a>';
      document.body.append(script, holder);
      holder.querySelector('a')?.click();
      try {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it fails is the test
        setTimeout('globalThis.ranTimer = true', 0);
      } catch {
        // Refused at once.
      }
      return new Promise<string[]>((done) =>
        setTimeout(() => {
          holder.remove();
          done(['ranInline', 'ranHandler', 'ranLink', 'ranTimer'].filter((name) => name in marks));
        }, 300),
      );
    });
    expect(ran).toEqual([]);
  });

  test('8 insecure content is not allowed', () =>
    expect(preferences).not.toHaveProperty('allowRunningInsecureContent'));
  test('9 no experimental features', () => expect(preferences).not.toHaveProperty('experimentalFeatures'));
  test('10 no Blink features by name', () => {
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(code('main')).not.toMatch(/enable-blink-features|enable-features/);
  });

  test('11 there are no web views', () => {
    expect(preferences.webviewTag).toBe(false);
    expect(code('renderer')).not.toMatch(/<webview|createElement\(["'`]webview/);
  });

  test('12 a web view that is attached anyway is refused', async () =>
    expect(await app.ask('attachWebview')).toBe(true));

  test('13 navigation ends at the own page, also for addresses that look alike', async () => {
    const elsewhere = [
      'https://example.com/',
      'app://bundle.example.com/',
      'app://bundle@example.com/',
      'app://user@bundle/',
      'app://bundle:8080/',
      'app://bundle/assets/none.js',
      'app://other/',
      'appx://bundle/',
      'file:///etc/passwd',
      'file://bundle/',
      'javascript:alert(1)',
      'data:text/html,x',
      'about:blank',
      'blob:app://bundle/1',
      'view-source:app://bundle/',
      'chrome://gpu/',
      'devtools://devtools/',
      '//bundle/',
      'app:/\\bundle/',
    ];
    expect(elsewhere.filter(isReload)).toEqual([]);
    expect(await tried("location.href = 'https://example.com/moved'", 'the refusal')).toEqual([
      'navigate refused https://example.com/moved',
    ]);
    expect(await app.ask('redirect', 'https://example.com/')).toBe(true);
  });

  test('14 new windows are refused', async () => {
    expect(await tried("void window.open('https://example.com/opened')", 'the refusal')).toEqual([
      'window.open deny https://example.com/opened',
    ]);
    await tried(
      "{ const link = document.createElement('a'); link.href = 'https://example.com/linked'; link.target = '_blank'; document.body.append(link); link.click(); link.remove(); }",
      'the refusal',
    );
    expect(await decided()).not.toContainEqual(expect.stringContaining('allow'));
    expect(await app.ask('windows')).toHaveLength(1);
  });

  test('15 nothing is handed to other programs by its address', async () => {
    expect(code('main')).not.toContain('openExternal');
    const { shellCalls } = await app.ask('record');
    expect(shellCalls).toEqual([]);
  });

  test('16 Electron is one exact version, and the release checklist asks for a current one', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
      version: string;
    };
    expect(devDependencies.electron).toBe(version);
    expect(readFileSync(join(ROOT, 'docs/release-checklist.md'), 'utf8')).toContain('Electron');
  });

  test.each([
    ['another page', { url: 'https://example.com/' }],
    ['a name that looks alike', { url: 'app://bundle.example.com/' }],
    ['a name inside credentials', { url: 'app://bundle@example.com/' }],
    ['a file', { url: 'file:///C:/bundle/index.html' }],
    ['a page without address', { url: 'about:blank' }],
    ['a frame of the own page', { url: HOME, framed: true }],
    ['a frame that has gone', { url: HOME, gone: true }],
    ['a window that is not ours', { url: HOME, stranger: true }],
  ])('17 a message of %s is refused', async (_, sender) => {
    await expect(app.ask('invokeAs', sender, CALL_CHANNEL, ['app.info', {}])).rejects.toThrow('forbidden');
  });

  test('18 pages come by a scheme of their own, by name from a fixed list', async () => {
    expect(code('main')).not.toMatch(/loadFile\(|file:\/\/\//);
    const site = await createStaticSite(join(OUT, 'renderer'));
    const paths = [
      '/../main/index.js',
      '/..%2fmain%2findex.js',
      '/%2e%2e/main/index.js',
      '/..\\main\\index.js',
      '/C:/Windows/win.ini',
      '//etc/passwd',
      '/index.html%00',
      '/assets/../index.html',
      '/__proto__',
      '',
    ];
    for (const path of paths) expect((await site(path)).status, path).toBe(404);
    const statuses = await app.page.evaluate(
      (all) => Promise.all(all.map(async (path) => (await fetch(path)).status)),
      [
        '/%2e%2e/main/index.js',
        '/..%2fmain%2findex.js',
        '/..%5cmain%5cindex.js',
        '/C:/Windows/win.ini',
        '/package.json',
      ],
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect(await app.page.evaluate(async () => (await fetch('/', { method: 'POST', body: 'x' })).status)).toBe(404);
  });

  test('19 every fuse is set, the dangerous ones off', () => {
    const all = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
    expect(Object.keys(FUSES).sort()).toEqual([...all].sort());
    expect(FUSES).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  test('20 the page sees two functions and plain events, nothing of Electron', async () => {
    const seen = await app.page.evaluate(async (name) => {
      const bridge = (globalThis as unknown as Record<string, Bridge>)[name] as Bridge;
      const heard = new Promise<unknown[]>((done) => {
        const listener = (...args: [AppEvent]): void => done(args);
        bridge.subscribe(listener);
      });
      await bridge.call('settings.update', { zoom: 110 });
      const args = await heard;
      return {
        members: Object.keys(bridge).sort(),
        args,
        electron: Object.keys(globalThis).filter((key) => /electron|ipc/i.test(key)),
      };
    }, BRIDGE_NAME);
    expect(seen).toEqual({ members: ['call', 'subscribe'], args: [{ type: 'settings.changed' }], electron: [] });
  });
});
