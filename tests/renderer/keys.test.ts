import { describe, expect, it } from 'vitest';
import { answerKeyOf, digitOf } from '../../src/renderer/screens/answer/keys.ts';

type Press = Parameters<typeof answerKeyOf>[0];
const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  ...more,
});

const PLAIN = {
  PageDown: 'next',
  PageUp: 'previous',
  F2: 'jump',
  F3: 'use-previous',
  F4: 'flag',
  F6: 'region-next',
  F7: 'next-unanswered',
  F8: 'not-applicable',
  F9: 'evidence',
} as const;

describe('keys of the answer screen', () => {
  it.each(Object.entries(PLAIN))('%s asks for %s, also out of a text field', (code, key) => {
    expect(answerKeyOf(press(code), false)).toBe(key);
    expect(answerKeyOf(press(code), true)).toBe(key);
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      expect(answerKeyOf(press(code, more), false)).toBeNull();
  });

  it('go to the region before with Shift, and to the note with Alt', () => {
    expect(answerKeyOf(press('F6', { shiftKey: true }), false)).toBe('region-previous');
    expect(answerKeyOf(press('F2', { shiftKey: true }), false)).toBeNull();
    expect(answerKeyOf(press('KeyG', { altKey: true }), true)).toBe('note');
    expect(answerKeyOf(press('KeyG', { altKey: true, shiftKey: true }), false)).toBeNull();
  });

  it('save anywhere, and leave undo to a text field that has the focus', () => {
    const ctrl = (code: string, typing: boolean) => answerKeyOf(press(code, { ctrlKey: true }), typing);
    expect(['KeyS', 'KeyZ', 'KeyY'].map((code) => ctrl(code, false))).toEqual(['save', 'undo', 'redo']);
    expect(['KeyS', 'KeyZ', 'KeyY'].map((code) => ctrl(code, true))).toEqual(['save', null, null]);
  });

  it('take nothing that an input method wants', () => {
    for (const code of ['KeyA', 'KeyZ', 'KeyG', 'Digit1', 'Numpad1', 'Backspace', 'Space', 'Enter', 'ArrowDown'])
      expect(answerKeyOf(press(code), false), code).toBeNull();
    for (const code of ['KeyS', 'KeyZ', 'KeyY', 'F6', 'ShiftLeft'])
      expect(answerKeyOf(press(code, { ctrlKey: true, shiftKey: true }), false), code).toBeNull();
    // AltGr is Ctrl+Alt.
    expect(answerKeyOf(press('KeyS', { ctrlKey: true, altKey: true }), false)).toBeNull();
    for (const code of [...Object.keys(PLAIN), 'KeyS'])
      expect(answerKeyOf(press(code, { isComposing: true, ctrlKey: code === 'KeyS' }), true), code).toBeNull();
  });
});

describe('digits', () => {
  it('are told by their place on the keyboard', () => {
    expect(['Digit0', 'Digit5', 'Numpad9'].map(digitOf)).toEqual(['0', '5', '9']);
    for (const code of ['KeyD', 'F1', 'Digit', 'NumpadEnter', 'Digit12', 'xDigit1', '1', ''])
      expect(digitOf(code)).toBeNull();
  });
});
