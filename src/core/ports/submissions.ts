/** What handing in and taking in need from the outside: revisions, codes of installations, containers. */
import type { PackageKind } from '../../domain/package/limits.ts';
import type { MachineCode } from '../../domain/package/machine-code.ts';
import type { AppraisalReturn } from '../../domain/package/appraisal-return.ts';

/** One content of a finished assessment that has left the program. */
export interface Submission {
  readonly revision: number;
  readonly contentHash: string;
  /** Content hash of the one before; null for the first. */
  readonly replaces: string | null;
  readonly at: string;
  /** It came in a file; otherwise it was made here. */
  readonly came: boolean;
}

/** An appraisal that came back, as it came. */
export interface ReturnRow {
  /** Hash of its content. */
  readonly hash: string;
  readonly takenAt: string;
  readonly content: AppraisalReturn;
}

export interface SubmissionStorage {
  /** The latest first. */
  list(assessmentId: string): Submission[];
  add(assessmentId: string, submission: Submission): void;
  /** The key under which a file of the unit came last; null before the first one. */
  lastKey(unit: string): string | null;
  noteKey(unit: string, key: string, at: string): void;
  /** What came back, the latest first. */
  returns(assessmentId: string): ReturnRow[];
  addReturn(assessmentId: string, row: ReturnRow): void;
}

/** The code of this installation ("mã máy"). */
export interface MachinePort {
  /** The public key, in base64; null where there is no data folder or none can be kept. */
  key(): string | null;
  /** Signs a content hash; null where there is no key. */
  vouch(contentHash: string): MachineCode | null;
  /** Was the content hash signed by that key? */
  holds(contentHash: string, code: MachineCode): boolean;
}

/** An entry of a container: bytes, or a text that is written in UTF-8. */
export type PackageEntry =
  { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly text: string };

export interface PackagePort {
  /** Text as deflated base64. */
  pack(text: string): { readonly size: number; readonly data: string };
  /** The text again; null when it is damaged or larger than stated. */
  unpack(packed: { readonly size: number; readonly data: string }): string | null;
  /**
   * Writes a `.thuocso` container, the main entry first; under a passphrase where one is given.
   * @throws AppError file.too-large
   */
  write(
    content: {
      readonly kind: PackageKind;
      readonly program: string;
      readonly entries: readonly PackageEntry[];
      readonly code: MachineCode | null;
    },
    passphrase: string | null,
  ): Promise<Uint8Array>;
}
