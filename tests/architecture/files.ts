import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { ROOT } from '../e2e/support/project.ts';

/** Folders that are made, not written. */
const MADE = new Set(['node_modules', '.git', '.cache', 'out', 'dist', 'coverage', 'demo-output', 'screenshots']);
const TEXT = new Set([
  '.ts',
  '.tsx',
  '.mts',
  '.mjs',
  '.js',
  '.cjs',
  '.css',
  '.html',
  '.json',
  '.yaml',
  '.yml',
  '.md',
  '.svg',
]);

export interface TextFile {
  /** Path from the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** All files under a folder. @returns paths from the root of the project, with slashes */
export function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return MADE.has(entry.name) ? [] : listFiles(path);
    return [path.split(sep).join('/')];
  });
}

/** Every text that belongs to the project. */
export function projectTexts(): TextFile[] {
  return listFiles('.')
    .filter((path) => TEXT.has(extname(path)) || path.startsWith('.ci/'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** The texts of a built bundle. @throws Error when it was not built */
export function builtTexts(folder: string): TextFile[] {
  const root = join(ROOT, 'out', folder);
  if (!existsSync(root)) throw new Error(`out/${folder} is missing: run "npm run build" first`);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** Where a pattern occurs, as "path: match". */
export function occurrences(files: readonly TextFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([match]) => `${path}: ${match}`));
}
