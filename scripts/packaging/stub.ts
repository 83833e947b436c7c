/**
 * A distribution that has the shape of Electron but no browser in it, so that packaging can be checked where Electron
 * cannot be fetched: names, folders, a place for fuses, an executable of the right format.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource } from 'pe-library';
import { Resource } from 'resedit';
import { FUSE_NAMES } from './fuses.ts';
import { ELECTRON_VERSION } from './paths.ts';

/** Before the row of fuses in every Electron, found by @electron/fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As Electron is delivered: version 1, a length, and each fuse in its state of delivery. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from(SENTINEL, 'latin1'),
  Buffer.from([1, FUSE_NAMES.length]),
  Buffer.from('1'.repeat(FUSE_NAMES.length)),
]);

/** A program for Windows without any code; the fuses lie behind its last section. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  // Before the first text, or there would be texts in a second language.
  version.lang = 1033;
  version.setFileVersion(`${ELECTRON_VERSION}.0`);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  const extra = new Uint8Array(FUSE_WIRE);
  program.setExtraData(extra.buffer);
  return Buffer.from(program.generate());
}

/** Writes the stand-in for one system into an empty folder. */
export function writeStubElectron(folder: string, os: 'win' | 'linux'): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const language of ['vi', 'en-US', 'de', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  writeFileSync(join(folder, 'version'), ELECTRON_VERSION);
  writeFileSync(join(folder, 'LICENSE'), 'licence of Electron\n');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'licences of Chromium\n');
  if (os === 'win') return writeFileSync(join(folder, 'electron.exe'), windowsProgram());
  const program = join(folder, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), FUSE_WIRE, Buffer.from('\n')]));
  chmodSync(program, 0o755);
}
