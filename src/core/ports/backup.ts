import type { BackupReason, BackupSource, Holdings, KeptBackup, PlaceView } from '../../contract/views/data.ts';

/** A file proven to be a whole database of this program. */
export interface Inspected {
  readonly inside: Holdings;
  /** Its seal was there and right. */
  readonly sealed: boolean;
}

/** Backups of the open database. Failures are AppErrors: backup.*, storage.*, file.*. */
export interface BackupStore {
  readonly folder: string;
  /** Newest first. */
  list(): Promise<KeptBackup[]>;
  /** Makes one and proves it whole before it has its name. */
  make(at: string, reason: BackupReason): Promise<KeptBackup>;
  remove(name: string): Promise<void>;
  /** The bytes of a kept backup. */
  read(name: string): Promise<Uint8Array>;
  /** Copies a kept backup into a folder, reads the copy again and compares it. @returns its path */
  copyTo(name: string, folder: string): Promise<string>;
  /** Appends a piece at its offset. @returns bytes that are there now */
  receive(id: string, offset: number, bytes: Uint8Array): Promise<number>;
  inspect(source: BackupSource): Promise<Inspected>;
  /** Proves a file anywhere. */
  inspectFile(file: string): Inspected;
  /** Puts the content of a backup into the place of everything, in one transaction. */
  restore(source: BackupSource): Promise<void>;
  /** What the open database holds. */
  present(): Holdings;
  /** SQLite's full check of the open database: "ok", or the first complaint. */
  health(): string;
}

/** What the program knows about the machine, for backups and diagnostics. */
export interface SystemPort {
  readonly place: PlaceView;
  /** Names and numbers of runtime parts, e.g. node, sqlite. */
  readonly versions: Readonly<Record<string, string>>;
  /** Lines of the error log, oldest first. */
  readonly logLines: () => Promise<string[]>;
  readonly zip: (files: readonly { readonly name: string; readonly text: string }[], at: string) => Promise<Uint8Array>;
}
