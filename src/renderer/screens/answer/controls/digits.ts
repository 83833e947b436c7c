import type { KeyboardEvent } from 'react';
import { digitOf } from '../keys.ts';

/** A key that neither belongs to an input method nor is held together with others. */
export function isBare(event: KeyboardEvent): boolean {
  return !(event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
}

/**
 * Enter goes on to the next question, also from a typed field; not while an input method composes.
 * @returns was it that key?
 */
export function goesOn(event: KeyboardEvent, act: () => void): boolean {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return false;
  event.preventDefault();
  act();
  return true;
}

/**
 * The place of the option that a key chooses.
 * @param digits of the options, in their order
 * @returns -1 when it chooses none
 */
export function pickedAt(event: KeyboardEvent, digits: readonly string[]): number {
  const digit = digitOf(event.code);
  return digit === null ? -1 : digits.indexOf(digit);
}

/** The digits 1 to 9 by place; what comes after has none. */
export function digitsByPlace(count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index < 9 ? String(index + 1) : ''));
}
