/**
 * Values of the cells of a workbook from anywhere, read straight from its XML: no styles, no formulas calculated, no
 * grid built up, so a hostile file costs no more than its bytes.
 */
import { readZipEntries, ZipError, type ZipLimits } from '../zip-read.ts';
import type { CellValue } from './digests.ts';

export interface ReadCell {
  readonly value: CellValue;
  readonly formula: boolean;
}

/** Cells that hold something, by address. */
export type ReadSheet = ReadonlyMap<string, ReadCell>;

const PARTS = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[\w.-]{1,60}\.xml)$/i;
const LIMITS: ZipLimits = { archive: 20_000_000, entries: 500, entry: 24_000_000, total: 40_000_000 };
const MOST_SHEETS = 50;
const MOST_CELLS = 300_000;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
      if (name) return NAMED[String(name)] ?? whole;
      const code = hex ? parseInt(String(hex), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9A-F]{4})_/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** As it is compared: NFC, one kind of line break. */
const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed().normalize('NFC');

/** The text of a shared or inline string: all its runs, without readings of East Asian letters. */
function stringText(xml: string): string {
  let text = '';
  for (const [, part = ''] of xml
    .replace(/<(?:\w+:)?rPh\b[^>]*>.*?<\/(?:\w+:)?rPh>/gs, '')
    .matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>([^<]*)<)/g))
    text += part;
  return plainText(unescaped(text));
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  for (const [, inside = ''] of xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gs)) {
    strings.push(stringText(inside));
    if (strings.length > MOST_CELLS) throw new ZipError('too many texts', { tooMuch: true });
  }
  return strings;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;
const VALUE = /<(?:\w+:)?v\b[^>]*>([^<]*)</;
const FORMULA = /<(?:\w+:)?f\b/;
const ADDRESS = /^[A-Z]{1,3}[1-9]\d{0,6}$/;

function cellValue(type: string | undefined, inside: string, strings: readonly string[]): CellValue | null {
  if (type === 'inlineStr') return stringText(inside);
  const stored = VALUE.exec(inside)?.[1];
  if (stored === undefined) return null;
  switch (type) {
    case 's':
      return strings[Number(stored)] ?? null;
    case 'str':
    case 'e':
      return plainText(unescaped(stored));
    case 'b':
      return stored === '1' ? 'TRUE' : 'FALSE';
    case undefined:
    case 'n': {
      const number = Number(stored);
      return stored.trim() === '' || !Number.isFinite(number) ? null : number;
    }
    default:
      return plainText(unescaped(stored));
  }
}

function sheetCells(xml: string, strings: readonly string[]): ReadSheet {
  const cells = new Map<string, ReadCell>();
  for (const [, attributes = '', inside = ''] of xml.matchAll(CELL)) {
    if (inside === '') continue;
    const address = attribute(attributes, 'r');
    if (address === undefined || !ADDRESS.test(address)) continue;
    const value = cellValue(attribute(attributes, 't'), inside, strings);
    const formula = FORMULA.test(inside);
    if (value === null || (value === '' && !formula)) continue;
    cells.set(address, { value, formula });
    if (cells.size > MOST_CELLS) throw new ZipError('too many cells', { tooMuch: true });
  }
  return cells;
}

/**
 * Reads every sheet of a workbook.
 * @returns sheets by name, in their order
 * @throws ZipError when the archive is broken or holds too much
 */
export function readCellValues(workbook: Uint8Array): Map<string, ReadSheet> {
  const parts = readZipEntries(workbook, PARTS, LIMITS);
  const text = (path: string): string => {
    const xml = new TextDecoder().decode(parts.get(path) ?? new Uint8Array());
    if (xml.slice(0, 4096).includes('<!DOCTYPE')) throw new ZipError('a document type');
    return xml;
  };
  const targets = new Map<string, string>();
  for (const [, attributes = ''] of text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)) {
    const target = attribute(attributes, 'Target')?.replace(/^\/?(?:xl\/)?/, '');
    const id = attribute(attributes, 'Id');
    if (id !== undefined && target !== undefined) targets.set(id, `xl/${target}`);
  }
  const strings = sharedStrings(text('xl/sharedStrings.xml'));
  const sheets = new Map<string, ReadSheet>();
  for (const [, attributes = ''] of text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name');
    const path = targets.get(attribute(attributes, '\\w+:id') ?? '');
    if (name === undefined || path === undefined || sheets.size >= MOST_SHEETS) continue;
    sheets.set(plainText(unescaped(name)), sheetCells(text(path), strings));
  }
  if (sheets.size === 0) throw new ZipError('no sheets');
  return sheets;
}
