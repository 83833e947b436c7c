import { foldText } from '../text/normalize.ts';
import type { Period } from './period.ts';

/** At most this many characters of one part, so that the whole path stays below Windows' limit. */
const MAX_PART = 40;

const part = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_PART)
    .replace(/-+$/, '');

const PERIOD_PARTS: Record<Period['kind'], (period: Period) => string> = {
  month: ({ year, number }) => `${year}-t${String(number).padStart(2, '0')}`,
  quarter: ({ year, number }) => `${year}-q${number}`,
  half: ({ year, number }) => `${year}-6t${number}`,
  'nine-months': ({ year }) => `${year}-9t`,
  year: ({ year }) => String(year),
  once: ({ year, number }) => `${year}-lan${number}`,
};

/**
 * Name of an exported file: unit, questionnaire and period in plain ASCII, because names with marks break on some
 * e-mail systems and USB sticks. "ubnd-xa-truong-dong_gov-maturity-5_2025.xlsx"
 */
export function exportFileName(
  organisation: string,
  questionnaireId: string,
  period: Period,
  extension: string,
): string {
  const unit = part(organisation) || 'don-vi';
  return `${unit}_${part(questionnaireId)}_${PERIOD_PARTS[period.kind](period)}.${extension}`;
}

/** Name of a blank form: "phieu-trong_gov-maturity-5_1-0-0.pdf". */
export function blankFileName(questionnaireId: string, version: string): string {
  return `phieu-trong_${part(questionnaireId)}_${part(version)}.pdf`;
}

/**
 * Name of a file that is handed in for the how-manieth time: "ubnd-xa-truong-dong_gov-maturity-5_2025_r2.xlsx". It has
 * at most 105 characters, always an underscore, and so is never a name that Windows keeps for devices.
 */
export function handOverFileName(
  organisation: string,
  questionnaireId: string,
  period: Period,
  number: number,
  extension: string,
): string {
  const plain = exportFileName(organisation, questionnaireId, period, extension);
  return plain.replace(/\.[a-z]+$/, (ending) => `_r${number}${ending}`);
}

/** Name of a participant's file in the folder of the class: "lop-7k4q_007_sme-quick_2026.xlsx". */
export function classFileName(code: string, number: number, questionnaireId: string, year: number): string {
  const place = String(number).padStart(3, '0');
  return `lop-${part(code) || 'x'}_${place}_${part(questionnaireId)}_${year}.xlsx`;
}
