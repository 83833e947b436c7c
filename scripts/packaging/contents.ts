/** What a package holds: an allow-list, so that a new file has to be let in by name. */
import { FONT_FILE_NAMES } from '../../src/adapters/documents/fonts.ts';
import { resvgPackage, sqliteBinary, type Target } from './targets.ts';

/** Names that never belong into a package, wherever they lie. */
const NEVER =
  /(\.map|\.tsx?|\.d\.m?ts|\.test\.\w+|\.gyp|\.log|\.db|\.tsbuildinfo)$|(^|\/)(tests?|src|deps|\.git|node-[^/]+)\//;

const LIBRARY = /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/;
const DRAWING = /^node_modules\/@resvg\/resvg-js\/(package\.json|LICENSE|index\.js|js-binding\.js)$/;

/** Inside the archive. */
export const ARCHIVE_ALLOWED: readonly RegExp[] = [
  /^package\.json$/,
  /^out\/main\/(index|chunks\/[\w-]+)\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|wasm)$/,
  LIBRARY,
  DRAWING,
];

/** Native modules lie beside the archive, since systems load them from files only. */
export function nativeFiles(target: Target): string[] {
  return [
    `node_modules/better-sqlite3/${sqliteBinary(target)}`,
    `node_modules/${resvgPackage(target)}/package.json`,
    `node_modules/${resvgPackage(target)}/resvgjs.${target.resvg}.node`,
  ];
}

/** Beside the archive, below `resources`. */
export const RESOURCES_ALLOWED: readonly RegExp[] = [
  /^questionnaires\/[\w-]+\/[\w.-]+\/([\w-]+\/)?[\w.-]+\.ya?ml$/,
  /^reference\/([\w-]+\/)?[\w.-]+\.(yaml|md)$/,
  new RegExp(`^fonts/(${FONT_FILE_NAMES.map((name) => name.replaceAll('.', '\\.')).join('|')})$`),
  /^licences\/THIRD-PARTY\.txt$/,
];

export interface Findings {
  readonly unexpected: readonly string[];
  readonly missing: readonly string[];
}

/** Without these the program does not start, or cannot make its documents. */
const ARCHIVE_NEEDED = [
  'package.json',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/@resvg/resvg-js/package.json',
  'node_modules/@resvg/resvg-js/js-binding.js',
];

const judge = (files: readonly string[], allowed: (file: string) => boolean, needed: readonly string[]): Findings => ({
  unexpected: files.filter((file) => NEVER.test(file) || !allowed(file)),
  missing: needed.filter((file) => !files.includes(file)),
});

/** @param files names inside the archive, with `/`, no folders, native modules included */
export function judgeArchive(files: readonly string[], target: Target): Findings {
  const natives = nativeFiles(target);
  return judge(files, (file) => natives.includes(file) || ARCHIVE_ALLOWED.some((pattern) => pattern.test(file)), [
    ...ARCHIVE_NEEDED,
    ...natives,
  ]);
}

/** @param files names below `resources`, without the archive and what is unpacked from it; `shipped` as in the checkout */
export function judgeResources(files: readonly string[], shipped: readonly string[]): Findings {
  return judge(files, (file) => RESOURCES_ALLOWED.some((pattern) => pattern.test(file)), [
    ...shipped,
    ...FONT_FILE_NAMES.map((name) => `fonts/${name}`),
    'licences/THIRD-PARTY.txt',
  ]);
}
