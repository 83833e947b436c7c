/** What opening, handing in and the class flow need from the outside. */
import type { HandOver, Refusal } from '../../contract/views/files.ts';
import type { SheetVerdict } from '../../contract/views/workbook.ts';
import type { AppraisalReturn } from '../../domain/package/appraisal-return.ts';
import type { MachineCode } from '../../domain/package/machine-code.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ResultFile } from '../../domain/result-file/schema.ts';
import type { Language } from '../../domain/text/localized.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { AppraiserEntries } from './workbooks.ts';

/** A result as it lies in a file, with what travels beside the content. */
export interface RecognisedResult {
  readonly kind: 'result';
  readonly source: 'workbook' | 'package' | 'json';
  readonly file: ResultFile;
  readonly code: MachineCode | null;
  /** Contents of the files of evidence that came along, by SHA-256. */
  readonly attached: ReadonlyMap<string, Uint8Array>;
  /** What became of the sheets; null where there are none, or nothing is known of them. */
  readonly sheets: SheetVerdict | null;
  /** What an appraiser has filled in; absent where there are no sheets, or nothing was. */
  readonly entries?: AppraiserEntries;
}

/** What bytes are; decided by their content, never by the name. */
export type Recognised =
  | RecognisedResult
  /** An answer sheet, parsed but not yet judged. */
  | { readonly kind: 'answers'; readonly raw: unknown }
  /** A questionnaire as workbook or text, or in a container. */
  | { readonly kind: 'questionnaire'; readonly source: 'file' | 'package' }
  | { readonly kind: 'collection' }
  | { readonly kind: 'appraisal'; readonly file: AppraisalReturn; readonly code: MachineCode | null }
  /** Under a passphrase; `wrong` when the given one is not it. */
  | { readonly kind: 'locked'; readonly wrong: boolean }
  | {
      readonly kind: 'refused';
      readonly reason: Refusal;
      readonly params?: Readonly<Record<string, string | number>>;
      readonly problems?: readonly Problem[];
    };

export interface FileReader {
  recognise(bytes: Uint8Array): Promise<Recognised>;
  /** What lies under a passphrase; bytes without one are given back as they are. */
  unlock(
    bytes: Uint8Array,
    passphrase: string,
  ): Promise<{ readonly kind: 'ok'; readonly bytes: Uint8Array } | { readonly kind: 'wrong' | 'damaged' }>;
  /** SHA-256, lower-case hexadecimal. */
  hash(bytes: Uint8Array): string;
}

/** Folders of this computer; a host without dialogs of its own has none. */
export interface HostFolders {
  /** Asks for a folder; null when nothing was chosen. */
  choose(purpose: 'hand-over' | 'class' | 'collect', language: Language): Promise<string | null>;
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
