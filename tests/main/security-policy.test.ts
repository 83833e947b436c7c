import { describe, expect, test } from 'vitest';
import {
  HOME_URL,
  isOwnPage,
  isPermissionAllowed,
  isReload,
  isRequestAllowed,
  isTrustedSender,
} from '../../src/main/security-policy.ts';

const FOREIGN = [
  'https://bundle/',
  'http://app://bundle/',
  'app://bundle.example/',
  'app://bundle@example.com/',
  'app://user@bundle/',
  'app://bundle:8080/',
  'app://other/',
  'app:bundle',
  'apps://bundle/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'about:blank',
  '',
  'not an address',
];

describe('own page', () => {
  test.each([HOME_URL, 'app://bundle/index.html', 'app://bundle/assets/a.js?x=1', 'app://bundle/#/settings'])(
    '%j is',
    (address) => expect(isOwnPage(address)).toBe(true),
  );
  test.each(FOREIGN)('%j is not', (address) => expect(isOwnPage(address)).toBe(false));
});

describe('navigation', () => {
  test.each([HOME_URL, 'app://bundle/#/assessments/1'])('%j loads the page again', (address) =>
    expect(isReload(address)).toBe(true),
  );
  test.each([...FOREIGN, 'app://bundle/assets/a.js'])('%j is somewhere else', (address) =>
    expect(isReload(address)).toBe(false),
  );
});

describe('requests', () => {
  test.each([HOME_URL, 'data:image/png;base64,AA==', 'blob:app://bundle/1', 'devtools://devtools/x'])(
    '%j stays on this computer',
    (address) => expect(isRequestAllowed(address)).toBe(true),
  );
  test.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'ws://example.com/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///C:/Windows/win.ini',
    'app://other/',
    'chrome-extension://abc/x.js',
  ])('%j is refused', (address) => expect(isRequestAllowed(address)).toBe(false));
});

describe('permissions', () => {
  test.each(['clipboard-sanitized-write', 'fullscreen'])('the own page may: %s', (permission) =>
    expect(isPermissionAllowed(permission, HOME_URL)).toBe(true),
  );
  test.each(['clipboard-read', 'geolocation', 'media', 'notifications', 'openExternal', 'fileSystem', 'unknown'])(
    '%s is refused',
    (permission) => expect(isPermissionAllowed(permission, HOME_URL)).toBe(false),
  );
  test('nobody else may', () =>
    expect(isPermissionAllowed('clipboard-sanitized-write', 'https://example.com/')).toBe(false));
});

describe('sender of a message', () => {
  const frame = { url: HOME_URL, parent: null };
  test('the top frame of the own page in an own window is trusted', () =>
    expect(isTrustedSender(frame, true)).toBe(true));
  test('a window that is not ours is not', () => expect(isTrustedSender(frame, false)).toBe(false));
  test('a frame that has gone is not', () => expect(isTrustedSender(null, true)).toBe(false));
  test('a frame inside the page is not', () => expect(isTrustedSender({ ...frame, parent: {} }, true)).toBe(false));
  test.each(FOREIGN)('a page at %j is not', (url) => expect(isTrustedSender({ url, parent: null }, true)).toBe(false));
});
