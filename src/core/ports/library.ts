/** What the questionnaire library needs from the outside: folders, workbooks and the records of what was added. */
import type { Problem } from '../../domain/problem.ts';

/** One questionnaire as read from files, not yet judged; `folder` names it in messages: "<id>/<version>". */
export type SourceFolder =
  | {
      readonly folder: string;
      readonly definition: unknown;
      readonly vectors: unknown;
      /** Parsed sample answer sheets. */
      readonly samples: readonly unknown[];
    }
  | { readonly folder: string; readonly problems: readonly Problem[] };

/** The files of one folder, read but not parsed. */
export interface FolderFiles {
  /** Lower-case hexadecimal SHA-256 over names and contents; the same bytes give the same digest. */
  readonly digest: string;
  parse(): SourceFolder;
}

/** A file as a person handed it over; folders inside the name are written with "/". */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface QuestionnaireSource {
  /** The shipped folders, "<id>/<version>", in name order. */
  list(): Promise<string[]>;
  /** Null when there is no such folder. */
  open(folder: string): Promise<FolderFiles | null>;
  /** Reads what a person handed over: one workbook, or the YAML files of a folder. */
  given(files: readonly GivenFile[]): Promise<SourceFolder>;
}

/** A questionnaire that a person added. */
export interface AddedQuestionnaire {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  /** Canonical JSON of the definition. */
  readonly definition: string;
  /** JSON of the vectors. */
  readonly vectors: string;
  readonly addedAt: string;
}

/** What reading and checking a shipped folder gave, kept so that the next start needs neither. */
export interface RememberedFolder {
  readonly folder: string;
  readonly digest: string;
  /** Version of the program that checked it; another one checks again. */
  readonly program: string;
  /** Canonical JSON of the definition. */
  readonly definition: string;
  /** JSON of the sample answer sheets. */
  readonly samples: string;
  readonly vectors: number;
  /** SHA-256 over everything above; a row that was changed by other hands does not fit and is not used. */
  readonly seal: string;
}

export interface LibraryStorage {
  added(): AddedQuestionnaire[];
  findAdded(id: string, version: string): AddedQuestionnaire | null;
  add(entry: AddedQuestionnaire): void;
  remove(id: string, version: string): void;
  /** What the person chose to see or not to see, by "<id>/<version>"; nothing chosen is not in it. */
  shown(): ReadonlyMap<string, boolean>;
  setShown(id: string, version: string, shown: boolean): void;
  /** Number of assessments by "<id>/<version>". */
  uses(): ReadonlyMap<string, number>;
  remembered(folder: string): RememberedFolder | null;
  remember(entry: RememberedFolder): void;
  /** Did these vectors pass on this definition, under this version of the program? */
  vectorsPassed(hash: string, program: string): boolean;
  rememberVectors(hash: string, program: string, at: string): void;
}
