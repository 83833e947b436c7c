import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSupervised, type Supervised } from '../adapters/supervise.ts';
import { createStaticSite } from '../adapters/files/static-site.ts';
import type { PlaceView } from '../contract/views/data.ts';
import type { AppEvent } from '../contract/surface.ts';
import { allowedHosts } from './guard.ts';
import { createHttpEndpoint } from './http-endpoint.ts';
import { createStrangers } from './strangers.ts';

/** Time for a request and for its headers, in milliseconds, looked at every so often; bytes of the headers. */
const LIMITS = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 8192,
} as const;

export interface ServeOptions {
  readonly dataFolder: string;
  /** Folder that holds questionnaires/ and reference/. */
  readonly resources: string;
  /** The built page. */
  readonly renderer: string;
  readonly version: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Why the data lies there. */
  readonly place?: PlaceView;
}

export interface RunningServer {
  /** Address with the secret that opens the first session. */
  readonly url: string;
  readonly port: number;
  readonly application: Supervised;
  readonly close: () => Promise<void>;
}

/** Starts the application for a browser on this computer only (127.0.0.1). @throws AppError storage.locked, file.*; other failures of the data are answered by the page */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const listeners = new Set<(event: AppEvent) => void>();
  // The page first: without one the data must not be opened, and so not locked either.
  const site = await createStaticSite(options.renderer);
  const application = await openSupervised({
    dataFolder: options.dataFolder,
    resources: options.resources,
    host: 'browser',
    version: options.version,
    workerUrl: new URL('../adapters/documents/worker.ts', import.meta.url),
    deliver: ({ ticket }) => Promise.resolve({ kind: 'download', url: `/files/${encodeURIComponent(ticket)}` }),
    emit: (event) => listeners.forEach((listener) => listener(event)),
    ...(options.place && { place: options.place }),
  });
  // Somebody else has the data open: a page could do nothing about it, the command line says who.
  const failure = application.failure();
  if (failure && (failure.code === 'storage.locked' || failure.code.startsWith('file.'))) throw failure;
  void application.backUp();
  const token = randomBytes(24).toString('base64url');
  let port = 0;
  const strangers = createStrangers();
  const endpoint = createHttpEndpoint({
    application,
    site,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    token,
    hosts: () => allowedHosts(port),
    // Cookies are shared by all ports of one computer, so the port is part of the name.
    cookieName: () => `thuoc-so-${port}`,
    strangers,
  });
  const server = createServer(LIMITS, endpoint);
  // Far more than the owner's tabs and the strangers together: whoever has no secret gives way first.
  server.maxConnections = 512;
  server.on('connection', strangers.opened);
  // Browsers do not ask before they send a body; whoever does is told nothing.
  server.on('checkContinue', endpoint).on('checkExpectation', endpoint);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  }).catch(async (error: unknown) => {
    await application.close();
    throw error;
  });
  port = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    port,
    application,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await application.close();
    },
  };
}
