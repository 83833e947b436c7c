/** Files on their way in can be stopped, and what was stopped is nowhere afterwards. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
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
let ids: SampleIds;
/** Lets the parts that were held back go on. */
let release: () => void = () => undefined;

beforeAll(async () => {
  server = await startServer();
  client = await openClient(server.url);
  ids = await addSamples(client);
  browser = await openBrowser();
  browser.page.setDefaultTimeout(10_000);
  await browser.page.goto(server.url);
});
afterEach(async () => {
  release();
  await browser.page.unrouteAll({ behavior: 'ignoreErrors' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Holds back every part but the first, as a slow stick does. */
async function slowDown(method: string): Promise<void> {
  const gate = new Promise<void>((resolve) => (release = resolve));
  let parts = 0;
  await browser.page.route(`**/api/${method}`, async (route) => {
    parts += 1;
    if (parts > 1) await gate;
    await route.continue().catch(() => undefined);
  });
}

const BIG = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(3 * 1024 * 1024, 0x20)]);

test('the file of a document stops, nothing is stored, and trying again works', async () => {
  const { page } = browser;
  await page.goto(`${server.origin}/#/assessments/${ids.appraised}/answer/hamlet-sessions`);
  await page.getByRole('button', { name: 'Thêm văn bản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Loại văn bản').fill('Báo cáo');
  await dialog.getByLabel('Số, ký hiệu').fill('99/BC-UBND');
  await dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: 'bc.pdf', mimeType: 'application/pdf', buffer: BIG });
  await slowDown('evidence.upload');
  const add = dialog.getByRole('button', { name: 'Thêm vào câu này' });
  await add.click();
  await dialog.getByText(/Đang chép tệp: [1-9]\d*%/).waitFor();
  await dialog.getByRole('button', { name: 'Dừng chép' }).click();
  release();
  await dialog.getByRole('button', { name: 'Dừng chép' }).waitFor({ state: 'detached' });
  const stored = async () =>
    (await client.ask('evidence.list', { assessmentId: ids.appraised })).entries.filter(
      ({ evidence }) => evidence.number === '99/BC-UBND',
    );
  expect(await stored()).toEqual([]);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await add.click();
  await dialog.waitFor({ state: 'detached' });
  expect((await stored()).map(({ evidence }) => evidence.file?.size)).toEqual([BIG.length]);
});

test('a file that is opened stops, and the screen is as before', async () => {
  const { page } = browser;
  await page.goto(`${server.origin}/#/open`);
  await page.getByRole('heading', { level: 1, name: 'Mở tệp' }).waitFor();
  await slowDown('opening.upload');
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp' }).click();
  await (await asked).setFiles({ name: 'kết quả.xlsx', mimeType: 'application/octet-stream', buffer: BIG });
  await page.getByText(/Đang đọc tệp: [1-9]\d*%/).waitFor();
  await page.getByRole('button', { name: 'Dừng đọc tệp' }).click();
  await page.getByRole('button', { name: 'Dừng đọc tệp' }).waitFor({ state: 'detached' });
  expect(await page.getByText('kết quả.xlsx').count()).toBe(0);
  expect(await client.ask('recent.list', {})).toEqual([]);
});
