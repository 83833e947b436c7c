import { foldText } from '../../domain/text/normalize.ts';

/** One cell: what is printed, what it is sorted by, and its shade. */
export interface HeatTableCell {
  readonly text: string;
  /** Null sorts last whichever way round. */
  readonly sort: number | null;
  /** 0 to 5; null = no shade. */
  readonly shade: number | null;
}

export interface HeatTableRow {
  readonly id: string;
  readonly label: string;
  /** Printed before the label; empty for none. */
  readonly code: string;
  readonly href?: string;
  readonly cells: readonly HeatTableCell[];
}

/** Column −1 is the label, −2 the order that the rows were given in. */
export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

export const GIVEN: Sorting = { column: -2, descending: false };
export const BY_LABEL = -1;

const collator = new Intl.Collator('vi', { numeric: true });

/** Sorts without changing the list; rows that are equal keep their order. */
export function sortRows(rows: readonly HeatTableRow[], { column, descending }: Sorting): readonly HeatTableRow[] {
  if (column === GIVEN.column) return rows;
  const sign = descending ? -1 : 1;
  if (column === BY_LABEL) return [...rows].sort((a, b) => sign * collator.compare(a.label, b.label));
  return [...rows].sort((a, b) => {
    const [x, y] = [a.cells[column]?.sort ?? null, b.cells[column]?.sort ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

/** First press on a column of figures: the highest first; on names: A first. A third press gives the own order back. */
export function nextSorting(now: Sorting, column: number): Sorting {
  const first = column !== BY_LABEL;
  if (now.column !== column) return { column, descending: first };
  return now.descending === first ? { column, descending: !first } : GIVEN;
}

/** Rows with every word of the search in code or label, with or without tone marks. */
export function searchRows(rows: readonly HeatTableRow[], search: string): readonly HeatTableRow[] {
  const words = foldText(search).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ code, label }) => {
    const key = foldText(`${code} ${label}`);
    return words.every((word) => key.includes(word));
  });
}

/**
 * Which rows of a long list are drawn.
 * @param room height of the view; all in the same unit
 * @param spare rows kept ready above and below
 */
export function windowOf(
  count: number,
  rowHeight: number,
  scrolled: number,
  room: number,
  spare: number,
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight)) - spare);
  return { from, to: Math.min(count, Math.ceil((scrolled + room) / rowHeight) + spare) };
}
