import type { Language } from './localized.ts';

export type CsvValue = string | number | null;

const MARK = '\uFEFF';
/** A spreadsheet would take such a text for a formula; a leading apostrophe keeps it a text. */
const FORMULA = /^[=+\-@\t\r|%]/;

function field(value: CsvValue, decimal: ',' | '.'): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  const text = FORMULA.test(value) && value !== '-' ? `'${value}` : value;
  return /[";\r\n]/.test(text) || text.startsWith("'") ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * UTF-8 with byte order mark, semicolons, CRLF, decimal comma in Vietnamese and point in English: what Excel with that
 * language opens by a double click.
 */
export function csvText(rows: readonly (readonly CsvValue[])[], language: Language): string {
  const decimal = language === 'vi' ? ',' : '.';
  return `${MARK}${rows.map((cells) => cells.map((value) => field(value, decimal)).join(';')).join('\r\n')}\r\n`;
}
