/** Where the live data may lie: decided from facts about paths and drives, which other files find out. */
import { posix, win32 } from 'node:path';
import type { PlaceView } from '../../contract/views/data.ts';

/** unknown: the system could not tell in time. */
export type DriveKind = 'fixed' | 'removable' | 'network' | 'unknown';

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
 * A removable device is refused too; unknown is allowed, the person named the folder.
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
