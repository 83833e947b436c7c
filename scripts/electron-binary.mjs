// Finds the Electron binary, or fetches it once. The package itself is never asked: it would start a download each time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FETCH_MS = 60_000;

const packageFolder = (root) => join(root, 'node_modules', 'electron');

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Path of the installed binary, or null. */
export function findElectron(root, env = process.env) {
  const folder = packageFolder(root);
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * Fetches the binary with Electron's own installer. A failure is remembered with the version, so that later starts
 * lose no time; another version, or `retry`, tries again.
 * @param options.memory file that keeps the failure
 * @param options.announce called with the version before anything is fetched
 * @returns path of the binary, or null
 */
export function fetchElectron(root, { memory, retry = false, env = process.env, announce = () => undefined }) {
  const version = readJson(join(packageFolder(root), 'package.json'))?.version;
  if (version === undefined || env.THUOC_SO_NO_FETCH === '1') return null;
  if (!retry && readJson(memory)?.version === version) return null;
  announce(version);
  const proxied = env.HTTPS_PROXY ?? env.https_proxy;
  const { status } = spawnSync(process.execPath, [join(packageFolder(root), 'install.js')], {
    timeout: FETCH_MS,
    stdio: 'ignore',
    env: { ...env, ...(proxied ? { ELECTRON_GET_USE_PROXY: 'true' } : {}) },
  });
  const binary = status === 0 ? findElectron(root, env) : null;
  if (binary !== null) rmSync(memory, { force: true });
  else {
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(memory, `${JSON.stringify({ version, at: new Date().toISOString() })}\n`);
  }
  return binary;
}
