import { DEFAULT_SETTINGS, type Settings } from '../../../contract/views/settings.ts';

export const SECTIONS = ['general', 'input', 'organisation', 'output', 'data', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

/** What a section sets, and so what "reset this section" sets back. The name of the person is nobody's default. */
const SETS: Readonly<Record<Section, readonly (keyof Settings)[]>> = {
  general: ['language', 'theme', 'zoom', 'mode'],
  input: ['digitKeys', 'autoAdvance', 'spellCheck'],
  organisation: [],
  output: ['documentLanguage'],
  data: [],
  about: [],
};

/** The section of an address; the first one when there is none of that name. */
export function sectionOf(name: string | undefined): Section {
  return SECTIONS.find((section) => section === name) ?? 'general';
}

/** Can this section be set back? */
export function canReset(section: Section): boolean {
  return SETS[section].length > 0;
}

/** The defaults of a section. */
export function defaultsOf(section: Section): Partial<Settings> {
  return Object.fromEntries(SETS[section].map((key) => [key, DEFAULT_SETTINGS[key]]));
}
