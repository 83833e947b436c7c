/** The documents of an organisation, and what still lacks one. */
import type { Evidence } from '../../domain/assessment/answer.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { LocalizedText } from '../../domain/text/localized.ts';

/** Another assessment of the organisation that holds the same document. */
export interface EvidenceElsewhere {
  readonly assessmentId: string;
  readonly title: LocalizedText;
  readonly period: Period;
  readonly state: 'draft' | 'finished';
  /** Items that cite it there. */
  readonly items: number;
}

export interface LibraryEvidence {
  /** As it stands in this assessment, else as in the newest one that has it. */
  readonly evidence: Evidence;
  /** It belongs to this assessment already. */
  readonly here: boolean;
  /** Items of this assessment that cite it. */
  readonly itemIds: readonly string[];
  readonly elsewhere: readonly EvidenceElsewhere[];
}

/** An answered item whose questionnaire asks for evidence and that cites none. */
export interface MissingEvidence {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  /** Points that may be refused, exact; null where the item takes no part in the score. */
  readonly points: string | null;
}

export interface EvidenceLibrary {
  /** Documents of this assessment first, in their order; then those of the organisation's other assessments. */
  readonly entries: readonly LibraryEvidence[];
  /** Ids of documents of this assessment that look like one and the same. */
  readonly duplicates: readonly (readonly string[])[];
  readonly missing: readonly MissingEvidence[];
  /** Points in doubt together; null where nothing is. */
  readonly atStake: string | null;
  /** Bytes of all kept files, and how many there may be. */
  readonly files: { readonly bytes: number; readonly most: number };
}
