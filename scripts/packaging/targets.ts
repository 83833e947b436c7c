/** The systems that packages are made for, and their native modules. */
export interface Target {
  readonly os: 'win' | 'linux' | 'mac';
  /** As Node names it. */
  readonly platform: 'win32' | 'linux' | 'darwin';
  readonly arch: 'x64' | 'arm64';
  /** Ending of the name of the drawing module's package. */
  readonly resvg: string;
}

export const TARGETS: readonly Target[] = [
  { os: 'win', platform: 'win32', arch: 'x64', resvg: 'win32-x64-msvc' },
  { os: 'linux', platform: 'linux', arch: 'x64', resvg: 'linux-x64-gnu' },
  { os: 'mac', platform: 'darwin', arch: 'x64', resvg: 'darwin-x64' },
  { os: 'mac', platform: 'darwin', arch: 'arm64', resvg: 'darwin-arm64' },
];

/** @throws when no package is made for that system */
export function targetOf(platform: string, arch: string): Target {
  const found = TARGETS.find((target) => target.platform === platform && target.arch === arch);
  if (!found) throw new Error(`no package is made for ${platform} ${arch}`);
  return found;
}

export const resvgPackage = ({ resvg }: Pick<Target, 'resvg'>): string => `@resvg/resvg-js-${resvg}`;
export const sqliteBinary = ({ platform, arch }: Pick<Target, 'platform' | 'arch'>): string =>
  `prebuilds/${platform}-${arch}.node`;
