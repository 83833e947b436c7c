import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { METHODS } from '../../src/contract/methods.ts';
import { ROOT } from '../e2e/support/project.ts';

const OUT = join(ROOT, 'out');
const PRELOAD_LIMIT = 5 * 1024;

function files(folder: string): string[] {
  return readdirSync(join(OUT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
const text = (file: string): string => readFileSync(file, 'utf8');
const requires = (code: string): string[] =>
  Array.from(code.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g), ([, name]) => name as string);
const imports = (code: string): string[] =>
  Array.from(
    code.matchAll(/^import\s[^;]*?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm),
    ([, a, b]) => a ?? b ?? '',
  );

beforeAll(() => {
  expect(buildIfNeeded()).toBe(true);
});

describe('preload', () => {
  const file = join(OUT, 'preload', 'index.cjs');

  test('is one small CommonJS file that needs only electron', () => {
    expect(files('preload')).toEqual([file]);
    expect(requires(text(file))).toEqual(['electron']);
    expect(imports(text(file))).toEqual([]);
    expect(statSync(file).size).toBeLessThanOrEqual(PRELOAD_LIMIT);
  });

  test('knows no method of the contract', () => {
    for (const method of Object.keys(METHODS)) expect(text(file)).not.toContain(method);
  });
});

describe('main', () => {
  test('loads only electron, Node and the two native modules from outside', () => {
    const known = new Set([
      'electron',
      'better-sqlite3',
      '@resvg/resvg-js',
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
    ]);
    const outside = files('main')
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => imports(text(file)))
      .filter((name) => !name.startsWith('.') && !known.has(name));
    expect(outside).toEqual([]);
  });

  test('contains no test code', () => {
    const code = files('main').map(text).join('\n');
    const traces = ['electron-standin', 'vitest', 'playwright', 'STANDIN_'].filter((trace) => code.includes(trace));
    expect(traces).toEqual([]);
  });
});

describe('renderer', () => {
  test('the page fetches nothing by an absolute address and has no inline script', () => {
    const page = text(join(OUT, 'renderer', 'index.html'));
    expect(page).not.toMatch(/\b(src|href)\s*=\s*["']?(https?:)?\/\//i);
    expect(page.match(/<script(?![^>]*\ssrc=)[^>]*>/gi)).toBeNull();
    expect(page).not.toMatch(/\son\w+\s*=/i);
  });

  test('style sheets fetch nothing by an absolute address', () => {
    for (const file of files('renderer').filter((name) => name.endsWith('.css')))
      expect(text(file)).not.toMatch(/(url\(\s*["']?|@import\s+["'])(https?:)?\/\//i);
  });

  // The library that draws PDF pages is another project's text: what it really fetches, the offline test and the policy see.
  const ownScripts = (): string[] =>
    files('renderer').filter((name) => name.endsWith('.js') && !/\/pdf(\.worker)?-[\w-]+\.js$/.test(`/${name}`));

  test('scripts name no address that could be fetched', () => {
    // Namespaces of SVG and XML, and pages where React explains an error code, are texts that nobody fetches.
    const harmless = /^https?:\/\/(www\.w3\.org\/|react\.dev\/|reactjs\.org\/)/;
    const named = ownScripts()
      .flatMap((file) => text(file).match(/\bhttps?:\/\/[^\s"'`)<>\\]+/g) ?? [])
      .filter((address) => !harmless.test(address));
    expect(named).toEqual([]);
  });

  test('scripts need neither Node nor Electron', () => {
    for (const file of ownScripts()) {
      const names = [...requires(text(file)), ...imports(text(file))];
      expect(names.filter((name) => !/^(\.|\/)/.test(name))).toEqual([]);
      expect(text(file)).not.toMatch(/["'`]node:/);
    }
  });
});
