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
  extension: 'xlsx' | 'pdf',
): string {
  const unit = part(organisation) || 'don-vi';
  return `${unit}_${part(questionnaireId)}_${PERIOD_PARTS[period.kind](period)}.${extension}`;
}
