/** Licences of everything that is part of a package: what the sources import, and what that needs in turn. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readJson, ROOT } from './paths.ts';
import { TARGETS, resvgPackage } from './targets.ts';

export interface Part {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package states it. */
  readonly licence: string;
  readonly homepage: string;
  /** Texts that come with the package. */
  readonly texts: readonly string[];
}

interface Manifest {
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const SOURCES = ['adapters', 'cli', 'contract', 'core', 'domain', 'main', 'preload', 'renderer', 'server'];
const IMPORT =
  /(?:from|import)\s*\(?\s*['"]((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^'"]*)?['"]|(?:@import\s+|url\()['"]((?:@[\w.-]+\/)?[\w.-]+)\//g;
const TEXT = /^(licen[cs]e|copying|notice|ofl)([._-].*)?$/i;
/** Not named in the package file; read in the package's own licence text. */
const STATED: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** Packages that the sources name themselves, types and Node's own modules left out. */
export function importedPackages(): string[] {
  const names = new Set<string>();
  for (const folder of SOURCES)
    for (const entry of readdirSync(resolve(ROOT, 'src', folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(tsx?|css)$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      for (const [, imported, styled] of text.matchAll(IMPORT)) {
        const name = imported ?? styled ?? '';
        if (existsSync(resolve(ROOT, 'node_modules', name, 'package.json'))) names.add(name);
      }
    }
  // Electron brings its own licences; the fonts of documents are read as files, and React's runtime comes with JSX.
  names.delete('electron');
  return [...names, '@expo-google-fonts/tinos', '@expo-google-fonts/be-vietnam-pro', 'react', 'react-dom'];
}

function findPackage(name: string, from: string): string | null {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return place;
  }
  return null;
}

function describe(name: string, folder: string, manifest: Manifest): Part {
  const { license, licenses, repository } = manifest;
  const stated =
    typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '));
  const source = typeof repository === 'string' ? repository : repository?.url;
  return {
    name,
    version: manifest.version,
    licence: stated ?? STATED[name] ?? '',
    homepage: manifest.homepage ?? source ?? '',
    texts: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && TEXT.test(entry.name))
      .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim()),
  };
}

/** All parts, by name and version. @throws when a package that is needed is not installed */
export function collectParts(): Part[] {
  const parts = new Map<string, Part>();
  const waiting = importedPackages().map((name) => ({ name, from: ROOT }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = findPackage(next.name, next.from);
    if (folder === null) throw new Error(`${next.name} is not installed`);
    const manifest = readJson<Manifest>(join(folder, 'package.json'));
    const key = `${next.name}@${manifest.version}`;
    if (parts.has(key)) continue;
    parts.set(key, describe(next.name, folder, manifest));
    for (const name of Object.keys(manifest.dependencies ?? {}))
      if (!name.startsWith('@types/')) waiting.push({ name, from: folder });
  }
  return [...parts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}

const RULE = '='.repeat(100);

/** One text for people: an overview, then every licence text once, with the parts that it belongs to. */
export function thirdPartyText(parts: readonly Part[], electronVersion: string): string {
  const texts = new Map<string, string[]>();
  for (const { name, version, texts: own } of parts)
    for (const text of own) texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  const natives = TARGETS.map((target) => resvgPackage(target)).join(', ');
  return [
    'Thước Số dùng các phần mềm và phông chữ nguồn mở sau đây.',
    'Thước Số uses the following open-source software and fonts.',
    '',
    `Electron ${electronVersion} (MIT), Chromium, Node.js: LICENSE.electron.txt, LICENSES.chromium.html beside the program.`,
    'SQLite, inside better-sqlite3: public domain (https://sqlite.org/copyright.html).',
    `Binaries of @resvg/resvg-js (${natives}): MPL-2.0, source https://github.com/thx/resvg-js.`,
    '',
    ...parts.map(({ name, version, licence, homepage }) => `${name} ${version} · ${licence} · ${homepage}`),
    ...[...texts].flatMap(([text, of]) => ['', RULE, of.join('\n'), RULE, '', text]),
    '',
  ].join('\n');
}
