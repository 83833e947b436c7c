import type { AnswerValue } from '../assessment/answer.ts';
import type { AssessmentContext } from '../assessment/context.ts';
import type { Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf, ItemType } from '../questionnaire/types.ts';
import type { Language, LocalizedText } from '../text/localized.ts';

/** How one item turns an entered value into points; prepared once per questionnaire and context. */
export interface Scorer {
  /** Fewest and most points that any valid value can get. */
  readonly min: Exact;
  readonly max: Exact;
  /** @returns the points; null = "nothing occurred, not applicable"; 'unanswered' = says nothing ("do not know", blank rows) */
  readonly score: (value: AnswerValue) => Exact | null | 'unanswered';
}

/** How much of an answer is filled in; 1 of 1 for everything but matrices and grids, which count rows. */
export interface Filled {
  readonly done: number;
  readonly of: number;
}

/** One line of the blank form on paper, in reading order. */
export type PaperLine =
  /** A box to tick; `one` = only one of the neighbouring boxes. Points are exact text, null where it has none. */
  | {
      readonly kind: 'tick';
      readonly mark: 'one' | 'many';
      readonly label: LocalizedText;
      readonly points: string | null;
    }
  /** Boxes under a heading of their own (the steps of a checklist). */
  | { readonly kind: 'heading'; readonly label: LocalizedText }
  /** A dotted line to write on. */
  | { readonly kind: 'write'; readonly label: LocalizedText | null; readonly unit: LocalizedText | null }
  /** A table of boxes. */
  | {
      readonly kind: 'table';
      readonly mark: 'one' | 'many';
      readonly columns: readonly LocalizedText[];
      readonly rows: readonly LocalizedText[];
    };

/** One cell of the workbook in which an item is answered. */
export interface EntryCell {
  /** Unique inside the item: "value", "a", "b", a row id, an option id. */
  readonly key: string;
  readonly label: LocalizedText | null;
  readonly input:
    /** A drop-down; the cell holds the text of the option in the workbook's language. */
    | { readonly kind: 'list'; readonly options: readonly { readonly id: string; readonly text: LocalizedText }[] }
    /** An "x" for yes; a "-" says that the row was looked at and nothing in it applies. */
    | { readonly kind: 'tick' }
    | { readonly kind: 'number'; readonly min: string | null; readonly max: string | null; readonly decimals: number }
    | { readonly kind: 'date' }
    | { readonly kind: 'text'; readonly maxLength: number };
}

/** What was found in the entry cells, by key: option ids for lists, "x" or "-" for ticks, plain decimal text, ISO dates. */
export type EntryValues = ReadonlyMap<string, string>;

/** A sentence of the trace: key below `trace.item.` in the wording catalogue, with its figures. */
export interface TraceText {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The sentence for a value that gives no points because it does not fit the question. */
export const UNFIT: TraceText = { key: 'unfit', params: {} };

/**
 * Everything that the program needs to know about one question type, the screen control apart (that one is in the
 * renderer's own registry). A type is usable when all members exist; the registry's type makes a missing one a
 * compile error.
 */
export interface ItemKind<T extends ItemType> {
  readonly type: T;
  readonly prepare: (item: ItemOf<T>, context: AssessmentContext) => Scorer;
  /** Problems of the definition that the schema cannot see; paths are relative to the item. */
  readonly checkItem: (item: ItemOf<T>) => Problem[];
  /** Problems of an entered value; paths are relative to the value. */
  readonly checkValue: (item: ItemOf<T>, value: AnswerValue) => Problem[];
  readonly filled: (item: ItemOf<T>, value: AnswerValue) => Filled;
  /** Reads the short form of an answer sheet ("3", 12.5, [a, b], {a, b}); null when it does not fit the type. */
  readonly readShort: (item: ItemOf<T>, raw: unknown) => AnswerValue | null;
  /**
   * Values of strictly rising points up to the maximum: one for each number of points that a single choice can have;
   * for what is combined or entered freely, stops on the way.
   */
  readonly ranks: (item: ItemOf<T>, context: AssessmentContext) => AnswerValue[];
  /** The answer as printed in tables. */
  readonly print: (item: ItemOf<T>, value: AnswerValue, language: Language) => string;
  /** How the value became its points, for the trace. */
  readonly explain: (item: ItemOf<T>, value: AnswerValue, context: AssessmentContext, language: Language) => TraceText;
  readonly paper: (item: ItemOf<T>) => PaperLine[];
  readonly cells: (item: ItemOf<T>) => EntryCell[];
  /** The answer that the cells hold; null when all of them are empty or they do not make an answer. */
  readonly fromCells: (item: ItemOf<T>, values: EntryValues) => AnswerValue | null;
  /** What the cells hold for an answer; `fromCells` reads it back. */
  readonly toCells: (item: ItemOf<T>, value: AnswerValue) => EntryValues;
}
