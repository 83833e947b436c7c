/** Holds the sheets of a workbook against what the program wrote into them. */
import { MOST_CHANGES, type CellChange, type SheetVerdict } from '../../../contract/views/workbook.ts';
import type { AppraiserEntries, AppraiserEntry, EnteredCell } from '../../../core/ports/workbooks.ts';
import { ZipError } from '../zip-read.ts';
import { readCellValues, type ReadSheet } from './cell-values.ts';
import { readCells, valuesHash, type CellValue, type SheetCells } from './digests.ts';
import type { MachineElement } from './machine-xml.ts';

export interface Comparison extends AppraiserEntries {
  readonly verdict: SheetVerdict;
}

/** A program that calculates anew may differ from us behind the ninth decimal. */
const CLOSE = 1e-8;

function same(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(a));
  return a === b;
}

const none = (kind: SheetVerdict['kind']): Comparison => ({
  verdict: { kind, appraised: 0, changes: [], changed: 0 },
  sheet: '',
  entries: [],
});

/**
 * Compares cell by cell and reads what the appraiser has entered.
 * @param elements the children of the data part
 */
export function compareSheets(workbook: Uint8Array, elements: ReadonlyMap<string, MachineElement>): Comparison {
  const written = readCells(elements);
  if (!written || written.sheets.some(({ cells, values }) => valuesHash(cells) !== values)) return none('no-digests');
  let found: Map<string, ReadSheet>;
  try {
    found = readCellValues(workbook);
  } catch (error) {
    if (error instanceof ZipError) return none('unreadable');
    throw error;
  }
  const entered = written.sheets.find(({ name }) => name === written.appraisal)?.entered ?? {};
  const sheet = found.get(written.appraisal);
  const entries = entriesIn(written, sheet, entered);
  const appraised = entries.length;
  // An entry that was exported and then taken away changes what follows from it, too.
  const taken = Object.entries(entered).some(([cell, before]) => !same(before, sheet?.get(cell)?.value ?? ''));
  const changes = changedCells(written, found, appraised > 0 || taken);
  return {
    verdict: {
      kind: changes.length > 0 ? 'changed' : appraised > 0 ? 'appraised' : 'saved-again',
      appraised,
      changes: changes.slice(0, MOST_CHANGES),
      changed: changes.length,
    },
    sheet: written.appraisal,
    entries,
  };
}

function changedCells(written: SheetCells, found: ReadonlyMap<string, ReadSheet>, appraised: boolean): CellChange[] {
  const changes: CellChange[] = [];
  const inputs = new Set(
    written.inputs.flatMap(({ points, figures, comment }) => [
      ...(points === null ? [] : [points]),
      ...figures,
      comment,
    ]),
  );
  for (const { name, cells, open, following } of written.sheets) {
    const sheet = found.get(name);
    if (!sheet) {
      changes.push({ sheet: name, cell: '', before: name, now: '' });
      continue;
    }
    const free = new Set([...open, ...(name === written.appraisal ? inputs : []), ...(appraised ? following : [])]);
    const places = new Set([...Object.keys(cells), ...sheet.keys()]);
    const own: CellChange[] = [];
    for (const cell of places) {
      if (free.has(cell)) continue;
      const before = Object.hasOwn(cells, cell) ? (cells[cell] ?? '') : '';
      const now = sheet.get(cell)?.value ?? '';
      if (!same(before, now)) own.push({ sheet: name, cell, before: String(before), now: String(now) });
    }
    changes.push(...own.sort((a, b) => order(a.cell) - order(b.cell)));
  }
  const known = new Set(written.sheets.map(({ name }) => name));
  for (const name of found.keys()) if (!known.has(name)) changes.push({ sheet: name, cell: '', before: '', now: name });
  return changes;
}

/** Reading order of an address: row by row. */
function order(cell: string): number {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return Number(row) * 20_000 + column;
}

/** What was entered since the workbook was written; a cell that still holds what it was exported with says nothing new. */
function entriesIn(
  { inputs }: SheetCells,
  sheet: ReadSheet | undefined,
  entered: Readonly<Record<string, CellValue>>,
): AppraiserEntry[] {
  if (!sheet) return [];
  const at = (cell: string | null): EnteredCell | null => {
    const read = cell === null ? undefined : sheet.get(cell);
    if (cell === null || !read) return null;
    const before = Object.hasOwn(entered, cell) ? entered[cell] : undefined;
    return before !== undefined && same(before, read.value) && !read.formula ? null : { cell, ...read };
  };
  return inputs
    .map(({ itemId, points, figures, comment }) => ({
      itemId,
      points: at(points),
      figures: figures.map(at),
      comment: at(comment),
    }))
    .filter(({ points, figures, comment }) => points ?? comment ?? figures.find((figure) => figure));
}
