/** Files that reach the desktop program from the system, and handing in to a folder, in its built bundles. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { launchApp, start, type StandInDesktop } from '../electron-standin/launch.ts';
import { makeFolder, removeFolder } from './support/project.ts';

const SHEET = `format: thuoc-so/answers/1
questionnaire: { id: sme-quick, version: 1.0.0 }
organisation: { name: "Cơ sở Hoa Mai", kind: sme }
period: { kind: once, year: 2026 }
answers: {}
`;

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

test('the program started with a file shows it, takes it over, and hands it in to a folder', async () => {
  const file = join(folder, 'bài của Hoa Mai.yaml');
  writeFileSync(file, SHEET);
  app = await launchApp({ folder, args: [file] });
  const { page } = app;
  await page.getByText('bài của Hoa Mai.yaml').waitFor();
  await page.getByRole('button', { name: 'Nhận vào máy' }).click();
  await page.waitForURL(/assessments\/.*\/answer/);
  const id = /assessments\/([^/]+)/.exec(page.url())?.[1] ?? '';
  // One answer, so that there is a result.
  await page.getByRole('radio').first().check();
  await page
    .getByText(/Đã lưu/)
    .first()
    .waitFor();
  await page.evaluate((to) => (location.hash = `#/assessments/${to}/result`), id);
  await page.getByRole('button', { name: 'Nộp', exact: true }).click();
  const stick = join(folder, 'thẻ nhớ');
  mkdirSync(stick);
  await app.ask('answer', 'open', { canceled: false, filePaths: [stick] });
  await page.getByRole('button', { name: 'Chọn thư mục hoặc thẻ nhớ' }).click();
  await page.getByText('Đã đọc lại từng tệp, khớp với bản gốc.').waitFor();
  expect(readdirSync(stick).sort()).toEqual([
    'co-so-hoa-mai_sme-quick_2026-lan1_r1.pdf',
    'co-so-hoa-mai_sme-quick_2026-lan1_r1.xlsx',
  ]);
  await page.getByRole('button', { name: 'Mở thư mục' }).click();
  await expect.poll(async () => (await app?.ask('record'))?.shellCalls).toContain(`openPath ${stick}`);
});

test('a file named at a second start opens in the window that is there', async () => {
  app = await launchApp({ folder });
  const { page } = app;
  const file = join(folder, 'bảng cũ.xlsx');
  writeFileSync(file, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  const second = await start({ folder, args: [file] });
  expect(await second.exited).toBe(0);
  await page.getByText('bảng cũ.xlsx').waitFor();
  await page.getByText('Đây là tệp Word hoặc PowerPoint đời cũ.').waitFor();
});
