/** What the page loads before it can be used: little enough for an old office computer. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openClient, ROOT, startServer, type ServerProcess, type TestBrowser } from './support/index.ts';
import { en } from '../../src/renderer/i18n/en/index.ts';
import { vi } from '../../src/renderer/i18n/vi/index.ts';
import { addSamples } from './screens.ts';

const MOST_BYTES = 200_000;

/** The chunks of all screens but home, and but the one for a start that failed. */
const SCREENS = readdirSync(join(ROOT, 'out/renderer/assets'))
  .filter((file) => /^(?!Recovery)\w+Screen-.*\.js$/.test(file))
  .map((file) => `/assets/${file}`);

interface Script {
  readonly path: string;
  readonly text: string;
}

let server: ServerProcess;
let browser: TestBrowser;
/** JavaScript that had arrived when home was ready. */
let scripts: readonly Script[];

beforeAll(async () => {
  server = await startServer();
  await addSamples(await openClient(server.url));
  browser = await openBrowser();
  const { page } = browser;
  // The other screens are fetched in idle time; they wait here until home has been looked at.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const arrived: Promise<Script>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) arrived.push(response.text().then((text) => ({ path: pathname, text })));
  });
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.panel__actions a').first().waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  scripts = await Promise.all(arrived);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('until home is ready', () => {
  test('no more JavaScript is loaded than 200 kB, packed', () => {
    expect(scripts).not.toHaveLength(0);
    const sizes = scripts.map(({ path, text }) => [path, gzipSync(text).length] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('no other screen is among it', () => {
    const paths = scripts.map(({ path }) => path).join(' ');
    expect(SCREENS.length).toBeGreaterThan(5);
    expect(paths).not.toMatch(/(?!Home)\b[A-Z]\w+Screen-|HelpDialog/);
    // Sentences of those screens may be there, as the catalogue is one; their parts may not.
    const code = scripts.map(({ text }) => text).join('\n');
    for (const part of ['ladder__row', 'jump__item', 'question__field']) expect(code).not.toContain(part);
  });

  test('nor the second language', () => {
    expect(scripts.map(({ path }) => path).join(' ')).not.toMatch(/\/en-/);
    const code = scripts.map(({ text }) => text).join('\n');
    for (const key of ['answer.save-idle', 'error.internal'] as const) {
      expect(code).toContain(vi[key]);
      expect(code).not.toContain(en[key]);
    }
  });

  test('nor the validator', () => {
    const code = scripts.map(({ text }) => text).join('\n');
    for (const mark of ['ZodError', 'invalid_type', 'unrecognized_keys', '_zod', 'safeParse'])
      expect(code).not.toContain(mark);
  });

  test('the rest arrives by itself when there is time', async () => {
    const second = await browser.context.newPage();
    const fetched: string[] = [];
    second.on('response', (response) => fetched.push(new URL(response.url()).pathname));
    await second.goto(server.origin);
    await expect.poll(() => SCREENS.filter((path) => !fetched.includes(path)), { timeout: 10_000 }).toEqual([]);
  });
});
