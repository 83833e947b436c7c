import type { ReportDetails } from '../../domain/report/details.ts';
import type { PassageId } from '../../domain/report/passages.ts';
import type { Language } from '../../domain/text/localized.ts';

export interface StoredDetails {
  readonly seq: number;
  readonly details: ReportDetails;
  readonly savedAt: string;
}

export interface StoredPassage {
  readonly passage: PassageId;
  readonly language: Language;
  readonly seq: number;
  /** Null: the draft is printed. */
  readonly text: string | null;
  /** The draft that the own text stands against; tells later that the result has changed. */
  readonly draft: string;
  readonly savedAt: string;
}

/** What people add to reports: remembered per organisation, kept per assessment. */
export interface ReportStorage {
  remembered(organisationId: string): ReportDetails | null;
  remember(organisationId: string, details: ReportDetails, at: string): void;
  /** The assessment's own details; null while it follows the organisation. */
  details(assessmentId: string): StoredDetails | null;
  saveDetails(assessmentId: string, details: StoredDetails): void;
  passages(assessmentId: string, language: Language): StoredPassage[];
  savePassage(assessmentId: string, passage: StoredPassage): void;
}
