/** What the built bundles contain. */
import { builtinModules } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { builtTexts, occurrences } from './files.ts';

/** Addresses that bundles may contain although nothing ever asks for them: names of XML vocabularies, texts of errors. */
const NEVER_FETCHED = [
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/XML/1998/namespace',
  'https://react.dev/errors/',
];
/** The reader of PDF files: names of vocabularies that forms may use, and addresses that its polyfills take apart. */
const READER = /^assets\/pdf(?:\.worker)?-[\w-]+\.js: /;
const NEVER_FETCHED_BY_READER =
  /^https?:\/\/(?:www\.w3\.org\/|ns\.adobe\.com\/|www\.xfa\.org\/schema\/|github\.com\/zloirock\/core-js|example\.com$|foo\.bar$|тест$|x$|a(?:[#@/]|$)|\$\{)/;
const SCRIPT_BUDGET_BYTES = 200_000;

if (!buildIfNeeded()) throw new Error('the bundles cannot be built');
const page = builtTexts('renderer');
const scripts = page.filter(({ path }) => path.endsWith('.js'));
const styles = page.filter(({ path }) => path.endsWith('.css'));
const html = page.find(({ path }) => path === 'index.html')?.text ?? '';

describe('the page', () => {
  it('contains no address that could be fetched', () => {
    const found = occurrences(page, /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\)]*/g);
    const strange = found.filter(
      (entry) =>
        !NEVER_FETCHED.some((known) => entry.endsWith(`: ${known}`)) &&
        !(READER.test(entry) && NEVER_FETCHED_BY_READER.test(entry.replace(READER, ''))),
    );
    expect(strange).toEqual([]);
    expect(occurrences(page, /(?:src|href)\s*=\s*["']\/\/[^"']+/g)).toEqual([]);
    expect(occurrences(styles, /url\(\s*["']?(?:\/\/|\w+:\/\/)[^)]*/g)).toEqual([]);
    expect(occurrences(styles, /@import[^;]+/g)).toEqual([]);
  });

  it('needs nothing that its security policy forbids', () => {
    expect(occurrences([{ path: 'index.html', text: html }], /<script(?![^>]*\ssrc=)[^>]*>|\son\w+\s*=/g)).toEqual([]);
    expect(occurrences(scripts, /\beval\(|new Function\(/g)).toEqual([]);
  });

  it('carries no validator, no Node and no Electron', () => {
    expect(occurrences(scripts, /_zod\b|ZodError|unrecognized_keys/g)).toEqual([]);
    expect(occurrences(scripts, /["'`]node:\w+|\brequire\(|ipcRenderer/g)).toEqual([]);
  });

  it('shows its first screen after at most 200 kB of scripts', () => {
    const entries = [...html.matchAll(/(?:src|href)="\.?\/([^"]+\.js)"/g)].map(([, path]) => path ?? '');
    expect(entries.length).toBeGreaterThan(0);
    const first = new Set<string>();
    const take = (path: string): void => {
      if (first.has(path)) return;
      first.add(path);
      const { text = '' } = scripts.find((script) => script.path === path) ?? {};
      for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) take(`assets/${name}`);
    };
    entries.forEach(take);
    const size = scripts
      .filter(({ path }) => first.has(path))
      .reduce((sum, { text }) => sum + gzipSync(text).length, 0);
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThanOrEqual(SCRIPT_BUDGET_BYTES);
  });

  it('has hashed names for everything but its start, so that browsers may keep it', () => {
    const others = page.filter(({ path }) => path !== 'index.html').map(({ path }) => path);
    expect(others.filter((path) => !/^assets\/.+-[\w-]{8}\.\w+$/.test(path))).toEqual([]);
  });
});

describe('the preload', () => {
  it('is one CommonJS file that needs nothing but electron', () => {
    const [only, ...more] = builtTexts('preload');
    expect(more).toEqual([]);
    expect(only?.path).toBe('index.cjs');
    expect(new Set(occurrences(only ? [only] : [], /require\([^)]*\)/g))).toEqual(
      new Set(['index.cjs: require("electron")']),
    );
    expect(only?.text).not.toMatch(/^\s*(import|export)\s/m);
  });
});

describe('the main bundle', () => {
  it('loads only Node, Electron and the database driver from outside', () => {
    const known = new Set([
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
      'electron',
      'better-sqlite3',
      '@resvg/resvg-js',
    ]);
    const imports = builtTexts('main')
      .filter(({ path }) => path.endsWith('.js'))
      .flatMap(({ text }) => [...text.matchAll(/^\s*(?:import|export)\b[^;"']*["']([^"'.][^"']*)["']/gm)])
      .map(([, name]) => name ?? '');
    expect(imports.length).toBeGreaterThan(3);
    expect(imports.filter((name) => !known.has(name))).toEqual([]);
  });
});
