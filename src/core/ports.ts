/** What the core needs from the outside. Hosts supply every port as a constructor argument; there are no singletons. */
import type { ErrorParams } from '../contract/errors.ts';
import type { AppEvent } from '../contract/surface.ts';
import type { ReportFormat } from '../contract/views/exports.ts';
import type { PersonalDataNotice } from '../contract/views/privacy.ts';
import type { AppInfo, Delivered, StoredRecord } from '../contract/views.ts';
import type { Organisation, OrganisationKind, Province } from '../domain/assessment/organisation.ts';
import type { Period } from '../domain/assessment/period.ts';
import type { Language } from '../domain/text/localized.ts';
import type { AppraisalStorage, Author } from './ports/appraisals.ts';
import type { CollectionRenderer } from './ports/collection-documents.ts';
import type { BackupStore, SystemPort } from './ports/backup.ts';
import type { Collecting, CollectionStorage } from './ports/collections.ts';
import type { EvidenceStorage } from './ports/evidence.ts';
import type { HandoutRenderer } from './ports/handouts.ts';
import type { FileReader, HandOverStorage, HostFolders, RecentStorage } from './ports/files.ts';
import type { LibraryStorage, QuestionnaireSource } from './ports/library.ts';
import type { PlanLibrary, PlanStorage, RenderPlan } from './ports/plan.ts';
import type { PersonStorage } from './ports/privacy.ts';
import type { ReportStorage } from './ports/report-details.ts';
import type { MachinePort, PackagePort, SubmissionStorage } from './ports/submissions.ts';
import type { ReportDocument } from './report-document.ts';

/** An assessment as it is stored. */
export interface AssessmentRow {
  readonly id: string;
  readonly organisationId: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: string;
  readonly questionnaireHash: string;
  readonly period: Period;
  readonly state: 'draft' | 'finished';
  readonly sample: boolean;
  readonly position: string | null;
  /** Scored items that are answered or not applicable, and all scored items. */
  readonly settled: number;
  readonly total: number;
  readonly flagged: number;
  readonly level: number | null;
  /** SHA-256 over answers, evidence and questionnaire when finished; proves later that nothing changed. */
  readonly contentHash: string | null;
  /** Kind of organisation by which it was scored when it was finished; null while it is open and follows the organisation. */
  readonly organisationKind: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
}

/**
 * The database. Calls are synchronous, so a transaction cannot be left half way at an await. Failures are thrown as
 * AppError with a storage code.
 */
export interface Storage {
  /** Runs the work in one transaction: all of it is on disk afterwards, or none. */
  transaction<T>(work: () => T): T;
  readonly settings: {
    all(): ReadonlyMap<string, string>;
    set(key: string, value: string): void;
  };
  readonly questionnaires: {
    find(id: string, version: string): { readonly hash: string; readonly definition: unknown } | null;
    add(id: string, version: string, hash: string, definition: unknown, at: string): void;
  };
  readonly organisations: {
    list(): Organisation[];
    find(id: string): Organisation | null;
    save(organisation: Organisation, sample: boolean, at: string): void;
    /** Removes organisations that were added as samples and have no assessment left. */
    removeSamples(): void;
  };
  readonly assessments: {
    list(): AssessmentRow[];
    find(id: string): AssessmentRow | null;
    findSame(organisationId: string, questionnaireId: string, period: Period): AssessmentRow | null;
    add(row: AssessmentRow): void;
    update(row: AssessmentRow): void;
    /** Removes sample assessments with their answers, evidence and history. */
    removeSamples(): void;
  };
  readonly answers: {
    list(assessmentId: string): StoredRecord[];
    find(assessmentId: string, itemId: string): StoredRecord | null;
    /** Stores the record and adds a line to the item's history; without an author nobody is named. */
    save(assessmentId: string, record: StoredRecord, at: string, author?: Author): void;
  };
  readonly evidence: EvidenceStorage;
  readonly appraisals: AppraisalStorage;
  readonly library: LibraryStorage;
  readonly recents: RecentStorage;
  readonly handOvers: HandOverStorage;
  readonly submissions: SubmissionStorage;
  readonly reports: ReportStorage;
  readonly plans: PlanStorage;
  readonly collections: CollectionStorage;
  readonly persons: PersonStorage;
  readonly backups: BackupStore;
  close(): void;
}

export interface Documents extends HandoutRenderer, CollectionRenderer {
  render(format: ReportFormat, document: ReportDocument): Promise<Uint8Array>;
  readonly renderPlan: RenderPlan;
  close(): Promise<void>;
}

/** A finished file on its way out. */
export interface OutgoingFile {
  readonly ticket: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Ports {
  readonly storage: Storage;
  readonly source: QuestionnaireSource;
  readonly documents: Documents;
  readonly plans: PlanLibrary;
  readonly files: FileReader;
  readonly packages: PackagePort;
  readonly machine: MachinePort;
  readonly collecting: Collecting;
  /** Null: this host has no folder dialogs of its own. */
  readonly folders: HostFolders | null;
  /** Hands a file to the person: a save dialog (Electron), a download (browser), a path (command line). */
  readonly deliver: (file: OutgoingFile, language: Language) => Promise<Delivered>;
  readonly now: () => string;
  readonly newId: () => string;
  /** Lower-case hexadecimal SHA-256 of UTF-8 text. */
  readonly sha256: (text: string) => string;
  /** Writes an unexpected error to the local log. @returns the reference that is shown to the person */
  readonly report: (error: unknown, context: ErrorParams) => string;
  readonly emit: (event: AppEvent) => void;
  readonly system: SystemPort;
  readonly about: Pick<AppInfo, 'version' | 'host' | 'dataFolder' | 'utcOffset'>;
  readonly reference: {
    readonly kinds: readonly OrganisationKind[];
    readonly provinces: readonly Province[];
    readonly notice: PersonalDataNotice;
  };
}
