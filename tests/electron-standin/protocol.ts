import { electronApp } from './app.ts';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;
const privileged = new Set<string>();
const handlers = new Map<string, Handler>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }[]) {
    electronApp.beforeReady('protocol.registerSchemesAsPrivileged()');
    for (const { scheme, privileges } of list) if (privileges?.standard && privileges.secure) privileged.add(scheme);
  },
  handle(scheme: string, handler: Handler) {
    electronApp.afterReady('protocol.handle()');
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    // Only schemes that behave like https can be shown here; the others would get an opaque origin.
    if (!privileged.has(scheme)) throw new Error(`stand-in: ${scheme} must be registered as standard and secure`);
    handlers.set(scheme, handler);
  },
});

export const handlerOf = (url: string): Handler | undefined => handlers.get(url.slice(0, url.indexOf(':')));

/** Chromium without Electron knows no such scheme, so its pages get an https address that nothing else can have. */
export function toWeb(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return handlers.has(scheme) ? `https://${host}.${scheme}.standin.invalid${rest === '' ? '/' : rest}` : url;
}

export function fromWeb(url: string): string {
  return url.replace(/^https:\/\/([^/]*)\.([a-z][a-z0-9+-]*)\.standin\.invalid(?=\/|$)/, '$2://$1');
}
