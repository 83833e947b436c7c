import { describe, expect, it } from 'vitest';
import { MENU_ACTIONS } from '../../src/contract/surface.ts';
import { LANGUAGES } from '../../src/domain/text/localized.ts';
import { menuTemplate } from '../../src/main/menu.ts';
import { hostWords } from '../../src/main/words/index.ts';
import {
  asksFor,
  chordText,
  chordTexts,
  globalActionOf,
  SHORTCUT_PLACES,
  SHORTCUTS,
  type Chord,
  type KeyPress,
} from '../../src/renderer/app/shortcuts.ts';
import { en } from '../../src/renderer/i18n/en/index.ts';
import { vi } from '../../src/renderer/i18n/vi/index.ts';
import { answerKeyOf } from '../../src/renderer/screens/answer/keys.ts';

function press(chord: Chord, more: Partial<KeyPress> = {}): KeyPress {
  return {
    code: chord.code,
    ctrlKey: chord.ctrl ?? false,
    altKey: chord.alt ?? false,
    shiftKey: chord.shift ?? false,
    metaKey: false,
    isComposing: false,
    ...more,
  };
}
const ROWS = SHORTCUT_PLACES.flatMap((place) => SHORTCUTS[place].map((row) => ({ place, ...row })));
const CODES = [
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`),
  ...['PageDown', 'PageUp', 'Home', 'End', 'Slash', 'Equal', 'Minus', 'Space', 'Backspace', 'Delete', 'Insert'],
];

describe('the table of keys', () => {
  it('names every row once, in both languages', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
    for (const { id } of ROWS) {
      expect(vi[`shortcut.${id}`], id).toBeTruthy();
      expect(en[`shortcut.${id}`], id).toBeTruthy();
    }
  });

  it('takes nothing that an input method wants', () => {
    for (const { chords, id } of ROWS)
      for (const { code, ctrl, alt, shift } of chords) {
        expect(ctrl && shift, id).toBeFalsy();
        expect(code, id).not.toMatch(/Backspace|Space/);
        if (/^(Key|Digit|Numpad|Slash|Equal|Minus)/.test(code)) expect(ctrl ?? alt, id).toBe(true);
        expect(code === 'KeyZ' && alt, id).toBeFalsy();
      }
  });

  it('is what acts on every screen', () => {
    for (const { chords, action, id } of SHORTCUTS.everywhere)
      for (const chord of chords) {
        expect(globalActionOf(press(chord)), id).toBe(action);
        expect(MENU_ACTIONS).toContain(action);
        for (const more of [{ isComposing: true }, { metaKey: true }, { altKey: !chord.alt }, { shiftKey: true }])
          expect(globalActionOf(press(chord, more)), id).toBeNull();
      }
  });

  it('is what acts on the answer screen', () => {
    for (const { chords, answer, id } of SHORTCUTS.answer) {
      expect(answer, id).toHaveLength(chords.length);
      chords.forEach((chord, index) => expect(answerKeyOf(press(chord), false), id).toBe(answer?.[index]));
    }
  });

  it('forgets no key of the answer screen', () => {
    const listed = new Set(SHORTCUTS.answer.flatMap(({ answer }) => answer ?? []));
    for (const code of CODES)
      for (const held of [{}, { ctrl: true }, { alt: true }, { shift: true }] as const) {
        const key = answerKeyOf(press({ code, ...held }), false);
        if (key !== null) expect(listed, `${code} ${JSON.stringify(held)}`).toContain(key);
      }
  });

  it('has no key that two things of one screen want', () => {
    const answering = [...SHORTCUTS.everywhere, ...SHORTCUTS.answer, ...SHORTCUTS.ladder, ...SHORTCUTS.search];
    const all = answering.flatMap(({ chords }) => chords.map((chord) => JSON.stringify(press(chord))));
    expect(new Set(all).size).toBe(all.length);
  });

  it('is written as people read it', () => {
    expect(chordText({ code: 'KeyZ', ctrl: true })).toBe('Ctrl+Z');
    expect(chordText({ code: 'F6', shift: true })).toBe('Shift+F6');
    expect(chordText({ code: 'Equal', ctrl: true })).toBe('Ctrl +');
    expect(chordText({ code: 'Slash', ctrl: true })).toBe('Ctrl+/');
    expect(SHORTCUTS.everywhere.map(chordTexts).flat()).toContain('Ctrl −');
    expect(SHORTCUTS.everywhere.map(chordTexts).flat().join(' ')).not.toContain('Numpad');
  });

  it('leaves the projector by Esc and steps by the keys of a remote control', () => {
    expect(asksFor('projector', 'leave', press({ code: 'Escape' }))).toBe(true);
    expect(asksFor('projector', 'slide', press({ code: 'PageDown' }))).toBe(true);
    expect(asksFor('projector', 'slide', press({ code: 'PageDown' }, { ctrlKey: true }))).toBe(false);
  });

  it.each(LANGUAGES)('is what the menu shows beside its entries in %s', (language) => {
    const shown = new Map<string, string>();
    const commands = {
      act: (action: string) => void shown.set(action, current),
      openDataFolder: () => undefined,
    };
    let current = '';
    for (const { submenu } of menuTemplate(hostWords(language), commands, 'win32'))
      for (const item of Array.isArray(submenu) ? submenu : []) {
        current = item.accelerator ?? '';
        if (item.role === undefined) item.click?.({} as never, undefined, {});
      }
    const written = (chord: Chord): string =>
      chordText(chord)
        .replace(/^Ctrl[+ ]/, 'CmdOrCtrl+')
        .replace(/\+\+$/, '+Plus')
        .replace('−', '-');
    for (const { action, chords } of SHORTCUTS.everywhere)
      expect(action && shown.get(action), action).toBe(chords[0] && written(chords[0]));
  });
});
