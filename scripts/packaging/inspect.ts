/** Reads a packed program: what is in it, what its fuses say. */
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { judgeArchive, judgeResources, type Findings } from './contents.ts';
import { FUSE_NAMES, FUSES } from './fuses.ts';
import { ROOT } from './paths.ts';
import type { Target } from './targets.ts';

const slashed = (path: string): string => path.split(sep).join('/');

/** All files below a folder, with `/`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashed(relative(folder, join(entry.parentPath, entry.name))))
    .sort();
}

/** Files of the archive, folders left out. */
export function archiveFiles(archive: string): string[] {
  const all = listPackage(archive, { isPack: false }).map((path) => slashed(path).replace(/^\//, ''));
  const folders = new Set(all.flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))));
  return all.filter((path) => !folders.has(path)).sort();
}

/** Data that belong into every package, as they lie in the checkout. */
export function shippedData(): string[] {
  return ['questionnaires', 'reference'].flatMap((folder) =>
    filesBelow(join(ROOT, folder))
      .filter((file) => /\.(ya?ml|md)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
}

/** @param resources folder that holds `app.asar` */
export function inspectContents(resources: string, target: Target): { archive: Findings; resources: Findings } {
  const outside = filesBelow(resources).filter((file) => file !== 'app.asar' && !file.startsWith('app.asar.unpacked/'));
  return {
    archive: judgeArchive(archiveFiles(join(resources, 'app.asar')), target),
    resources: judgeResources(outside, shippedData()),
  };
}

/** Names of fuses that are not as they should be. */
export async function wrongFuses(program: string): Promise<string[]> {
  const wire = (await getCurrentFuseWire(program)) as unknown as Record<number, FuseState | undefined>;
  return FUSE_NAMES.filter(
    (name) => wire[FuseV1Options[name]] !== (FUSES[name] ? FuseState.ENABLE : FuseState.DISABLE),
  );
}
