/** How a cell becomes a value of the definition and back. */
import { exact, reduce, toDecimal } from '../exact/exact.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { legacyEncoding } from '../text/legacy-encoding.ts';
import type { Language } from '../text/localized.ts';
import type { CellValue, RawCell } from './cells.ts';
import { keywordOf, wordOf, wordsOf, type WordSet } from './words.ts';

export type Codec =
  | { readonly kind: 'text' | 'id' | 'ids' | 'decimal' | 'int' | 'day' | 'flag' | 'only-yes' }
  | { readonly kind: 'word' | 'words'; readonly set: WordSet }
  /** A word of the list, or another word followed by a number or an id: {"meanFrom": 80}, {"copy": "plan"}. */
  | {
      readonly kind: 'word-or';
      readonly set: WordSet;
      readonly other: WordSet;
      readonly key: string;
      readonly number?: true;
    };

export type CellReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ProblemCode; readonly params?: Problem['params'] };

const value = (found: unknown): CellReading => ({ ok: true, value: found });
const refuse = (code: ProblemCode, params: Problem['params'] = {}): CellReading => ({ ok: false, code, params });
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Spreadsheets keep 15 digits; more would be noise of the binary form. */
function shownNumber(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e-') ? number.toFixed(15).replace(/0+$/, '') : text;
}

/** Reads number text: one decimal mark, or a fraction. Text that could mean thousands as well is refused. */
function readDecimalText(text: string): CellReading {
  const compact = text.replace(/[\s\u00A0]/g, '');
  if (/^[+-]?\d+\/\d+$/.test(compact)) return value(compact);
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(compact)) return refuse('cell-number-unclear', { value: short(text) });
  if (/^[+-]?\d+([.,]\d+)?$/.test(compact)) return value(compact.replace(',', '.'));
  return refuse('not-a-number', { value: short(text) });
}

function readDecimalCell(cell: RawCell): CellReading {
  if (cell.kind === 'text') return readDecimalText(cell.value);
  if (cell.kind !== 'number') return refuse('not-a-number', { value: String(cell.value) });
  const number = shownNumber(cell.value);
  if (cell.percent)
    return refuse('cell-percent', { value: shownNumber(cell.value * 100), shown: `${shownNumber(cell.value * 100)}%` });
  // Written out where JavaScript would fall back to an exponent.
  return value(String(Number(number)) === number ? Number(number) : number);
}

function readDay(cell: RawCell): CellReading {
  if (cell.kind === 'date') return value(cell.value);
  const text = cell.kind === 'number' ? shownNumber(cell.value) : String(cell.value).trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (day && month && year) return value(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? value(text) : refuse('not-a-date', { value: short(text) });
}

const textOf = (cell: RawCell): string => (cell.kind === 'number' ? shownNumber(cell.value) : String(cell.value));

function readWord(set: WordSet, text: string, language: Language): CellReading {
  const keyword = keywordOf(set, text);
  if (keyword !== null) return value(keyword);
  return refuse('cell-word', { value: short(text), known: wordsOf(set, language).join(', ') });
}

const splitList = (text: string): string[] =>
  text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Reads one filled cell.
 * @returns the value for the definition, or what is wrong with the cell
 */
export function readCell(codec: Codec, cell: RawCell, language: Language): CellReading {
  if (cell.kind === 'error') return refuse('cell-error', { value: cell.value });
  if (cell.kind === 'text') {
    const legacy = legacyEncoding(cell.value, cell.font);
    if (legacy) return refuse('cell-legacy', { name: legacy === 'vni' ? 'VNI' : 'TCVN3 (ABC)' });
  }
  if (codec.kind === 'day') return readDay(cell);
  // A code such as 1.2 or a fraction such as 1/2 that the spreadsheet program took for a day is lost.
  if (cell.kind === 'date') return refuse('cell-date', { value: cell.value });
  const text = textOf(cell).trim();
  switch (codec.kind) {
    case 'text':
    case 'id':
      return value(cell.kind === 'boolean' ? wordOf('flag', String(cell.value), language) : text);
    case 'ids':
      return value(splitList(text));
    case 'decimal':
      return readDecimalCell(cell);
    case 'int': {
      const read = readDecimalCell(cell);
      if (!read.ok) return read;
      const number = Number(read.value);
      return Number.isSafeInteger(number) ? value(number) : refuse('cell-whole', { value: short(text) });
    }
    case 'flag':
    case 'only-yes': {
      const read = /^x$/i.test(text) ? value('true') : readWord('flag', text, language);
      if (!read.ok) return read;
      return value(read.value === 'true' ? true : codec.kind === 'flag' ? false : undefined);
    }
    case 'word':
      return readWord(codec.set, text, language);
    case 'words': {
      const reads = splitList(text).map((part) => readWord(codec.set, part, language));
      return reads.find((read) => !read.ok) ?? value(reads.map((read) => (read.ok ? read.value : null)));
    }
    case 'word-or':
      return readWordOr(codec, text, language);
  }
}

function readWordOr(codec: Extract<Codec, { kind: 'word-or' }>, text: string, language: Language): CellReading {
  const cut = text.lastIndexOf(' ');
  const argument = text.slice(cut + 1);
  if (cut > 0 && keywordOf(codec.other, text.slice(0, cut)) !== null) {
    const read = codec.number ? readDecimalText(argument.replace(/%$/, '')) : value(argument);
    return read.ok ? value({ [codec.key]: read.value }) : read;
  }
  const keyword = keywordOf(codec.set, text);
  if (keyword !== null) return value(keyword);
  const known = [...wordsOf(codec.set, language), `${wordOf(codec.other, codec.key, language)} …`].join(', ');
  return refuse('cell-word', { value: short(text), known });
}

/** Decimals beyond this are written as a fraction. */
const MOST_DECIMALS = 15;

/** Canonical number text ("5/2", "1/3") as a number where the digits fit a spreadsheet cell, else as text. */
export function decimalCell(source: string | number): CellValue {
  const number = exact(source);
  const { n, d } = reduce(number);
  let decimals = 0;
  while (decimals < MOST_DECIMALS && (n * 10n ** BigInt(decimals)) % d !== 0n) decimals += 1;
  if ((n * 10n ** BigInt(decimals)) % d !== 0n) return `${n}/${d}`;
  const text = toDecimal(number, decimals);
  const fits = text.replace(/^-?0*\.?0*|\./g, '').length <= 15 && !String(Number(text)).includes('e');
  return fits ? Number(text) : text;
}

/** Writes one value; undefined leaves the cell empty. */
export function writeCell(codec: Codec, found: unknown, language: Language): CellValue {
  if (found === undefined || found === null) return null;
  switch (codec.kind) {
    case 'decimal':
      return decimalCell(found as string);
    case 'int':
      return found as number;
    case 'flag':
    case 'only-yes':
      return wordOf('flag', found === true ? 'true' : 'false', language);
    case 'ids':
      return (found as string[]).join('; ');
    case 'word':
      return wordOf(codec.set, found as string, language);
    case 'words':
      return (found as string[]).map((entry) => wordOf(codec.set, entry, language)).join('; ');
    case 'word-or': {
      if (typeof found === 'string') return wordOf(codec.set, found, language);
      const argument = (found as Record<string, string>)[codec.key] ?? '';
      return `${wordOf(codec.other, codec.key, language)} ${codec.number ? decimalCell(argument) : argument}`;
    }
    case 'text':
    case 'id':
    case 'day':
      return found as string;
  }
}
