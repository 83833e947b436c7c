/** Where the live data may lie: decided from facts about paths and drives, which other files find out. */
import { posix, win32 } from 'node:path';
import type { PlaceView } from '../../contract/views/data.ts';

/** synced: a fixed disk, but a cloud program copies the folder. unknown: the system could not tell in time. */
export type DriveKind = 'fixed' | 'removable' | 'network' | 'synced' | 'unknown';

export interface PlaceFacts {
  readonly platform: NodeJS.Platform;
  /** Folder that holds the program. */
  readonly program: string;
  /** A folder of this name beside the program asks for portable mode; was it found? */
  readonly marked: boolean;
  readonly programDrive: DriveKind;
  /** Data folder that was named at the start; null when none was. */
  readonly chosen: string | null;
  /** Data folder in the user's profile. */
  readonly profile: string;
}

export interface Place extends PlaceView {
  readonly dataFolder: string;
}

/** Beside the program: its presence makes the program portable, and the data lies in it. */
export const PORTABLE_FOLDER = 'ThuocSo-Data';
/** On a stick: backups are offered to go there. */
export const STICK_FOLDER = 'ThuocSo-Backup';

/**
 * Decides where the data lies. Beside the program only on a fixed disk: sticks are pulled out while writing, and say
 * that bytes are safe when they are not. From a stick the program works on the data in the user's profile and offers a
 * backup to the stick. A drive that nothing is known of counts as a stick.
 */
export function decidePlace(facts: PlaceFacts): Place {
  const paths = facts.platform === 'win32' ? win32 : posix;
  if (facts.chosen !== null) return { kind: 'chosen', dataFolder: facts.chosen, stick: null };
  if (facts.marked && facts.programDrive === 'fixed')
    return { kind: 'portable', dataFolder: paths.join(facts.program, PORTABLE_FOLDER), stick: null };
  const onStick = facts.programDrive === 'removable' || (facts.marked && facts.programDrive === 'unknown');
  return {
    kind: 'profile',
    dataFolder: facts.profile,
    stick: onStick ? paths.join(facts.program, STICK_FOLDER) : null,
  };
}

/**
 * May the live database lie there? Never on a network share: SQLite's locks and write-ahead log do not work over one.
 * A removable device is refused too, and a folder that a cloud program copies: it takes the database and its log at
 * different moments and puts older ones back. Unknown is allowed, the person named the folder.
 */
export function mayHoldData(drive: DriveKind): boolean {
  return drive === 'fixed' || drive === 'unknown';
}

/** Is it a path to another computer, by its form alone? `\\?\C:\` and `\\.\` are this one. */
export function isNetworkPath(platform: NodeJS.Platform, path: string): boolean {
  if (platform !== 'win32') return false;
  const text = path.replaceAll('/', '\\');
  return /^\\\\\?\\UNC\\/i.test(text) || /^\\\\(?![?.]\\)/.test(text);
}

/** The letter of a Windows path with its colon, in capitals; null when it has none. */
export function driveLetter(path: string): string | null {
  return /^(?:\\\\[?.]\\)?([a-z]:)/i.exec(path)?.[1]?.toUpperCase() ?? null;
}

/** Folders that cloud programs make, by the names that they give them. */
const SYNC_FOLDERS =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|googledrive-.+|my drive|drive của tôi|icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage|nextcloud\d*|owncloud|pclouddrive|megasync( downloads)?|box sync|yandexdisk|zalo received files)$/i;
/** Variables in which OneDrive tells Windows programs where it is. */
const SYNC_VARIABLES = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'] as const;

/** Files by which a cloud program marks the top of what it copies. */
export const SYNC_MARKS: readonly string[] = ['.dropbox.cache', '.nextcloudsync.log', '.owncloudsync.log', '.stfolder'];

/** Does a cloud program copy this folder, by its path alone? */
export function isSyncedPath(platform: NodeJS.Platform, path: string, env: NodeJS.ProcessEnv): boolean {
  const paths = platform === 'win32' ? win32 : posix;
  const fold = (text: string): string => paths.normalize(text).normalize('NFC').toLowerCase();
  const inside = SYNC_VARIABLES.some((name) => {
    const root = env[name];
    return root !== undefined && root !== '' && `${fold(path)}${paths.sep}`.startsWith(`${fold(root)}${paths.sep}`);
  });
  return (
    inside ||
    fold(path)
      .split(paths.sep)
      .some((part) => SYNC_FOLDERS.test(part))
  );
}
