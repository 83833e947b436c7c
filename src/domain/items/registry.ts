import type { AnswerValue } from '../assessment/answer.ts';
import { ANY_CONTEXT, type AssessmentContext } from '../assessment/context.ts';
import type { Problem } from '../problem.ts';
import type { Item, ItemType } from '../questionnaire/types.ts';
import type { Language } from '../text/localized.ts';
import { checklist } from './checklist.ts';
import { choice, likert } from './choice.ts';
import { date } from './date.ts';
import { grid } from './grid.ts';
import { indicator } from './indicator.ts';
import type { EntryCell, EntryValues, Filled, ItemKind, PaperLine, Scorer, TraceText } from './kind.ts';
import { ladder } from './ladder.ts';
import { matrix } from './matrix.ts';
import { multi } from './multi.ts';
import { number } from './number.ts';
import { ratio } from './ratio.ts';
import { text } from './text.ts';

/** Every question type; leaving one out does not compile. */
export const ITEM_KINDS: { readonly [T in ItemType]: ItemKind<T> } = {
  ladder,
  checklist,
  choice,
  likert,
  multi,
  matrix,
  grid,
  number,
  ratio,
  indicator,
  text,
  date,
};

export const ITEM_TYPES = Object.keys(ITEM_KINDS) as ItemType[];

// An item and its kind always belong together; the compiler cannot follow that through the mapped type.
function kindOf(item: Item): ItemKind<ItemType> {
  return ITEM_KINDS[item.type] as unknown as ItemKind<ItemType>;
}

export const prepareItem = (item: Item, context: AssessmentContext = ANY_CONTEXT): Scorer =>
  kindOf(item).prepare(item, context);
export const checkItem = (item: Item): Problem[] => kindOf(item).checkItem(item);
export const checkValue = (item: Item, value: AnswerValue): Problem[] => kindOf(item).checkValue(item, value);
export const filledOf = (item: Item, value: AnswerValue): Filled => kindOf(item).filled(item, value);
export const readShort = (item: Item, raw: unknown): AnswerValue | null => kindOf(item).readShort(item, raw);
export const ranksOf = (item: Item, context: AssessmentContext = ANY_CONTEXT): AnswerValue[] =>
  kindOf(item).ranks(item, context);
export const printValue = (item: Item, value: AnswerValue, language: Language): string =>
  kindOf(item).print(item, value, language);
export const explainValue = (
  item: Item,
  value: AnswerValue,
  context: AssessmentContext,
  language: Language,
): TraceText => kindOf(item).explain(item, value, context, language);
export const paperOf = (item: Item): PaperLine[] => kindOf(item).paper(item);
export const cellsOf = (item: Item): EntryCell[] => kindOf(item).cells(item);
export const valueFromCells = (item: Item, values: EntryValues): AnswerValue | null =>
  kindOf(item).fromCells(item, values);
export const cellsFromValue = (item: Item, value: AnswerValue): EntryValues => kindOf(item).toCells(item, value);
