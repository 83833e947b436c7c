import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { fetchElectron } from '../../scripts/electron-binary.mjs';
import { openClient } from '../e2e/support/client.ts';
import { makeFolder, removeFolder, ROOT } from '../e2e/support/project.ts';

let folder = '';
beforeEach(() => (folder = makeFolder()));
afterEach(() => removeFolder(folder));

const electron = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
  version: string;
};

test('fetching Electron is tried once per version, and again when asked for', () => {
  const memory = join(folder, 'cache', 'electron-fetch-failed.json');
  const tried: string[] = [];
  // A mirror that answers nobody, and a place where nothing is installed or kept.
  const env = {
    ...process.env,
    ELECTRON_MIRROR: 'http://127.0.0.1:1/',
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    electron_config_cache: folder,
    THUOC_SO_NO_FETCH: undefined,
  };
  const fetch = (options = {}) =>
    fetchElectron(ROOT, { memory, env, announce: (version) => void tried.push(version), ...options });

  expect(fetch({ env: { ...env, THUOC_SO_NO_FETCH: '1' } })).toBeNull();
  expect(tried).toEqual([]);
  expect(fetch()).toBeNull();
  expect(tried).toEqual([electron.version]);
  expect(JSON.parse(readFileSync(memory, 'utf8'))).toMatchObject({ version: electron.version });
  expect(fetch()).toBeNull();
  expect(tried).toHaveLength(1);
  expect(fetch({ retry: true })).toBeNull();
  expect(tried).toHaveLength(2);
});

test('without Electron the program runs in the browser, and ends cleanly', async () => {
  expect(buildIfNeeded()).toBe(true);
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      THUOC_SO_DATA: join(folder, 'data'),
      THUOC_SO_NO_FETCH: '1',
      // Hides an installed binary, and the display that a browser would open on.
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(text)?.[0];
        if (found) resolve(found);
      });
      void exited.then(() => reject(new Error(text)));
    });
    const client = await openClient(address);
    expect(await client.ask('app.info', {})).toMatchObject({ host: 'browser', dataFolder: join(folder, 'data') });
  } finally {
    child.kill('SIGTERM');
  }
  expect(await exited).toBe(0);
});
