import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { driveLetter, isNetworkPath, isSyncedPath, SYNC_MARKS, type DriveKind } from './place.ts';

const PATIENCE_MS = 8000;

/**
 * What sort of drive holds a path; the path itself need not exist yet. Windows: the drive of the system is fixed
 * without asking; any other letter is asked for through PowerShell, which names the sort in English whatever the
 * language of Windows, at the cost of about a second. Linux: the table of mounts.
 */
export function driveKind(path: string, platform: NodeJS.Platform = process.platform): DriveKind {
  const kind = deviceKind(path, platform);
  return (kind === 'fixed' || kind === 'unknown') && isSynced(path, platform) ? 'synced' : kind;
}

/** By its own path, by the one that links lead to, and by the marks that cloud programs leave above it. */
function isSynced(path: string, platform: NodeJS.Platform): boolean {
  if (isSyncedPath(platform, path, process.env)) return true;
  if (platform !== process.platform) return false;
  try {
    const real = realpathSync(nearest(path));
    return isSyncedPath(platform, real, process.env) || isMarked(real);
  } catch {
    return false;
  }
}

/** Only folders below the user's own: a mark in the root of a disk says nothing of this one. */
function isMarked(folder: string): boolean {
  const above = dirname(folder);
  if (above === folder) return false;
  return SYNC_MARKS.some((name) => existsSync(join(folder, name))) || isMarked(above);
}

function deviceKind(path: string, platform: NodeJS.Platform): DriveKind {
  if (isNetworkPath(platform, path)) return 'network';
  if (platform === 'win32') {
    const letter = driveLetter(path);
    if (letter === null) return 'unknown';
    if (letter === (process.env.SystemDrive ?? 'C:').toUpperCase()) return 'fixed';
    return windowsKind(askWindows(letter));
  }
  if (platform === 'linux') return linuxKind(path);
  return path.startsWith('/Volumes/') ? 'unknown' : 'fixed';
}

function askWindows(letter: string): string {
  try {
    // The letter is one of 26, so nothing foreign enters the command.
    const command = `[System.IO.DriveInfo]::new('${letter}').DriveType`;
    return execFileSync('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command], {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/** @param answer name of System.IO.DriveType */
export function windowsKind(answer: string): DriveKind {
  const kinds: Readonly<Record<string, DriveKind>> = {
    Fixed: 'fixed',
    Ram: 'fixed',
    Removable: 'removable',
    CDRom: 'removable',
    Network: 'network',
  };
  return kinds[answer.trim()] ?? 'unknown';
}

const NETWORK_TYPES = /^(nfs4?|cifs|smb3?|smbfs|afs|fuse\.(sshfs|rclone|davfs|gvfsd-fuse)|davfs|ncpfs)$/;

/** @param mounts text of /proc/self/mountinfo @returns type and device of the mount that holds the path */
export function mountOf(path: string, mounts: string): { readonly type: string; readonly device: string } | null {
  let best: { type: string; device: string; point: string } | null = null;
  for (const line of mounts.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = before
      .split(' ')[4]
      ?.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
    const [type, device] = after.split(' ');
    if (point === undefined || type === undefined || device === undefined) continue;
    const holds = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    // A later line lies over an earlier one of the same point.
    if (holds && (best === null || point.length >= best.point.length)) best = { type, device, point };
  }
  return best;
}

function linuxKind(path: string): DriveKind {
  try {
    const mount = mountOf(realpathSync(nearest(path)), readFileSync('/proc/self/mountinfo', 'utf8'));
    if (mount === null) return 'unknown';
    if (NETWORK_TYPES.test(mount.type)) return 'network';
    return isRemovable(mount.device) ? 'removable' : 'fixed';
  } catch {
    return 'unknown';
  }
}

function isRemovable(device: string): boolean {
  if (!device.startsWith('/dev/')) return false;
  const name = basename(realpathSync(device));
  // A partition has no such file of its own; its disk is the folder above.
  const disk = [`/sys/class/block/${name}`, dirname(realpathSync(`/sys/class/block/${name}`))];
  return disk.some(
    (place) => existsSync(`${place}/removable`) && readFileSync(`${place}/removable`, 'utf8')[0] === '1',
  );
}

const nearest = (path: string): string => (existsSync(path) || dirname(path) === path ? path : nearest(dirname(path)));
