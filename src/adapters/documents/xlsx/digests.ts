/**
 * What the program remembers of the sheets that it wrote, kept in the data part beside the content: enough to tell
 * without parsing whether they are the same bytes, and, where not, which cell held what.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { canonicalJson } from '../../../domain/text/canonical-json.ts';
import { bytesElement, bytesOf, sha256, type MachineElement } from './machine-xml.ts';

/** Parts that hold what people see in the cells. */
export const SHEET_PART = /^xl\/(worksheets\/sheet\d{1,3}|sharedStrings)\.xml$/;
const MOST_SHEETS = 20;
const MOST_CELLS = 200_000;
/** Unpacked size of the list of cells. */
const MOST_BYTES = 16_000_000;

const cellValue = z.union([z.string(), z.number()]);
/** What a cell shows: a text in NFC or a number; dates are day numbers, formulas their results. */
export type CellValue = z.output<typeof cellValue>;

const partsSchema = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        path: z.string().max(100),
        size: z.int().min(0),
        crc32: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(MOST_SHEETS + 1),
});
export type SheetParts = z.output<typeof partsSchema>;

const address = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/);
const inputSchema = z.strictObject({
  itemId: z.string().min(1).max(60),
  /** Cells of the appraiser; null where the item has none of that kind. */
  points: address.nullable(),
  /** One number, or a part and its whole. */
  figures: z.array(address).max(2),
  comment: address,
});
/** Where the appraiser writes about an item. */
export type AppraiserCells = z.output<typeof inputSchema>;

const cellsSchema = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        name: z.string().max(60),
        /** SHA-256 over the canonical JSON of `cells`. */
        values: z.string().regex(/^[0-9a-f]{64}$/),
        cells: z.record(address, cellValue).refine((cells) => Object.keys(cells).length <= MOST_CELLS),
        /** Cells of the appraiser as they were written, where something stood in them. */
        entered: z.record(address, cellValue),
        /** Cells that other entries may be made in; they are not compared. */
        open: z.array(address).max(MOST_CELLS),
        /** Cells that follow from the appraiser's entries. */
        following: z.array(address).max(MOST_CELLS),
      }),
    )
    .max(MOST_SHEETS),
  /** Sheet of the appraiser's cells; empty where there are none. */
  appraisal: z.string().max(60),
  inputs: z.array(inputSchema).max(2000),
});
export type SheetCells = z.output<typeof cellsSchema>;

/** Digests of the stored parts. @param entries unpacked, by path; only sheets and their texts are looked at */
export function partsOf(entries: ReadonlyMap<string, Uint8Array>): SheetParts {
  const parts = [...entries]
    .filter(([path]) => SHEET_PART.test(path))
    .map(([path, bytes]) => ({ path, size: bytes.length, crc32: crc32(bytes), sha256: sha256(bytes) }));
  return { parts: parts.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** The hash of a sheet's values, independent of how a program writes them down. */
export const valuesHash = (cells: Readonly<Record<string, CellValue>>): string => sha256(canonicalJson(cells));

export function digestElements(parts: SheetParts, cells: SheetCells): MachineElement[] {
  return [
    bytesElement('sheets', Buffer.from(canonicalJson(parts), 'utf8')),
    bytesElement('cells', deflateRawSync(Buffer.from(canonicalJson(cells), 'utf8')), { packed: 'deflate' }),
  ];
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer | null): T | null {
  if (!bytes) return null;
  try {
    const shape = schema.safeParse(JSON.parse(bytes.toString('utf8')));
    return shape.success ? shape.data : null;
  } catch {
    return null;
  }
}

/** The digests of the parts; null when there are none, or not as they were written. */
export function readParts(elements: ReadonlyMap<string, MachineElement>): SheetParts | null {
  const element = elements.get('sheets');
  return element ? parsed(partsSchema, bytesOf(element)) : null;
}

/** The list of cells; null when there is none, or not as it was written. */
export function readCells(elements: ReadonlyMap<string, MachineElement>): SheetCells | null {
  const element = elements.get('cells');
  const packed = element ? bytesOf(element) : null;
  if (!packed) return null;
  try {
    return parsed(cellsSchema, inflateRawSync(packed, { maxOutputLength: MOST_BYTES }));
  } catch {
    return null;
  }
}

/** What the directory of an archive states about an entry. */
export interface StoredEntry {
  readonly name: string;
  /** Unpacked. */
  readonly size: number;
  readonly crc: number;
}

/**
 * Are the stored sheets those that were written? Looks at the directory of the archive only: nothing is unpacked, so
 * thousands of files can be looked at quickly. Every program that writes a sheet anew states another sum for it.
 */
export function storedSheetsUnchanged(entries: readonly StoredEntry[], digests: SheetParts): boolean {
  const known = new Map(digests.parts.map((part) => [part.path, part]));
  const stored = entries.filter(({ name }) => name.startsWith('xl/worksheets/sheet') || SHEET_PART.test(name));
  return (
    stored.length === known.size &&
    stored.every(({ name, size, crc }) => {
      const part = known.get(name);
      return part !== undefined && part.size === size && part.crc32 === crc;
    })
  );
}
