/** The digit of a key by its place on the keyboard: an input method may turn the key itself into a letter. */
export function digitOf(code: string): string | null {
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null;
}

export type AnswerKey =
  | 'next'
  | 'previous'
  | 'jump'
  | 'use-previous'
  | 'flag'
  | 'region-next'
  | 'region-previous'
  | 'next-unanswered'
  | 'not-applicable'
  | 'evidence'
  | 'note'
  | 'save'
  | 'undo'
  | 'redo';

interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

const PLAIN: Readonly<Record<string, AnswerKey>> = {
  PageDown: 'next',
  PageUp: 'previous',
  F2: 'jump',
  F3: 'use-previous',
  F4: 'flag',
  F6: 'region-next',
  F7: 'next-unanswered',
  F8: 'not-applicable',
  F9: 'evidence',
};
const WITH_CTRL: Readonly<Record<string, AnswerKey>> = { KeyS: 'save', KeyZ: 'undo', KeyY: 'redo' };

/**
 * What a key asks for while questions are answered. Ctrl+Shift, plain letters and Backspace belong to input methods and
 * are never used; nothing is taken from a running composition.
 * @param typing the focus is in a text field, whose own undo comes first
 */
export function answerKeyOf(press: KeyPress, typing: boolean): AnswerKey | null {
  if (press.isComposing || press.metaKey) return null;
  if (press.ctrlKey) {
    if (press.altKey || press.shiftKey) return null;
    const act = WITH_CTRL[press.code] ?? null;
    return typing && act !== 'save' ? null : act;
  }
  if (press.altKey) return press.code === 'KeyG' && !press.shiftKey ? 'note' : null;
  if (press.shiftKey) return press.code === 'F6' ? 'region-previous' : null;
  return PLAIN[press.code] ?? null;
}
