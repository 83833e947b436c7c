/** The program for a browser, as an office gets it: unpacked into an empty folder, started by its script, used, stopped. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBrowserBundle } from '../../scripts/packaging/browser-bundle.ts';
import { filesBelow } from '../../scripts/packaging/inspect.ts';
import { collectParts } from '../../scripts/packaging/licences.ts';
import { targetOf } from '../../scripts/packaging/targets.ts';
import { allSaved, chooseLevel, chosenLevel, declareOrganisation, startAssessment } from './support/journey.ts';
import { makeFolder, openBrowser, removeFolder } from './support/index.ts';

const folder = makeFolder();
const bundle = join(folder, 'Thước Số');
const data = join(folder, 'data');
const script = process.platform === 'win32' ? 'start.cmd' : './start.sh';
/** Node in front of everything, no display, and nothing that would help the bundle find the project. */
const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, HOME: folder, LANG: 'C.UTF-8' };
let packages: string[] = [];

beforeAll(async () => {
  packages = await makeBrowserBundle(bundle, [targetOf(process.platform, process.arch)]);
});
afterAll(() => removeFolder(folder));

/** Starts the bundle and gives its address once it is printed. */
function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(script, ['--data', data], { cwd: bundle, env, shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
    child.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(printed) ?? [];
      if (url !== undefined) resolve({ child, url });
    });
  });
}

async function stop(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return ended;
}

describe('the bundle for a browser', () => {
  test('a real page answers a question, and the answer is there after the next start', async () => {
    const first = await start();
    let browser = await openBrowser();
    await browser.page.goto(first.url);
    await declareOrganisation(browser.page, 'UBND xã Thử Nghiệm');
    await startAssessment(browser.page);
    await chooseLevel(browser.page, 3);
    await allSaved(browser.page);
    expect(browser.complaints).toEqual([]);
    const place = new URL(browser.page.url()).hash;
    await browser.close();
    expect(await stop(first.child)).toBe(0);

    const second = await start();
    browser = await openBrowser();
    await browser.page.goto(second.url);
    await browser.page.goto(`${new URL(second.url).origin}/${place}`);
    await expect.poll(() => chosenLevel(browser.page)).toBe(3);
    await browser.close();
    expect(await stop(second.child)).toBe(0);
  });

  test('makes the documents too: worker, fonts and drawing module are all there', () => {
    const sheet = join(bundle, 'program/server/index.js');
    const run = spawnSync(process.execPath, [sheet, 'questionnaires', 'blank', 'sme-quick', '--out', folder], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(filesBelow(folder).some((file) => /^[\w-]*sme-quick[\w.-]*\.pdf$/.test(file))).toBe(true);
  });

  test('says clearly which Node is needed', () => {
    const old = spawnSync(
      process.execPath,
      ['-e', "Object.defineProperty(process.versions,'node',{value:'20.11.0'});require('./program/check-node.cjs')"],
      { cwd: bundle, encoding: 'utf8' },
    );
    expect(old.status).toBe(1);
    expect(old.stderr).toContain('Thước Số cần Node.js 24 trở lên, máy này đang có Node.js 20.11.0');
    if (process.platform === 'win32') return;
    // A computer without any Node: the script finds nothing but the tools of a shell.
    const tools = join(folder, 'tools');
    mkdirSync(tools);
    symlinkSync(['/usr/bin/dirname', '/bin/dirname'].find((tool) => existsSync(tool)) ?? '', join(tools, 'dirname'));
    const none = spawnSync('/bin/sh', [script], { cwd: bundle, env: { PATH: tools }, encoding: 'utf8' });
    expect(none.status).toBe(1);
    expect(none.stderr).toContain('Chưa có Node.js trên máy này');
  });

  test('every package inside it stands in the list of licences', () => {
    const named = new Set(collectParts().map(({ name }) => name));
    expect(packages.length).toBeGreaterThan(20);
    expect(packages.filter((name) => !named.has(name))).toEqual([]);
  });

  test('holds no sources, tests or maps', () => {
    const files = filesBelow(bundle);
    expect(files.filter((file) => /\.(tsx?|map)$|(^|\/)(tests?|src|deps)\//.test(file))).toEqual([]);
    expect(files).toContain('licences/THIRD-PARTY.txt');
  });
});
