// Builds the three bundles when they are missing or older than what they are made from.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = ['src', 'electron.vite.config.ts', 'package.json'];
const BUNDLES = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const LOCK = join(root, '.cache', 'build.lock');
/** A build takes seconds; an older lock was left by a process that was killed. */
const STALE_LOCK_MS = 180_000;

const changed = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;

function newest(path) {
  const entry = statSync(join(root, path));
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(join(root, path)).map((name) => newest(join(path, name))));
}

export function isBuilt() {
  const made = BUNDLES.map(changed);
  return made.every((time) => time !== undefined && time >= Math.max(...SOURCES.map(newest)));
}

/** Two processes may want the bundles at the same time; the second waits for the first. */
function withLock(work) {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > STALE_LOCK_MS) rmSync(LOCK, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** @returns true when the bundles are there and current */
export function buildIfNeeded() {
  return withLock(() => {
    if (isBuilt()) return true;
    const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
    });
    return status === 0;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(buildIfNeeded() ? 0 : 1);
