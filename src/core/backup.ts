/** Names, rhythm and thinning of backups; pure. */
import { BACKUP_ENDING, BACKUP_REASONS, type BackupReason, type KeptBackup } from '../contract/views/data.ts';

const NAME = /^thuoc-so_(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})(?:-(\d{1,9}))?_([a-z]+)\.thuocso-backup$/;

/** What the name of a backup says. The number counts all backups of a folder; 0: made before they were counted. */
export interface BackupNameParts {
  readonly at: string;
  readonly reason: BackupReason;
  readonly number: number;
}

/**
 * @param at ISO instant in UTC
 * @param number next number of the folder: a clock may be wrong, what came after what must not depend on it
 */
export function backupName(at: string, reason: BackupReason, number = 0): string {
  const digits = at.replace(/\D/g, '').padEnd(17, '0').slice(0, 17);
  const count = number === 0 ? '' : `-${String(number).padStart(5, '0')}`;
  return `thuoc-so_${digits.slice(0, 8)}-${digits.slice(8)}${count}_${reason}${BACKUP_ENDING}`;
}

/** What the name of a backup says; null when it is none that this program gave. */
export function readBackupName(name: string): BackupNameParts | null {
  const [, year, month, day, hour, minute, second, millisecond, number, word] = NAME.exec(name) ?? [];
  const reason = BACKUP_REASONS.find((known) => known === word);
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`;
  return reason === undefined || Number.isNaN(Date.parse(at)) ? null : { at, reason, number: Number(number ?? 0) };
}

/** Order of names, the newest first: by their number, and by their time where they have none. */
export function newestFirst(a: string, b: string): number {
  const [one, other] = [readBackupName(a)?.number ?? 0, readBackupName(b)?.number ?? 0];
  if (one !== other) return other - one;
  return a < b ? 1 : -1;
}

/** The number of the next backup of a folder. @param names all names in it */
export function nextNumber(names: readonly string[]): number {
  return 1 + names.reduce((highest, name) => Math.max(highest, readBackupName(name)?.number ?? 0), 0);
}

const KEPT_DAYS = 7;
const KEPT_WEEKS = 4;
/** So many are kept of those that were asked for, made on finishing, and before a migration or a restore. */
const KEPT_OTHERS: Readonly<Record<Exclude<BackupReason, 'daily'>, number>> = {
  asked: 10,
  finish: 5,
  migration: 3,
  restore: 3,
};

const dayOf = (at: string): number => Math.floor(Date.parse(at) / 86_400_000);
/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekOf = (at: string): number => Math.floor((dayOf(at) + 3) / 7);

/**
 * Which backups have had their time: of the daily ones the newest of each of the last 7 days that have one stay, and
 * the newest of each of the 4 weeks before those. By what there is, not by the clock: a clock that jumped must not
 * throw anything away.
 * @returns names
 */
export function outlived(kept: readonly KeptBackup[]): string[] {
  const newest = [...kept].sort((a, b) => newestFirst(a.name, b.name));
  const days = new Set<number>();
  const weeks = new Set<number>();
  const counts = new Map<BackupReason, number>();
  return newest
    .filter(({ at, reason }) => {
      if (reason !== 'daily') {
        const count = (counts.get(reason) ?? 0) + 1;
        counts.set(reason, count);
        return count > KEPT_OTHERS[reason];
      }
      if (days.has(dayOf(at))) return true;
      if (days.size < KEPT_DAYS) {
        days.add(dayOf(at));
        return false;
      }
      if (weeks.has(weekOf(at)) || weeks.size >= KEPT_WEEKS) return true;
      weeks.add(weekOf(at));
      return false;
    })
    .map(({ name }) => name);
}

/**
 * Is an automatic backup to be made? Once a day, when something was changed since the last one.
 * @param lastAt newest backup of any sort; null before the first
 * @param changedAt latest change of the data; null while there is nothing
 */
export function isDue(lastAt: string | null, changedAt: string | null, now: string): boolean {
  if (changedAt === null) return false;
  if (lastAt === null) return true;
  // A backup "of the future" is one of a clock that was wrong; it says nothing about today.
  const future = dayOf(lastAt) > dayOf(now);
  return (changedAt > lastAt || future) && dayOf(lastAt) !== dayOf(now);
}

/** A clock may be some minutes behind another one that wrote the data before. */
const TOLERANCE_MS = 3_600_000;
/** No data of this program is older than this. */
const FIRST_YEAR = 2025;

/** Says the clock less than it did when the data was changed last? @param changedAt latest change; null without one */
export function isClockBehind(changedAt: string | null, now: string): boolean {
  if (new Date(now).getUTCFullYear() < FIRST_YEAR) return true;
  return changedAt !== null && Date.parse(now) < Date.parse(changedAt) - TOLERANCE_MS;
}
