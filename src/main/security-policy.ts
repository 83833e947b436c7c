/** What a desktop window may do, as pure decisions; `security.ts` connects them to Electron. */

export const SCHEME = 'app';
export const HOST = 'bundle';
export const HOME_URL = `${SCHEME}://${HOST}/`;

/** True only for addresses of the built page itself: exact scheme and host, no port, no credentials. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${SCHEME}:` &&
    url.hostname === HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/** The page may load itself again, which the browser host allows too; there is nowhere else to go. */
export function isReload(address: string): boolean {
  return isOwnPage(address) && URL.parse(address)?.pathname === '/';
}

/** Kinds of address that hold their own content or belong to the developer tools, so that nothing leaves the computer. */
const LOCAL_SCHEMES = new Set(['data:', 'blob:', 'devtools:']);

/** Every other request is cancelled before it is sent: the program never speaks to a network. */
export function isRequestAllowed(address: string): boolean {
  return isOwnPage(address) || LOCAL_SCHEMES.has(URL.parse(address)?.protocol ?? '');
}

const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** The page may put text on the clipboard and fill the screen; camera, place, notifications, all else is refused. */
export function isPermissionAllowed(permission: string, requestingUrl: string): boolean {
  return ALLOWED_PERMISSIONS.has(permission) && isOwnPage(requestingUrl);
}

/** What the message endpoint needs to know of the frame that speaks; Electron's WebFrameMain has this shape. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Only the top frame of our own page, in a window that we opened, may ask anything.
 * @param frame null when the frame has gone or navigated since it spoke
 */
export function isTrustedSender(frame: SenderFrame | null, registered: boolean): boolean {
  return registered && frame !== null && frame.parent === null && isOwnPage(frame.url);
}
