import type { Session } from 'electron';
import { electronApp } from './app.ts';
import type { Protocol } from './cdp.ts';
import { strict } from './strict.ts';

type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type Permission = Parameters<NonNullable<CheckHandler>>[1];
type BeforeRequest = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void;

let check: CheckHandler = null;
let request: RequestHandler = null;
let beforeRequest: BeforeRequest | null = null;

const defaultSession = strict('session.defaultSession', {
  setPermissionCheckHandler: (handler: CheckHandler) => void (check = handler),
  setPermissionRequestHandler: (handler: RequestHandler) => void (request = handler),
  webRequest: strict('webRequest', { onBeforeRequest: (handler: BeforeRequest) => void (beforeRequest = handler) }),
});

export const session = strict('session', {
  get defaultSession() {
    electronApp.afterReady('session.defaultSession');
    return defaultSession;
  },
});

/** Is the request stopped by the program's filter? */
export function isCancelled(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
  const filter = beforeRequest;
  if (!filter) return Promise.resolve(false);
  return new Promise((done) => filter(details, (verdict) => done(verdict.cancel === true)));
}

/** What Electron would do: first the check handler, then the request handler; without handlers everything is allowed. */
export async function isGranted(permission: Permission, origin: string, contents: unknown): Promise<boolean> {
  const details = { requestingUrl: origin, isMainFrame: true } as never;
  if (check && !check(contents as never, permission, origin, details)) return false;
  const handler = request;
  if (!handler) return true;
  return new Promise((done) => handler(contents as never, permission, done, details));
}

/** Electron's names beside those of the page's own permission registry. */
export const PERMISSIONS: readonly (readonly [Permission, Protocol.Browser.PermissionDescriptor])[] = [
  ['geolocation', { name: 'geolocation' }],
  ['notifications', { name: 'notifications' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write', allowWithoutSanitization: false }],
  ['persistent-storage', { name: 'persistent-storage' }],
  ['local-fonts', { name: 'local-fonts' }],
];
