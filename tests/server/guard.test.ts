import { describe, expect, it } from 'vitest';
import {
  allowedHosts,
  isAllowedHost,
  isForeignFetch,
  isOwnPage,
  readCookie,
  sameSecret,
} from '../../src/server/guard.ts';

const hosts = allowedHosts(4321);

describe('the Host header', () => {
  it.each(['127.0.0.1:4321', 'localhost:4321', '[::1]:4321'])('accepts %s', (host) => {
    expect(isAllowedHost({ host }, hosts)).toBe(true);
  });

  it.each([
    'evil.example:4321',
    'localhost.evil.example:4321',
    '127.0.0.1.evil.example:4321',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:80',
    '127.0.0.1:43210',
    '127.0.0.1:4321 ',
    '127.0.0.1:4321,evil.example',
    'user@127.0.0.1:4321',
    '127.1:4321',
    '2130706433:4321',
    '0.0.0.0:4321',
    '[::ffff:127.0.0.1]:4321',
    '',
  ])('refuses %j', (host) => {
    expect(isAllowedHost({ host }, hosts)).toBe(false);
  });

  it('refuses a request without one', () => {
    expect(isAllowedHost({}, hosts)).toBe(false);
  });
});

describe('the page that sends a call', () => {
  const own = { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' };

  it('is ours when the Origin is the address itself', () => {
    expect(isOwnPage(own, hosts)).toBe(true);
    expect(isOwnPage({ ...own, 'sec-fetch-site': 'same-origin' }, hosts)).toBe(true);
    expect(isOwnPage({ host: 'localhost:4321', origin: 'http://localhost:4321' }, hosts)).toBe(true);
  });

  it.each([
    undefined,
    'null',
    '',
    'http://evil.example',
    'https://127.0.0.1:4321',
    'http://127.0.0.1',
    'http://127.0.0.1:4322',
    'http://127.0.0.1:4321/',
    'http://localhost:4321',
    'HTTP://127.0.0.1:4321',
  ])('is foreign with Origin %j', (origin) => {
    expect(isOwnPage({ ...own, origin }, hosts)).toBe(false);
  });

  it.each(['cross-site', 'same-site', 'none', ''])('is foreign with Sec-Fetch-Site %j', (site) => {
    expect(isOwnPage({ ...own, 'sec-fetch-site': site }, hosts)).toBe(false);
  });

  it('is foreign when Host and Origin agree on a name that is not ours', () => {
    expect(isOwnPage({ host: 'evil.example:4321', origin: 'http://evil.example:4321' }, hosts)).toBe(false);
  });
});

describe('a page or file that is asked for', () => {
  it.each([undefined, 'same-origin', 'none'])('by Sec-Fetch-Site %j is given', (site) =>
    expect(isForeignFetch({ 'sec-fetch-site': site })).toBe(false),
  );
  it.each(['same-site', 'cross-site', ''])('by Sec-Fetch-Site %j is not', (site) =>
    expect(isForeignFetch({ 'sec-fetch-site': site })).toBe(true),
  );
});

describe('secrets', () => {
  it('are equal only in full', () => {
    expect(sameSecret('abcd', 'abcd')).toBe(true);
    for (const given of ['', 'abc', 'abcde', 'abce', 'ABCD', 'abcđ']) expect(sameSecret(given, 'abcd')).toBe(false);
  });

  it('are compared by bytes, so that texts of one length but other bytes do no harm', () => {
    expect(sameSecret('đ', 'ab')).toBe(false);
    expect(sameSecret('đ', 'd')).toBe(false);
  });
});

describe('cookies', () => {
  const read = (cookie: string | undefined, name: string): string | null => readCookie({ cookie }, name);

  it('are found among others and keep everything after the first equals sign', () => {
    expect(read('a=1; thuoc-so-4321=x=y; b=2', 'thuoc-so-4321')).toBe('x=y');
    expect(read('thuoc-so-4321=first; thuoc-so-4321=second', 'thuoc-so-4321')).toBe('first');
  });

  it('are not mistaken for one another', () => {
    expect(read('thuoc-so-43210=x; xthuoc-so-4321=y; thuoc-so-4321', 'thuoc-so-4321')).toBeNull();
    expect(read(undefined, 'thuoc-so-4321')).toBeNull();
    expect(read('', 'thuoc-so-4321')).toBeNull();
  });
});
