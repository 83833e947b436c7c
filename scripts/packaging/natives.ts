/** Native modules for another system than this one: fetched with npm, compared with the lock file, kept. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { NATIVES, readJson, ROOT } from './paths.ts';
import { resvgPackage, type Target } from './targets.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string }>>;
}

/** Folder of the drawing module's binary for a system, or null when it is neither installed nor fetched. */
export function findResvg(target: Target): string | null {
  const name = resvgPackage(target);
  const places = [resolve(ROOT, 'node_modules', name), resolve(NATIVES, basename(name), 'package')];
  return places.find((place) => existsSync(join(place, 'package.json'))) ?? null;
}

/** As findResvg, fetching it when it is missing. @throws when it cannot be fetched or is another one than the lock file names */
export function provideResvg(target: Target): string {
  const found = findResvg(target);
  if (found !== null) return found;
  const name = resvgPackage(target);
  const locked = readJson<Lock>(resolve(ROOT, 'package-lock.json')).packages[`node_modules/${name}`];
  if (!locked?.integrity) throw new Error(`package-lock.json does not name ${name}`);
  const folder = resolve(NATIVES, basename(name));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const npm = spawnSync('npm', ['pack', `${name}@${locked.version}`, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
    cwd: NATIVES,
    shell: process.platform === 'win32',
  });
  const archive = join(folder, npm.stdout.trim().split('\n').at(-1) ?? '');
  if (npm.status !== 0 || !existsSync(archive)) throw new Error(`${name} could not be fetched: ${npm.stderr.trim()}`);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== locked.integrity) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`${name} is another one than package-lock.json names`);
  }
  const { status } = spawnSync('tar', ['-xzf', basename(archive)], { cwd: folder });
  const place = findResvg(target);
  if (status !== 0 || place === null) throw new Error(`${name} could not be unpacked`);
  return place;
}
