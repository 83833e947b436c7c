import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { join } from 'node:path';
import { configuration, EXECUTABLE } from './config.ts';
import { ROOT } from './paths.ts';
import type { Target } from './targets.ts';

const PLATFORMS = { win: Platform.WINDOWS, linux: Platform.LINUX, mac: Platform.MAC };

export interface Packed {
  /** Folder of the program, unpacked. */
  readonly folder: string;
  readonly resources: string;
  readonly program: string;
}

/** Where electron-builder leaves the unpacked program. */
export function packedIn(output: string, { os, arch }: Target): Packed {
  if (os === 'mac') {
    const app = join(output, arch === 'arm64' ? 'mac-arm64' : 'mac', `${EXECUTABLE.mac}.app`);
    return { folder: app, resources: join(app, 'Contents/Resources'), program: app };
  }
  const folder = join(output, `${os}-unpacked`);
  return {
    folder,
    resources: join(folder, 'resources'),
    program: join(folder, os === 'win' ? `${EXECUTABLE.win}.exe` : EXECUTABLE.linux),
  };
}

export interface PackOptions {
  readonly target: Target;
  /** Only the unpacked folder, or everything that is delivered. */
  readonly only: 'folder' | 'all';
  readonly electron?: string;
  readonly output?: string;
}

/** Packs with electron-builder. @returns the files that it made */
export async function pack({ target, only, electron, output }: PackOptions): Promise<string[]> {
  const whole = configuration(electron);
  const config: Configuration = output ? { ...whole, directories: { ...whole.directories, output } } : whole;
  const platform = PLATFORMS[target.os];
  const arch = Arch[target.arch];
  const targets = only === 'folder' ? platform.createTarget('dir', arch) : platform.createTarget(null, arch);
  return build({ projectDir: ROOT, config, targets, publish: 'never' });
}
