/** Collections of result files: what is kept of one result, and what becomes of a file. */
import type { Period } from '../assessment/period.ts';
import type { Exact } from '../exact/exact.ts';
import type { ItemState } from '../scoring/result.ts';
import type { LocalizedText } from '../text/localized.ts';

/** A questionnaire version, down to its content. */
export interface VersionRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the definition. */
  readonly hash: string;
}

/**
 * What a node or an item of one unit came to. Thousands of units share few different figures, so readers hand out one
 * frozen object per different figure (`figureReader`); counting is quick then, and right in any case.
 */
export interface Figure {
  /** Null: takes no part. */
  readonly value: Exact | null;
  /** The unit's own maximum: what applies to it may be less than the questionnaire has. */
  readonly max: Exact | null;
  /** 100 × value / max; null without a value or with nothing to reach. */
  readonly percent: Exact | null;
  readonly level: number | null;
  /** Of an item; null for groups. */
  readonly state: ItemState | null;
}

/** The items of a unit by what became of them; hidden ones are in none. */
export interface Completeness {
  readonly total: number;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
}

/**
 * What to look at before a result is used. draft: not marked as finished. incomplete: items are unanswered. changed:
 * sheets of the workbook were edited after the export. rescored: the stated score is not the one of its answers.
 * evidence-missing: points depend on documents that are not cited. other-period: not the period of the collection.
 * unmatched: the unit is not in the list of expected units. sample: not real data. insufficient: too little is settled for
 * a total.
 */
export const QUALITY_FLAGS = [
  'draft',
  'incomplete',
  'changed',
  'rescored',
  'evidence-missing',
  'other-period',
  'unmatched',
  'sample',
  'insufficient',
] as const;
export type QualityFlag = (typeof QUALITY_FLAGS)[number];

/** Figures of all nodes and items of one unit, in the order of the layout of its questionnaire version. */
export interface UnitFigures {
  readonly total: Figure;
  /** As `Layout.nodes`. */
  readonly nodes: readonly Figure[];
  /** As `Layout.items`; empty where they were not read (only item statistics need them). */
  readonly items: readonly Figure[];
}

/** One result of one unit as statistics see it. */
export interface UnitResult extends UnitFigures {
  /** Stable within a collection: the expected unit's id, else the id of the organisation in the file. */
  readonly unitId: string;
  readonly name: string;
  readonly code: string;
  /** Kind of organisation. */
  readonly kind: string;
  readonly province: string;
  /** The group that it is counted in, e.g. a former district or a class; empty for none. */
  readonly group: string;
  readonly tags: readonly string[];
  /** Id of the assessment in the program that wrote it; null for a result that was never stored. */
  readonly resultId: string | null;
  /** Identity of the content, however the file was named, packed or exported again. */
  readonly contentHash: string;
  readonly questionnaire: VersionRef;
  readonly period: Period;
  readonly completeness: Completeness;
  readonly quality: readonly QualityFlag[];
  /** The same figures as appraised; null where nobody has appraised. */
  readonly appraised: UnitFigures | null;
  readonly sample: boolean;
}

/** A node of a questionnaire as statistics name it. */
export interface LayoutNode {
  readonly id: string;
  readonly code: string;
  readonly title: LocalizedText;
  /** 1 for a top group (pillar), 2 below it, and so on. */
  readonly depth: number;
  readonly scored: boolean;
}

export interface LayoutItem extends Omit<LayoutNode, 'depth'> {
  /** The top group. */
  readonly pillarId: string;
}

/** Where each figure of a `UnitFigures` stands, for one questionnaire version. */
export interface Layout {
  readonly questionnaire: VersionRef;
  readonly title: LocalizedText;
  /** Levels in rising order with their names; empty where the questionnaire has none. */
  readonly levels: readonly { readonly level: number; readonly name: LocalizedText }[];
  /** Every group, parents first. */
  readonly nodes: readonly LayoutNode[];
  /** Every item in reading order. */
  readonly items: readonly LayoutItem[];
  /** The total is the lowest group: units with equal totals are parted by the next lowest. */
  readonly lowestFirst: boolean;
  /** Digits after the decimal mark of values. */
  readonly decimals: number;
}

/** A unit from which a result is expected. */
export interface ExpectedUnit {
  readonly id: string;
  readonly name: string;
  /** Administrative or tax code; empty when not known. */
  readonly code: string;
  /** Two-digit code; empty when not known. */
  readonly province: string;
  readonly group: string;
  readonly tags: readonly string[];
  readonly note: string;
}

/** A set of results of one questionnaire and one period. */
export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly questionnaire: VersionRef;
  readonly period: Period;
  readonly note: string;
  readonly expected: readonly ExpectedUnit[];
}

/** Identity of a result file: what duplicates, revisions and conflicts are judged by. */
export interface Submission {
  readonly contentHash: string;
  /** Id of the assessment in the program that wrote it; null for a result that was never stored. */
  readonly resultId: string | null;
  /** Counts what was handed in, 1 for the first. */
  readonly revision: number;
  /** Content hash of the revision before it; null for a first one. */
  readonly replaces: string | null;
  readonly unitId: string;
  readonly questionnaireId: string;
  readonly period: Period;
}

/** What the keeper of a collection decided about a conflict: this one counts, those do not. */
export interface Choice {
  readonly keep: string;
  readonly aside: readonly string[];
}

/** Everything that verdicts about files depend on. Two machines that know the same say the same. */
export interface Known {
  readonly submissions: readonly Submission[];
  /** Content hashes of removed results. */
  readonly tombstones: readonly string[];
  readonly choices: readonly Choice[];
}

/**
 * What became of one file. accepted: counts now. known: the same content is there. revision: counts now instead of the
 * one that it replaces. earlier: kept behind a newer revision that is there. conflict: two unlinked results of one unit
 * and period, kept aside. removed: its content was removed from the collection before. The others never became a result:
 * changed (cells edited after the export), part-lost (no machine part), damaged (the hash does not fit), unknown-questionnaire,
 * other-questionnaire (not the one of the collection), newer-format, too-large (over a limit), unreadable, stopped (took
 * too long or too much memory).
 */
export const OUTCOME_KINDS = [
  'accepted',
  'known',
  'revision',
  'earlier',
  'conflict',
  'removed',
  'changed',
  'part-lost',
  'damaged',
  'unknown-questionnaire',
  'other-questionnaire',
  'newer-format',
  'too-large',
  'unreadable',
  'stopped',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** The outcomes that `decide` can give. */
export type Verdict = Extract<OutcomeKind, 'accepted' | 'known' | 'revision' | 'earlier' | 'conflict' | 'removed'>;
