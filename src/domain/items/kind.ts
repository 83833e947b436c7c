import type { AnswerValue } from '../assessment/answer.ts';
import type { Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf, ItemType } from '../questionnaire/types.ts';
import type { Language } from '../text/localized.ts';

/** How one item turns an entered value into points; prepared once per questionnaire. */
export interface Scorer {
  readonly min: Exact;
  readonly max: Exact;
  /** @returns the points, or null when the value means "nothing occurred, not applicable" */
  readonly score: (value: AnswerValue) => Exact | null;
}

/**
 * Everything that the program needs to know about one question type. A type is usable when all members exist; the
 * registry's type makes a missing one a compile error.
 */
export interface ItemKind<T extends ItemType> {
  readonly type: T;
  readonly prepare: (item: ItemOf<T>) => Scorer;
  /** Problems of the definition that the schema cannot see; paths are relative to the item. */
  readonly checkItem: (item: ItemOf<T>) => Problem[];
  /** Problems of an entered value; paths are relative to the value. */
  readonly checkValue: (item: ItemOf<T>, value: AnswerValue) => Problem[];
  /** Reads the short form of an answer sheet ("3", 12.5, [a, b], {a, b}); null when it does not fit the type. */
  readonly readShort: (item: ItemOf<T>, raw: unknown) => AnswerValue | null;
  /** One value for each distinct number of points that can be reached by choosing, lowest first. */
  readonly ranks: (item: ItemOf<T>) => AnswerValue[];
  /** The answer as printed in tables. */
  readonly print: (item: ItemOf<T>, value: AnswerValue, language: Language) => string;
}
