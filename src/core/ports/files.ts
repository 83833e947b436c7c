/** What opening, handing in and the class flow need from the outside. */
import type { HandOver, Refusal } from '../../contract/views/files.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ResultFile } from '../../domain/report/result-file.ts';
import type { Language } from '../../domain/text/localized.ts';
import type { Period } from '../../domain/assessment/period.ts';

/** What bytes are; decided by their content, never by the name. */
export type Recognised =
  | { readonly kind: 'result'; readonly file: ResultFile }
  /** An answer sheet, parsed but not yet judged. */
  | { readonly kind: 'answers'; readonly raw: unknown }
  | { readonly kind: 'questionnaire' }
  | {
      readonly kind: 'refused';
      readonly reason: Refusal;
      readonly params?: Readonly<Record<string, string | number>>;
      readonly problems?: readonly Problem[];
    };

export interface FileReader {
  recognise(bytes: Uint8Array): Promise<Recognised>;
  /** SHA-256, lower-case hexadecimal. */
  hash(bytes: Uint8Array): string;
}

/** Folders of this computer; a host without dialogs of its own has none. */
export interface HostFolders {
  /** Asks for a folder; null when nothing was chosen. */
  choose(purpose: 'hand-over' | 'class', language: Language): Promise<string | null>;
  /**
   * Writes a file whole or not at all, and reads it again from the disk. A file of that name with other content is
   * never replaced.
   * @throws AppError file.*
   */
  write(
    folder: string,
    fileName: string,
    bytes: Uint8Array,
  ): Promise<{ readonly path: string; readonly read: Uint8Array }>;
  /** Shows a folder in the system's own way. @throws AppError file.not-found */
  show(folder: string): Promise<void>;
}

export interface RecentRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'result' | 'questionnaire';
  readonly subject: string;
  readonly period: Period | null;
  readonly sha256: string;
  readonly openedAt: string;
  readonly pinned: boolean;
  readonly kept: boolean;
}

export interface RecentStorage {
  /** Pinned ones first, then the latest. */
  list(): RecentRow[];
  /** One row for equal bytes: an older one takes the new name and time, and stays pinned. */
  put(row: Omit<RecentRow, 'pinned' | 'kept'>, bytes: Uint8Array | null): void;
  pin(id: string, pinned: boolean): void;
  remove(id: string): void;
  content(id: string): Uint8Array | null;
}

export interface HandOverStorage {
  list(assessmentId: string): Omit<HandOver, 'showable'>[];
  /** The latest of every assessment. */
  latest(): Omit<HandOver, 'showable'>[];
  find(id: string): Omit<HandOver, 'showable'> | null;
  add(entry: Omit<HandOver, 'showable'>): void;
}
