import type { ReportDetails } from '../../domain/report/details.ts';
import type { FirmClosing, Frame } from '../../domain/report/model.ts';
import type { PassageId } from '../../domain/report/passages.ts';
import type { AssessmentSummary } from '../views.ts';

/** The details as the document prints them, for looking at beside the fields. */
export interface PrintedDetails {
  /** Null for a firm. */
  readonly agency: Frame | null;
  /** Null for an agency, and for a firm that filled in nothing. */
  readonly firm: FirmClosing | null;
}

/** One text of the report's body in one language. */
export interface PassageView {
  readonly id: PassageId;
  /** Made from the result as it is now. */
  readonly draft: string;
  /** What a person wrote instead; null while the draft is printed. */
  readonly text: string | null;
  readonly seq: number;
  /** The result has changed since the own text was written. */
  readonly outdated: boolean;
}

export interface ReportDetailsView {
  readonly assessment: AssessmentSummary;
  readonly family: 'agency' | 'enterprise';
  readonly details: ReportDetails;
  /** Of the details; 0 while this assessment has none of its own. */
  readonly seq: number;
  readonly savedAt: string | null;
  /** What the latest report of the organisation says; null when this one says the same, or there is none. */
  readonly remembered: ReportDetails | null;
  readonly printed: PrintedDetails;
  /** In the order of the report; empty for a firm, whose sheet has no running text. */
  readonly passages: readonly PassageView[];
}

export interface SavedDetails {
  /** The sequence number that is stored now; greater than the one sent when another window got ahead. */
  readonly seq: number;
  readonly savedAt: string;
  readonly printed: PrintedDetails;
}

export interface SavedPassage {
  readonly seq: number;
  readonly savedAt: string;
}

/** A finished file for showing on the page; the very bytes that `files.deliver` hands over. */
export interface OpenedFile {
  readonly fileName: string;
  readonly base64: string;
}
