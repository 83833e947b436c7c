/** The built main process on the stand-in: what it decides, not what Chromium or Electron do with it. */
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { DATABASE_NAME } from '../../src/adapters/sqlite/open.ts';
import { CALL_CHANNEL } from '../../src/contract/channels.ts';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';
import { launchApp, start, until, type StandInDesktop, type Started } from '../electron-standin/launch.ts';

const HOME = 'app://bundle/';

beforeAll(() => {
  expect(buildIfNeeded()).toBe(true);
});

describe('a running program', () => {
  let folder = '';
  let app: StandInDesktop;
  beforeAll(async () => {
    folder = makeFolder();
    app = await launchApp({ folder });
  });
  afterAll(async () => {
    await app.quit();
    removeFolder(folder);
  });

  test('has one window with every safety switch on', async () => {
    const [window, ...others] = await app.ask('windows');
    expect(others).toEqual([]);
    expect(window?.options).toMatchObject({
      minWidth: 1024,
      minHeight: 560,
      show: false,
      title: 'Thước Số',
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        webSecurity: true,
        spellcheck: false,
      },
    });
    expect(window).toMatchObject({ visible: true, url: HOME });
  });

  describe('message endpoint', () => {
    test('answers the top frame of its own page', async () => {
      expect(await app.ask('invokeAs', { url: HOME }, CALL_CHANNEL, ['app.info', {}])).toMatchObject({ ok: true });
    });
    test.each([
      ['a page from elsewhere', { url: 'https://example.com/' }],
      ['a look-alike host', { url: 'app://bundle.example.com/' }],
      ['a frame inside the page', { url: HOME, framed: true }],
      ['a frame that has gone', { url: HOME, gone: true }],
      ['a window that was not admitted', { url: HOME, stranger: true }],
    ])('refuses %s with an exception', async (_, sender) => {
      await expect(app.ask('invokeAs', sender, CALL_CHANNEL, ['app.info', {}])).rejects.toThrow('forbidden');
    });
    test('no other channel is open', async () => {
      await expect(app.ask('invokeAs', { url: HOME }, 'other', [])).rejects.toThrow('No handler registered');
    });
    test.each([['nope'], ['__proto__'], ['constructor'], [''], [42], [null]])(
      'the method %j is unknown, not a crash',
      async (method) => {
        const answer = await app.ask('invokeAs', { url: HOME }, CALL_CHANNEL, [method, {}]);
        expect(answer).toMatchObject({ ok: false, error: { code: 'method.unknown' } });
      },
    );
  });

  test.each([
    ['clipboard-sanitized-write', HOME, true],
    ['clipboard-sanitized-write', 'https://example.com/', false],
    ['fullscreen', HOME, true],
    ['fullscreen', 'https://example.com/', false],
    ['clipboard-read', HOME, false],
    ['geolocation', HOME, false],
    ['media', HOME, false],
    ['notifications', HOME, false],
    ['openExternal', HOME, false],
  ])('permission %s for %s: %s', async (permission, url, granted) => {
    expect(await app.ask('permission', permission, url)).toBe(granted);
  });

  test('embedding a web view and being redirected are refused', async () => {
    expect(await app.ask('attachWebview')).toBe(true);
    expect(await app.ask('redirect', 'https://example.com/')).toBe(true);
    expect(await app.ask('redirect', HOME)).toBe(true);
  });

  test('the request filter stops what the content security policy would have let through', async () => {
    let visits = 0;
    const server = createServer((_, answer) => {
      visits += 1;
      answer.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const devtools = await app.page.context().newCDPSession(app.page);
    await devtools.send('Page.setBypassCSP', { enabled: true });
    await app.page.reload();
    const addresses = ['https://example.com/', `http://127.0.0.1:${port}/`];
    for (const address of addresses)
      await expect(app.page.evaluate((url) => fetch(url, { mode: 'no-cors' }), address)).rejects.toThrow();
    await devtools.send('Page.setBypassCSP', { enabled: false });
    await app.page.reload();
    server.close();
    const { requests } = await app.ask('record');
    const foreign = requests.filter(({ outcome }) => outcome !== 'served');
    expect(foreign.map(({ url, outcome }) => [url, outcome])).toEqual(addresses.map((url) => [url, 'refused']));
    expect(visits).toBe(0);
  });

  test('the data folder opens in the file manager', async () => {
    await app.clickMenu('Tệp', 'Mở thư mục dữ liệu');
    expect((await app.ask('record')).shellCalls).toEqual([`openPath ${join(folder, 'data')}`]);
  });

  test('a second start brings this window forward and ends', async () => {
    await app.ask('setWindow', { minimized: true });
    const second = await start({ folder });
    expect(await second.exited).toBe(0);
    const window = await until('the window', async () =>
      (await app.ask('windows')).find(({ minimized }) => !minimized),
    );
    expect(window.visible).toBe(true);
  });

  test('presenting fills the screen also when it is chosen in the menu, which the page has not seen', async () => {
    const full = () => app.page.evaluate(() => document.fullscreenElement !== null);
    await app.page.locator('h1').first().waitFor();
    await app.clickMenu('Xem', 'Trình chiếu');
    await until('the full screen', full);
    await app.clickMenu('Xem', 'Trình chiếu');
    await until('the window', async () => !(await full()));
  });

  test('menus follow the language of the settings', async () => {
    const update = (language: string) =>
      app.ask('invokeAs', { url: HOME }, CALL_CHANNEL, ['settings.update', { language }]);
    expect(await app.menuBar()).toEqual(['&Tệp', '&Sửa', '&Xem', 'Đánh &giá', 'T&rợ giúp']);
    await update('en');
    await until('English menus', async () => (await app.menuBar())[0] === '&File');
    await update('vi');
    await until('Vietnamese menus', async () => (await app.menuBar())[0] === '&Tệp');
  });
});

describe('each start', () => {
  let folder = '';
  let running: Started[] = [];
  beforeEach(() => {
    folder = makeFolder();
    running = [];
  });
  afterEach(async () => {
    for (const started of running) await started.kill();
    removeFolder(folder);
  });
  async function launch(env: Record<string, string> = {}): Promise<StandInDesktop> {
    const app = await launchApp({ folder, env });
    running.push(app);
    return app;
  }
  const dialogs = async (app: Started) => (await app.ask('record')).dialogs;
  const firstDialog = (app: Started) => until('a dialog', async () => (await dialogs(app))[0]);

  test('opens the window where it was, unless that screen is gone', async () => {
    const bounds = { x: 1400, y: 60, width: 1200, height: 700 };
    const both = { STANDIN_SCREENS: '[[0,0,1366,728],[1366,0,1920,1040]]' };
    const first = await launch(both);
    await first.ask('setWindow', { bounds, maximized: true });
    await first.ask('closeWindow');
    expect(await first.exited).toBe(0);

    const second = await launch(both);
    expect((await second.ask('windows'))[0]).toMatchObject({ bounds, maximized: true, visible: true });
    expect(await second.quit()).toBe(0);

    const third = await launch();
    expect((await third.ask('windows'))[0]?.bounds).toMatchObject({ x: 43, y: 0, width: 1280, height: 728 });
  });

  test('data that cannot be opened is explained on a page, with ways out', async () => {
    await writeFile(join(folder, 'data'), 'a file where the folder should be');
    const app = await launch();
    await app.page.getByRole('alert').waitFor();
    await app.page.getByText(join(folder, 'data'), { exact: true }).waitFor();
    await app.page.getByRole('button', { name: 'Thử lại' }).click();
    await app.page.getByRole('button', { name: 'Mở thư mục này' }).waitFor();
    expect(await app.quit()).toBe(0);
    expect(await readFile(join(folder, 'data'), 'utf8')).toContain('a file');
  });

  test('after the cause is gone, trying again opens the program', async () => {
    const first = await launch();
    await first.quit();
    const database = join(folder, 'data', DATABASE_NAME);
    const aside = join(folder, 'aside.db');
    // Quitting has put everything into the one file.
    expect(existsSync(`${database}-wal`)).toBe(false);
    await rename(database, aside);
    await writeFile(database, 'x'.repeat(8192));
    const app = await launch();
    await app.page
      .getByText(/bị hỏng/)
      .first()
      .waitFor();
    await rename(aside, database);
    await app.page.getByRole('button', { name: 'Thử lại' }).click();
    await app.page
      .getByText(/bị hỏng/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await app.quit()).toBe(0);
  });

  test('closing with something unsaved waits a moment, then asks', async () => {
    const app = await launchApp({ folder });
    // The stand-in answers the page's own dialog; the test driver must leave it alone.
    app.page.on('dialog', () => undefined);
    await app.page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    // Chromium asks only on pages that somebody has used.
    await app.page.mouse.click(5, 5);
    const asked = async () =>
      (await app.ask('record')).dialogs.filter(({ options }) => options.message === 'Còn thay đổi chưa lưu được')
        .length;
    await app.ask('answer', 'message', { response: 0, checkboxChecked: false });
    await app.ask('closeWindow');
    await until('the question', async () => (await asked()) === 1);
    expect((await app.ask('windows')).length).toBe(1);
    await app.ask('answer', 'message', { response: 1, checkboxChecked: false });
    await app.ask('closeWindow');
    expect(await app.exited).toBe(0);
  });

  test('a page that crashes is offered again', async () => {
    const app = await launch();
    await app.ask('crashPage');
    expect((await firstDialog(app)).options).toMatchObject({ message: 'Cửa sổ Thước Số đã ngừng hoạt động' });
    await app.ask('answer', 'message', { response: 0, checkboxChecked: false });
    await until(
      'the page',
      async () => (await app.ask('evaluate', 'typeof thuocSo?.call').catch(() => '')) === 'function',
    );
  });
});
