/** The main job as a clerk does it, by keyboard, in a real browser: from the first run to the two files in hand. */
import ExcelJS from 'exceljs';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, startServer, type ServerProcess, type TestBrowser } from './support/index.ts';

describe('from the first run to the files that are handed in', () => {
  let server: ServerProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser({ acceptDownloads: true });
    browser.page.setDefaultTimeout(10_000);
    await browser.page.goto(server.url);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test('the organisation is entered once', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'Khai báo đơn vị' }).click();
    // Nothing entered yet: the page says what is missing and keeps what is there.
    await page.getByRole('button', { name: 'Lưu và chọn bộ câu hỏi' }).click();
    await page.getByRole('link', { name: 'Ghi tên đơn vị' }).waitFor();
    await page.getByLabel('Tên đơn vị').fill('UBND xã Đường Hòa');
    await page.getByLabel('Loại hình').selectOption({ label: 'Xã' });
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tây Ninh' });
    await page.getByRole('button', { name: 'Lưu và chọn bộ câu hỏi' }).click();
    await page.getByRole('heading', { name: 'Bắt đầu lần đánh giá' }).waitFor();
  });

  test('an assessment is started', async () => {
    const { page } = browser;
    await page.getByRole('radio', { name: /Năm mức trưởng thành/ }).check();
    await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
    await page.getByText('Câu 1/32').waitFor();
  });

  test('32 ladder questions take two keys each: a digit and Enter', async () => {
    const { page } = browser;
    for (let index = 1; index <= 32; index += 1) {
      await page.getByText(`Câu ${index}/32`).waitFor();
      await page.locator('input[type="radio"]').first().focus();
      await page.keyboard.press(index % 4 === 0 ? 'Digit3' : 'Digit2');
      await expect.poll(() => page.locator('input[type="radio"]:checked').count()).toBe(1);
      if (index < 32) await page.keyboard.press('Enter');
    }
    await page.getByText(/Đã lưu lúc \d\d:\d\d/).waitFor();
  });

  test('evidence is cited and a note is typed without losing a letter', async () => {
    const { page } = browser;
    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Loại văn bản').fill('Kế hoạch');
    await dialog.getByLabel('Số, ký hiệu').fill('18/KH-UBND');
    await dialog.getByLabel('Ngày ban hành').fill('25/02/2025');
    await dialog.getByRole('button', { name: 'Thêm vào câu này' }).click();
    await page.getByText('18/KH-UBND').waitFor();
    const text = 'Đường Nguyễn Huệ, phường Trường Đông, khu phố Hòa Thành';
    await page.getByRole('textbox', { name: /^Ghi chú/ }).pressSequentially(text, { delay: 5 });
    await page.getByRole('textbox', { name: /^Ghi chú/ }).blur();
    await page.getByText(/Đã lưu lúc/).waitFor();
    expect(await page.getByRole('textbox', { name: /^Ghi chú/ }).inputValue()).toBe(text);
  });

  test('the answers are checked and the result is locked', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'Rà soát', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Rà soát trước khi chốt kết quả' }).waitFor();
    await page.getByText('Đã trả lời 32 câu, không áp dụng 0 câu, chưa trả lời 0 câu.').waitFor();
    await page.getByRole('button', { name: /^Chốt kết quả/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Chốt kết quả/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Mức 2: Chính phủ mở' }).waitFor();
  });

  async function download(button: string): Promise<string> {
    const { page } = browser;
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const path = join(server.dataFolder, file.suggestedFilename());
    await file.saveAs(path);
    return path;
  }

  test('the workbook says what the screen says', async () => {
    const path = await download('Xuất Excel');
    expect(path).toMatch(/ubnd-xa-duong-hoa_gov-maturity-5_\d{4}\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(readFileSync(path)).buffer);
    const texts = book.worksheets.flatMap((sheet) => {
      const found: string[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.text)));
      return found;
    });
    expect(texts).toContain('UBND xã Đường Hòa');
    expect(texts.some((text) => text.includes('Chính phủ mở'))).toBe(true);
    expect(texts.some((text) => text.includes('18/KH-UBND'))).toBe(true);
  });

  test('so does the PDF', async () => {
    const path = await download('Xuất PDF');
    const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(stdout).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(stdout).toContain('XÃ ĐƯỜNG HÒA');
    expect(stdout).toContain('Chính phủ mở');
  });

  test('after a restart the record is found again', async () => {
    await server.kill();
    await server.restart();
    const { page } = browser;
    await page.goto(server.url);
    await page.getByRole('heading', { level: 1, name: 'UBND xã Đường Hòa' }).waitFor();
    await page
      .getByRole('link', { name: /^Xem kết quả/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Mức 2: Chính phủ mở' }).waitFor();
  });

  test('the page complained about nothing', () => {
    // Losing the server on purpose is the one thing that it may mention.
    expect(
      browser.complaints.filter((line) => !line.includes('ERR_CONNECTION') && !line.includes('ERR_INCOMPLETE')),
    ).toEqual([]);
  });
});
