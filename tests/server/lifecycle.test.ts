/** Start and end: one address, one owner of the data, nothing left behind. */
import { connect, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serve, type ServeOptions } from '../../src/server/serve.ts';
import { makeFolder, removeFolder, ROOT } from '../e2e/support/project.ts';
import { call, makePage, startTestServer } from './support.ts';

function optionsFor(dataFolder: string): ServeOptions {
  const renderer = makePage();
  onTestFinished(() => removeFolder(renderer));
  return { dataFolder, resources: ROOT, renderer, version: '1.2.3', port: 0 };
}

/** Can something be reached there? */
function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const say = (open: boolean) => (): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', say(true)).once('error', say(false)).once('timeout', say(false));
  });
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the server', () => {
  it('is reachable from this computer only', async () => {
    const { port } = await startTestServer();
    expect(await isOpen('127.0.0.1', port)).toBe(true);
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
      .map(({ address }) => address);
    for (const host of ['127.0.0.2', '::1', ...others]) expect(await isOpen(host, port), host).toBe(false);
  });

  it('takes the port that it was given', async () => {
    const dataFolder = makeFolder();
    onTestFinished(() => removeFolder(dataFolder));
    const port = await freePort();
    const server = await serve({ ...optionsFor(dataFolder), port });
    expect(server.port).toBe(port);
    expect(new URL(server.url).host).toBe(`127.0.0.1:${port}`);
    await server.close();
    expect(await isOpen('127.0.0.1', port)).toBe(false);
  });

  it('refuses a second one on the same data, which then holds neither port nor data', async () => {
    const first = await startTestServer();
    const port = await freePort();
    const second = serve({ ...optionsFor(first.dataFolder), port });
    await expect(second).rejects.toMatchObject({ code: 'storage.locked' });
    expect(await isOpen('127.0.0.1', port)).toBe(false);
    expect((await call(first, 'settings.update', { zoom: 120 })).status).toBe(200);
  });

  it('gives the data free when it closes, so that the next one finds everything', async () => {
    const dataFolder = makeFolder();
    const first = await serve(optionsFor(dataFolder));
    await first.application.dispatch('settings.update', { zoom: 130 }, { role: 'operator', via: 'test' });
    await first.close();
    const second = await startTestServer(dataFolder);
    expect(JSON.parse((await call(second, 'app.info', {})).text)).toMatchObject({ value: { settings: { zoom: 130 } } });
  });

  it('gives the data free when the port is taken', async () => {
    const taken = await startTestServer();
    const dataFolder = makeFolder();
    const failed = serve({ ...optionsFor(dataFolder), port: taken.port });
    await expect(failed).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await startTestServer(dataFolder);
  });

  it('gives the data free when there is no page', async () => {
    const dataFolder = makeFolder();
    const renderer = join(dataFolder, 'missing');
    await expect(serve({ ...optionsFor(dataFolder), renderer })).rejects.toMatchObject({ code: 'ENOENT' });
    await startTestServer(dataFolder);
  });
});
