import { compare, toNumber, type Exact } from '../exact/exact.ts';
import type { EntryCell } from '../items/kind.ts';
import { cellsOf, valueFromCells } from '../items/registry.ts';
import type { PreparedItem } from '../scoring/prepare.ts';
import type { Language } from '../text/localized.ts';

/** What the workbook offers to the appraiser of an item; it follows from the type of the question. */
export interface AppraiserForm {
  /** The only points that an answer can give, rising; empty where they are no short list. */
  readonly choices: readonly number[];
  readonly min: number;
  readonly max: number;
  /** What the figures are called that the points come from: one number, or a part and its whole; none where an option is chosen. */
  readonly figures: readonly string[];
  /** What is entered where the item does not apply; empty where it always does. */
  readonly notApplicable: string;
}

/** More choices than this are no list to pick from. */
const MOST_CHOICES = 12;

/** The cells of the figures that an answer is made of; none where it is made in another way. */
export function figureCells({ item }: Pick<PreparedItem, 'item'>): EntryCell[] {
  const cells = cellsOf(item);
  return cells.length <= 2 && cells.every(({ input }) => input.kind === 'number') ? cells : [];
}

/**
 * The form of an item; null where it has no points.
 * @param notApplicable the word for "does not apply"
 */
export function appraiserForm(node: PreparedItem, language: Language, notApplicable: string): AppraiserForm | null {
  const { item, scorer } = node;
  if (!item.scored) return null;
  const [cell, ...more] = cellsOf(item);
  const choices: Exact[] = [];
  // What the evidence is worth changes the points, so that they are no list any more.
  if (cell?.input.kind === 'list' && more.length === 0 && !item.evidenceFactor)
    for (const { id } of cell.input.options) {
      const value = valueFromCells(item, new Map([[cell.key, id]]));
      const points = value && scorer.score(value);
      if (points && points !== 'unanswered' && !choices.some((known) => compare(known, points) === 0))
        choices.push(points);
    }
  return {
    choices: choices.length > MOST_CHOICES ? [] : choices.sort(compare).map(toNumber),
    min: Math.min(0, toNumber(scorer.min)),
    max: toNumber(scorer.max),
    figures: figureCells(node).map(({ label }) => label?.[language] ?? ''),
    notApplicable: item.notApplicable ? notApplicable : '',
  };
}
