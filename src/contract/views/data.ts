/** What the application tells about backups, the place of the data, diagnostics and a start that failed. No zod. */
import type { ErrorCode, ErrorParams } from '../errors.ts';

/** Ending of a backup: one file, a whole database with a seal at its end. */
export const BACKUP_ENDING = '.thuocso-backup';

/** asked: by a person; finish: after an assessment was locked; migration and restore: of the state before them. */
export const BACKUP_REASONS = ['asked', 'daily', 'finish', 'migration', 'restore'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** Bytes of a backup that travel in one message from the page; the last piece may be shorter. */
export const PIECE_BYTES = 1024 * 1024;
/** The same as a message: four characters for three bytes, and the names. */
export const PIECE_CHARACTERS = 1.5 * 1024 * 1024;
/** A larger file is refused before it is sent. */
export const MAX_RECEIVED_BYTES = 2 * 1024 * 1024 * 1024;

/** How much a database holds. */
export interface Holdings {
  /** Steps of the schema that it has taken. */
  readonly schema: number;
  readonly organisations: number;
  readonly assessments: number;
  readonly answers: number;
  /** The latest change of an assessment, ISO; null when there is none. */
  readonly latest: string | null;
}

/** A backup in the backup folder. */
export interface KeptBackup {
  readonly name: string;
  readonly at: string;
  readonly reason: BackupReason;
  readonly size: number;
}

export interface LastBackup {
  readonly at: string;
  /** File that was written. */
  readonly place: string;
  /** It was read again and found whole. A download cannot be. */
  readonly verified: boolean;
}

/** Where the data lies and why there. */
export interface PlaceView {
  /** profile: in the user's profile; portable: beside the program; chosen: named at the start. */
  readonly kind: 'profile' | 'portable' | 'chosen';
  /** The program runs from a removable stick, to whose folder of this path a backup can be copied; otherwise null. */
  readonly stick: string | null;
}

export interface DataView {
  readonly dataFolder: string;
  readonly backupFolder: string;
  /** Newest first. */
  readonly kept: readonly KeptBackup[];
  readonly present: Holdings;
  readonly last: LastBackup | null;
  /** Why the last automatic backup failed; null when it did not. */
  readonly problem: ErrorCode | null;
  readonly place: PlaceView;
  /** The clock of this computer says less than what was stored before: an empty battery, or a wrong year. */
  readonly clockBehind: boolean;
}

export type BackupSource =
  { readonly kind: 'kept'; readonly name: string } | { readonly kind: 'received'; readonly id: string };

/** What a restore would bring, beside what is here. */
export interface BackupPreview {
  readonly inside: Holdings;
  readonly present: Holdings;
  /** Its seal was checked: every byte is as it was written. Without one only the structure could be checked. */
  readonly sealed: boolean;
}

export interface Restored {
  /** Backup of the state before. */
  readonly before: KeptBackup;
  readonly present: Holdings;
}

/** One text file of the diagnostic archive. */
export interface DiagnosticFile {
  readonly name: string;
  readonly text: string;
}

/**
 * retry: open again. backup: put a backup in the place of the data. salvage: take over what can still be read. anew:
 * begin with empty data. folder: open another folder. Whatever was there is set aside, never deleted.
 */
export const RECOVERY_WAYS = ['retry', 'backup', 'salvage', 'anew', 'folder'] as const;
export type RecoveryWay = (typeof RECOVERY_WAYS)[number];

/** Who has the data open. */
export interface Holder {
  readonly computer: string;
  readonly process: number;
  readonly since: string;
}

export interface RecoveryView {
  readonly error: { readonly code: ErrorCode; readonly params: ErrorParams };
  readonly folder: string;
  readonly utcOffset: number;
  readonly holder: Holder | null;
  /** Those that passed every check, newest first. */
  readonly backups: readonly (KeptBackup & { readonly inside: Holdings })[];
  readonly ways: readonly RecoveryWay[];
}

/** What salvaging brought. */
export interface SalvageReport {
  readonly organisations: number;
  readonly assessments: number;
  readonly answers: number;
  /** Tables of which not every row could be read. */
  readonly incomplete: readonly string[];
  /** Rows that others belong to, unreadable here and taken from the newest good backup. */
  readonly lent: number;
  /** Rows that were read and could not be kept: broken in themselves, or belonging to nothing. */
  readonly dropped: number;
}

export interface Recovered {
  /** Where the files that could not be opened lie now; null when nothing was moved. */
  readonly setAside: string | null;
  readonly salvage: SalvageReport | null;
}
