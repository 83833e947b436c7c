import type { AnswerValue } from '../../../../domain/assessment/answer.ts';
import { compare, exact, readDecimal } from '../../../../domain/exact/exact.ts';
import { cellsOf, checkValue } from '../../../../domain/items/registry.ts';
import type { Item } from '../../../../domain/questionnaire/types.ts';
import type { Language } from '../../../../domain/text/localized.ts';
import { formatNumber, parseNumber } from '../../../../domain/text/numbers.ts';
import type { Words } from '../../../i18n/index.ts';

/** What a field for a figure holds: nothing, a readable figure, or text that is none. */
export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string };

export function readTyped(t: Words, typed: string, language: Language): Typed {
  if (typed.trim() === '') return { kind: 'empty' };
  const text = parseNumber(typed, language);
  if (text === null) {
    const digits = typed.replace(/\D/g, '').length;
    return { kind: 'wrong', message: t(digits > 15 ? 'answer.number-digits' : 'answer.number-wrong') };
  }
  if (readDecimal(text) === null) return { kind: 'wrong', message: t('answer.number-digits') };
  return { kind: 'figure', text };
}

/** A stored figure as it is put into a field. */
export function figureText(stored: string, language: Language): string {
  return formatNumber(exact(stored), language, 6);
}

/** The bounds of a figure: those that its field is given, or where its points begin. */
export function boundsOf(item: Item): { readonly min: string | null; readonly max: string | null } {
  if (item.type === 'number') {
    const from = item.score.kind === 'bands' ? item.score.table.from : null;
    return { min: item.min ?? from, max: item.max ?? null };
  }
  const input = cellsOf(item)[0]?.input;
  return input?.kind === 'number' ? { min: input.min, max: input.max } : { min: null, max: null };
}

/** The bounds in words; undefined where there are none. */
export function rangeText(t: Words, item: Item, language: Language): string | undefined {
  const { min, max } = boundsOf(item);
  if (min !== null && max !== null)
    return t('answer.number-range', { min: figureText(min, language), max: figureText(max, language) });
  if (min !== null) return t('answer.number-from', { min: figureText(min, language) });
  if (max !== null) return t('answer.number-to', { max: figureText(max, language) });
  return undefined;
}

/** The first thing wrong with an entered value, as a sentence; null when it can be stored. */
export function valueProblem(t: Words, item: Item, value: AnswerValue, language: Language): string | null {
  const [problem] = checkValue(item, value);
  if (!problem) return null;
  switch (problem.code) {
    case 'negative':
      return t('answer.ratio-negative');
    case 'numerator-exceeds':
      return t('answer.ratio-exceeds');
    case 'out-of-range': {
      if (value.kind !== 'number') return t('answer.number-wrong');
      const { min, max } = boundsOf(item);
      if (min !== null && compare(exact(value.number), exact(min)) < 0)
        return t('answer.number-low', { min: figureText(min, language) });
      return t('answer.number-high', { max: figureText(max ?? value.number, language) });
    }
    default:
      return t('answer.number-wrong');
  }
}
