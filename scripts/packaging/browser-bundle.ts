/** The program for a browser, in one folder that needs only Node: server bundle, page, data, fonts, native modules. */
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { filesBelow } from './inspect.ts';
import { provideResvg } from './natives.ts';
import { ROOT, VERSION } from './paths.ts';
import { makeFonts, makeLicences } from './prepare.ts';
import { resvgPackage, sqliteBinary, targetOf, type Target } from './targets.ts';

/** Systems of offices that cannot run Electron. */
export const BUNDLE_TARGETS: readonly Target[] = [targetOf('win32', 'x64'), targetOf('linux', 'x64')];
export const BUNDLE_NAME = `ThuocSo-${VERSION}-trinh-duyet`;

/**
 * Two folders below the bundle's root, as the sources are two below the project: the program finds questionnaires, page
 * and version from there.
 */
const PROGRAM = join('program', 'server');

/** A script that a thread or process is started with, named by its place beside the source, becomes a bundle of its own. */
const startedScripts: Plugin = {
  name: 'started-scripts',
  // On the sources as they are written.
  enforce: 'pre',
  transform(code, id) {
    const named = /new URL\('(\.[\w./-]+\.ts)', import\.meta\.url\)/g;
    if (!id.startsWith(resolve(ROOT, 'src')) || !named.test(code)) return null;
    return code.replace(named, (_, path: string) => {
      const name = `${basename(path, '.ts')}.js`;
      this.emitFile({ type: 'chunk', id: resolve(dirname(id), path), fileName: name });
      // All bundles lie in one folder.
      return `new URL('./${name}', import.meta.url)`;
    });
  },
};

/** Bundles the command line with the server. @returns the packages that became part of it */
export async function bundleServer(folder: string): Promise<string[]> {
  const packages = new Set<string>();
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [
      startedScripts,
      {
        name: 'packages',
        generateBundle(_, bundle) {
          for (const chunk of Object.values(bundle))
            for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
              const [, name] = /.*\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(id) ?? [];
              if (name !== undefined) packages.add(name);
            }
        },
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: resolve(ROOT, 'src/cli/index.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      // Named by a reader of exceljs for cloud storage, which is never called; native modules, which stay modules.
      rolldownOptions: {
        external: ['@aws-sdk/client-s3', 'better-sqlite3', '@resvg/resvg-js'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return [...packages].sort();
}

function copyNatives(modules: string, targets: readonly Target[]): void {
  const copy = (from: string, to: string): void => {
    mkdirSync(dirname(join(modules, to)), { recursive: true });
    cpSync(from, join(modules, to), { recursive: true });
  };
  const installed = resolve(ROOT, 'node_modules');
  for (const file of ['package.json', 'LICENSE', 'lib', ...targets.map(sqliteBinary)])
    copy(join(installed, 'better-sqlite3', file), join('better-sqlite3', file));
  for (const file of ['package.json', 'LICENSE', 'index.js', 'js-binding.js'])
    copy(join(installed, '@resvg/resvg-js', file), join('@resvg/resvg-js', file));
  for (const target of targets)
    for (const file of ['package.json', `resvgjs.${target.resvg}.node`])
      copy(join(provideResvg(target), file), join(resvgPackage(target), file));
}

/** Writes the whole bundle into a folder, with native modules for the given systems. @returns the packages inside the server bundle */
export async function makeBrowserBundle(folder: string, targets = BUNDLE_TARGETS): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = await bundleServer(join(folder, PROGRAM));
  cpSync(resolve(ROOT, 'out/renderer'), join(folder, 'out/renderer'), { recursive: true });
  for (const data of ['questionnaires', 'reference'])
    cpSync(resolve(ROOT, data), join(folder, data), { recursive: true });
  makeFonts(join(folder, 'fonts'));
  makeLicences(join(folder, 'licences'));
  copyNatives(join(folder, 'node_modules'), targets);
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name: 'thuoc-so', version: VERSION, private: true, type: 'module' }, null, 2)}\n`,
  );
  const start = resolve(ROOT, 'build/browser');
  for (const file of filesBelow(start)) {
    const text = readFileSync(join(start, file), 'utf8');
    // Windows' command interpreter wants its own line ends.
    writeFileSync(join(folder, file), /\.(cmd|txt)$/.test(file) ? text.replaceAll('\n', '\r\n') : text);
  }
  chmodSync(join(folder, 'start.sh'), 0o755);
  return packages;
}
