import type ExcelJS from 'exceljs';
import { readZipEntries } from './zip-read.ts';
import { zipFiles } from './zip-write.ts';

/** Our own archive, made a moment ago. */
const OWN = { archive: Infinity, entries: 65_000, entry: 512_000_000 };

/** The parts of a workbook by path, without the entries for folders that the library writes. */
export async function bookParts(book: ExcelJS.Workbook): Promise<Map<string, Uint8Array>> {
  // Packed once, by ourselves: the library writes the time of packing into every entry.
  const written = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return readZipEntries(new Uint8Array(written), /[^/]$/, OWN);
}

/** A finished workbook as a file; equal content and day give equal bytes. */
export async function bookBytes(book: ExcelJS.Workbook, day: Date): Promise<Uint8Array> {
  return zipFiles(await bookParts(book), day);
}
