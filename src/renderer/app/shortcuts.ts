import type { MenuAction } from '../../contract/surface.ts';
import type { AnswerKey } from '../screens/answer/keys.ts';

/** One press: a place on the keyboard (`KeyboardEvent.code`) and what is held down with it. */
export interface Chord {
  readonly code: string;
  readonly ctrl?: true;
  readonly alt?: true;
  readonly shift?: true;
}

export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** What a key does on every screen: entries of the menu, and the search field of the screen. */
export type GlobalAction = Extract<
  MenuAction,
  'help' | 'shortcuts' | 'projector' | 'open' | 'print' | 'zoom-in' | 'zoom-out' | 'zoom-reset'
>;

export const SHORTCUT_PLACES = ['everywhere', 'answer', 'ladder', 'entry', 'plan', 'search', 'projector'] as const;
type Place = (typeof SHORTCUT_PLACES)[number];

interface Row {
  /** Names the sentence: `shortcut.<id>`. */
  readonly id: string;
  readonly chords: readonly Chord[];
  /** Acts through the menu's actions. */
  readonly action?: GlobalAction;
  /** Asked for on the answer screen, one for each chord. */
  readonly answer?: readonly AnswerKey[];
}

const ctrl = (code: string): Chord => ({ code, ctrl: true });
const plain = (...codes: readonly string[]): Chord[] => codes.map((code) => ({ code }));

/**
 * Every key of the program. The keys of all screens act from here; those of the answer screen are held against its own
 * table by a test. Nothing lies on Ctrl+Shift, plain letters or Backspace: Vietnamese input methods use them.
 */
const TABLE = {
  everywhere: [
    { id: 'help', chords: plain('F1'), action: 'help' },
    { id: 'shortcuts', chords: [ctrl('Slash')], action: 'shortcuts' },
    { id: 'projector', chords: plain('F11'), action: 'projector' },
    { id: 'open', chords: [ctrl('KeyO')], action: 'open' },
    { id: 'print', chords: [ctrl('KeyP')], action: 'print' },
    { id: 'zoom-in', chords: [ctrl('Equal'), ctrl('NumpadAdd')], action: 'zoom-in' },
    { id: 'zoom-out', chords: [ctrl('Minus'), ctrl('NumpadSubtract')], action: 'zoom-out' },
    { id: 'zoom-reset', chords: [ctrl('Digit0'), ctrl('Numpad0')], action: 'zoom-reset' },
  ],
  answer: [
    { id: 'page', chords: plain('PageDown', 'PageUp'), answer: ['next', 'previous'] },
    { id: 'jump', chords: plain('F2'), answer: ['jump'] },
    { id: 'use-previous', chords: plain('F3'), answer: ['use-previous'] },
    { id: 'flag', chords: plain('F4'), answer: ['flag'] },
    {
      id: 'region',
      chords: [{ code: 'F6' }, { code: 'F6', shift: true }],
      answer: ['region-next', 'region-previous'],
    },
    { id: 'next-unanswered', chords: plain('F7'), answer: ['next-unanswered'] },
    { id: 'not-applicable', chords: plain('F8'), answer: ['not-applicable'] },
    { id: 'evidence', chords: plain('F9'), answer: ['evidence'] },
    { id: 'note', chords: [{ code: 'KeyG', alt: true }], answer: ['note'] },
    { id: 'undo', chords: [ctrl('KeyZ'), ctrl('KeyY')], answer: ['undo', 'redo'] },
    { id: 'save', chords: [ctrl('KeyS')], answer: ['save'] },
  ],
  ladder: [
    { id: 'digits', chords: [] },
    { id: 'arrows', chords: plain('ArrowUp', 'ArrowDown') },
    { id: 'enter', chords: plain('Enter') },
  ],
  entry: [
    { id: 'entry-step', chords: [{ code: 'Enter' }, { code: 'Enter', shift: true }] },
    { id: 'entry-arrows', chords: plain('ArrowDown', 'ArrowUp') },
  ],
  plan: [
    {
      id: 'task-move',
      chords: [
        { code: 'ArrowUp', alt: true },
        { code: 'ArrowDown', alt: true },
      ],
    },
  ],
  search: [{ id: 'search', chords: [ctrl('KeyF')] }],
  projector: [
    { id: 'slide', chords: plain('PageDown', 'PageUp') },
    { id: 'leave', chords: plain('Escape') },
  ],
} as const satisfies Record<Place, readonly Row[]>;

export const SHORTCUTS: Readonly<Record<Place, readonly (Row & { readonly id: ShortcutId })[]>> = TABLE;
export type ShortcutId = (typeof TABLE)[Place][number]['id'];

/** Is exactly this pressed? Nothing is taken from a running composition. */
export function isPressed(chord: Chord, press: KeyPress): boolean {
  return (
    !press.isComposing &&
    !press.metaKey &&
    press.code === chord.code &&
    press.ctrlKey === (chord.ctrl ?? false) &&
    press.altKey === (chord.alt ?? false) &&
    press.shiftKey === (chord.shift ?? false)
  );
}

/** What a press asks for on every screen; null when it is not one of those keys. */
export function globalActionOf(press: KeyPress): GlobalAction | null {
  const row = TABLE.everywhere.find(({ chords }) => chords.some((chord) => isPressed(chord, press)));
  return row?.action ?? null;
}

/** Is a key of this row pressed? */
export function asksFor(place: Place, id: ShortcutId, press: KeyPress): boolean {
  return SHORTCUTS[place].some((row) => row.id === id && row.chords.some((chord) => isPressed(chord, press)));
}

const NAMES: Readonly<Record<string, string>> = {
  Equal: '+',
  Minus: '−',
  Slash: '/',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** How a chord is written: "Ctrl+Z", "Shift+F6", and "Ctrl +" for the plus itself. */
export function chordText({ code, ctrl: control, alt, shift }: Chord): string {
  const key = NAMES[code] ?? code.replace(/^(Key|Digit)/, '');
  const held = [control && 'Ctrl', alt && 'Alt', shift && 'Shift'].filter(Boolean);
  return /^[+−]$/.test(key) ? `${held.join('+')} ${key}` : [...held, key].join('+');
}

/** How the keys of a row are written; those of the number pad say the same twice and are left out. */
export function chordTexts({ chords }: Pick<Row, 'chords'>): string[] {
  return chords.filter(({ code }) => !code.startsWith('Numpad')).map(chordText);
}
