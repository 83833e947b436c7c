import type { SheetVerdict } from '../../contract/views/workbook.ts';
import type { AppraiserEntries } from '../../core/ports/workbooks.ts';
import { reportWords } from '../../domain/report/words/index.ts';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { machineElements, readContent, type MachineReading } from './machine-part.ts';
import { compareSheets } from './xlsx/compare.ts';
import { readParts, storedSheetsUnchanged } from './xlsx/digests.ts';
import { zipDirectory, ZipError } from './zip-read.ts';

const LIMITS = { archive: 20_000_000, entries: 500 };

/**
 * Reads the data part of a workbook, and how its sheets stand to it: cheaply where they are the bytes that were written,
 * cell by cell otherwise.
 */
export function readResultWorkbook(workbook: Uint8Array): {
  readonly reading: MachineReading | { readonly kind: 'bomb' };
  /** Null where there is no data part to compare with. */
  readonly sheets: SheetVerdict | null;
  /** What an appraiser has filled in. */
  readonly entries?: AppraiserEntries;
} {
  try {
    const elements = machineElements(workbook);
    if (!elements) return { reading: { kind: 'absent' }, sheets: null };
    const reading = readContent(elements);
    if (reading.kind !== 'ok') return { reading, sheets: null };
    const parts = readParts(elements);
    const stored = zipDirectory(workbook, LIMITS);
    if (parts && storedSheetsUnchanged(stored, parts))
      return { reading, sheets: { kind: 'unchanged', appraised: 0, changes: [], changed: 0 } };
    const { verdict, sheet, entries } = compareSheets(workbook, elements);
    return { reading, sheets: verdict, ...(entries.length > 0 ? { entries: { sheet, entries } } : {}) };
  } catch (error) {
    if (error instanceof ZipError) return { reading: { kind: error.tooMuch ? 'bomb' : 'unreadable' }, sheets: null };
    throw error;
  }
}

/** Do the sheets look like those of an exported result, whose data part another program has dropped? */
export function hasResultSheets(names: readonly (string | undefined)[]): boolean {
  return LANGUAGES.some((language) => {
    const words = reportWords(language);
    return names.includes(words('label.sheet.general')) && names.includes(words('label.sheet.detail'));
  });
}
