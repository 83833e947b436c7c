import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataFolder } from './data-folder.ts';
import { driveKind } from './drive.ts';
import { decidePlace, PORTABLE_FOLDER, type Place } from './place.ts';

/**
 * Where the data of this start lies.
 * @param program folder that holds the program; null when it is run from its sources
 * @param chosen folder that was named at the start or remembered; null when none was
 */
export function findPlace(program: string | null, chosen: string | null): Place {
  const named = chosen ?? (process.env.THUOC_SO_DATA || null);
  return decidePlace({
    platform: process.platform,
    program: program ?? '',
    marked: program !== null && existsSync(join(program, PORTABLE_FOLDER)),
    // Asking costs time on Windows, and a named folder needs no answer.
    programDrive: program === null || named !== null ? 'fixed' : driveKind(program),
    chosen: named,
    profile: defaultDataFolder(process.platform, process.env),
  });
}
