import {
  DEFAULT_SETTINGS,
  DOCUMENT_LANGUAGES,
  MAX_PERSON,
  MODES,
  THEMES,
  type Settings,
} from '../contract/views/settings.ts';
import { LANGUAGES } from '../domain/text/localized.ts';
import { LAST_AT, readLast, readProblem } from './backup-notes.ts';
import type { Handlers } from './dispatch.ts';
import type { Ports } from './ports.ts';

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined, fallback: T): T =>
  allowed.find((candidate) => candidate === value) ?? fallback;

type Stored = ReadonlyMap<string, string>;

/** Reads the settings; a value that cannot be used falls back to its default alone, never all of them. */
export function readSettings(storage: Ports['storage']): Settings {
  return settingsOf(storage.settings.all(), storage);
}

function settingsOf(stored: Stored, storage: Ports['storage']): Settings {
  const zoom = Number(stored.get('zoom'));
  const flag = (key: 'welcomed' | 'digitKeys' | 'autoAdvance' | 'advanceOffered' | 'spellCheck'): boolean => {
    const value = stored.get(key);
    return value === 'true' || (value !== 'false' && DEFAULT_SETTINGS[key]);
  };
  const person = stored.get('person') ?? DEFAULT_SETTINGS.person;
  const organisationId = stored.get('organisationId');
  return {
    language: oneOf(LANGUAGES, stored.get('language'), DEFAULT_SETTINGS.language),
    theme: oneOf(THEMES, stored.get('theme'), DEFAULT_SETTINGS.theme),
    zoom: Number.isInteger(zoom) && zoom >= 80 && zoom <= 200 ? zoom : DEFAULT_SETTINGS.zoom,
    mode: oneOf(MODES, stored.get('mode'), DEFAULT_SETTINGS.mode),
    person: person.length <= MAX_PERSON ? person : DEFAULT_SETTINGS.person,
    welcomed: flag('welcomed'),
    digitKeys: flag('digitKeys'),
    autoAdvance: flag('autoAdvance'),
    advanceOffered: flag('advanceOffered'),
    spellCheck: flag('spellCheck'),
    documentLanguage: oneOf(DOCUMENT_LANGUAGES, stored.get('documentLanguage'), DEFAULT_SETTINGS.documentLanguage),
    organisationId: organisationId && storage.organisations.find(organisationId) ? organisationId : null,
  };
}

export function settingsHandlers(ports: Ports): Pick<Handlers, 'app.info' | 'settings.update'> {
  return {
    'app.info': () => {
      const stored = ports.storage.settings.all();
      return {
        ...ports.about,
        settings: settingsOf(stored, ports.storage),
        lastBackupAt: stored.get(LAST_AT) ?? null,
        lastBackup: readLast(stored),
        backupProblem: readProblem(stored),
        kinds: ports.reference.kinds,
        provinces: ports.reference.provinces,
      };
    },
    'settings.update': (input) => {
      ports.storage.transaction(() => {
        for (const [key, value] of Object.entries(input))
          if (value !== undefined) ports.storage.settings.set(key, value === null ? '' : String(value));
      });
      ports.emit({ type: 'settings.changed' });
      return readSettings(ports.storage);
    },
  };
}
