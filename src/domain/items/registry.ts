import type { AnswerValue } from '../assessment/answer.ts';
import type { Problem } from '../problem.ts';
import type { Item, ItemType } from '../questionnaire/types.ts';
import type { Language } from '../text/localized.ts';
import { choice } from './choice.ts';
import type { ItemKind, Scorer } from './kind.ts';
import { ladder } from './ladder.ts';
import { multi } from './multi.ts';
import { number } from './number.ts';
import { ratio } from './ratio.ts';
import { text } from './text.ts';

/** Every question type; leaving one out does not compile. */
export const ITEM_KINDS: { readonly [T in ItemType]: ItemKind<T> } = { ladder, choice, multi, number, ratio, text };

export const ITEM_TYPES = Object.keys(ITEM_KINDS) as ItemType[];

// An item and its kind always belong together; the compiler cannot follow that through the mapped type.
function kindOf(item: Item): ItemKind<ItemType> {
  return ITEM_KINDS[item.type] as unknown as ItemKind<ItemType>;
}

export const prepareItem = (item: Item): Scorer => kindOf(item).prepare(item);
export const checkItem = (item: Item): Problem[] => kindOf(item).checkItem(item);
export const checkValue = (item: Item, value: AnswerValue): Problem[] => kindOf(item).checkValue(item, value);
export const readShort = (item: Item, raw: unknown): AnswerValue | null => kindOf(item).readShort(item, raw);
export const ranksOf = (item: Item): AnswerValue[] => kindOf(item).ranks(item);
export const printValue = (item: Item, value: AnswerValue, language: Language): string =>
  kindOf(item).print(item, value, language);
