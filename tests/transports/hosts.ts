/** The three ways to the application, each real: in process, over HTTP, over the messages of the desktop program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { openApplication } from '../../src/adapters/compose.ts';
import { BRIDGE_NAME, type Bridge, type Envelope } from '../../src/contract/surface.ts';
import type { Delivered } from '../../src/contract/views.ts';
import { serve } from '../../src/server/serve.ts';
import { openClient } from '../e2e/support/client.ts';
import { makeFolder, removeFolder, ROOT } from '../e2e/support/project.ts';
import { launchApp } from '../electron-standin/launch.ts';

export interface Host {
  /** What this host does with a finished file. */
  readonly delivers: Delivered['kind'];
  readonly call: (method: string, json: string) => Promise<Envelope<unknown>>;
  readonly close: () => Promise<void>;
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

async function direct(): Promise<Host> {
  const dataFolder = makeFolder();
  const application = await openApplication({
    dataFolder,
    resources: ROOT,
    host: 'cli',
    version,
    workerUrl: new URL('../../src/adapters/documents/worker.ts', import.meta.url),
    deliver: () => Promise.resolve({ kind: 'cancelled' }),
    emit: () => undefined,
  });
  return {
    delivers: 'cancelled',
    call: (method, json) => application.dispatch(method, JSON.parse(json), { role: 'operator', via: 'test' }),
    async close() {
      await application.close();
      removeFolder(dataFolder);
    },
  };
}

async function http(): Promise<Host> {
  const dataFolder = makeFolder();
  const renderer = join(ROOT, 'src/renderer');
  const server = await serve({ dataFolder, resources: ROOT, renderer, version, port: 0 });
  const client = await openClient(server.url);
  return {
    delivers: 'download',
    call: (method, json) => client.sendText(method, json),
    async close() {
      await server.close();
      removeFolder(dataFolder);
    },
  };
}

async function ipc(): Promise<Host> {
  if (!buildIfNeeded()) throw new Error('the bundles cannot be built');
  const folder = makeFolder();
  const desktop = await launchApp({ folder });
  await desktop.answerSave(join(folder, 'Báo cáo.xlsx'));
  await desktop.answerSave(join(folder, 'Bản sao.thuocso-backup'));
  await desktop.answerOpen(null);
  // Any other page loads itself again after a restore, and the answers on their way would be lost.
  await desktop.page.evaluate(() => {
    location.hash = '#/data';
  });
  return {
    delivers: 'saved',
    call: (method, json) =>
      desktop.page.evaluate(
        ({ bridge, method, json }) =>
          (globalThis as unknown as Record<string, Bridge>)[bridge]?.call(method, JSON.parse(json)) as Promise<
            Envelope<unknown>
          >,
        { bridge: BRIDGE_NAME, method, json },
      ),
    async close() {
      await desktop.quit();
      removeFolder(folder);
    },
  };
}

export const HOSTS = { direct, http, ipc } satisfies Record<string, () => Promise<Host>>;
