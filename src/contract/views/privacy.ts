/** What is known of people, and what became of requests to delete it. */
import type { LocalizedText } from '../../domain/text/localized.ts';

export interface PersonalDataNotice {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly laws: readonly string[];
  readonly sections: readonly { readonly heading: LocalizedText; readonly text: LocalizedText }[];
}

/** Where a person can be named: fields for people, and texts in which anybody may be mentioned. */
export const PERSON_PLACES = [
  'settings',
  'contact',
  'signer',
  'history',
  'appraisal',
  'appraisal-return',
  'hand-over',
  'organisation',
  'answer',
  'evidence',
  'report',
  'plan',
  'index',
  'collection',
  'imported',
  'opened',
] as const;
export type PersonPlace = (typeof PERSON_PLACES)[number];

/** A name, or the text of a contact, that stands in a field for people. */
export interface PersonName {
  readonly name: string;
  readonly count: number;
  readonly places: readonly PersonPlace[];
}

export interface PersonEntry {
  readonly place: PersonPlace;
  /** field: emptied by deletion. text: words of a sentence, a result or a document of others, which a person changes. */
  readonly kind: 'field' | 'text';
  /** Empty where the place belongs to none. */
  readonly organisation: string;
  readonly assessmentId: string | null;
  readonly at: string | null;
  readonly text: string;
}

/** What remains of a deletion: no name, no content. */
export interface Erasure {
  readonly id: string;
  readonly at: string;
  /** Fields that were emptied. */
  readonly fields: number;
  /** Older backups that were removed with it. */
  readonly backups: number;
}

export interface PrivacyView {
  readonly notice: PersonalDataNotice;
  /** Newest first. */
  readonly erasures: readonly Erasure[];
}

/** Most entries that are listed; the export has all of them. */
export const MOST_ENTRIES = 500;

export interface PersonFound {
  readonly entries: readonly PersonEntry[];
  readonly fields: number;
  readonly texts: number;
}

export interface Erased extends Erasure {
  /** Places in texts that a person has to change by hand. */
  readonly texts: number;
}
