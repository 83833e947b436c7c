/** Who may talk to the loopback server: pure checks over the request's headers. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The exact names under which this server may be addressed; anything else may be a rebound DNS name. */
export function allowedHosts(port: number): ReadonlySet<string> {
  return new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
}

export function isAllowedHost(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): boolean {
  return headers.host !== undefined && hosts.has(headers.host);
}

/**
 * Does a request that may change something come from our own page? The Origin must be ours exactly; browsers send it
 * with every POST, and Sec-Fetch-Site, where sent, must agree.
 */
export function isOwnPage(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin !== undefined && headers.origin === `http://${headers.host}` && hosts.has(headers.host ?? '');
}

/**
 * Was it another page that asked, as far as the browser tells? Cookies go by the name of the computer, not by its port, so
 * a page of another program at 127.0.0.1 would have them sent along. What a person typed or opened comes as `none`.
 */
export function isForeignFetch(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Compares secrets without telling by time how much of them was right. */
export function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The value of a cookie, or null. */
export function readCookie(headers: IncomingHttpHeaders, name: string): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
