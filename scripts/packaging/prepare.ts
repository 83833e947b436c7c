/** Makes what lies beside the archive: fonts, licences, native modules of other systems. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fontFiles, installedFonts } from '../../src/adapters/documents/fonts.ts';
import { collectParts, thirdPartyText } from './licences.ts';
import { provideResvg } from './natives.ts';
import { ELECTRON_VERSION, MADE_FONTS, MADE_LICENCES } from './paths.ts';
import type { Target } from './targets.ts';

export function makeFonts(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of fontFiles(installedFonts())) copyFileSync(file, join(folder, basename(file)));
}

export function makeLicences(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), thirdPartyText(collectParts(), ELECTRON_VERSION));
}

/** @throws when a native module for one of the targets cannot be had */
export function prepare(targets: readonly Target[]): void {
  makeFonts(MADE_FONTS);
  makeLicences(MADE_LICENCES);
  targets.forEach((target) => provideResvg(target));
}
