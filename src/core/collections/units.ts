/** Lists of units as people paste them: columns from a sheet, with a heading or without, or just one name per line. */
import { COLLECTION_LIMITS, type UnitListReading } from '../../contract/views/collections.ts';
import { cleanText, foldText } from '../../domain/text/normalize.ts';

type Column = 'name' | 'code' | 'group' | 'tags' | 'province' | 'note';

/** Folded words that a heading begins with. */
const HEADINGS: readonly (readonly [begin: RegExp, column: Column])[] = [
  [/^(ma tinh|province)/, 'province'],
  [/^(ma|code|mst|tax)/, 'code'],
  [/^(ten|don vi|xa|co quan|doanh nghiep|name|unit)/, 'name'],
  [/^(nhom|cum|huyen|lop|group|class)/, 'group'],
  [/^(nhan|tag)/, 'tags'],
  [/^(ghi chu|note|remark)/, 'note'],
];
const NUMBERING = /^(stt|tt|so tt|no|#)\.?$/;
const CODE = /^[\p{L}\d][\p{L}\d./_-]{0,39}$/u;

function cells(line: string, separator: string): string[] {
  return line.split(separator).map((cell) =>
    cleanText(cell)
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replace(/\s+/g, ' '),
  );
}

/** The sign between columns: a tab as sheets paste it, else a semicolon; a comma may belong to a name. */
function separatorOf(lines: readonly string[]): string {
  if (lines.some((line) => line.includes('\t'))) return '\t';
  return lines.some((line) => line.includes(';')) ? ';' : '\t';
}

function heading(row: readonly string[]): (Column | null)[] | null {
  const columns = row.map((cell): Column | null => {
    const folded = foldText(cell);
    return HEADINGS.find(([begin]) => begin.test(folded))?.[1] ?? null;
  });
  const isHeading =
    columns.includes('name') &&
    row.every((cell, at) => columns[at] !== null || cell === '' || NUMBERING.test(foldText(cell))) &&
    // "Xã Tân An" alone is a unit, not a heading.
    (row.length > 1 ||
      (foldText(row[0] ?? '').split(' ').length <= 2 && /^(ten|name|don vi|unit)/.test(foldText(row[0] ?? ''))));
  return isHeading ? columns : null;
}

/** Without a heading: the first column of words is the name, one of codes the code, the next one of words the group. */
function guessed(rows: readonly (readonly string[])[]): (Column | null)[] {
  const width = Math.max(...rows.map((row) => row.length));
  const isCode = (at: number): boolean =>
    rows.every((row) => (row[at] ?? '') === '' || (CODE.test(row[at] ?? '') && /\d/.test(row[at] ?? '')));
  const isCounter = (at: number): boolean =>
    rows.length > 1 && rows.every((row, index) => Number(row[at]) === Number(rows[0]?.[at]) + index);
  const columns: (Column | null)[] = [];
  for (let at = 0; at < width; at += 1) {
    const code = isCode(at);
    const free = (['name', 'group', 'note'] as const).find((column) => !columns.includes(column)) ?? null;
    if (code && at === 0 && isCounter(at)) columns.push(null);
    else if (code && !columns.includes('code') && width > 1) columns.push('code');
    else columns.push(free);
  }
  return columns;
}

/** Reads a list; a line that says the same unit again, or no name, is told and left out. */
export function readUnitList(text: string): UnitListReading {
  const lines = text.split(/\r\n?|\n/).map((line, index) => ({ line: index + 1, text: line }));
  const filled = lines.filter((line) => line.text.trim() !== '').slice(0, COLLECTION_LIMITS.units + 1);
  const separator = separatorOf(filled.map((line) => line.text));
  const rows = filled.map(({ line, text: raw }) => ({ line, text: raw, cells: cells(raw, separator) }));
  const first = rows[0];
  const head = first ? heading(first.cells) : null;
  const body = head ? rows.slice(1) : rows;
  const columns = head ?? guessed(body.map((row) => row.cells));
  const units: { -readonly [K in keyof UnitListReading['units'][number]]: UnitListReading['units'][number][K] }[] = [];
  const skipped: { line: number; text: string; reason: 'twice' | 'no-name' }[] = [];
  const seen = new Set<string>();
  for (const row of body.slice(0, COLLECTION_LIMITS.units)) {
    const of = (column: Column): string => {
      const at = columns.indexOf(column);
      return at < 0 ? '' : (row.cells[at] ?? '');
    };
    const unit = {
      name: of('name').slice(0, 300),
      code: of('code').slice(0, 40),
      province: of('province').slice(0, 10),
      group: of('group').slice(0, 200),
      tags: of('tags')
        .split(/[,;]/)
        .map((tag) => tag.trim().slice(0, 60))
        .filter((tag) => tag !== '')
        .slice(0, 20),
      note: of('note').slice(0, 2000),
    };
    const shown = { line: row.line, text: row.text.trim().slice(0, 200) };
    const key = unit.code === '' ? `n ${foldText(unit.name)} ${foldText(unit.group)}` : `c ${unit.code.toLowerCase()}`;
    if (unit.name === '') skipped.push({ ...shown, reason: 'no-name' });
    else if (seen.has(key)) skipped.push({ ...shown, reason: 'twice' });
    else units.push(unit);
    seen.add(key);
  }
  return { units, skipped };
}
