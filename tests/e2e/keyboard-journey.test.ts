/** The whole journey without a mouse: every control is reached by Tab and used by its own keys. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atQuestion } from './support/journey.ts';
import { openBrowser, startServer, type ServerProcess, type TestBrowser } from './support/index.ts';

let server: ServerProcess;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser({ acceptDownloads: true });
  page = browser.page;
  page.setDefaultTimeout(10_000);
  await page.goto(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const link = (name: string | RegExp) => page.getByRole('link', { name, exact: typeof name === 'string' });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (key: string) => page.keyboard.press(key);
const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'));

/** More than any screen has between its first control and its last. */
const MOST = 160;

/** Goes by Tab until the control has the focus, which then can be seen. @throws Error when it is not on the way */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST; presses += 1) {
    if (await hasFocus(target)) {
      const seen = await target.evaluate((element) => {
        const { outlineStyle, boxShadow, borderColor } = getComputedStyle(element);
        return outlineStyle !== 'none' || boxShadow !== 'none' || borderColor !== 'transparent';
      });
      expect(seen).toBe(true);
      return;
    }
    await press(key);
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

async function activate(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(target);
  await press(key);
}

async function type(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await press('Control+a');
  await page.keyboard.type(text);
}

/** Goes down a closed list until it shows the wanted entry. */
async function select(target: Locator, wanted: string): Promise<void> {
  await tabTo(target);
  const shown = () =>
    target.evaluate(
      (element) => (element as unknown as { selectedOptions: { text: string }[] }).selectedOptions[0]?.text,
    );
  for (let presses = 0; presses < MOST && (await shown()) !== wanted; presses += 1) await press('ArrowDown');
  expect(await shown()).toBe(wanted);
}

/** A new screen begins at its heading, so that Tab goes on from there. */
async function arrived(name: string | RegExp): Promise<void> {
  await heading(name).waitFor();
  await expect.poll(() => hasFocus(heading(name))).toBe(true);
}

describe('from nothing to the files, by keyboard', () => {
  test('the organisation and the assessment', async () => {
    await heading('Đo mức độ chuyển đổi số của đơn vị').waitFor();
    await activate(link('Khai báo đơn vị'));
    await arrived('Khai báo đơn vị');
    await type(page.getByLabel('Tên đơn vị'), 'UBND xã Đường Hòa');
    await select(page.getByLabel('Loại hình'), 'Xã');
    await activate(button('Lưu và chọn bộ câu hỏi'));
    await arrived('Bắt đầu lần đánh giá');
    const wanted = page.getByRole('radio', { name: /Năm mức trưởng thành/ });
    // One stop for all of them; arrows go from one to the next.
    for (
      let presses = 0;
      presses < MOST && (await page.getByRole('radio', { checked: true }).count()) === 0;
      presses += 1
    ) {
      await press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('input[type="radio"]'))) await press('Space');
    }
    for (let presses = 0; presses < MOST && !(await wanted.isChecked()); presses += 1) await press('ArrowDown');
    await activate(button('Bắt đầu'));
    await atQuestion(page, 1);
  });

  test('answers, a document, a note, a reason why something does not apply', async () => {
    for (let number = 1; number <= 31; number += 1) {
      await atQuestion(page, number);
      await press(number % 3 === 0 ? 'Digit3' : 'Digit2');
      await press('Enter');
    }
    await atQuestion(page, 32);
    await press('Digit2');
    await press('F2');
    await page.keyboard.type('3.2');
    await press('Enter');
    await atQuestion(page, 10);
    await press('F8');
    const reason = page.getByRole('dialog');
    await reason.waitFor();
    await activate(reason.getByRole('radio').first(), 'Space');
    await activate(button('Ghi là không áp dụng', reason));
    await reason.waitFor({ state: 'detached' });
    await press('PageUp');
    await atQuestion(page, 9);
    await press('F9');
    const document = page.getByRole('dialog');
    await type(document.getByLabel('Loại văn bản'), 'Kế hoạch');
    await type(document.getByLabel('Số, ký hiệu'), '18/KH-UBND');
    await activate(button('Thêm vào câu này', document));
    await document.waitFor({ state: 'detached' });
    await press('Alt+KeyG');
    await page.keyboard.type('Đã trao đổi với văn phòng');
    await press('Control+KeyS');
    await page
      .getByText(/Đã lưu lúc/)
      .first()
      .waitFor();
  });

  test('looking over and locking', async () => {
    await tabTo(link('Rà soát').first(), 'Shift+Tab');
    await press('Enter');
    await arrived('Rà soát trước khi chốt kết quả');
    await activate(button(/^Chốt kết quả/));
    const dialog = page.getByRole('dialog');
    await activate(button(/^Chốt kết quả/, dialog));
    await arrived(/Mức \d/);
  });

  test('every chart as a table, the trace, and back to a question', async () => {
    await activate(page.locator('.pillars').getByRole('button', { name: 'Bảng' }));
    await page.locator('.pillars table').first().waitFor();
    await activate(page.locator('.items').getByRole('button', { name: 'Bảng' }));
    await activate(page.locator('.heat__table').getByRole('button', { name: 'Điểm', exact: true }));
    await page.locator('.heat__table th[aria-sort]').waitFor();
    await activate(page.locator('.trace > summary'));
    await page.locator('.trace__children').first().waitFor();
  });

  test('the plan: tasks, their order, dates, progress, initiatives', async () => {
    await tabTo(link('Kế hoạch').first(), 'Shift+Tab');
    await press('Enter');
    await arrived(/^Kế hoạch đạt mức/);
    await activate(page.locator('.plan__suggestions .btn--primary'));
    await page.locator('.tasks__name').nth(1).waitFor();
    const second = await page.locator('.tasks__name').nth(1).textContent();
    await activate(page.locator('.tasks tbody tr').nth(1).getByRole('button', { name: /lên/i }));
    await expect.poll(() => page.locator('.tasks__name').first().textContent()).toBe(second);
    await tabTo(page.locator('.tasks__name').first(), 'Shift+Tab');
    await press('Enter');
    const task = page.getByRole('dialog');
    await type(task.getByLabel('Chủ trì'), 'Văn phòng HĐND và UBND');
    await type(task.getByLabel('Ngày hoàn thành'), '31/12/2026');
    await press('Enter');
    await task.waitFor({ state: 'detached' });
    await page.getByText('Văn phòng HĐND và UBND').waitFor();
    expect(await hasFocus(page.locator('.tasks__name').first())).toBe(true);
    await tabTo(link('Tiến độ'), 'Shift+Tab');
    await press('Enter');
    await activate(button(/^Ghi tiến độ/).first());
    const progress = page.getByRole('dialog');
    await progress.waitFor();
    await press('Escape');
    await progress.waitFor({ state: 'detached' });
    await tabTo(link('Sáng kiến ưu tiên'), 'Shift+Tab');
    await press('Enter');
    await type(page.getByPlaceholder('Tên sáng kiến mới'), 'Một cửa số');
    await press('Enter');
    await page.locator('.selection').getByText('Một cửa số').waitFor();
  });

  test('the details of the report, and what they print', async () => {
    await tabTo(link('Kết quả').first(), 'Shift+Tab');
    await press('Enter');
    await arrived(/Mức \d/);
    await activate(link('Thông tin báo cáo'));
    await arrived('Thông tin báo cáo');
    await type(page.getByLabel('Ký hiệu'), '/BC-VPUBND');
    await press('Tab');
    await page.locator('.paper-sheet').getByText('/BC-VPUBND').waitFor();
    await activate(link('Về kết quả'));
    await arrived(/Mức \d/);
  });

  test('handing in: the dialog keeps the focus, gives it back, and gives the files', async () => {
    await activate(button('Nộp'));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      await press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
      );
      expect(outside).toBe(false);
    }
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await hasFocus(button('Nộp'))).toBe(true);
    await press('Enter');
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await activate(button('Tải xuống', dialog));
    expect((await download).suggestedFilename()).toMatch(/ubnd-xa-duong-hoa_gov-maturity-5/);
  });

  test('the page complained about nothing', () => expect(browser.complaints).toEqual([]));
});
