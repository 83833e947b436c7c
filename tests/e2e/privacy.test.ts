/** Somebody asks to be forgotten: found by the name in the list, copied, deleted; the page says what was done. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openClient, startServer, type ServerProcess, type TestBrowser } from './support/index.ts';

describe('personal data', () => {
  let server: ServerProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = await startServer();
    const client = await openClient(server.url);
    await client.ask('settings.update', { person: 'Nguyễn Thị Hòa', welcomed: true });
    browser = await openBrowser({ acceptDownloads: true });
    await browser.page.goto(server.url);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test('a person is found, copied and deleted', async () => {
    const { page } = browser;
    await page.goto(`${server.origin}/#/about`);
    await page.getByRole('link', { name: /^Dữ liệu cá nhân/ }).click();
    await page.getByText('91/2025/QH15').waitFor();
    await page.getByRole('button', { name: 'Xem mọi nơi có tên Nguyễn Thị Hòa' }).click();
    await page.getByText('1 ô ghi người, 0 chỗ trong nội dung khác.').waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất bản sao' }).click(),
    ]);
    const copy = JSON.parse(readFileSync(await download.path(), 'utf8')) as { name: string };
    expect(copy.name).toBe('Nguyễn Thị Hòa');

    await page.getByRole('button', { name: 'Xóa tên người này…' }).click();
    await page.getByRole('button', { name: 'Xóa, không lấy lại được' }).click();
    await page.getByText('Đã bỏ trống 1 ô').waitFor();
    await page.getByText('Không còn nơi nào trong dữ liệu có tên này.').waitFor();
    await page.getByText('Không có tên người nào trong các ô ghi người.').waitFor();
    await page.getByText(/: bỏ trống 1 ô, xóa \d+ bản sao lưu cũ\./).waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
