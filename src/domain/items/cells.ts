/** Entry cells of the workbook and lines of the paper form that several question types share. */
import { toFraction } from '../exact/exact.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { EntryCell, EntryValues, PaperLine } from './kind.ts';
import { pointsOf, type Worth } from './scale.ts';

/** The mark of a ticked cell, and of a row in which nothing applies. */
export const TICKED = 'x';
export const NOTHING = '-';

/** The key of an item's only cell. */
export const VALUE = 'value';

interface Listed {
  readonly id: string;
  readonly text: LocalizedText;
}

const unlike = (text: LocalizedText, times: number): LocalizedText =>
  times === 1 ? text : { vi: `${text.vi} (${times})`, en: `${text.en} (${times})` };

/** A drop-down. Options whose texts are the same get a number, because the cell holds nothing but the text. */
export function listCell(key: string, label: LocalizedText | null, options: readonly Listed[]): EntryCell {
  const seen = new Map<string, number>();
  const listed = options.map(({ id, text }) => {
    const times = Math.max(seen.get(text.vi) ?? 0, seen.get(text.en) ?? 0) + 1;
    seen.set(text.vi, times).set(text.en, times);
    return { id, text: unlike(text, times) };
  });
  return { key, label, input: { kind: 'list', options: listed } };
}

export const tickCell = (key: string, label: LocalizedText): EntryCell => ({ key, label, input: { kind: 'tick' } });

export const numberCell = (
  key: string,
  label: LocalizedText | null,
  range: { readonly min?: string | null; readonly max?: string | null; readonly decimals: number },
): EntryCell => ({
  key,
  label,
  input: { kind: 'number', min: range.min ?? null, max: range.max ?? null, decimals: range.decimals },
});

/** The text of a cell without spaces around it; empty when there is none. */
export const cellText = (values: EntryValues, key: string): string => (values.get(key) ?? '').trim();

/**
 * The ticked ones among cells that belong together.
 * @returns null when nothing is written in any of them; an empty list when one holds "-" and none is ticked
 */
export function tickedCells(values: EntryValues, keys: readonly string[]): string[] | null {
  const written = keys.filter((key) => cellText(values, key) !== '');
  return written.length === 0 ? null : written.filter((key) => cellText(values, key) !== NOTHING);
}

/** The cells of a list of ticks; with none ticked, the first one says so. */
export function markCells(cells: Map<string, string>, keys: readonly string[], ticked: ReadonlySet<string>): void {
  const marked = keys.filter((key) => ticked.has(key));
  for (const key of marked) cells.set(key, TICKED);
  const [first] = keys;
  if (marked.length === 0 && first !== undefined) cells.set(first, NOTHING);
}

/** A box on paper. */
export function tickLine(mark: 'one' | 'many', label: LocalizedText, worth: Worth | undefined): PaperLine {
  const points = pointsOf(worth);
  return { kind: 'tick', mark, label, points: points === null ? null : toFraction(points) };
}
