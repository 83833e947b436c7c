/** Names, rhythm and thinning of backups; pure. */
import { BACKUP_ENDING, BACKUP_REASONS, type BackupReason, type KeptBackup } from '../contract/views/data.ts';

const NAME = /^thuoc-so_(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})_([a-z]+)\.thuocso-backup$/;

/** @param at ISO instant in UTC; sorting by name is sorting by time */
export function backupName(at: string, reason: BackupReason): string {
  const digits = at.replace(/\D/g, '').padEnd(17, '0').slice(0, 17);
  return `thuoc-so_${digits.slice(0, 8)}-${digits.slice(8)}_${reason}${BACKUP_ENDING}`;
}

/** What the name of a backup says; null when it is none that this program gave. */
export function readBackupName(name: string): { readonly at: string; readonly reason: BackupReason } | null {
  const [, year, month, day, hour, minute, second, millisecond, word] = NAME.exec(name) ?? [];
  const reason = BACKUP_REASONS.find((known) => known === word);
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`;
  return reason === undefined || Number.isNaN(Date.parse(at)) ? null : { at, reason };
}

const KEPT_DAYS = 7;
const KEPT_WEEKS = 4;
/** So many are kept of those that were asked for, and made before a migration or a restore. */
const KEPT_OTHERS: Readonly<Record<Exclude<BackupReason, 'daily'>, number>> = { asked: 10, migration: 3, restore: 3 };

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
  const newest = [...kept].sort((a, b) => (a.name < b.name ? 1 : -1));
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
