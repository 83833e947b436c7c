/** What stands around the work: first run, roles, menu, help, keys, projector, files, settings; as a person uses it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addSamples, type SampleIds } from './screens.ts';
import {
  openBrowser,
  openClient,
  startServer,
  type Client,
  type ServerProcess,
  type TestBrowser,
} from './support/index.ts';

let server: ServerProcess;
let client: Client;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  client = await openClient(server.url);
  browser = await openBrowser();
  page = browser.page;
  page.setDefaultTimeout(10_000);
  await page.goto(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(() => expect(browser.complaints).toEqual([]));

const settings = async () => (await client.ask('app.info', {})).settings;
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
async function open(address: string): Promise<void> {
  await page.goto(`${server.origin}/#${address}`);
  await page.reload();
  await page.locator('h1').first().waitFor();
}

describe('the first run', () => {
  test('asks for language, role and name, keeps each at once, and can be skipped', async () => {
    await heading('Đo mức độ chuyển đổi số của đơn vị').waitFor();
    await page.getByRole('radio', { name: 'English' }).check();
    await heading('Measure the digital maturity of your organisation').waitFor();
    await page.getByRole('radio', { name: 'Tiếng Việt' }).check();
    await page.getByRole('radio', { name: /^Giảng viên/ }).check();
    await page.getByRole('button', { name: 'Vào chương trình' }).waitFor();
    await page.getByLabel('Họ và tên người làm').pressSequentially('Đặng Thị Huệ');
    await expect.poll(async () => (await settings()).person).toBe('Đặng Thị Huệ');
    await page.getByRole('radio', { name: /^Đơn vị tự đánh giá/ }).check();
    await page.getByRole('button', { name: 'Bỏ qua' }).click();
    await heading('Chưa khai báo đơn vị nào').waitFor();
    expect(await settings()).toMatchObject({ mode: 'unit', welcomed: true, language: 'vi' });
    await page.reload();
    await heading('Chưa khai báo đơn vị nào').waitFor();
  });

  test('the sample data comes and goes with one click each', async () => {
    await page.getByRole('button', { name: /^Xem thử dữ liệu mẫu/ }).click();
    await heading('UBND xã Trường Đông').waitFor();
    await page.getByText('Đây là đơn vị mẫu').waitFor();
    await page.getByRole('button', { name: /^Bỏ dữ liệu mẫu/ }).click();
    await heading('Chưa khai báo đơn vị nào').waitFor();
    expect(await client.ask('organisations.list', {})).toEqual([]);
  });
});

describe('with work to do', () => {
  let ids: SampleIds;
  beforeAll(async () => {
    ids = await addSamples(client);
  });

  test('the menu changes the role by keyboard and gives the focus back', async () => {
    await open('/');
    const button = page.getByRole('button', { name: /^Trình đơn/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('radio', { name: 'Đơn vị tự đánh giá' }).evaluate((r) => r.matches(':focus'))).toBe(
      true,
    );
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Trình đơn, vai trò: Thẩm định' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu:popover-open').count()).toBe(0);
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.getByRole('link', { name: /^Cách thẩm định/ }).click();
    await heading('Vai trò và điểm thẩm định').waitFor();
    await expect.poll(async () => (await settings()).mode).toBe('appraiser');
  });

  test('the menu closes when it leads somewhere', async () => {
    await page.getByRole('button', { name: /^Trình đơn/ }).click();
    await page
      .locator('.menu')
      .getByRole('link', { name: /^Giới thiệu/ })
      .click();
    await heading('Giới thiệu Thước Số').waitFor();
    expect(await page.locator('.menu:popover-open').count()).toBe(0);
    for (const text of ['SIL 1.1', 'Be Vietnam Pro', 'Tinos', server.dataFolder])
      expect(await page.locator('main').textContent()).toContain(text);
  });

  test('F1 opens the article of the screen over it, with a search that needs no accents', async () => {
    await open(`/assessments/${ids.draft}/answer/citizen-effort`);
    await page.getByText(/^Câu 3\/32/).waitFor();
    await page.keyboard.press('F1');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Trả lời câu hỏi và phím tắt' }).waitFor();
    await dialog.getByRole('button', { name: 'Tất cả bài trợ giúp' }).click();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('mat dien');
    await dialog.getByRole('button', { name: 'Sao lưu và mất điện' }).click();
    await dialog.getByRole('heading', { name: 'Mất điện giữa chừng' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Câu 3\/32/).waitFor();
  });

  test('a way in the help leads to its screen', async () => {
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('link', { name: 'Cài đặt, Nhập liệu' }).click();
    await heading('Nhập liệu').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('an article has its address, and a wrong one says so', async () => {
    await open('/help/backup');
    await heading('Sao lưu và mất điện').waitFor();
    expect(await page.title()).toBe('Sao lưu và mất điện – Trợ giúp – Thước Số');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('nguoi tiep theo');
    await page.getByRole('link', { name: 'Lớp tập huấn trên một máy' }).first().click();
    await heading('Lớp tập huấn trên một máy').waitFor();
    await open('/help/nope');
    await page.getByText('Không có bài trợ giúp này').waitFor();
  });

  test('Ctrl+/ shows all keys', async () => {
    await page.keyboard.press('Control+Slash');
    await heading('Phím tắt').waitFor();
    for (const key of ['F1', 'F11', 'Ctrl+O', 'F7', 'Ctrl+Z, Ctrl+Y', 'PageDown, PageUp'])
      expect(await page.getByRole('rowheader', { name: key, exact: true }).count(), key).toBeGreaterThan(0);
  });

  test('Ctrl+O asks for a file and says when it is none of ours', async () => {
    // Waits from before the page is opened: the browser must have learnt of it when the key comes.
    const asked = page.waitForEvent('filechooser');
    await open('/');
    await page.keyboard.press('Control+o');
    await (await asked).setFiles({ name: 'ảnh lớp.png', mimeType: 'image/png', buffer: Buffer.from('x') });
    await page.getByText('ảnh lớp.png').first().waitFor();
    await page
      .getByText(/không nhận ra|chưa đọc được/i)
      .first()
      .waitFor();
    expect(await page.evaluate(() => location.hash)).toContain('/open');
  });

  describe('the projector', () => {
    const shown = () => page.evaluate(() => 'projector' in document.documentElement.dataset);
    const full = () => page.evaluate(() => document.fullscreenElement !== null);
    const top = (selector: string) => page.locator(selector).evaluate((part) => part.getBoundingClientRect().top);

    test('fills the screen with large type and nothing around it; F11 again ends it', async () => {
      await open(`/assessments/${ids.draft}/result`);
      await page.keyboard.press('F11');
      await expect.poll(full).toBe(true);
      expect(await shown()).toBe(true);
      expect(await page.getByRole('banner').isVisible()).toBe(false);
      expect(await page.getByRole('contentinfo').isVisible()).toBe(false);
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(p, dt, dd, h1, h2, td)')]
          .filter((element) => element.checkVisibility())
          .map((element) => parseFloat(getComputedStyle(element).fontSize)),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
      await page.keyboard.press('F11');
      await expect.poll(full).toBe(false);
      expect(await shown()).toBe(false);
    });

    test('goes part by part with the keys of a remote control, and Esc ends it', async () => {
      await page.keyboard.press('F11');
      await expect.poll(full).toBe(true);
      await page.keyboard.press('PageDown');
      await expect.poll(async () => Math.abs(await top('.pillars'))).toBeLessThan(5);
      await page.keyboard.press('PageUp');
      await expect.poll(async () => Math.abs(await top('.verdict'))).toBeLessThan(60);
      await page.keyboard.press('Escape');
      await expect.poll(shown).toBe(false);
      await expect.poll(full).toBe(false);
    });

    test('ends with the full screen, whoever ends that', async () => {
      await page.keyboard.press('F11');
      await expect.poll(full).toBe(true);
      await page.evaluate(() => document.exitFullscreen());
      await expect.poll(shown).toBe(false);
    });

    test('needs no full screen where the browser refuses it, and leaves by its button too', async () => {
      await page.evaluate(() => {
        document.documentElement.requestFullscreen = () => Promise.reject(new TypeError('refused'));
      });
      await page.keyboard.press('F11');
      await expect.poll(shown).toBe(true);
      expect(await full()).toBe(false);
      await page.getByRole('button', { name: /^Thoát trình chiếu/ }).click();
      expect(await shown()).toBe(false);
      expect(await page.getByRole('banner').isVisible()).toBe(true);
    });
  });

  test('a section of the settings goes back to its defaults, the name stays', async () => {
    await client.ask('settings.update', { theme: 'dark', zoom: 125, digitKeys: false });
    await open('/settings/general');
    await page.getByRole('button', { name: 'Đặt lại mục này' }).click();
    await expect.poll(async () => (await settings()).zoom).toBe(100);
    expect(await settings()).toMatchObject({ theme: 'system', mode: 'unit', digitKeys: false, person: 'Đặng Thị Huệ' });
    await page.getByRole('link', { name: 'Nhập liệu' }).click();
    await heading('Nhập liệu').waitFor();
    await page.getByRole('button', { name: 'Đặt lại mục này' }).click();
    await expect.poll(async () => (await settings()).digitKeys).toBe(true);
    expect(await page.getByRole('checkbox', { name: /^Dùng phím số/ }).isChecked()).toBe(true);
  });

  test('the zoom keys go from 80 to 200 %, and everything stays within the window', async () => {
    await open('/');
    for (let press = 0; press < 8; press += 1) await page.keyboard.press('Control+Equal');
    await expect.poll(async () => (await settings()).zoom).toBe(200);
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    for (let press = 0; press < 9; press += 1) await page.keyboard.press('Control+Minus');
    await expect.poll(async () => (await settings()).zoom).toBe(80);
    await page.keyboard.press('Control+0');
    await expect.poll(async () => (await settings()).zoom).toBe(100);
  });

  test('documents come in the language that is set for them', async () => {
    await client.ask('settings.update', { documentLanguage: 'en' });
    await open(`/assessments/${ids.finished}/result`);
    const request = page.waitForRequest(/reports\.export/);
    await page.getByRole('button', { name: 'Xuất PDF' }).click();
    expect((await request).postDataJSON()).toMatchObject({ language: 'en', format: 'pdf' });
    await client.ask('settings.update', { documentLanguage: 'screen' });
  });

  test('the skip link is the first stop and leads past the header', async () => {
    await open('/');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('with less motion nothing moves', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return parseFloat(transitionDuration) > 0 || parseFloat(animationDuration) > 0;
        }).length,
    );
    expect(moving).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });
});
