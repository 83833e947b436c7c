import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The project folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** What is made anew for each package; finished packages lie in `dist`. */
export const WORK = resolve(ROOT, '.cache/package');
export const DIST = resolve(ROOT, 'dist');

/** Fonts of documents, all licences, native modules of other systems. */
export const MADE_FONTS = resolve(WORK, 'fonts');
export const MADE_LICENCES = resolve(WORK, 'licences');
export const NATIVES = resolve(ROOT, '.cache/native');

/** Reads a JSON file whose shape is known. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

export const VERSION = readJson<{ version: string }>(resolve(ROOT, 'package.json')).version;
export const ELECTRON_VERSION = readJson<{ version: string }>(
  resolve(ROOT, 'node_modules/electron/package.json'),
).version;
