/** The desktop program from the outside: on the stand-in always, on Electron itself where it is installed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { CONTENT_SECURITY_POLICY } from '../../src/adapters/files/static-site.ts';
import {
  BRIDGE_NAME,
  type AppEvent,
  type Bridge,
  type MethodInput,
  type MethodName,
  type MethodOutput,
} from '../../src/contract/surface.ts';
import type { Desktop, DesktopDriver } from '../electron-standin/desktop.ts';
import { launchApp, standIn, until } from '../electron-standin/launch.ts';
import { electronBinary, realElectron } from '../electron-standin/real-electron.ts';
import { makeFolder, removeFolder } from './support/project.ts';

const DRIVERS: DesktopDriver[] = electronBinary() === null ? [standIn] : [standIn, realElectron];

type BridgedWindow = { [name: string]: Bridge } & { heard: AppEvent[] };

/** Asks through the bridge, as the page does. @throws Error with the envelope when the answer is not ok */
async function ask<M extends MethodName>(page: Page, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const answer = await page.evaluate(
    ([bridge, name, value]) => (globalThis as unknown as BridgedWindow)[bridge]?.call(name, value),
    [BRIDGE_NAME, method as string, input as unknown] as const,
  );
  if (!answer?.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
  return answer.value as MethodOutput<M>;
}

beforeAll(() => {
  expect(buildIfNeeded()).toBe(true);
});

describe.each(DRIVERS)('desktop program on $name', ({ launch }) => {
  let folder = '';
  let app: Desktop;
  let page: Page;
  beforeAll(async () => {
    folder = makeFolder();
    app = await launch({ folder });
    ({ page } = app);
  });
  afterAll(async () => {
    await app.quit();
    removeFolder(folder);
  });

  test('opens on its home screen', async () => {
    await page.locator('h1').first().waitFor();
    expect(await page.title()).toContain('Thước Số');
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
  });

  test('its page comes with the content security policy as a header', async () => {
    const header = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(header).toBe(CONTENT_SECURITY_POLICY);
  });

  test('the policy holds: no inline script, no eval, nothing from outside', async () => {
    const violated = await page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'globalThis.broken = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://example.com/a.png';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(image, frame);
      await fetch('https://example.com/').catch(() => undefined);
      await new Promise((done) => setTimeout(done, 200));
      for (const element of [script, image, frame]) element.remove();
      return { seen, broken: 'broken' in globalThis };
    });
    expect(violated.broken).toBe(false);
    expect(new Set(violated.seen)).toEqual(new Set(['script-src-elem', 'img-src', 'frame-src', 'connect-src']));
  });

  test('the preload exposes exactly the bridge and nothing of Node', async () => {
    const seen = await page.evaluate((name) => {
      const world = globalThis as unknown as Record<string, unknown>;
      const bridge = world[name] as object;
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inFrame = name in (frame.contentWindow as object);
      frame.remove();
      return {
        members: Object.entries(bridge).map(([key, value]) => `${key}: ${typeof value}`),
        frozen: Object.isFrozen(bridge),
        writable: Object.getOwnPropertyDescriptor(world, name)?.writable,
        node: ['require', 'process', 'module', 'Buffer', 'global'].filter((key) => key in world),
        inFrame,
      };
    }, BRIDGE_NAME);
    expect(seen).toEqual({
      members: ['call: function', 'subscribe: function'],
      frozen: true,
      writable: false,
      node: [],
      inFrame: false,
    });
  });

  test('calls are answered', async () => {
    expect(await ask(page, 'app.info', {})).toMatchObject({ host: 'electron', dataFolder: join(folder, 'data') });
  });

  test('an unknown method and an unexpected field are refused', async () => {
    await expect(ask(page, 'app.destroy' as 'app.info', {})).rejects.toThrow('method.unknown');
    await expect(ask(page, 'app.info', { role: 'admin' } as never)).rejects.toThrow('input.invalid');
  });

  test('there is no way out: links, scripts and new windows lead nowhere', async () => {
    const before = page.url();
    const windows = () => page.context().pages().length;
    const count = windows();
    await page.evaluate(() => {
      window.open('https://example.com/opened');
      const link = document.createElement('a');
      link.href = 'https://example.com/linked';
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
    });
    await page.evaluate(() => (location.href = 'https://example.com/moved'));
    await page.evaluate(() => (location.href = 'app://bundle/assets/none.js')).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 300));
    expect(page.url()).toBe(before);
    expect(windows()).toBe(count);
    expect(await ask(page, 'app.info', {})).toMatchObject({ host: 'electron' });
  });

  test('the page may load itself again', async () => {
    await page.evaluate(() => location.reload());
    await page.locator('h1').first().waitFor();
    expect(await ask(page, 'app.info', {})).toMatchObject({ host: 'electron' });
  });

  test('devices and places stay closed, text may be copied', async () => {
    const state = (name: string) =>
      page.evaluate(async (asked) => (await navigator.permissions.query({ name: asked as never })).state, name);
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'])
      expect(await state(name)).toBe('denied');
    expect(await state('clipboard-write')).toBe('granted');
  });

  test('a menu entry reaches the page, and only while it listens', async () => {
    const heard = () => page.evaluate(() => (globalThis as unknown as BridgedWindow).heard.length);
    await page.evaluate((name) => {
      const world = globalThis as unknown as BridgedWindow & { stop: () => void };
      world.heard = [];
      world.stop = world[name]?.subscribe((event) => void world.heard.push(event)) ?? (() => undefined);
    }, BRIDGE_NAME);
    await app.clickMenu('Trợ giúp', 'Hướng dẫn sử dụng');
    await until('the event', async () => (await heard()) === 1);
    expect(await page.evaluate(() => (globalThis as unknown as BridgedWindow).heard)).toEqual([
      { type: 'menu', action: 'help' },
    ]);
    await page.evaluate(() => (globalThis as unknown as { stop: () => void }).stop());
    await app.clickMenu('Tệp', 'Về trang đầu');
    await ask(page, 'app.info', {});
    expect(await heard()).toBe(1);
  });

  test('an exported file goes where the save dialog says', async () => {
    const [sample] = await ask(page, 'samples.add', {});
    const { ticket, fileName } = await ask(page, 'reports.export', {
      assessmentId: sample?.id ?? '',
      format: 'xlsx',
      language: 'vi',
    });
    expect(fileName).toMatch(/\.xlsx$/);
    await app.answerSave(null);
    expect(await ask(page, 'files.deliver', { ticket })).toEqual({ kind: 'cancelled' });
    const path = join(folder, 'documents', 'Kết quả đánh giá.xlsx');
    await app.answerSave(path);
    expect(await ask(page, 'files.deliver', { ticket })).toEqual({ kind: 'saved', path });
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
    await app.answerSave(join(folder, 'nowhere', 'a.xlsx'));
    await expect(ask(page, 'files.deliver', { ticket })).rejects.toThrow('file.not-found');
  });

  test('a finished document is shown on the page, read by the worker of the program', async () => {
    const samples = await ask(page, 'assessments.list', {});
    const firm = samples.find(({ questionnaireId }) => questionnaireId === 'sme-readiness');
    await page.evaluate((id) => (location.hash = `#/assessments/${id}/preview`), firm?.id ?? '');
    const text = page.locator('[data-page="1"] .textLayer');
    await text.locator('span').first().waitFor();
    expect((await text.innerText()).normalize('NFC')).toContain(firm?.organisationName);
    await page.evaluate(() => (location.hash = '#/'));
  });

  test('nothing was asked of any network', async () => {
    expect(await app.foreignRequests()).toEqual([]);
  });
});

describe.each(DRIVERS)('data on $name', ({ launch }) => {
  let folder = '';
  beforeEach(() => (folder = makeFolder()));
  afterEach(() => removeFolder(folder));

  const organisation = {
    id: '7e6d1d7c-3f5c-4a57-9a55-0b7f4d0f8a11',
    name: 'Ủy ban nhân dân phường Đông Hòa',
    kind: 'commune',
    code: '',
    province: '',
    address: '',
    contact: '',
    predecessors: [],
  };

  test.each(['quit', 'kill'] as const)('what was saved is there after a restart (%s)', async (end) => {
    const first = await launch({ folder });
    const { kinds } = await ask(first.page, 'app.info', {});
    await ask(first.page, 'organisations.save', { ...organisation, kind: kinds[0]?.id ?? '' });
    const code = await first[end]();
    if (end === 'quit') expect(code).toBe(0);
    const second = await launch({ folder });
    expect(await ask(second.page, 'organisations.list', {})).toMatchObject([{ name: organisation.name }]);
    expect(await second.quit()).toBe(0);
  });
});

describe('save dialog', () => {
  test('starts with the proposed name in the folder of the last time', async () => {
    const folder = makeFolder();
    const app = await launchApp({ folder });
    try {
      const [sample] = await ask(app.page, 'samples.add', {});
      const assessmentId = sample?.id ?? '';
      const target = join(folder, 'profile', 'a.pdf');
      const { ticket, fileName } = await ask(app.page, 'reports.export', {
        assessmentId,
        format: 'pdf',
        language: 'vi',
      });
      for (const path of [target, null]) {
        await app.answerSave(path);
        await ask(app.page, 'files.deliver', { ticket });
      }
      const shown = (await app.ask('record')).dialogs.map(({ options }) => options);
      expect(shown).toMatchObject([
        {
          title: 'Lưu tệp',
          defaultPath: join(folder, 'documents', fileName),
          filters: [
            { name: 'Tài liệu PDF', extensions: ['pdf'] },
            { name: 'Mọi tệp', extensions: ['*'] },
          ],
        },
        { defaultPath: join(folder, 'profile', fileName) },
      ]);
      expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await app.quit();
      removeFolder(folder);
    }
  });
});
