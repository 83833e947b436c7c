/**
 * Takes from a stranger's workbook what is needed to read its cells, and nothing else: sheet data, shared texts and
 * number formats. Validations, names, links and joined cells could make a reader build millions of cells from one line.
 */
import JSZip from 'jszip';
import { readZipEntries, ZipError, type ZipLimits } from '../zip-read.ts';

const LIMITS: ZipLimits = { archive: 20_000_000, entries: 500, entry: 24_000_000 };
const MAX_UNPACKED = 48_000_000;
export const MAX_ROWS = 20_000;
export const MAX_CELLS = 300_000;
const MAX_SHEETS = 40;
const MAX_MERGES = 50;
const MAX_MERGES_TEXT = 20_000;
/** Lists of sheets and number formats, in characters. */
const MAX_LISTS = 4_000_000;
const MAX_INDEX = 200_000;

/** Not a workbook, or larger than any questionnaire. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';
  readonly reason: 'unreadable' | 'too-large';
  readonly limit: string;

  constructor(reason: 'unreadable' | 'too-large', limit = '', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.limit = limit;
  }
}

export interface Sanitised {
  readonly bytes: Uint8Array;
  /** Joined cells by path of the sheet inside the package, in the order of the sheets. */
  readonly merges: readonly (readonly string[])[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WANTED =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]{1,60}\.xml)$/i;

function unpack(bytes: Uint8Array): Map<string, string> {
  let entries: Map<string, Uint8Array>;
  try {
    entries = readZipEntries(bytes, WANTED, LIMITS);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const isLarge = /too (large|many)/.test(error.message);
    throw new WorkbookRefused(isLarge ? 'too-large' : 'unreadable', '20 MB', { cause: error });
  }
  let size = 0;
  for (const entry of entries.values()) size += entry.byteLength;
  if (size > MAX_UNPACKED) throw new WorkbookRefused('too-large', '48 MB');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return new Map([...entries].map(([name, entry]) => [name, decoder.decode(entry)]));
  } catch (cause) {
    throw new WorkbookRefused('unreadable', '', { cause });
  }
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Text between two marks, without them; empty when one is missing. Plain search, so that no text can make it slow. */
function between(xml: string, open: string, close: string): string {
  const start = xml.indexOf(open);
  const from = start < 0 ? -1 : xml.indexOf('>', start) + 1;
  const to = from <= 0 ? -1 : xml.indexOf(close, from);
  return to < 0 ? '' : xml.slice(from, to);
}

/** Rows with content only; spreadsheet programs also write empty formatted ones, up to the last of the sheet. */
function rowsOf(xml: string, left: { cells: number }): string {
  const data = between(xml, '<sheetData', '</sheetData>');
  const kept: string[] = [];
  let at = data.indexOf('<row');
  while (at >= 0) {
    const head = data.indexOf('>', at);
    const isEmpty = data[head - 1] === '/';
    const end = isEmpty ? head + 1 : data.indexOf('</row>', head) + '</row>'.length;
    if (head < 0 || end <= head) break;
    const row = data.slice(at, end);
    at = data.indexOf('<row', end);
    if (!row.includes('<v>') && !row.includes('<v ') && !row.includes('<is>')) continue;
    if (Number(attribute(row.slice(0, row.indexOf('>')), 'r')) > MAX_ROWS)
      throw new WorkbookRefused('too-large', `> ${MAX_ROWS} rows`);
    left.cells -= row.split('<c ').length - 1;
    if (left.cells < 0) throw new WorkbookRefused('too-large', `> ${MAX_CELLS} cells`);
    kept.push(row);
  }
  return kept.join('');
}

/**
 * @returns a small workbook with the same cells
 * @throws WorkbookRefused
 */
export async function sanitise(bytes: Uint8Array): Promise<Sanitised> {
  const parts = unpack(bytes);
  const workbook = parts.get('xl/workbook.xml');
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) throw new WorkbookRefused('unreadable');
  const isLong = workbook.length > MAX_INDEX || relations.length > MAX_INDEX;
  if (isLong || (parts.get('xl/styles.xml')?.length ?? 0) > MAX_LISTS) throw new WorkbookRefused('too-large', '4 MB');
  // Own entities have no place in a workbook and can grow without bound.
  for (const part of parts.values()) if (/<!doctype/i.test(part)) throw new WorkbookRefused('unreadable');

  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  const sheets = [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name'),
    path: `xl/${(targets.get(attribute(tag, 'r:id')) ?? '').replace(/^\/?xl\//, '')}`,
  }));
  if (sheets.length > MAX_SHEETS) throw new WorkbookRefused('too-large', `${MAX_SHEETS} sheets`);
  const left = { cells: MAX_CELLS };
  const read = sheets.flatMap(({ name, path }) => {
    const xml = parts.get(path);
    return xml === undefined ? [] : [{ name, rows: rowsOf(xml, left), merges: mergesOf(xml) }];
  });
  if (read.length === 0) throw new WorkbookRefused('unreadable');
  const is1904 = /<workbookPr\b[^>]*date1904="(?:1|true)"/.test(workbook);
  return {
    bytes: await pack(read, parts.get('xl/sharedStrings.xml'), parts.get('xl/styles.xml'), is1904),
    merges: read.map(({ merges }) => merges),
  };
}

const mergesOf = (xml: string): string[] =>
  [
    ...between(xml, '<mergeCells', '</mergeCells>')
      .slice(0, MAX_MERGES_TEXT)
      .matchAll(/<mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g),
  ]
    .slice(0, MAX_MERGES)
    .map(([, range]) => range as string);

async function pack(
  sheets: readonly { name: string; rows: string }[],
  texts: string | undefined,
  styles: string | undefined,
  is1904: boolean,
): Promise<Uint8Array> {
  const zip = new JSZip();
  const types: string[] = [];
  const relations: string[] = [];
  const add = (path: string, type: string, content: string): void => {
    const kind = `${RELATIONS}/${type}`;
    zip.file(`xl/${path}`, content);
    types.push(
      `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    );
    relations.push(`<Relationship Id="rId${relations.length + 1}" Type="${kind}" Target="${path}"/>`);
  };
  sheets.forEach(({ rows }, index) =>
    add(
      `worksheets/sheet${index + 1}.xml`,
      'worksheet',
      `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  );
  if (texts !== undefined) add('sharedStrings.xml', 'sharedStrings', texts);
  if (styles !== undefined) add('styles.xml', 'styles', styles);
  const list = sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  zip.file(
    'xl/workbook.xml',
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
  );
  zip.file(
    '[Content_Types].xml',
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
  );
  zip.file(
    '_rels/.rels',
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
}
