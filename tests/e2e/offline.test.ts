/**
 * The program asks nothing of any network. A whole journey in the browser host, and the command line demo, are watched
 * from three sides:
 * - every request of the page, seen by the browser (all systems);
 * - every outgoing connection, datagram and name look-up of the program, noted inside the process (all systems);
 * - the sockets that the kernel lists for the process tree, again and again during the journey (Linux only, there is no
 *   such list to read elsewhere).
 * The desktop program has the same check in electron.test.ts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allSaved,
  atQuestion,
  chooseLevel,
  declareOrganisation,
  nextQuestion,
  startAssessment,
} from './support/journey.ts';
import { CLI, makeFolder, openBrowser, removeFolder, ROOT, startServer } from './support/index.ts';
import type { ServerProcess, TestBrowser } from './support/index.ts';
import { socketsOf, watchNetwork, type NetworkWatch, type Socket } from './support/network.ts';

const SAMPLE_EVERY_MS = 20;

/** Sockets that reach further than this computer; the loopback server and its connections are none. */
function outgoing(sockets: readonly Socket[], port: number): Socket[] {
  return sockets.filter(({ protocol, local }) => protocol !== 'tcp' || local !== `127.0.0.1:${port}`);
}

describe('the watch itself', () => {
  const folder = makeFolder();
  afterAll(() => removeFolder(folder));

  test('notices connections, datagrams and look-ups, in workers too', () => {
    const { env, noted } = watchNetwork(folder);
    const code = `
      import { createSocket } from 'node:dgram';
      import { lookup } from 'node:dns';
      import { connect } from 'node:net';
      import { Worker } from 'node:worker_threads';
      lookup('localhost', () => undefined);
      createSocket('udp4').close();
      connect(1, '127.0.0.1').on('error', () => undefined);
      await fetch('http://127.0.0.1:65000/').catch(() => undefined);
      new Worker("import { connect } from 'node:net'; connect(2, '127.0.0.1').on('error', () => undefined);", { eval: true });`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(noted()).toMatch(/a name: localhost/);
    expect(noted()).toMatch(/a UDP socket/);
    expect(noted()).toMatch(/a request to http:\/\/127\.0\.0\.1:65000/);
    expect(noted().match(/^a TCP connection/gm)?.length).toBeGreaterThanOrEqual(3);
  });

  test('sees the sockets of a process where the system tells', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const own = { protocol: 'tcp', local: `127.0.0.1:${port}`, remote: '0.0.0.0:0', listening: true };
    const sockets = socketsOf(process.pid);
    expect(sockets === null).toBe(process.platform !== 'linux');
    if (sockets) {
      expect(sockets).toContainEqual(own);
      expect(outgoing(sockets, port + 1)).toContainEqual(own);
    }
    server.close();
  });
});

describe('a whole journey in the browser', () => {
  const folder = makeFolder();
  let watch: NetworkWatch;
  let server: ServerProcess;
  let browser: TestBrowser;
  let timer: NodeJS.Timeout;
  let samples = 0;
  const seen: Socket[] = [];

  beforeAll(async () => {
    watch = watchNetwork(folder);
    server = await startServer({ env: watch.env });
    browser = await openBrowser({ acceptDownloads: true });
    timer = setInterval(() => {
      samples += 1;
      seen.push(...outgoing(socketsOf(server.pid) ?? [], server.port));
    }, SAMPLE_EVERY_MS);
  });
  afterAll(async () => {
    clearInterval(timer);
    await browser.close();
    await server.close();
    removeFolder(folder);
  });

  async function download(name: string): Promise<string> {
    const waiting = browser.page.waitForEvent('download');
    await browser.page.getByRole('button', { name }).click();
    return (await waiting).suggestedFilename();
  }

  test('from the first screen to both reports, in two languages', async () => {
    const { page } = browser;
    await page.goto(server.url);
    await declareOrganisation(page, 'UBND xã Tân An');
    await startAssessment(page);
    for (const number of [1, 2, 3]) {
      await atQuestion(page, number);
      await chooseLevel(page, number + 1);
      await nextQuestion(page);
    }
    await allSaved(page);
    await page.getByRole('link', { name: 'Rà soát' }).first().click();
    await page.getByRole('heading', { name: 'Rà soát trước khi chốt kết quả' }).waitFor();
    await page.getByRole('link', { name: 'Kết quả' }).first().click();
    expect(await download('Xuất Excel')).toMatch(/\.xlsx$/);
    expect(await download('Xuất PDF')).toMatch(/\.pdf$/);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Tiếng Việt' }).waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { level: 1, name: 'General' }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
  });

  test('the page asked its own server only', () => {
    expect(browser.requests.length).toBeGreaterThan(20);
    const strange = browser.requests.filter(
      (url) => !/^(data|blob):/.test(url) && new URL(url).origin !== server.origin,
    );
    expect(strange).toEqual([]);
  });

  test('the program reached out to nothing', () => {
    expect(watch.noted()).toBe('');
  });

  test('the kernel saw no socket but those of the loopback server', () => {
    expect(samples).toBeGreaterThan(20);
    expect(seen).toEqual([]);
    const now = socketsOf(server.pid);
    if (now) expect(now.some(({ listening }) => listening)).toBe(true);
  });
});

describe('the command line', () => {
  test('demo makes all reports without any socket', async () => {
    const folder = makeFolder();
    const { env, noted } = watchNetwork(folder);
    const child = spawn(process.execPath, [CLI, 'demo', '--out', folder], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const seen: Socket[] = [];
    const timer = setInterval(() => seen.push(...(socketsOf(child.pid ?? 0) ?? [])), SAMPLE_EVERY_MS);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearInterval(timer);
    expect(code).toBe(0);
    expect(noted()).toBe('');
    expect(seen).toEqual([]);
    removeFolder(folder);
  });
});
