import { parseNumber } from '../../../domain/text/numbers.ts';
import type { Language } from '../../../domain/text/localized.ts';

/** A typed figure as exact decimal text; empty for nothing, null for what is no figure. */
export function readFigure(typed: string, language: Language): string | null {
  if (typed.trim() === '') return '';
  const number = parseNumber(typed, language);
  return number !== null && /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? number : null;
}

/** A figure that is not below zero, such as money. */
export function readAmount(typed: string, language: Language): string | null {
  const figure = readFigure(typed, language);
  return figure !== null && figure.startsWith('-') ? null : figure;
}

/** A whole number within bounds; null for anything else. */
export function readWhole(typed: string, least: number, most: number): number | null {
  const text = typed.trim();
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}
