/** What is remembered of backups beside the settings; nothing that a person sets. */
import { ERROR_CODES, type ErrorCode } from '../contract/errors.ts';
import type { LastBackup } from '../contract/views/data.ts';

export const LAST_AT = 'lastBackupAt';
export const LAST = 'lastBackup';
export const PROBLEM = 'backupProblem';

/** What was noted of the last backup; null before the first, or when the note cannot be used. */
export function readLast(stored: ReadonlyMap<string, string>): LastBackup | null {
  try {
    const { at, place, verified } = JSON.parse(stored.get(LAST) ?? 'null') as Record<string, unknown>;
    if (typeof at !== 'string' || typeof place !== 'string') return null;
    return { at, place, verified: verified === true };
  } catch {
    return null;
  }
}

/** Why the last automatic backup failed; null when it did not. */
export function readProblem(stored: ReadonlyMap<string, string>): ErrorCode | null {
  return ERROR_CODES.find((code) => code === stored.get(PROBLEM)) ?? null;
}
