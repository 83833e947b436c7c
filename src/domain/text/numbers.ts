import { toDecimal, type Exact } from '../exact/exact.ts';
import type { Language } from './localized.ts';

/** Decimal and group marks by language: Vietnamese 1.234,56 and English 1,234.56. */
const MARKS: Record<Language, { decimal: string; group: string }> = {
  vi: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
};

/**
 * A number for people, rounded half up once.
 * @param decimals digits after the mark
 * @param options.fixed keep trailing zeros ("12,50"); otherwise they are dropped ("12,5")
 */
export function formatNumber(
  value: Exact,
  language: Language,
  decimals = 2,
  options: { fixed?: boolean } = {},
): string {
  const [whole = '0', fraction = ''] = toDecimal(value, decimals).split('.');
  const marks = MARKS[language];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, marks.group);
  const kept = options.fixed ? fraction : fraction.replace(/0+$/, '');
  return kept === '' ? grouped : `${grouped}${marks.decimal}${kept}`;
}

/** A percentage with its sign and no space, as administrative Vietnamese writes it: "45,2%". */
export function formatPercent(value: Exact, language: Language, decimals = 1): string {
  return `${formatNumber(value, language, decimals)}%`;
}

/**
 * Reads a number that a person typed. In Vietnamese "1.234" is one thousand two hundred and thirty-four and "18,5" has
 * a decimal comma; a single point that cannot part thousands ("0.5", "12.25", "0.125") is taken as a decimal point.
 * @returns decimal text with a point ("1234.5"), or null when it is not a number
 */
export function parseNumber(typed: string, language: Language): string | null {
  const compact = typed.replace(/[\s\u00A0]/g, '');
  const { decimal, group } = MARKS[language];
  const g = `\\${group}`;
  const c = `\\${decimal}`;
  const grouped = new RegExp(`^-?[1-9]\\d{0,2}(${g}\\d{3})+(${c}\\d+)?$`);
  const plain = new RegExp(`^-?\\d+(${c}\\d+)?$`);
  let text: string | null = null;
  if (grouped.test(compact) || plain.test(compact)) {
    text = compact.replaceAll(group, '').replace(decimal, '.');
  } else if (language === 'vi' && /^-?\d+\.\d+$/.test(compact)) {
    text = compact;
  }
  return text === null || text.replace(/\D/g, '').length > 15 ? null : text;
}
