import { resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from './support/index.ts';

interface Built {
  readonly output: readonly { readonly fileName: string; readonly code?: string; readonly source?: unknown }[];
}

let browser: TestBrowser;
let script = '';
let styles = '';

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: resolve(import.meta.dirname, 'fixtures/heat-table.mjs'), formats: ['iife'], name: 'fixture' },
    },
  })) as unknown as readonly Built[];
  for (const { fileName, code, source } of built.flatMap(({ output }) => output))
    if (fileName.endsWith('.css')) styles += String(source);
    else script += code ?? '';
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function show(rows: number): Promise<void> {
  const { page } = browser;
  await page.goto('about:blank');
  await page.setContent('<!doctype html><html lang="vi"><body><div id="root"></div></body></html>');
  await page.addStyleTag({ content: styles });
  await page.addScriptTag({ content: script });
  await page.evaluate((count) => (window as unknown as { showTable: (n: number) => void }).showTable(count), rows);
  await page.locator('.heat__table tbody th').first().waitFor({ timeout: 10_000 });
}

/** Milliseconds from the press on a column head until the new order is on the screen; the middle one of seven. */
async function sortTime(): Promise<number> {
  return browser.page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    const button = document.querySelectorAll<HTMLButtonElement>('.heat__table thead button')[3];
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      await frame();
      const start = performance.now();
      button?.click();
      await frame();
      await frame();
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[3] ?? Infinity;
  });
}

/** Milliseconds of the longer frames while the table scrolls from end to end: the 90th of a hundred. */
async function scrollFrame(): Promise<number> {
  return browser.page.evaluate(async () => {
    const box = document.querySelector<HTMLElement>('.heat__box');
    if (!box) throw new Error('no table');
    const step = Math.max(40, (box.scrollHeight - box.clientHeight) / 100);
    const times: number[] = [];
    let last = await new Promise<number>((done) => requestAnimationFrame(done));
    for (let turn = 0; turn < 100; turn += 1) {
      box.scrollTop += step;
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      times.push(now - last);
      last = now;
    }
    return times.sort((a, b) => a - b)[89] ?? Infinity;
  });
}

describe.each([103, 3321])('a heat table of %i rows by 8', (rows) => {
  test('sorts in 200 ms and scrolls without long frames', async () => {
    await show(rows);
    const sort = await sortTime();
    const scroll = await scrollFrame();
    expect({ sort: sort <= 200, scroll: scroll <= 50 }, `sort ${sort} ms, frame ${scroll} ms`).toEqual({
      sort: true,
      scroll: true,
    });
  });

  test('draws the rows that are in view, at both ends', async () => {
    await show(rows);
    const { page } = browser;
    expect(await page.locator('.heat__table').getAttribute('aria-rowcount')).toBe(String(rows + 1));
    await page.locator('.heat__box').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await page.locator('.heat__table th', { hasText: new RegExp(` ${rows}$`) }).waitFor();
    expect(await page.locator('.heat__table tbody tr').count()).toBeLessThanOrEqual(120);
  });

  test('finds a name without tone marks', async () => {
    await show(rows);
    await browser.page.getByLabel('Tìm trong bảng').fill('cam giang 3');
    await browser.page.locator('.heat__table th', { hasText: 'Xã Cẩm Giang 3' }).first().waitFor();
    expect(await browser.page.locator('.heat__table th', { hasText: 'An Bình' }).count()).toBe(0);
  });
});
