import { protocol } from 'electron';
import { createStaticSite } from '../adapters/files/static-site.ts';
import { SCHEME, isOwnPage } from './security-policy.ts';

/** Makes app:// an origin like https, with storage, modules, fetch and compiled scripts kept. Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Answers app://bundle/ with the built page; there is no other host and nothing but reading.
 * @param folder the built renderer
 */
export async function serveScheme(folder: string): Promise<void> {
  const site = await createStaticSite(folder);
  protocol.handle(SCHEME, async ({ method, url }) => {
    if (method !== 'GET' || !isOwnPage(url)) return new Response(null, { status: 404 });
    const { status, headers, body } = await site(new URL(url).pathname);
    return new Response(new Uint8Array(body), { status, headers: { ...headers } });
  });
}
