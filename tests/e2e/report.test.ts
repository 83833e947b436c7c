/** What people add to a report, and the document as it is shown, printed and handed over, in the real browser. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSamples, type SampleIds } from './screens.ts';
import { allSaved } from './support/journey.ts';
import { openBrowser, openClient, startServer } from './support/index.ts';
import type { Client, ServerProcess, TestBrowser } from './support/index.ts';

let server: ServerProcess;
let client: Client;
let browser: TestBrowser;
let ids: SampleIds;

beforeAll(async () => {
  server = await startServer();
  client = await openClient(server.url);
  ids = await addSamples(client);
  browser = await openBrowser({ acceptDownloads: true });
  await browser.page.goto(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const field = (name: string) => browser.page.getByRole('textbox', { name, exact: true });

async function open(screen: 'report' | 'preview', assessment = ids.draft): Promise<void> {
  const { page } = browser;
  await page.goto(`${server.origin}/#/assessments/${assessment}/${screen}`);
  await page.reload();
  await page
    .locator(screen === 'report' ? '.report__fields' : '[data-page="1"] .textLayer span')
    .first()
    .waitFor();
}

const details = () => client.ask('details.open', { assessmentId: ids.draft, language: 'vi' });

describe('the details of a report', () => {
  test('are found from the result', async () => {
    const { page } = browser;
    await page.goto(`${server.origin}/#/assessments/${ids.draft}/result`);
    await page.getByRole('link', { name: 'Thông tin báo cáo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thông tin báo cáo' }).waitFor();
  });

  test('save themselves and show what will be printed', async () => {
    const { page } = browser;
    await field('Kính gửi').fill('Sở Khoa học và Công nghệ\nUBND tỉnh');
    await page.getByLabel('Thẩm quyền ký').selectOption('deputy');
    await field('Họ và tên người ký').fill('Nguyễn Thị Hồng Nhung');
    await page.getByText('- Sở Khoa học và Công nghệ;').waitFor();
    await page.getByText('PHÓ CHỦ TỊCH', { exact: true }).waitFor();
    await expect.poll(async () => (await details()).details.signerName).not.toBe('');
    await allSaved(page);
    expect((await details()).details).toMatchObject({
      addressees: 'Sở Khoa học và Công nghệ\nUBND tỉnh',
      authority: 'deputy',
      signerName: 'Nguyễn Thị Hồng Nhung',
    });
  });

  test('name what is wrong at the field, and store everything else meanwhile', async () => {
    const { page } = browser;
    await page.getByLabel('In đủ ngày, tháng, năm').check();
    await field('Ngày ban hành').fill('31/02/2026');
    await field('Địa danh').fill('Trường Đông');
    await page.getByText('Ngày chưa đúng.').waitFor();
    expect(await field('Ngày ban hành').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(async () => (await details()).details.place).toBe('Trường Đông');
    expect((await details()).details.date).toBe('');
    await field('Ngày ban hành').fill('4/3/2026');
    await expect.poll(async () => (await details()).details.date).toBe('2026-03-04');
    expect(await page.getByText('Ngày chưa đúng.').count()).toBe(0);
  });

  test('keep what is typed when the screen is left at once', async () => {
    const { page } = browser;
    await field('Nguyên nhân').fill('Một cán bộ kiêm nhiệm.');
    await page.getByRole('link', { name: 'Về kết quả' }).click();
    const causes = async () => (await details()).passages.find(({ id }) => id === 'causes')?.text;
    await expect.poll(causes).toBe('Một cán bộ kiêm nhiệm.');
    await open('report');
    expect(await field('Nguyên nhân').inputValue()).toBe('Một cán bộ kiêm nhiệm.');
    expect(await field('Họ và tên người ký').inputValue()).toBe('Nguyễn Thị Hồng Nhung');
  });

  test('go back to the draft and forth again, by keys alone', async () => {
    const { page } = browser;
    const draft = await field('Kết quả nổi bật').inputValue();
    expect(draft.length).toBeGreaterThan(40);
    await field('Kết quả nổi bật').fill('Lời văn của đơn vị.');
    await field('Kết quả nổi bật').blur();
    await page.getByRole('button', { name: 'Khôi phục bản nháp' }).first().focus();
    await page.keyboard.press('Enter');
    expect(await field('Kết quả nổi bật').inputValue()).toBe(draft);
    // The focus is on the way back.
    await page.keyboard.press('Enter');
    expect(await field('Kết quả nổi bật').inputValue()).toBe('Lời văn của đơn vị.');
    await allSaved(page);
    const strengths = (await details()).passages.find(({ id }) => id === 'strengths');
    expect(strengths?.text).toBe('Lời văn của đơn vị.');
  });

  test('tell that the result has changed under an own text', async () => {
    const { page } = browser;
    await client.ask('answers.save', {
      assessmentId: ids.draft,
      itemId: 'annual-goals',
      seq: 900,
      answer: { state: 'answered', value: { kind: 'option', option: '5' } },
      note: '',
      explanation: '',
      flagged: false,
      evidence: [],
    });
    await page.getByText('Kết quả đã thay đổi từ khi sửa đoạn này.').waitFor();
    await page.getByRole('button', { name: 'Giữ lời văn đã sửa' }).click();
    await allSaved(page);
    expect((await details()).passages.some(({ outdated }) => outdated)).toBe(false);
  });
});

describe('the preview', () => {
  test('shows the document with everything that was written', async () => {
    await open('preview');
    const text = await browser.page.locator('[data-page="1"] .textLayer').innerText();
    expect(text.normalize('NFC')).toContain('Sở Khoa học và Công nghệ');
    expect(text).toContain('Trường Đông, ngày 04 tháng 3 năm 2026');
    expect(browser.complaints).toEqual([]);
  });

  test('is turned by keys, and keeps its page when its size changes', async () => {
    const { page } = browser;
    const number = page.getByLabel('Đến trang');
    await page.getByRole('region', { name: 'Các trang của văn bản' }).focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect.poll(() => number.inputValue()).toBe('3');
    await page.getByLabel('Cỡ trang').selectOption('50');
    await expect.poll(() => number.inputValue()).toBe('3');
    await page.getByRole('region', { name: 'Các trang của văn bản' }).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => number.inputValue()).toBe('1');
    await number.fill('2');
    await page.keyboard.press('Enter');
    await expect.poll(() => number.inputValue()).toBe('2');
    await page.getByLabel('Cỡ trang').selectOption('width');
  });

  test('draws only the pages near what is seen', async () => {
    const { page } = browser;
    await page.getByRole('region', { name: 'Các trang của văn bản' }).focus();
    await page.keyboard.press('End');
    await page.locator('.preview__page:last-child .textLayer span').first().waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const widths = await page
      .locator('.preview__page canvas')
      .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).width));
    expect(widths.length).toBeGreaterThan(8);
    // A canvas that was never drawn is 300 wide, one that was let go 0.
    expect(widths.filter((width) => width > 400).length).toBeLessThan(5);
    expect(widths[0]).toBe(0);
  });

  test('hands over the very file that it shows', async () => {
    const { page } = browser;
    const shown = page.waitForResponse((response) => response.url().endsWith('/api/files.open'));
    await open('preview');
    const { value } = (await (await shown).json()) as { value: { base64: string; fileName: string } };
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất PDF' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(value.fileName);
    expect(readFileSync(await download.path()).toString('base64')).toBe(value.base64);
  });

  test('prints every page on a sheet of its own, upright or across', async () => {
    const { page } = browser;
    // The dialog of the browser cannot be driven; what it would be given can be looked at.
    const printed = await page.evaluate(
      () =>
        new Promise<{ across: boolean; width: number }[]>((resolve) => {
          window.print = () =>
            resolve(
              [...document.querySelectorAll<HTMLImageElement>('.print-pages img')].map((image) => ({
                across: image.className.endsWith('across'),
                width: image.naturalWidth,
              })),
            );
          document.querySelector<HTMLButtonElement>('.footer .btn--primary')?.click();
        }),
    );
    expect(printed.length).toBe(await page.locator('.preview__page').count());
    expect(printed[0]?.across).toBe(false);
    expect(printed.some(({ across }) => across)).toBe(true);
    for (const { across, width } of printed) expect(width).toBeGreaterThan(across ? 2300 : 1600);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => ({
      across: Number(width) > Number(height),
    }));
    expect(sheets).toEqual(printed.map(({ across }) => ({ across })));
  });

  test('comes in the language that is chosen for it', async () => {
    const { page } = browser;
    await page.getByLabel('Ngôn ngữ văn bản').selectOption('en');
    await page.locator('[data-page="1"] .textLayer', { hasText: 'SOCIALIST REPUBLIC' }).waitFor();
    expect(browser.complaints).toEqual([]);
  });

  test('says when the figures have changed since', async () => {
    const { page } = browser;
    await client.ask('details.save', {
      assessmentId: ids.draft,
      seq: 900,
      language: 'vi',
      details: { ...(await details()).details, place: 'Nơi khác' },
    });
    await page.getByText('đã thay đổi từ khi lập bản này').waitFor();
    await page.getByRole('button', { name: 'Lập lại' }).click();
    await page.locator('[data-page="1"] .textLayer', { hasText: 'Nơi khác' }).waitFor();
  });
});
