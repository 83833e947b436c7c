import type { SheetVerdict } from '../../contract/views/workbook.ts';
import { compareSheets } from '../documents/xlsx/compare.ts';
import { readParts, storedSheetsUnchanged } from '../documents/xlsx/digests.ts';
import { readMachineXml } from '../documents/xlsx/machine-xml.ts';
import type { ZipEntry } from '../documents/zip-read.ts';

/**
 * How the sheets of a workbook stand to its data part. The directory of the archive tells it for files as they were
 * exported; only sheets that were saved again are read.
 * @param xml text of the data part
 */
export function sheetsOf(
  workbook: Uint8Array,
  directory: readonly ZipEntry[],
  xml: string,
): Pick<SheetVerdict, 'kind' | 'changes' | 'changed'> {
  const elements = readMachineXml(xml);
  const digests = elements && readParts(elements);
  if (!elements || !digests) return { kind: 'no-digests', changes: [], changed: 0 };
  if (storedSheetsUnchanged(directory, digests)) return { kind: 'unchanged', changes: [], changed: 0 };
  return compareSheets(workbook, elements).verdict;
}
