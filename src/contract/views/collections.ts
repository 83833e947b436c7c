/** Collections of result files: importing them, and the picture they give. No zod: the page reads these values too. */
import type { ErrorCode } from '../errors.ts';
import type { Answer } from '../../domain/assessment/answer.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { Aggregate } from '../../domain/collection/aggregate.ts';
import type { GroupAggregate, RoundChange } from '../../domain/collection/compare-units.ts';
import type { Alpha, ItemStatistics } from '../../domain/collection/items.ts';
import type { ExpectedUnit, Layout, OutcomeKind, QualityFlag, VersionRef } from '../../domain/collection/types.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ItemState } from '../../domain/scoring/result.ts';
import type { LocalizedText } from '../../domain/text/localized.ts';
import type { CellChange } from './workbook.ts';

export const COLLECTION_LIMITS = {
  /** Expected units of one collection. */
  units: 5000,
  /** Files of one pile. */
  files: 50_000,
} as const;

/** What leaves a collection: the list of outcomes, the collection itself, and its reports. */
export const EXPORTS = ['outcomes', 'package', 'xlsx', 'pdf', 'csv', 'json'] as const;
export type CollectionExport = (typeof EXPORTS)[number];

export interface CollectionSummary {
  readonly id: string;
  readonly name: string;
  readonly questionnaire: VersionRef & { readonly title: LocalizedText };
  readonly period: Period;
  /** Results that count, one per unit. */
  readonly results: number;
  readonly expected: number;
  /** Expected units without a result that counts. */
  readonly missing: number;
  /** Units with results of which nobody has said which one counts. */
  readonly conflicts: number;
  /** ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A result that belongs to a conflict, or has no place in the list of expected units. */
export interface ResultLine {
  /** Number of the result in this collection. */
  readonly result: number;
  readonly unitId: string;
  readonly name: string;
  readonly code: string;
  readonly file: string;
  readonly contentHash: string;
  /** Content hash as people compare it. */
  readonly shortHash: string;
  readonly exportedAt: string;
  readonly revision: number;
  readonly percent: string | null;
  readonly level: number | null;
}

export interface UnmatchedLine extends ResultLine {
  /** Expected units that may be meant, the likeliest first. */
  readonly suggestions: readonly { readonly unitId: string; readonly name: string; readonly likeness: number }[];
}

export interface CollectionView extends CollectionSummary {
  readonly notes: string;
  readonly units: readonly ExpectedUnit[];
  readonly missingUnits: readonly ExpectedUnit[];
  readonly unmatched: readonly UnmatchedLine[];
  /** Each entry: the results of one unit of which one has to be chosen. */
  readonly conflicting: readonly (readonly ResultLine[])[];
  /** Groups and tags in use. */
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  /** Imports into this collection, the newest first. */
  readonly runs: readonly ImportRun[];
}

/** A pasted list of units, read line by line. */
export interface UnitListReading {
  readonly units: readonly Omit<ExpectedUnit, 'id'>[];
  /** Lines that say the same unit twice, or nothing usable; counted from 1. */
  readonly skipped: readonly { readonly line: number; readonly text: string; readonly reason: 'twice' | 'no-name' }[];
}

/** Files that wait to be imported. */
export interface ChosenSource {
  readonly source: string;
  readonly folder: string;
  readonly files: number;
}

/** interrupted: can go on. done: everything that could be taken is in. cancelled: nothing is. */
export type RunState = 'running' | 'interrupted' | 'done' | 'cancelled';

export interface ImportRun {
  readonly run: string;
  readonly collectionId: string | null;
  readonly state: RunState;
  /** Why it was interrupted, where it was not the end of the program; it can go on. */
  readonly failure: ErrorCode | null;
  /** Files found so far; an archive counts each of its files. */
  readonly total: number;
  readonly done: number;
  readonly counts: Readonly<Partial<Record<OutcomeKind, number>>>;
  /** Collections that results went into. */
  readonly collections: readonly string[];
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** What became of one file. */
export interface FileOutcome {
  /** Place of the file in the run, and of the result in an archive; both from 0. */
  readonly at: number;
  readonly part: number;
  /** As the person knows it; a file inside an archive stands behind the archive's name and a slash. */
  readonly name: string;
  readonly kind: OutcomeKind;
  /** Says more where the kind alone does not: a sentence `collection.reason.<reason>`. */
  readonly reason: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly problems: readonly Problem[];
  readonly changed: readonly CellChange[];
  readonly unit: string;
  readonly contentHash: string | null;
  readonly collectionId: string | null;
  readonly result: number | null;
}

export interface OutcomePage {
  readonly total: number;
  readonly outcomes: readonly FileOutcome[];
}

/** Exact figures as text ("271/600"), lists and maps as plain JSON. */
export type Wire<T> = T extends { readonly n: bigint; readonly d: bigint }
  ? string
  : T extends ReadonlyMap<infer K, infer V>
    ? readonly (readonly [K, Wire<V>])[]
    : T extends ReadonlySet<infer V>
      ? readonly V[]
      : T extends object
        ? { readonly [K in keyof T]: Wire<T[K]> }
        : T;

/** A unit as lists and charts of the dashboard show it. */
export interface UnitLine {
  readonly result: number;
  /** 1 for the highest percent of the own maximum; equal ones share a rank. Null without a total. */
  readonly rank: number | null;
  /** Stands for the name where names are hidden, the same as in reports; null for a unit that is not counted. */
  readonly number: number | null;
  readonly unitId: string;
  readonly name: string;
  readonly code: string;
  readonly group: string;
  readonly tags: readonly string[];
  readonly level: number | null;
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
  /** Per top group of the layout (depth 1): percent of the own maximum and level. */
  readonly pillars: readonly (readonly [percent: string | null, level: number | null])[];
  /** As appraised; null where nobody has appraised. */
  readonly appraised: { readonly percent: string | null; readonly level: number | null } | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly quality: readonly QualityFlag[];
}

/** One unit in full. */
export interface UnitDetail {
  readonly line: UnitLine;
  readonly file: string;
  readonly exportedAt: string;
  readonly program: string;
  readonly state: 'draft' | 'finished';
  readonly standing: 'counts' | 'replaced' | 'conflict';
  readonly shortHash: string;
  readonly revision: number;
  readonly kind: string;
  readonly province: string;
  readonly nodes: readonly UnitNode[];
  readonly items: readonly (UnitNode & {
    readonly state: ItemState | null;
    /** Null where the file says nothing of the item. */
    readonly answer: Answer | null;
    readonly note: string;
    readonly explanation: string;
    readonly evidence: readonly string[];
  })[];
  /** The same result among the own assessments of this computer, where it was taken over to be appraised. */
  readonly own: { readonly assessmentId: string; readonly appraised: number } | null;
  /** Every revision that was handed in, the newest first. */
  readonly revisions: readonly ResultLine[];
}

export interface UnitNode {
  readonly id: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly depth: number;
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
  readonly level: number | null;
  readonly appraised: { readonly value: string | null; readonly level: number | null } | null;
}

export type LayoutView = Wire<Layout>;

/** The picture that a collection gives, of the units that pass the filter. */
export interface CollectionOverview {
  readonly collection: CollectionSummary;
  readonly layout: LayoutView;
  /** Units whose results count, before the filter. */
  readonly all: number;
  readonly aggregate: Wire<Aggregate>;
  readonly groups: readonly Wire<GroupAggregate>[];
  /** Since the earlier collection that was asked for; null when none was, or its questionnaire is another one. */
  readonly change: Wire<RoundChange> | null;
  /** Highest percent first; units without a total behind, by name. */
  readonly units: readonly UnitLine[];
  /** May the figures of the filtered units be shown beside those of all, so that nobody can be picked out? */
  readonly discloses: boolean;
  readonly missing: readonly ExpectedUnit[];
}

/** Statistics of every item, as `layout.items`, of the units that pass the filter. */
export interface ItemsView {
  readonly layout: LayoutView;
  readonly n: number;
  readonly items: readonly Wire<ItemStatistics>[];
  /** Places of items, the strongest first; items that few units have points in are left out. */
  readonly byStrength: readonly number[];
  readonly alpha: Wire<Alpha>;
  /** Per top group, in the order of the layout. */
  readonly pillarAlpha: readonly { readonly pillarId: string; readonly alpha: Wire<Alpha> }[];
}
