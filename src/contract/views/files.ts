/** Files that are opened, handed in, and written for a class. No zod: the page reads these values too. */
import type { OrganisationKind } from '../../domain/assessment/organisation.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { Problem } from '../../domain/problem.ts';
import type { LocalizedText } from '../../domain/text/localized.ts';
import type { SheetVerdict } from './workbook.ts';

/** Why a file is not opened; each reason has a sentence that says what the file is and what to do. */
export const REFUSALS = [
  'empty',
  'too-large',
  'pdf',
  'old-excel',
  'old-office',
  'protected',
  'document',
  'other-workbook',
  'data-lost',
  'other-archive',
  'backup',
  'bomb',
  'broken',
  'data-changed',
  'data-newer',
  'data-invalid',
  'locked-damaged',
  'legacy-tcvn3',
  'legacy-vni',
  'yaml',
  'other',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a result file or an answer sheet says, and what can be done with it here. */
export interface ForeignResult {
  readonly kind: 'result';
  /** workbook, package, json: exported by the program. sheet: an answer sheet that somebody wrote. */
  readonly source: 'workbook' | 'package' | 'json' | 'sheet';
  /** Short mark of the content, as printed on the paper; null for an answer sheet. */
  readonly code: string | null;
  /** How often a finished assessment with other content was exported; 0 for drafts and answer sheets. */
  readonly revision: number;
  /** Names, addresses and free texts were left out. */
  readonly deidentified: boolean;
  readonly machine: MachineView;
  /** Files of evidence: how many are named, how many came along, and their bytes. */
  readonly attached: { readonly named: number; readonly files: number; readonly bytes: number };
  /** How the sheets stand to the data; null where there are none. */
  readonly sheets: SheetVerdict | null;
  /** The score as appraised, as the file states it; null where nothing was appraised. */
  readonly appraised: StatedFigures | null;
  readonly organisation: { readonly name: string; readonly kind: OrganisationKind['name']; readonly code: string };
  readonly questionnaire: {
    readonly id: string;
    readonly version: string;
    /** Null while the questionnaire is not on this computer. */
    readonly title: LocalizedText | null;
  };
  readonly period: Period;
  readonly state: 'draft' | 'finished';
  readonly sample: boolean;
  /** ISO; null for an answer sheet. */
  readonly exportedAt: string | null;
  readonly program: string | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly evidence: number;
  /** Points as scored anew here, or else as the file states them; exact text. */
  readonly value: string | null;
  readonly max: string | null;
  readonly level: number | null;
  readonly levelName: LocalizedText | null;
  /** Does scoring anew give what the file states? Null when it states nothing or cannot be scored here. */
  readonly agrees: boolean | null;
  /** What stands in the way of taking it over as an own assessment; null when nothing does. */
  readonly hindrance:
    /** Addable: the file carries it. */
    | { readonly kind: 'no-questionnaire'; readonly addable: boolean }
    /** The same version has other content here. */
    | { readonly kind: 'other-content' }
    | { readonly kind: 'answers'; readonly problems: readonly Problem[] }
    /** It is this very assessment of this program. */
    | {
        readonly kind: 'own';
        readonly assessmentId: string;
        readonly state: 'draft' | 'finished';
        /** The file holds the content that left this program last. */
        readonly latest: boolean;
      }
    | null;
  /** Organisations here that may be the same one, the likeliest first. */
  readonly matches: readonly OrganisationMatch[];
}

export interface OrganisationMatch {
  readonly id: string;
  readonly name: string;
  readonly by: 'id' | 'code' | 'name';
  /** The assessment that this organisation already has for questionnaire and period; it is never overwritten. */
  readonly taken: { readonly assessmentId: string; readonly state: 'draft' | 'finished' } | null;
}

/** Which installation wrote a file, as far as its code tells. It says nothing about a person. */
export interface MachineView {
  /**
   * none: no code. own: this installation. first: nothing of this unit was taken in before. same, other: than the last
   * time. broken: the code does not belong to the content.
   */
  readonly kind: 'none' | 'own' | 'first' | 'same' | 'other' | 'broken';
  /** The mark to compare, "K7QM-2XBD-9TRA"; null without a code. */
  readonly mark: string | null;
}

/** A total as a file states it; exact texts. */
export interface StatedFigures {
  readonly value: string | null;
  readonly max: string | null;
  readonly level: number | null;
  readonly levelName: LocalizedText | null;
}

/** An appraisal that comes back to the unit. */
export interface ForeignAppraisal {
  readonly kind: 'appraisal';
  readonly organisation: string;
  readonly questionnaire: ForeignResult['questionnaire'];
  readonly by: string;
  readonly remark: string;
  readonly at: string;
  /** Short mark of the submission that was appraised. */
  readonly code: string;
  readonly items: number;
  readonly self: StatedFigures;
  readonly appraised: StatedFigures;
  readonly machine: MachineView;
  /** The assessment here that was appraised; null when it is not here. */
  readonly own: {
    readonly assessmentId: string;
    readonly state: 'draft' | 'finished';
    /** It has been taken in already. */
    readonly taken: boolean;
    /** The submission is the content that left this program last. */
    readonly latest: boolean;
  } | null;
  readonly problems: readonly Problem[];
}

/** An appraisal that was taken in, kept as it came. */
export interface ReturnView extends Omit<ForeignAppraisal, 'kind' | 'own' | 'machine' | 'problems'> {
  readonly takenAt: string;
}

export type OpenedFile =
  | ForeignResult
  | ForeignAppraisal
  | { readonly kind: 'questionnaire' }
  | { readonly kind: 'collection' }
  /** Under a passphrase; `wrong` when the one given is not it. */
  | { readonly kind: 'locked'; readonly wrong: boolean }
  | {
      readonly kind: 'refused';
      readonly reason: Refusal;
      readonly params: Readonly<Record<string, string | number>>;
      readonly problems: readonly Problem[];
    };

/** A file that the system handed to the program: opened with it, double-clicked, named at its start. */
export interface WaitingFile {
  readonly upload: string;
  readonly name: string;
  /** Reading it failed; there are no bytes. */
  readonly failure: 'too-large' | 'unreadable' | null;
}

export const RECENT_LIMITS = {
  files: 10,
  /** Larger ones are listed, but their content is not kept. */
  bytes: 4 * 1024 * 1024,
} as const;

export interface RecentFile {
  readonly id: string;
  readonly name: string;
  readonly kind: 'result' | 'questionnaire';
  /** Whom or what it is about. */
  readonly subject: string;
  readonly period: Period | null;
  readonly openedAt: string;
  readonly pinned: boolean;
  /** A copy is kept, so it can be opened again without the stick or folder it came from. */
  readonly kept: boolean;
}

export const HAND_OVER_FORMATS = ['xlsx', 'pdf', 'thuocso'] as const;
export type HandOverFormat = (typeof HAND_OVER_FORMATS)[number];

/** What a container would weigh, before it is made. */
export interface HandOverWeight {
  /** Files of evidence, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Bytes that a container may have. */
  readonly most: number;
}

export interface HandOverFile {
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Files that are ready to be handed in, checked in memory. */
export interface HandOverDraft {
  /** Short mark of the content, the same in all of them. */
  readonly code: string;
  /** The how-manieth time this assessment is handed in. */
  readonly number: number;
  readonly files: readonly (HandOverFile & { readonly ticket: string })[];
}

/** A hand-over as it is recorded. */
export interface HandOver {
  readonly id: string;
  readonly assessmentId: string;
  readonly number: number;
  readonly at: string;
  readonly by: string;
  /** folder: written into a folder. download: given to the browser. */
  readonly place: 'folder' | 'download';
  /** Path or name of the folder; empty for a download. */
  readonly folder: string;
  readonly files: readonly HandOverFile[];
  /** Every file was read again from where it lies, and was the same. */
  readonly verified: boolean;
  /** Short mark of the content, as printed on the paper: "K7QM-2XBD"; empty in old records. */
  readonly code: string;
  /** Names, addresses and free texts were left out. */
  readonly deidentified: boolean;
  /** The program can show the folder. */
  readonly showable: boolean;
}

/** What became of writing: recorded; nothing chosen; or the page has to write, because the host cannot. */
export type HandOverOutcome =
  | { readonly kind: 'recorded'; readonly handOver: HandOver }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'page' };

export interface ClassState {
  readonly title: string;
  /** Stands in every file name of the class. */
  readonly code: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: string;
  readonly questionnaireTitle: LocalizedText;
  readonly kind: string;
  readonly province: string;
  /** Where the files go; null: each one is downloaded. */
  readonly folder: string | null;
  /** Files that have been handed out so far. */
  readonly done: number;
  /** The participant at the computer. */
  readonly current: { readonly assessmentId: string; readonly number: number } | null;
  readonly startedAt: string;
}

/** What came of a participant's file. */
export type ClassFile =
  | { readonly kind: 'saved'; readonly path: string; readonly state: ClassState }
  | { readonly kind: 'download'; readonly ticket: string; readonly fileName: string; readonly state: ClassState };

export interface ClassSummary {
  readonly title: string;
  readonly code: string;
  readonly done: number;
  readonly folder: string | null;
}
