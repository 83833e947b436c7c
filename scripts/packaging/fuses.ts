import { FuseV1Options, FuseVersion, type FuseConfig } from '@electron/fuses';

/**
 * What the packaged program can no longer be talked into; every fuse of this Electron is named, a new one fails the
 * build. Reading processes are utility processes, so nothing needs the program to act as a bare Node.
 */
export const FUSES: Readonly<Record<keyof typeof FuseV1Options, boolean>> = {
  RunAsNode: false,
  // The page sets no cookies; on, so that one that Chromium makes by itself is not plain on disk.
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  // There is no snapshot of our own.
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  // Only speed: bounds of WebAssembly memory are kept by the processor; pdf.js is the one user.
  WasmTrapHandlers: true,
};

export const FUSE_NAMES = Object.keys(FUSES) as (keyof typeof FuseV1Options)[];

/** The same for the tool that writes them. */
export function fuseConfig(): FuseConfig<boolean> {
  const numbered = Object.fromEntries(FUSE_NAMES.map((name) => [FuseV1Options[name], FUSES[name]]));
  return { ...numbered, version: FuseVersion.V1, strictlyRequireAllFuses: true } as FuseConfig<boolean>;
}
