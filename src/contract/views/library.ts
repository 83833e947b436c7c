import type { Questionnaire } from '../../domain/questionnaire/types.ts';
import type { VersionDifference } from '../../domain/questionnaire/versions.ts';
import type { QuestionnaireSummary } from '../views.ts';
import type { BrokenQuestionnaire } from '../views.ts';

/** A questionnaire version in the library. */
export interface LibraryLine extends QuestionnaireSummary {
  /** shipped: comes with the program; added: by a person. */
  readonly origin: 'shipped' | 'added';
  readonly example: boolean;
  /** Offered for new assessments. */
  readonly shown: boolean;
  /** Assessments that use this version. */
  readonly uses: number;
  /** Its own test vectors, all of which pass. */
  readonly vectors: number;
  /** No newer version of the same questionnaire is here. */
  readonly newest: boolean;
}

export interface LibraryView {
  readonly lines: readonly LibraryLine[];
  readonly broken: readonly BrokenQuestionnaire[];
}

export interface LibraryDetail {
  readonly line: LibraryLine;
  readonly questionnaire: Questionnaire;
  /** All versions that are here, newest first. */
  readonly versions: readonly string[];
  /** What this version changed against the version before it; null for the first one. */
  readonly changed: { readonly from: string; readonly difference: VersionDifference } | null;
}

/** What came of adding: new, or the very same content was there already. */
export interface AddedView {
  readonly id: string;
  readonly version: string;
  readonly title: QuestionnaireSummary['title'];
  readonly outcome: 'added' | 'known';
}
