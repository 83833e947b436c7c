/** What can be said of packages without Electron: packed around a stand-in with its shape. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NtExecutable, NtExecutableResource } from 'pe-library';
import { getRawHeader } from '@electron/asar';
import { createHash } from 'node:crypto';
import { drawIcons } from './icons.ts';
import { filesBelow, inspectContents, wrongFuses } from './inspect.ts';
import { collectParts } from './licences.ts';
import { pack, packedIn, type Packed } from './pack.ts';
import { ROOT } from './paths.ts';
import { writeStubElectron } from './stub.ts';
import type { Target } from './targets.ts';

/** Bytes that a package may have beyond Electron itself. */
export const MOST_BYTES = 40 * 1024 * 1024;

/** SHA-256 of an archive's header, which Electron compares before it reads anything else. */
export const headerHash = (archive: string): string =>
  createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');

/** What the program file states about its archive; null when it states nothing. */
export function statedIntegrity(program: string): { file: string; alg: string; value: string }[] | null {
  const resources = NtExecutableResource.from(NtExecutable.from(readFileSync(program), { ignoreCert: true }));
  const entry = resources.entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  return entry ? (JSON.parse(Buffer.from(entry.bin).toString('utf8')) as []) : null;
}

/** Packs into a folder of its own around the stand-in. @param electron a folder with Electron's archive instead of the stand-in */
export async function packAround(folder: string, target: Target, electron?: string): Promise<Packed> {
  const stub = join(folder, 'electron');
  if (electron === undefined) writeStubElectron(stub, target.os === 'win' ? 'win' : 'linux');
  const output = join(folder, 'packed');
  await pack({ target, only: 'folder', electron: electron ?? stub, output });
  return packedIn(output, target);
}

/** Sentences about what is wrong; none when all is well. */
export async function judgePackage(packed: Packed, target: Target): Promise<string[]> {
  const { archive, resources } = inspectContents(packed.resources, target);
  const found = [
    ...archive.unexpected.concat(resources.unexpected).map((file) => `does not belong into the package: ${file}`),
    ...archive.missing.concat(resources.missing).map((file) => `missing in the package: ${file}`),
    ...(await wrongFuses(packed.program)).map((fuse) => `fuse is not as it should be: ${fuse}`),
  ];
  const file = join(packed.resources, 'app.asar');
  if (target.os === 'win') {
    const [stated, ...more] = statedIntegrity(packed.program) ?? [];
    if (stated?.file !== 'resources\\app.asar' || stated.value !== headerHash(file) || more.length > 0)
      found.push('the program does not state the hash of its archive');
  }
  const size = filesBelow(packed.folder).reduce((sum, name) => sum + statSync(join(packed.folder, name)).size, 0);
  if (size > MOST_BYTES) found.push(`the package has ${size} bytes beyond Electron`);
  return found;
}

/** Icons are those that the drawing gives; every part has a licence with its text or its name. */
export function judgeParts(): string[] {
  const stale = [...drawIcons()].filter(([name, bytes]) => {
    const file = resolve(ROOT, 'build', name);
    return !statSync(file, { throwIfNoEntry: false }) || !readFileSync(file).equals(bytes);
  });
  return [
    ...stale.map(([name]) => `build/${name} is not drawn from build/icon.svg: node scripts/package-icons.mjs`),
    ...collectParts()
      .filter(({ licence }) => licence === '')
      .map(({ name }) => `no licence is known of ${name}`),
  ];
}

/** Runs work in a temporary folder that is gone afterwards. */
export async function inTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-package-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
