/**
 * What the application answers with: plain JSON. Exact numbers travel as canonical text ("271/600"), instants as
 * ISO text in UTC.
 */
import type { AnswerRecord, AnswerValue, Evidence } from '../domain/assessment/answer.ts';
import type { Organisation, OrganisationKind, Province } from '../domain/assessment/organisation.ts';
import type { Period } from '../domain/assessment/period.ts';
import type { Problem } from '../domain/problem.ts';
import type { Questionnaire } from '../domain/questionnaire/types.ts';
import type { LocalizedText } from '../domain/text/localized.ts';
import type { AppraisalView, RollUp, TargetView } from './views/appraisal.ts';
import type { ItemFigures } from './views/compare.ts';
import type { MissingEvidence } from './views/evidence.ts';
import type { ErrorCode } from './errors.ts';
import type { LastBackup } from './views/data.ts';
import type { DerivedPrevious, IndicatorView, VersionBreak } from './views/rounds.ts';
import type { Settings } from './views/settings.ts';

export { THEMES, type Settings } from './views/settings.ts';

export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'browser' | 'cli';
  readonly dataFolder: string;
  /** Minutes east of UTC on this computer, for showing times. */
  readonly utcOffset: number;
  readonly settings: Settings;
  /** When the data was last backed up, ISO; null before the first backup. */
  readonly lastBackupAt: string | null;
  /** Where the last backup went and whether it was read again; null before the first. */
  readonly lastBackup: LastBackup | null;
  /** Why the automatic backup failed; null when it did not. */
  readonly backupProblem: ErrorCode | null;
  readonly kinds: readonly OrganisationKind[];
  readonly provinces: readonly Province[];
}

export interface QuestionnaireSummary {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly title: LocalizedText;
  readonly shortTitle: LocalizedText;
  readonly summary: LocalizedText;
  readonly minutes: number;
  readonly audience: readonly string[];
  readonly basis: Questionnaire['provenance']['basis'];
  readonly status: Questionnaire['provenance']['status'];
  readonly items: number;
  readonly groups: number;
}

/** A questionnaire folder that could not be used, with the first problems; shown through `problemText`. */
export interface BrokenQuestionnaire {
  readonly folder: string;
  readonly problems: readonly Problem[];
}

export interface AssessmentSummary {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: string;
  readonly questionnaireTitle: LocalizedText;
  readonly period: Period;
  readonly state: 'draft' | 'finished';
  readonly sample: boolean;
  /** Scored items: answered or not applicable, and all. */
  readonly settled: number;
  readonly total: number;
  readonly flagged: number;
  /** Only when finished. */
  readonly level: number | null;
  readonly levelName: LocalizedText | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
}

/** A stored answer with its sequence number; the next change of the item carries a greater one. */
export interface StoredRecord extends AnswerRecord {
  readonly seq: number;
}

export interface AssessmentView {
  readonly summary: AssessmentSummary;
  readonly organisation: Organisation;
  /** Item to resume at; null = the first. */
  readonly position: string | null;
  readonly records: readonly StoredRecord[];
  readonly evidence: readonly Evidence[];
  /** What an appraiser found, item by item; it never changes the records. */
  readonly appraisals: readonly AppraisalView[];
  /** Own targets, item by item. */
  readonly targets: readonly TargetView[];
  /** The last finished round of the same organisation and questionnaire before this one. */
  readonly previous: {
    readonly period: Period;
    /** Under the ids of this version; after a version break only those of comparable items. */
    readonly records: readonly AnswerRecord[];
    readonly break: VersionBreak | null;
  } | null;
  /** Without an own earlier round: means of the units that the organisation was formed from. */
  readonly derived: DerivedPrevious | null;
}

export interface SavedAnswer {
  readonly itemId: string;
  /**
   * The sequence number that is stored now. Greater than the one sent when a later answer had already arrived, or when a
   * second window had used the same number (then this answer is stored under the greater one).
   */
  readonly seq: number;
  readonly savedAt: string;
  readonly settled: number;
  readonly total: number;
}

/** A condition of a level as sentence and facts. */
export interface ConditionView {
  readonly text: LocalizedText;
  readonly met: boolean;
  readonly groupIds: readonly string[];
}

export interface NodeView {
  readonly id: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
  readonly level: number | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly total: number;
  /** Same figures of the previous round; null without one. */
  readonly previous: {
    readonly value: string | null;
    readonly percent: string | null;
    readonly level: number | null;
  } | null;
}

export interface StepView {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly groupTitle: LocalizedText;
  readonly from: string | null;
  readonly to: string;
  readonly gain: string;
  readonly value: AnswerValue;
  readonly advice: LocalizedText | null;
}

export interface ResultView {
  readonly assessment: AssessmentSummary;
  readonly questionnaire: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    /** How the groups join into the root's value. */
    readonly total: Questionnaire['scoring']['total']['kind'];
  };
  /** True while items are unanswered: the level may still change. */
  readonly provisional: boolean;
  readonly level: number | null;
  /** The level as the questionnaire writes it: "2", "2,4", "2+". */
  readonly levelText: LocalizedText | null;
  readonly root: NodeView;
  readonly groups: readonly NodeView[];
  /** The scored items that are asked, in reading order. */
  readonly items: readonly ItemFigures[];
  /** Figures that the questionnaire prints beside the level: mean and lowest of the top groups. */
  readonly beside: readonly {
    readonly kind: 'mean' | 'lowest';
    readonly value: string;
    readonly groupIds: readonly string[];
  }[];
  readonly held: readonly ConditionView[];
  readonly next: {
    readonly level: number;
    readonly conditions: readonly ConditionView[];
    readonly minimal: boolean;
    readonly reaches: boolean;
    readonly steps: readonly StepView[];
  } | null;
  /** Advice for the top groups by their level, the weakest first. */
  readonly advice: readonly { readonly groupId: string; readonly text: LocalizedText }[];
  readonly target: { readonly year: number; readonly level: number; readonly note: LocalizedText } | null;
  /** After a version break there is no earlier level: scores of two versions are not compared. */
  readonly previous: {
    readonly period: Period;
    readonly level: number | null;
    readonly break: VersionBreak | null;
  } | null;
  /** Without an own earlier round: means of the units that the organisation was formed from. */
  readonly derived: DerivedPrevious | null;
  /** Answered indicators against the target of the assessed year, in reading order. */
  readonly indicators: readonly IndicatorView[];
  readonly missingEvidence: readonly MissingEvidence[];
  /** Points in doubt for want of evidence, together; null where nothing is. */
  readonly evidenceAtStake: string | null;
  /** The score as appraised; null while nothing has been appraised. */
  readonly appraised: RollUp | null;
  /** The score with every own target reached; null while there is none. */
  readonly targets: RollUp | null;
}

export interface ExportTicket {
  readonly ticket: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** Where an exported file went: written by the host, offered as a download, or cancelled in the dialog. */
export type Delivered =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'download'; readonly url: string }
  | { readonly kind: 'cancelled' };
