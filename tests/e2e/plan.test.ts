/** Making a plan in a real browser: suggestions, order, undo, progress, export, and the ledger of outside results. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSamples, type SampleIds } from './screens.ts';
import {
  openBrowser,
  openClient,
  startServer,
  type Client,
  type ServerProcess,
  type TestBrowser,
} from './support/index.ts';

describe('a plan', () => {
  let server: ServerProcess;
  let browser: TestBrowser;
  let client: Client;
  let ids: SampleIds;

  beforeAll(async () => {
    server = await startServer();
    client = await openClient(server.url);
    browser = await openBrowser({ acceptDownloads: true });
    browser.page.setDefaultTimeout(10_000);
    await browser.page.goto(server.url);
    ids = await addSamples(client);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const names = () => browser.page.locator('.tasks__name').allTextContents();
  const stored = async () => (await client.ask('plans.get', { assessmentId: ids.draft })).plan;

  test('is filled from the suggestions and then reaches its target', async () => {
    const { page } = browser;
    await page.goto(`${server.origin}/#/assessments/${ids.draft}/plan`);
    await page.getByRole('heading', { name: /^Kế hoạch đạt mức/ }).waitFor();
    await page.getByRole('button', { name: /^Đưa cả \d+ việc vào kế hoạch/ }).click();
    await page.getByText('đạt mục tiêu').waitFor();
    expect((await stored()).tasks.length).toBe((await names()).length);
  });

  test('is put in order by keyboard; the focus goes along', async () => {
    const { page } = browser;
    const before = await names();
    await page.locator('.tasks__name').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-move'))).toBe('down');
    expect((await stored()).tasks[1]?.text).toBe(before[0]);
    await page.keyboard.press('Control+Z');
    await expect.poll(names).toEqual(before);
  });

  test('loses a task and gets it back', async () => {
    const { page } = browser;
    const before = await names();
    await page.getByRole('button', { name: 'Bỏ nhiệm vụ 1 khỏi kế hoạch' }).click();
    await expect.poll(async () => (await names()).length).toBe(before.length - 1);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(names).toEqual(before);
    await page.keyboard.press('Control+Y');
    await expect.poll(async () => (await names()).length).toBe(before.length - 1);
    await page.keyboard.press('Control+Z');
    await expect.poll(names).toEqual(before);
  });

  test('takes every detail of a task, and says what is wrong with it', async () => {
    const { page } = browser;
    await page.locator('.tasks__name').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ngày hoàn thành').fill('31/2/2026');
    await dialog.getByLabel('Kinh phí (triệu đồng)').fill('1.250,5');
    await dialog.getByLabel('Chủ trì').fill('Văn phòng HĐND và UBND');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Chưa đúng ngày').waitFor();
    await dialog.getByLabel('Ngày hoàn thành').fill('1/3/2026');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await stored()).tasks[0])
      .toMatchObject({ due: '2026-03-01', budget: '1250.5', lead: 'Văn phòng HĐND và UBND' });
    await page.getByText('Trễ hạn').first().waitFor();
  });

  test('takes tasks of an issued document', async () => {
    const { page } = browser;
    const before = (await names()).length;
    await page.getByRole('button', { name: 'Lấy từ văn bản' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Văn bản')
      .selectOption({ label: 'Nhiệm vụ trọng tâm chuyển đổi số của tỉnh Tây Ninh (2021)' });
    await dialog.getByRole('searchbox').fill('an toan thong tin');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Thêm 1 nhiệm vụ đã chọn' }).click();
    await expect.poll(async () => (await names()).length).toBe(before + 1);
    expect(
      (await stored()).tasks.some(({ source }) => source === 'template:tasks-tay-ninh-713:security-programme'),
    ).toBe(true);
  });

  test('has phases with what each leads to', async () => {
    const { page } = browser;
    await page.getByRole('button', { name: 'Giai đoạn', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đến ngày').first().fill('30/06/2026');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Giai đoạn 1, đến 30/06/2026').waitFor();
    expect((await stored()).phases).toMatchObject([{ due: '2026-06-30' }, { due: '' }]);
  });

  test('is reported on by period, with a deadline that can be moved', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'Tiến độ' }).click();
    await page.getByLabel('Báo cáo từ ngày').fill('1/1/2026');
    await page.getByLabel('Báo cáo từ ngày').blur();
    const first = page.getByRole('row', { name: /Quý I\/2026/ });
    await expect.poll(() => first.getByRole('textbox').inputValue()).toBe('17/03/2026');
    await first.getByRole('textbox').fill('25/03/2026');
    await first.getByRole('textbox').press('Enter');
    await first.getByText('đơn vị đặt').waitFor();
    await first.getByRole('button', { name: /^Ghi tiến độ/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ngày báo cáo').fill('26/03/2026');
    await dialog.getByLabel('Trạng thái của nhiệm vụ 1').selectOption({ label: 'Hoàn thành' });
    expect(await dialog.getByLabel('Phần trăm hoàn thành của nhiệm vụ 1').inputValue()).toBe('100');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await first.getByText('Đã báo cáo, muộn').waitFor();
    expect((await stored()).tasks[0]?.status).toBe('done');
  });

  test('helps to choose among initiatives', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'Sáng kiến ưu tiên' }).click();
    for (const name of ['Số hóa hồ sơ', 'Camera an ninh']) {
      await page.getByRole('textbox', { name: 'Tên sáng kiến mới' }).fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('row', { name: new RegExp(name) }).waitFor();
    }
    const points = (name: string) => page.getByRole('row', { name: new RegExp(name) }).getByRole('combobox');
    for (let index = 0; index < 4; index += 1) {
      await points('Số hóa hồ sơ').nth(index).selectOption('3');
      await points('Camera an ninh').nth(index).selectOption('1');
    }
    await page.getByRole('row', { name: /Số hóa hồ sơ.*Ưu tiên nhất/ }).waitFor();
    await page.getByRole('row', { name: /^1 .*12\/12/ }).waitFor();
  });

  test.each([
    ['Excel', 'xlsx'],
    ['PDF', 'pdf'],
  ])('leaves as an annex in %s', async (name, ending) => {
    const { page } = browser;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Xuất phụ lục ${name}` }).click();
    expect((await download).suggestedFilename()).toMatch(new RegExp(`ke-hoach-gov-maturity-5.*\\.${ending}$`));
  });

  test('stands beside published results in the ledger', async () => {
    const { page } = browser;
    await page.goto(`${server.origin}/#/ledger`);
    await page.getByRole('row', { name: /ICT Index.*2019 0,4582 25\/63 Tăng 8 bậc so với 2018/ }).waitFor();
    await page.getByRole('button', { name: 'Thêm chỉ số' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Chỉ số').fill('DTI');
    await dialog.getByLabel('Năm').fill('2025');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Ghi giá trị hoặc thứ hạng.').waitFor();
    await dialog.getByLabel('Giá trị').fill('0,61');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('row', { name: /DTI.*0,61/ }).waitFor();
    await page.getByRole('button', { name: 'Bỏ DTI năm 2025' }).click();
    await page.getByRole('button', { name: 'Lấy lại' }).click();
    await page.getByRole('row', { name: /DTI.*0,61/ }).waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
