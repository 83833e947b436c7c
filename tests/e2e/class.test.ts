/** A class at one computer, as trainer and participants see it: one after the other, each with a blank start and a file. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { launchApp, type StandInDesktop } from '../electron-standin/launch.ts';
import { atQuestion } from './support/journey.ts';
import { openBrowser, openClient, startServer } from './support/index.ts';
import { makeFolder, removeFolder } from './support/project.ts';

/** Opens a class with the code that the form proposes; `before` goes on where the form asks for a folder. */
async function openClass(page: Page, before: () => Promise<void> = () => Promise.resolve()): Promise<string> {
  await page.getByRole('link', { name: /^Lớp học trên máy dùng chung/ }).click();
  await page.getByLabel('Mã lớp').waitFor();
  await before();
  await page.getByRole('button', { name: 'Mở lớp' }).click();
  await page.getByText('Cần ghi tên lớp.').waitFor();
  await page.getByLabel('Tên lớp').fill('Tập huấn tháng 11');
  const code = await page.getByLabel('Mã lớp').inputValue();
  expect(code).toMatch(/^[A-Z0-9]{4}$/);
  await page.getByRole('button', { name: 'Mở lớp' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tập huấn tháng 11' }).waitFor();
  return code;
}

/** A participant sits down, answers two questions and stops there. */
async function takePart(page: Page, number: number, name: string): Promise<void> {
  await page.getByRole('heading', { name: `Người thứ ${number}` }).waitFor();
  const field = page.getByLabel('Tên doanh nghiệp hoặc đơn vị');
  expect(await field.inputValue()).toBe('');
  await field.fill(name);
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  await atQuestion(page, 1);
  // Nothing of those before: no answer, no suggestion, no name.
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await page.getByText('Kỳ trước').count()).toBe(0);
  for (const question of [1, 2]) {
    await atQuestion(page, question);
    await page.getByRole('radio').nth(number).check();
    await page.getByRole('button', { name: /^Câu tiếp:/ }).click();
  }
}

/** "Người tiếp theo" in the bar above the questionnaire. */
async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Người tiếp theo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu và sang người tiếp theo' }).click();
}

describe('in the desktop program', () => {
  let folder: string;
  let app: StandInDesktop | null = null;
  beforeEach(() => {
    if (!buildIfNeeded()) throw new Error('the bundles cannot be built');
    folder = makeFolder();
  });
  afterEach(async () => {
    await app?.quit();
    app = null;
    removeFolder(folder);
  });

  test('every participant leaves a file in the folder of the class, whose code stays', async () => {
    const target = join(folder, 'Lớp tháng 11');
    mkdirSync(target);
    app = await launchApp({ folder });
    const { page, ask } = app;
    await page.getByRole('radio', { name: /^Giảng viên/ }).check();
    await page.getByRole('button', { name: 'Vào chương trình' }).click();
    await ask('answer', 'open', { canceled: false, filePaths: [target] });
    const code = await openClass(page, async () => {
      await page.getByRole('button', { name: 'Chọn thư mục' }).click();
      await page.getByText(target).waitFor();
    });
    const files: string[] = [];
    for (const [number, name] of [
      [1, 'Cơ sở Hoa Mai'],
      [2, 'Cơ sở Đường Phèn'],
    ] as const) {
      await takePart(page, number, name);
      await page.getByText(`Lớp ${code}`).waitFor();
      await next(page);
      await page.getByText(`Đã có ${number} bài`).waitFor();
      files.push(`lop-${code.toLowerCase()}_00${number}_sme-quick_${new Date().getFullYear()}.xlsx`);
      expect(readdirSync(target).sort()).toEqual(files);
    }
    expect(
      readFileSync(join(target, files[1] ?? ''))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.getByRole('button', { name: 'Kết thúc lớp' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc lớp' }).click();
    await page.getByText(`Lớp “Tập huấn tháng 11” đã kết thúc với 2 bài. Tệp nằm trong ${target}.`).waitFor();
  });
});

describe('in the browser', () => {
  test('files are downloaded, and nobody sees who sat there before', async () => {
    const server = await startServer();
    const browser = await openBrowser({ acceptDownloads: true });
    const { page } = browser;
    page.setDefaultTimeout(10_000);
    try {
      const client = await openClient(server.url);
      await client.ask('settings.update', { mode: 'trainer', welcomed: true, advanceOffered: true });
      await page.goto(server.url);
      const code = await openClass(page);
      await takePart(page, 1, 'Cơ sở Hoa Mai');
      const first = page.url();
      const [file] = await Promise.all([page.waitForEvent('download'), next(page)]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`^lop-${code.toLowerCase()}_001_sme-quick_\\d{4}\\.xlsx$`));
      await page.getByRole('heading', { name: 'Người thứ 2' }).waitFor();
      expect(await page.locator('body').textContent()).not.toContain('Hoa Mai');
      // Neither home, nor the way back, nor the address of the first one leads to the first one.
      await page.goto(`${server.origin}/#/`);
      await page.getByRole('heading', { name: 'Người thứ 2' }).waitFor();
      await page.goto(first);
      await page.getByRole('alert').waitFor();
      expect(await page.locator('body').textContent()).not.toContain('Hoa Mai');
      await page.getByRole('link', { name: 'Về trang của lớp' }).click();
      await takePart(page, 2, 'Cơ sở Đường Phèn');
      // A reload in the middle keeps the place in the class.
      await page.reload();
      await page.getByText(`Lớp ${code} · Người thứ 2`).waitFor();
      await Promise.all([page.waitForEvent('download'), next(page)]);
      await page.getByText('Đã có 2 bài').waitFor();
      await page.getByRole('button', { name: 'Kết thúc lớp' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc lớp' }).click();
      await page.getByText(/đã kết thúc với 2 bài/).waitFor();
      // The trainer sees all of them again.
      expect(await client.ask('organisations.list', {})).toHaveLength(2);
      expect(browser.complaints).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
