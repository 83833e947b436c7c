/** One sheet as typed rows: heads are matched by their words in either language, cells are read by their codec. */
import type { Problem, ProblemCode } from '../problem.ts';
import type { Language } from '../text/localized.ts';
import { cleanText } from '../text/normalize.ts';
import { cellProblem, columnName, type CellRef, type RawCell, type RawSheet } from './cells.ts';
import { readCell, type Codec } from './codec.ts';
import type { Column } from './columns.ts';
import type { Origins } from './origins.ts';
import { setAt, type Fields } from './paths.ts';
import { headsOf, type Table } from './tables.ts';

/** Findings, origins and language of one reading. */
export interface Reading {
  readonly language: Language;
  readonly problems: Problem[];
  readonly origins: Origins;
}

/** Heads stand in one of the first rows; above them there may be a heading of the author's own. */
const HEAD_ROWS = 5;
/** Columns of the author's own begin with this and are left alone. */
const OWN = '#';

const plain = (text: string): string => cleanText(text).trim().replace(/\s+/g, ' ').toLowerCase();

/** Physical columns by key; a localized column has `<key>.vi` and `<key>.en`. */
function headKeys({ columns }: Table): Map<string, string> {
  const keys = new Map<string, string>();
  for (const column of columns)
    for (const language of ['vi', 'en'] as const)
      headsOf(column, language).forEach((head, index) =>
        keys.set(plain(head), column.localized ? `${column.key}.${index === 0 ? 'vi' : 'en'}` : column.key),
      );
  return keys;
}

/** One filled row of a sheet. */
export class TableRow {
  private readonly cells: ReadonlyMap<number, RawCell>;
  private readonly table: ReadTable;
  readonly number: number;

  constructor(table: ReadTable, number: number, cells: ReadonlyMap<number, RawCell>) {
    this.table = table;
    this.number = number;
    this.cells = cells;
  }

  /** @param key of the physical column; '' gives the first column */
  ref(key = ''): CellRef {
    return this.table.ref(key, this.number);
  }

  raw(key: string): RawCell | undefined {
    const column = this.table.columns.get(key);
    const cell = column === undefined ? undefined : this.cells.get(column);
    return cell?.kind === 'text' && cell.value.trim() === '' ? undefined : cell;
  }

  has(column: Column): boolean {
    return column.localized
      ? this.raw(`${column.key}.vi`) !== undefined || this.raw(`${column.key}.en`) !== undefined
      : this.raw(column.key) !== undefined;
  }

  problem(key: string, code: ProblemCode, params?: Problem['params']): void {
    this.table.reading.problems.push(cellProblem(this.ref(key), code, params));
  }

  /** The value of one cell, read by a codec; undefined when it is empty or wrong. */
  value(key: string, codec: Codec): unknown {
    const cell = this.raw(key);
    if (!cell) return undefined;
    const read = readCell(codec, cell, this.table.reading.language);
    if (read.ok) return read.value;
    this.problem(key, read.code, read.params);
    return undefined;
  }

  text(key: string): string | undefined {
    return this.value(key, { kind: 'id' }) as string | undefined;
  }

  /** Reads a column into an object, under its own key or another one, and remembers where it came from. */
  into(object: Fields, column: Column, member = column.key): void {
    const { origins } = this.table.reading;
    if (!column.localized) {
      origins.add(object, member, this.ref(column.key));
      const value = this.value(column.key, column.codec);
      if (value !== undefined) setAt(object, member, value);
      return;
    }
    for (const part of ['vi', 'en'] as const) {
      origins.add(object, `${member}.${part}`, this.ref(`${column.key}.${part}`));
      const value = this.value(`${column.key}.${part}`, column.codec);
      if (value !== undefined) setAt(object, `${member}.${part}`, value);
    }
    origins.add(object, member, this.ref(`${column.key}.vi`));
  }

  /** A new object from the columns; the first column stands for the object itself. */
  object(columns: readonly Column[], rename: Readonly<Record<string, string>> = {}): Fields {
    const object: Fields = {};
    this.table.reading.origins.add(object, '', this.ref());
    for (const column of columns) this.into(object, column, rename[column.key] ?? column.key);
    return object;
  }

  /** Reports filled cells of columns that mean nothing in a row of this kind. */
  refuseOthers(used: ReadonlySet<string>): void {
    for (const column of this.table.table.columns)
      if (!used.has(column.key) && this.has(column))
        this.problem(column.localized ? `${column.key}.vi` : column.key, 'cell-unused');
  }
}

export class ReadTable {
  readonly columns = new Map<string, number>();
  readonly rows: TableRow[] = [];
  readonly table: Table;
  readonly reading: Reading;
  /** Name of the sheet. */
  readonly name: string;
  private readonly heads = new Map<string, string>();

  /** @param sheet undefined gives a table without rows */
  constructor(table: Table, sheet: RawSheet | undefined, reading: Reading) {
    this.table = table;
    this.reading = reading;
    this.name = sheet?.name ?? table.name[reading.language];
    if (!sheet) return;
    const { problems } = reading;
    for (const range of sheet.merges) problems.push({ path: [`${sheet.name}!${range}`], code: 'cell-merged' });
    const head = this.findHeads(sheet);
    if (head === null) {
      const first = headsOf(table.columns[0] as Column, reading.language)[0] ?? '';
      problems.push({ path: [sheet.name], code: 'column-missing', params: { name: first } });
      return;
    }
    for (const { number, cells } of sheet.rows)
      if (number > head && [...cells.values()].some((cell) => cell.kind !== 'text' || cell.value.trim() !== ''))
        this.addRow(number, cells);
  }

  private addRow(number: number, cells: ReadonlyMap<number, RawCell>): void {
    const row = new TableRow(this, number, cells);
    // Only the author's own columns are filled: nothing to read.
    if ([...this.columns.keys()].some((key) => row.raw(key) !== undefined)) this.rows.push(row);
  }

  /** @returns the number of the row of heads, or null */
  private findHeads(sheet: RawSheet): number | null {
    const keys = headKeys(this.table);
    const firstKey = keys.get(plain(headsOf(this.table.columns[0] as Column, 'vi')[0] ?? ''));
    for (const { number, cells } of sheet.rows.slice(0, HEAD_ROWS)) {
      const texts = [...cells].flatMap(([column, cell]) =>
        cell.kind === 'text' ? [[column, cell.value] as const] : [],
      );
      if (!texts.some(([, text]) => keys.get(plain(text)) === firstKey)) continue;
      for (const [column, text] of texts) this.addHead(keys, sheet.name, number, column, text);
      return number;
    }
    return null;
  }

  private addHead(keys: ReadonlyMap<string, string>, sheet: string, row: number, column: number, text: string): void {
    if (text.trim() === '' || text.trim().startsWith(OWN)) return;
    const key = keys.get(plain(text));
    const place = [`${sheet}!${columnName(column)}${row}`];
    if (key === undefined)
      this.reading.problems.push({ path: place, code: 'column-unknown', params: { name: text.trim().slice(0, 60) } });
    else if (this.columns.has(key))
      this.reading.problems.push({ path: place, code: 'column-twice', params: { name: text.trim() } });
    else {
      this.columns.set(key, column);
      this.heads.set(key, text.trim());
    }
  }

  ref(key: string, row: number): CellRef {
    const first = this.table.columns[0] as Column;
    const wanted = key === '' ? first.key : key;
    return {
      sheet: this.name,
      row,
      column: this.columns.get(wanted) ?? null,
      head: this.heads.get(wanted) ?? this.wordingOf(wanted),
    };
  }

  /** Head of a column that the sheet lacks. */
  private wordingOf(key: string): string {
    const column = this.table.columns.find((entry) => entry.key === key.replace(/\.(vi|en)$/, '') || entry.key === key);
    return column ? (headsOf(column, this.reading.language)[key.endsWith('.en') ? 1 : 0] ?? '') : '';
  }
}
