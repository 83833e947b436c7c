/** What a person can set, and what holds while nothing has been set. No zod: the page reads these values too. */
import type { Language } from '../../domain/text/localized.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/**
 * What the person is here for. It decides what is shown and is no security boundary: whoever uses this account of the
 * computer may choose any of them.
 */
export const MODES = ['unit', 'appraiser', 'trainer', 'author'] as const;
export type Mode = (typeof MODES)[number];

/** screen: documents come in the language on screen. */
export const DOCUMENT_LANGUAGES = ['screen', 'vi', 'en'] as const;

export const MAX_PERSON = 100;

export interface Settings {
  readonly language: Language;
  readonly theme: (typeof THEMES)[number];
  /** Percent, 80 to 200. */
  readonly zoom: number;
  readonly mode: Mode;
  /** Name under which changes are recorded; empty while nobody has given one. */
  readonly person: string;
  /** The first run was answered or skipped. */
  readonly welcomed: boolean;
  /** Digits 1-5 answer a ladder question. */
  readonly digitKeys: boolean;
  /** Go to the next question after a digit. */
  readonly autoAdvance: boolean;
  /** It has been offered, before the first answer; it is not offered twice. */
  readonly advanceOffered: boolean;
  /** The browser checks the spelling of notes and explanations; the desktop program carries no dictionary. */
  readonly spellCheck: boolean;
  /** Language of exported documents. */
  readonly documentLanguage: (typeof DOCUMENT_LANGUAGES)[number];
  /** The organisation that the home screen shows; null before the first one exists. */
  readonly organisationId: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'vi',
  theme: 'system',
  zoom: 100,
  mode: 'unit',
  person: '',
  welcomed: false,
  digitKeys: true,
  autoAdvance: false,
  advanceOffered: false,
  spellCheck: false,
  documentLanguage: 'screen',
  organisationId: null,
};
