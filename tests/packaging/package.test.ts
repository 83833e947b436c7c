/** The packages, made by electron-builder around a stand-in that has Electron's shape. */
import { extractAll } from '@electron/asar';
import JSZip from 'jszip';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import {
  headerHash,
  inTemporary,
  judgePackage,
  judgeParts,
  packAround,
  statedIntegrity,
} from '../../scripts/packaging/checks.ts';
import { configuration } from '../../scripts/packaging/config.ts';
import { judgeArchive, judgeResources, nativeFiles } from '../../scripts/packaging/contents.ts';
import { FUSE_NAMES, FUSES } from '../../scripts/packaging/fuses.ts';
import { drawIcons } from '../../scripts/packaging/icons.ts';
import { archiveFiles, filesBelow, shippedData, wrongFuses } from '../../scripts/packaging/inspect.ts';
import { findResvg } from '../../scripts/packaging/natives.ts';
import type { Packed } from '../../scripts/packaging/pack.ts';
import { makeFonts, makeLicences } from '../../scripts/packaging/prepare.ts';
import { ELECTRON_VERSION, MADE_FONTS, MADE_LICENCES } from '../../scripts/packaging/paths.ts';
import { writeStubElectron } from '../../scripts/packaging/stub.ts';
import { targetOf } from '../../scripts/packaging/targets.ts';
import type { Bridge } from '../../src/contract/surface.ts';
import { makeFolder, removeFolder } from '../e2e/support/index.ts';
import { launchApp } from '../electron-standin/launch.ts';

const linux = targetOf('linux', 'x64');
const windows = targetOf('win32', 'x64');
const folder = makeFolder();

/** Electron as it is delivered: one archive named by version and system, in a folder. */
async function cacheElectron(place: string): Promise<void> {
  const unpacked = join(place, 'unpacked');
  writeStubElectron(unpacked, 'linux');
  const zip = new JSZip();
  for (const file of filesBelow(unpacked))
    zip.file(file, readFileSync(join(unpacked, file)), { unixPermissions: file === 'electron' ? 0o100755 : 0o100644 });
  const name = `electron-v${ELECTRON_VERSION}-linux-x64.zip`;
  writeFileSync(join(place, name), await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' }));
  rmSync(unpacked, { recursive: true });
}

beforeAll(() => {
  expect(buildIfNeeded()).toBe(true);
  makeFonts(MADE_FONTS);
  makeLicences(MADE_LICENCES);
});
afterAll(() => removeFolder(folder));

describe('Linux, from a folder with the archive of Electron and without a network', () => {
  let packed: Packed;
  beforeAll(async () => {
    const cache = join(folder, 'electron cache');
    mkdirSync(cache, { recursive: true });
    await cacheElectron(cache);
    packed = await packAround(join(folder, 'linux'), linux, cache);
  });

  test('holds what is on the list and nothing else, with all fuses set', async () => {
    expect(await judgePackage(packed, linux)).toEqual([]);
  });

  test('states its version, and keeps the two languages of the program', () => {
    expect(archiveFiles(join(packed.resources, 'app.asar'))).toContain('package.json');
    expect(filesBelow(join(packed.folder, 'locales'))).toEqual(['en-US.pak', 'vi.pak']);
    expect(filesBelow(packed.folder)).toContain('LICENSES.chromium.html');
  });

  test('the packed program starts, finds its data beside the archive and makes a document with its own fonts', async () => {
    // Unpacked, since only Electron reads inside an archive; nothing of the checkout can be reached from there.
    const project = join(folder, 'unpacked');
    extractAll(join(packed.resources, 'app.asar'), project);
    const app = await launchApp({ project, folder: join(folder, 'run'), env: { STANDIN_RESOURCES: packed.resources } });
    try {
      await app.page.locator('h1').first().waitFor();
      const form = { id: 'sme-quick', version: '1.0.0', language: 'vi' };
      const answer = await app.page.evaluate(
        (input) => (window as unknown as { thuocSo: Bridge }).thuocSo.call('questionnaires.blank', input),
        form,
      );
      expect(answer).toMatchObject({ ok: true, value: { fileName: expect.stringMatching(/\.pdf$/) as string } });
    } finally {
      expect(await app.quit()).toBe(0);
    }
  });

  test('a fuse that is set back is found', async () => {
    const bytes = readFileSync(packed.program);
    const at = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34;
    bytes.write('1', at);
    const changed = join(folder, 'changed');
    writeFileSync(changed, bytes);
    chmodSync(changed, 0o755);
    expect(await wrongFuses(changed)).toEqual(['RunAsNode']);
  });
});

describe('Windows', () => {
  test('holds what is on the list, and the program states the hash of its archive', async () => {
    const packed = await packAround(join(folder, 'windows'), windows);
    // The drawing module for another system is fetched when packages are made, never by a test.
    const absent = findResvg(windows) ? [] : nativeFiles(windows).filter((file) => file.includes('resvg'));
    expect(await judgePackage(packed, windows)).toEqual(absent.map((file) => `missing in the package: ${file}`));
    const archive = join(packed.resources, 'app.asar');
    expect(statedIntegrity(packed.program)).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: headerHash(archive) },
    ]);
    const bytes = readFileSync(archive);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    const changed = join(folder, 'changed.asar');
    writeFileSync(changed, bytes);
    expect(headerHash(changed)).not.toBe(headerHash(archive));
  });
});

describe('what packages are made of', () => {
  test.each([
    'out/main/index.js.map',
    'src/main/index.ts',
    'tests/main/ipc.test.ts',
    'node_modules/node-addon-api/package.json',
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
    'node_modules/better-sqlite3/prebuilds/darwin-arm64.node',
    'node_modules/exceljs/package.json',
    'thuoc-so.db',
    '.env',
  ])('%s has no place in the archive', (file) => {
    expect(judgeArchive([file], linux).unexpected).toEqual([file]);
  });

  test('a data file that was left out is missed', () => {
    const [first = '', ...others] = shippedData();
    expect(judgeResources(others, shippedData()).missing).toContain(first);
    expect(judgeResources(['questionnaires/a/1.0.0/notes.docx'], []).unexpected).toHaveLength(1);
  });

  test('every fuse is decided, and none lets the program be used as another one', () => {
    expect(FUSE_NAMES).toHaveLength(9);
    const open = FUSE_NAMES.filter((name) => FUSES[name]);
    expect(open).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers',
    ]);
  });

  test('the configuration installs for one person, asks for no rights and sends nothing', () => {
    const { nsis, win, publish, npmRebuild, fileAssociations, linux: forLinux } = configuration('');
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
    expect(win).toMatchObject({ target: [{ target: 'nsis' }, { target: 'zip' }] });
    expect(forLinux).toMatchObject({ target: [{ target: 'AppImage' }, { target: 'deb' }] });
    expect([publish, npmRebuild]).toEqual([null, false]);
    expect(fileAssociations).toMatchObject([{ ext: 'thuocso' }]);
  });

  test('icons are drawn from the one drawing, and licences are known of every part', () => {
    expect(judgeParts()).toEqual([]);
    const icons = drawIcons();
    expect(icons.get('icon.ico')?.readUInt16LE(4)).toBe(7);
    expect(icons.get('icon.icns')?.readUInt32BE(4)).toBe(icons.get('icon.icns')?.length);
    expect([...icons.keys()].filter((name) => name.startsWith('icons/')).map((name) => basename(name))).toHaveLength(7);
  });

  test('the installer says in Vietnamese and English what becomes of the data', () => {
    const text = readFileSync(new URL('../../build/installer.nsh', import.meta.url), 'utf8');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toContain('$LANGUAGE == 1066');
    expect(text.match(/\$\{if/gi)).toHaveLength(2);
  });
});

test('a package around nothing is refused with a reason', () =>
  inTemporary(async (place) => {
    await expect(packAround(place, linux, join(place, 'nowhere'))).rejects.toThrow('electronDist does not exist');
  }));
