import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The data folder of this user when nothing else was asked for; the same for all hosts, so that the browser host
 * finds what the desktop program kept.
 */
export function defaultDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (env.THUOC_SO_DATA) return env.THUOC_SO_DATA;
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'ThuocSo', 'data');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'ThuocSo', 'data');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'thuoc-so', 'data');
}
