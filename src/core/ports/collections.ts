/** What collecting needs from the outside: files to read, a process that reads them, and a place to keep results. */
import type { FileOutcome, RunState } from '../../contract/views/collections.ts';
import type { CellChange } from '../../contract/views/workbook.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type {
  Choice,
  ExpectedUnit,
  OutcomeKind,
  QualityFlag,
  Verdict,
  VersionRef,
} from '../../domain/collection/types.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Language } from '../../domain/text/localized.ts';
import type { PackedCollection } from '../collections/package.ts';

/** A file to read; the name is what a person knows it by. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
}

/** What one result file says, scored anew from its answers. */
export interface ReadResult {
  readonly questionnaire: VersionRef;
  readonly period: Period;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly code: string;
    readonly kind: string;
    readonly province: string;
  };
  /** Id of the assessment in the program that wrote it. */
  readonly resultId: string | null;
  readonly revision: number;
  readonly replaces: string | null;
  readonly contentHash: string;
  readonly state: 'draft' | 'finished';
  readonly sample: boolean;
  readonly program: string;
  readonly exportedAt: string;
  readonly quality: readonly QualityFlag[];
  readonly completeness: readonly [total: number, answered: number, notApplicable: number, unanswered: number];
  /** Lines of figures (`writeFigures`): total and groups, and items. */
  readonly nodes: string;
  readonly items: string;
  readonly appraisedNodes: string | null;
  readonly appraisedItems: string | null;
  /** Canonical text of what was assessed, deflated. */
  readonly content: Uint8Array;
}

/** Outcomes of files that are no result. */
export type Refused = Exclude<OutcomeKind, Verdict | 'other-questionnaire'>;

/** One file, or one file of an archive, read. */
export type Reading = { readonly name: string } &
  /** `unit`: the expected unit that it was said to be, in a collection that was handed on. */
  (
    | { readonly kind: 'result'; readonly result: ReadResult; readonly unit?: string | null }
    /** A collection that was handed on; its results follow. */
    | { readonly kind: 'collection'; readonly collection: PackedCollection }
    | {
        readonly kind: Refused;
        readonly reason: string | null;
        readonly params?: Readonly<Record<string, string | number>>;
        readonly problems?: readonly Problem[];
        readonly changed?: readonly CellChange[];
        readonly unit?: string;
      }
  );

export interface ReadingJob {
  /** True when all files are read, false when the job was cancelled. */
  readonly done: Promise<boolean>;
  cancel(): void;
}

/** What came in a short while. */
export interface ReadingBatch {
  /** @see part place of the result in its file: above 0 only in archives */
  readonly readings: readonly { readonly at: number; readonly part: number; readonly reading: Reading }[];
  /** Places of files of which nothing more comes. */
  readonly ended: readonly number[];
  /** Archives turned out to hold so many files beyond the one that each counted for. */
  readonly more: number;
}

export interface ReadingOptions {
  /** A questionnaire version as JSON text of `{hash, questionnaire}`; null when it is not here. */
  readonly definition: (id: string, version: string) => Promise<string | null>;
  readonly onBatch: (batch: ReadingBatch) => void;
}

/** Reads result files in processes of their own, which are ended when one takes too long or too much memory. */
export interface Collecting {
  /** The files that paths and folders hold, in a stable order, up to a number. @throws AppError file.not-found */
  find(paths: readonly string[], most: number): Promise<SourceFile[]>;
  read(files: readonly SourceFile[], options: ReadingOptions): ReadingJob;
  /**
   * Adds a part to a file of a pile, in a folder of the program.
   * @returns bytes received so far
   * @throws AppError upload.unknown when a part is missing, file.too-large, file.*
   */
  keepPart(source: string, file: number, name: string, at: number, part: Uint8Array): Promise<number>;
  /** The files of a pile, in order. */
  kept(source: string): Promise<SourceFile[]>;
  forget(source: string): Promise<void>;
  /** Text of a stored content. */
  inflate(content: Uint8Array): string;
  utf8(text: string): Uint8Array;
  /** Texts as one archive; equal texts at one instant give equal bytes. */
  zip(files: readonly { readonly name: string; readonly text: string }[], at: string): Uint8Array;
  /** Ends what is running and removes piles that nobody imported. */
  close(): Promise<void>;
}

export interface CollectionRow {
  readonly id: string;
  readonly name: string;
  readonly questionnaire: VersionRef;
  readonly period: Period;
  readonly notes: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type ResultStanding = 'counts' | 'replaced' | 'conflict';
/** hand: a person said which unit it is; found: the program did; none: it is in no list. */
export type Matched = 'none' | 'found' | 'hand';

/** A result as it is kept. */
export interface ResultRow extends Omit<ReadResult, 'content' | 'items' | 'appraisedItems'> {
  readonly id: number;
  /** The expected unit, or what stands for the organisation of the file. */
  readonly unitId: string;
  readonly matched: Matched;
  readonly standing: ResultStanding;
  readonly file: string;
}

/** What standings and lists need of a result; read quickly. */
export type ResultHead = Pick<
  ResultRow,
  | 'id'
  | 'unitId'
  | 'matched'
  | 'standing'
  | 'period'
  | 'organisation'
  | 'resultId'
  | 'revision'
  | 'replaces'
  | 'contentHash'
>;

export interface RunRow {
  readonly run: string;
  readonly collectionId: string | null;
  readonly source: string;
  readonly state: RunState;
  readonly language: Language;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** A result of a run that nobody has decided about. */
export interface StagedRow extends Pick<ResultRow, 'id' | 'questionnaire' | 'period' | 'organisation'> {
  readonly at: number;
  readonly part: number;
  /** The expected unit that it was said to be. */
  readonly unit: string | null;
  readonly resultId: string | null;
  readonly revision: number;
  readonly replaces: string | null;
  readonly contentHash: string;
}

export interface CollectionStorage {
  list(): CollectionRow[];
  find(id: string): CollectionRow | null;
  save(row: CollectionRow): void;
  remove(id: string): void;
  units(id: string): ExpectedUnit[];
  saveUnits(id: string, units: readonly ExpectedUnit[]): void;

  /** Results that count, in the order in which they came; without the figures of items. */
  counting(id: string): ResultRow[];
  heads(id: string): ResultHead[];
  result(collectionId: string, result: number): ResultRow | null;
  /** Figures of the items of the results that count. */
  items(id: string): Map<number, { readonly items: string; readonly appraised: string | null }>;
  itemsOf(result: number): { readonly items: string; readonly appraised: string | null };
  content(result: number): Uint8Array | null;
  place(result: number, unitId: string, matched: Matched): void;
  stand(result: number, standing: ResultStanding): void;
  removeResult(result: number): void;
  tombstones(id: string): string[];
  bury(id: string, contentHash: string, at: string): void;
  unbury(id: string, contentHash: string): void;
  choices(id: string): Choice[];
  choose(id: string, choice: Choice, at: string): void;
  /** Takes back what was chosen in favour of a result. */
  dropChoices(id: string, keep: string): void;

  /** Runs into a collection, also those that were sorted; the newest first. */
  runs(collectionId: string): RunRow[];
  unfinished(): RunRow[];
  findRun(run: string): RunRow | null;
  saveRun(row: RunRow): void;
  addFiles(run: string, files: readonly SourceFile[]): void;
  files(run: string): (SourceFile & { readonly at: number; readonly ended: boolean })[];
  /** Keeps what was read of one file; what was there of the same place is replaced. */
  stage(run: string, at: number, part: number, reading: Reading): void;
  endFile(run: string, at: number): void;
  staged(run: string): StagedRow[];
  /** Collections that were among the files of a run. */
  stagedCollections(
    run: string,
  ): { readonly at: number; readonly part: number; readonly collection: PackedCollection }[];
  /** Takes a staged result into a collection. */
  adopt(result: number, collectionId: string, unitId: string, matched: Matched): void;
  setOutcome(
    run: string,
    at: number,
    part: number,
    kind: OutcomeKind,
    collectionId: string | null,
    result: number | null,
  ): void;
  /** Removes the results of a run that no collection has taken. */
  dropStaged(run: string): void;
  /** Forgets everything that a run has read, and its files. */
  unstage(run: string): void;
  outcomeCounts(run: string): { readonly counts: Partial<Record<OutcomeKind, number>>; readonly total: number };
  runCollections(run: string): string[];
  outcomes(run: string, from: number, count: number): FileOutcome[];
}
