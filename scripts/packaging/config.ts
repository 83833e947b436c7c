/** What electron-builder makes. Nothing is published, nothing is rebuilt: native modules come with their packages. */
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext, Configuration, FileSet } from 'electron-builder';
import { Arch } from 'electron-builder';
import { relative, resolve } from 'node:path';
import { fuseConfig } from './fuses.ts';
import { findResvg } from './natives.ts';
import { DIST, ELECTRON_VERSION, MADE_FONTS, MADE_LICENCES, ROOT } from './paths.ts';
import { resvgPackage, sqliteBinary, TARGETS, targetOf, type Target } from './targets.ts';

/** A folder with Electron's own archives (`electron-v…-win32-x64.zip`) or an unpacked one, for builds without a network. */
export const ELECTRON_FOLDER = 'THUOC_SO_ELECTRON';

export const EXECUTABLE = { win: 'ThuocSo', linux: 'thuoc-so', mac: 'ThuocSo' } as const;

/** Native modules of one system; on a system that is not this one they lie elsewhere than installed. */
function natives(os: Target['os']): FileSet[] {
  return TARGETS.filter((target) => target.os === os).flatMap((target) => {
    const name = resvgPackage(target);
    const place = findResvg(target);
    const drawing = { to: `node_modules/${name}`, filter: ['package.json', '*.node'] };
    return [
      {
        from: 'node_modules/better-sqlite3',
        to: 'node_modules/better-sqlite3',
        filter: [sqliteBinary(target)],
      },
      ...(place === null ? [] : [{ from: relative(ROOT, place), ...drawing }]),
    ];
  });
}

const FILES: readonly string[] = [
  'package.json',
  'out/main/**/*.js',
  'out/preload/index.cjs',
  'out/renderer/**',
  '!**/*.map',
  '!node_modules/**',
  'node_modules/better-sqlite3/{package.json,LICENSE}',
  'node_modules/better-sqlite3/lib/**/*.js',
  'node_modules/@resvg/resvg-js/{package.json,LICENSE,index.js,js-binding.js}',
];

/** Runs before signing, so that a signature covers the fuses. @throws when Electron has a fuse that is not named */
async function setFuses(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  const os = targetOf(electronPlatformName, Arch[context.arch]).os;
  const ending = { win: '.exe', linux: '', mac: '.app' }[os];
  await flipFuses(resolve(appOutDir, `${packager.appInfo.productFilename}${ending}`), {
    ...fuseConfig(),
    resetAdHocDarwinSignature: os === 'mac' && context.arch === Arch.arm64,
  });
}

export function configuration(electronDist = process.env[ELECTRON_FOLDER]): Configuration {
  return {
    appId: 'vn.thuocso.app',
    productName: 'Thước Số',
    copyright: 'Thước Số',
    artifactName: `ThuocSo-\${version}-\${os}-\${arch}.\${ext}`,
    electronVersion: ELECTRON_VERSION,
    ...(electronDist ? { electronDist } : {}),
    electronLanguages: ['vi', 'en-US'],
    directories: { output: relative(ROOT, DIST), buildResources: 'build' },
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    publish: null,
    compression: 'normal',
    asar: true,
    asarUnpack: ['**/*.node'],
    files: [...FILES],
    extraResources: [
      { from: 'questionnaires', to: 'questionnaires', filter: ['**/*.{yaml,yml}'] },
      { from: 'reference', to: 'reference', filter: ['**/*.{yaml,md}'] },
      { from: relative(ROOT, MADE_FONTS), to: 'fonts', filter: ['*.ttf'] },
      { from: relative(ROOT, MADE_LICENCES), to: 'licences', filter: ['THIRD-PARTY.txt'] },
    ],
    fileAssociations: [
      {
        ext: 'thuocso',
        name: 'ThuocSo.Package',
        description: 'Tệp Thước Số',
        mimeType: 'application/x-thuocso',
        role: 'Editor',
      },
    ],
    afterPack: setFuses,
    win: {
      executableName: EXECUTABLE.win,
      icon: 'build/icon.ico',
      target: [
        { target: 'nsis', arch: ['x64'] },
        { target: 'zip', arch: ['x64'] },
      ],
      files: natives('win'),
    },
    nsis: {
      oneClick: true,
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      installerLanguages: ['vi_VN', 'en_US'],
      include: 'build/installer.nsh',
      artifactName: `ThuocSo-\${version}-cai-dat.\${ext}`,
      shortcutName: 'Thước Số',
      uninstallDisplayName: 'Thước Số',
    },
    linux: {
      executableName: EXECUTABLE.linux,
      icon: 'build/icons',
      category: 'Office',
      synopsis: 'Đo mức độ trưởng thành số, không cần mạng',
      maintainer: 'Thước Số <thuoc-so@localhost>',
      vendor: 'Thước Số',
      target: [
        { target: 'AppImage', arch: ['x64'] },
        { target: 'deb', arch: ['x64'] },
      ],
      files: natives('linux'),
    },
    deb: { packageName: 'thuoc-so', fpm: ['--url', 'file:///usr/share/doc/thuoc-so'] },
    mac: {
      executableName: EXECUTABLE.mac,
      icon: 'build/icon.icns',
      category: 'public.app-category.business',
      target: [{ target: 'zip', arch: ['x64', 'arm64'] }],
      files: natives('mac'),
    },
  };
}
