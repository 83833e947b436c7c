/** Gathering the results of a class and of a department: files in, decisions, the picture, an appraisal there and back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn, makeResultFiles } from './support/collection.ts';
import {
  makeFolder,
  openBrowser,
  openClient,
  removeFolder,
  startServer,
  type Client,
  type ServerProcess,
  type TestBrowser,
} from './support/index.ts';

const COUNT = 30;

let server: ServerProcess;
let client: Client;
let browser: TestBrowser;
let page: Page;
/** Result files of the units, and a place for what leaves the program. */
let folder: string;
let place: string;
/** The units as the files name them. */
let names: readonly string[];

beforeAll(async () => {
  folder = makeResultFiles(COUNT, 'json');
  place = makeFolder();
  names = filesIn(folder).map(
    (path) => (JSON.parse(readFileSync(path, 'utf8')) as { organisation: { name: string } }).organisation.name,
  );
  server = await startServer();
  client = await openClient(server.url);
  browser = await openBrowser();
  page = browser.page;
  page.setDefaultTimeout(15_000);
  await client.ask('settings.update', { mode: 'trainer', welcomed: true });
  await page.goto(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  removeFolder(folder);
  removeFolder(place);
});

const go = (hash: string): Promise<unknown> => page.goto(`${server.origin}/#${hash}`);
const heading = (name: string | RegExp) => page.getByRole('heading', { name });

async function saved(act: () => Promise<unknown>): Promise<string> {
  const download = page.waitForEvent('download');
  await act();
  const file = await download;
  const path = join(place, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Longest time between two frames while something is done. */
async function longestGap(work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const seen = window as unknown as { longest: number };
    seen.longest = 0;
    let last = performance.now();
    const tick = (now: number): void => {
      seen.longest = Math.max(seen.longest, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  return page.evaluate(() => (window as unknown as { longest: number }).longest);
}

describe('a department', () => {
  let id: string;

  test('makes a collection with a pasted list of units', async () => {
    await page.getByRole('link', { name: /^Đợt tổng hợp/ }).click();
    await page.getByRole('button', { name: 'Tạo đợt tổng hợp' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tạo và nhập tệp' }).click();
    await dialog.getByText('Cần có tên đợt tổng hợp.').waitFor();
    await dialog.getByLabel('Tên đợt').fill('Tỉnh A năm 2025');
    await dialog.getByLabel('Bộ câu hỏi').selectOption('gov-maturity-5/1.0.0');
    await dialog.getByLabel('Năm', { exact: true }).selectOption('2025');
    // One name with another tone is only suggested; the last file is of a unit that is not in the list.
    const listed = [...names.slice(0, -1).map((name, at) => (at === 0 ? name.replace('Tân', 'Tấn') : name))];
    const rows = [...listed, 'UBND xã Không Nộp'].map((name, at) => `${name}\tCụm ${(at % 3) + 1}`);
    await dialog.getByLabel(/Danh sách đơn vị/).fill(['Tên\tNhóm', ...rows].join('\n'));
    await dialog.getByText(`Đọc được ${COUNT} đơn vị.`).waitFor();
    await dialog.getByRole('button', { name: 'Tạo và nhập tệp' }).click();
    await heading('Nhập tệp kết quả').waitFor();
    id = /collections\/([^/]+)\/import/.exec(page.url())?.[1] ?? '';
  });

  test('imports a pile, and every file has its outcome', async () => {
    const broken = join(place, 'hỏng.xlsx');
    writeFileSync(broken, 'không phải bảng tính');
    const again = join(place, 'bản sao.json');
    writeFileSync(again, readFileSync(filesIn(folder)[3] as string));
    await page
      .getByLabel('Chọn tệp')
      .last()
      .setInputFiles([...filesIn(folder), broken, again]);
    await heading(`1 tệp cần xem, ${COUNT} tệp đã nhập`).waitFor();
    const row = page.getByRole('row', { name: /hỏng\.xlsx/ });
    expect(await row.textContent()).toContain('Không đọc được');
    await page.getByText('1 tệp không phải làm gì').click();
    await page
      .getByRole('row', { name: /bản sao\.json/ })
      .getByText('Đã có', { exact: true })
      .waitFor();
    const list = await saved(() => page.getByRole('button', { name: 'Lưu báo cáo nhập tệp' }).click());
    expect(readFileSync(list, 'utf8').split('\r\n')).toHaveLength(COUNT + 2 + 2);
  });

  test('says by hand what the program only suggests', async () => {
    await heading('Chưa khớp danh sách: 2 kết quả').waitFor();
    const first = page.getByRole('row', { name: names[0] as string });
    await first.getByRole('button', { name: /Tấn/ }).first().click();
    await heading('Chưa khớp danh sách: 1 kết quả').waitFor();
    const last = page.getByRole('row', { name: names.at(-1) as string });
    await last.getByRole('button', { name: /^Đơn vị khác/ }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Tìm theo tên/)
      .fill('khong nop');
    await page.getByRole('dialog').getByText('1 đơn vị').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await last.getByRole('button', { name: /^Thêm vào danh sách/ }).click();
    await heading(/^Chưa khớp/).waitFor({ state: 'detached' });
    const view = await client.ask('collections.get', { id });
    expect([view.expected, view.missing, view.unmatched.length]).toEqual([COUNT + 1, 1, 0]);
  });

  test('sees the picture: overview, units, groups, items, who is missing', async () => {
    await go(`/collections/${id}`);
    await page.locator('.chart-level-bars').waitFor();
    await page.locator('.chart-stacked-dots').waitFor();
    await page.locator('.chart-spreads').waitFor();
    // Every chart has its table.
    for (const figure of await page.locator('.chart-figure').all()) {
      await figure.getByRole('button', { name: 'Bảng', exact: true }).click();
      expect(await figure.locator('table tbody tr').count()).toBeGreaterThan(0);
    }
    await page.getByRole('link', { name: 'Bảng nhiệt, xếp hạng' }).click();
    const rows = page.locator('.heat__table tbody tr');
    await expect.poll(() => rows.count()).toBe(COUNT);
    await page.getByLabel('Tìm đơn vị').fill('tan hoi');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByLabel('Nhóm', { exact: true }).selectOption('Cụm 2');
    await expect.poll(() => rows.count()).toBe(10);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByRole('link', { name: 'Nhóm, so kỳ' }).click();
    await page.locator('.chart-spreads').waitFor();
    await page.getByRole('link', { name: 'Từng đơn vị' }).click();
    expect(await page.locator('.chart-small-multiples .name').count()).toBe(COUNT);
    await page.getByRole('link', { name: 'Tiêu chí', exact: true }).click();
    await heading('Tiêu chí khó đạt nhất').waitFor();
    await page.getByRole('link', { name: 'Còn thiếu, chất lượng' }).click();
    await heading('1 đơn vị chưa có kết quả').waitFor();
    await page.getByRole('row', { name: /UBND xã Không Nộp/ }).waitFor();
  });

  test('shows no name and no small part to a room', async () => {
    await page.getByRole('link', { name: 'Bảng nhiệt, xếp hạng' }).click();
    await page.getByLabel('Ẩn tên đơn vị').check();
    await page.getByText('Đơn vị 01').waitFor();
    const text = await page.locator('#main').innerText();
    for (const name of names) expect(text).not.toContain(name);
    await page.keyboard.press('F11');
    await expect.poll(() => page.getByLabel('Ẩn tên đơn vị').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    // Levels with fewer than five units: those are kept back.
    const { aggregate } = await client.ask('collections.overview', { id, filter: {} });
    const small = aggregate.total.levels.find(({ level, n }) => level !== null && n > 0 && n < 5);
    await page.getByLabel('Mức', { exact: true }).selectOption(String(small?.level ?? 5));
    await page.getByText(/không nêu số liệu/).waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByLabel('Ẩn tên đơn vị').uncheck();
  });

  test('hands on a workbook, a report, data and the collection', async () => {
    for (const [entry, ending, begins] of [
      [/^Bảng tính tổng hợp/, 'xlsx', 'PK'],
      [/^Báo cáo tổng hợp/, 'pdf', '%PDF'],
      [/^Bảng số liệu/, 'zip', 'PK'],
      [/^Số liệu cho phần mềm khác/, 'json', '{'],
      [/^Gói đợt tổng hợp/, 'thuocso', 'PK'],
    ] as const) {
      await page.getByRole('button', { name: 'Xuất', exact: true }).click();
      const path = await saved(() => page.getByRole('button', { name: entry }).click());
      expect(path.endsWith(`.${ending}`)).toBe(true);
      expect(readFileSync(path).subarray(0, begins.length).toString('latin1')).toBe(begins);
    }
  });

  test('stops an import, and the collection is as it was', async () => {
    const before = await client.ask('collections.get', { id });
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/collections.upload', async (route) => {
      await gate;
      await route.continue().catch(() => undefined);
    });
    await go(`/collections/${id}/import`);
    await page.getByLabel('Chọn tệp').last().setInputFiles(filesIn(folder));
    await page.getByRole('button', { name: 'Dừng nhập' }).click();
    await page.getByRole('button', { name: 'Dừng nhập' }).waitFor({ state: 'detached' });
    release();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const after = await client.ask('collections.get', { id });
    expect(after.runs).toHaveLength(before.runs.length);
    expect(after.updatedAt).toBe(before.updatedAt);
  });

  test('keeps the page moving while it imports', async () => {
    const gap = await longestGap(async () => {
      await page.getByLabel('Chọn tệp').last().setInputFiles(filesIn(folder));
      await heading(/^Đã nhập 0 tệp/).waitFor();
    });
    // The bar is 200 ms on a quiet computer; a busy one must not fail it, a page that stands still must.
    expect(gap).toBeLessThan(1500);
    expect(browser.complaints).toEqual([]);
  });
});

test('an appraisal goes to the unit and both scores stay', async () => {
  const unitServer = await startServer();
  try {
    // The unit hands in.
    const unit = await openClient(unitServer.url);
    const samples = await unit.ask('samples.add', {});
    const own = samples.find(
      ({ questionnaireId, state }) => questionnaireId === 'gov-maturity-5' && state === 'finished',
    );
    if (!own) throw new Error('no finished sample');
    const { ticket } = await unit.ask('reports.export', { assessmentId: own.id, format: 'xlsx', language: 'vi' });
    const file = await unit.ask('files.deliver', { ticket });
    if (file.kind !== 'download') throw new Error(file.kind);
    const answer = await fetch(new URL(file.url, unitServer.origin), { headers: { cookie: unit.cookie } });
    const workbook = join(place, 'don-vi.xlsx');
    writeFileSync(workbook, Buffer.from(await answer.arrayBuffer()));

    // The department takes it into a collection of its own, and appraises one item.
    await go('/collections/import');
    await page.getByLabel('Chọn tệp').last().setInputFiles(workbook);
    await heading(/^Đã nhập 1 tệp/).waitFor();
    await page.getByText('1 tệp hợp lệ, đã nhập').click();
    await page.getByRole('link', { name: /^Xem kết quả/ }).click();
    await page.getByRole('button', { name: 'Mở để thẩm định' }).click();
    await page.waitForURL(/assessments\/.*\/answer/);
    await page.getByRole('button', { name: 'Thống nhất' }).click();
    const [collection] = await client.ask('collections.list', {});
    const { units } = await client.ask('collections.overview', { id: collection?.id ?? '', filter: {} });
    const there = { id: collection?.id ?? '', result: units[0]?.result ?? 0 };
    await expect.poll(async () => (await client.ask('collections.unit', there)).own?.appraised).toBe(1);
    await go(`/collections/${there.id}/units/${there.result}`);
    await page.getByText('Đã thẩm định 1 tiêu chí').waitFor();
    await page.getByRole('button', { name: 'Đưa điểm thẩm định vào đợt' }).click();
    await page.getByText('Điểm thẩm định đã vào đợt tổng hợp.').waitFor();
    const counted = await client.ask('collections.overview', { id: collection?.id ?? '', filter: {} });
    expect(counted.units).toHaveLength(1);
    expect(counted.units[0]?.appraised).not.toBeNull();
    await page.getByRole('button', { name: 'Trả kết quả cho đơn vị' }).click();
    await page.getByLabel('Người hoặc cơ quan thẩm định').fill('Sở KH&CN tỉnh A');
    const returned = await saved(() => page.getByRole('button', { name: 'Lưu tệp' }).click());

    // The unit takes it in; its own score is still beside it.
    await page.goto(unitServer.url);
    await page.evaluate(() => (location.hash = '#/open'));
    const [picker] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Chọn tệp' }).click(),
    ]);
    await picker.setFiles(returned);
    await page.getByText('Sở KH&CN tỉnh A').waitFor();
    await page.locator('#keep ~ .row .btn--primary').click();
    await page
      .getByRole('link', { name: /kết quả/i })
      .last()
      .click();
    await page.waitForURL(/result/);
    const result = await unit.ask('results.get', { assessmentId: own.id });
    expect(result.root.value).not.toBeNull();
    expect(await unit.ask('appraisals.returns', { assessmentId: own.id })).toHaveLength(1);
  } finally {
    await unitServer.close();
  }
});
