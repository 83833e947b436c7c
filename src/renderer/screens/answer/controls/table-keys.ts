/** Moving through tables of radios or boxes by keyboard. Every input carries its place in data-row and data-column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Which way an arrow leads. */
export const STEPS: Readonly<Record<string, Place | undefined>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The place of the input that a key was pressed in; null outside the table. */
export function placeOf(target: EventTarget): Place | null {
  const { row, column } = (target as Partial<HTMLElement>).dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/**
 * Moves the focus; at the edges it stays.
 * @param column null = the chosen option of the row, else its first one
 */
export function focusCell(table: HTMLElement | null, row: number, column: number | null): void {
  const cells = `input[data-row="${row}"]`;
  const cell =
    column === null
      ? (table?.querySelector<HTMLElement>(`${cells}:checked`) ?? table?.querySelector<HTMLElement>(cells))
      : table?.querySelector<HTMLElement>(`${cells}[data-column="${column}"]`);
  cell?.focus();
}
