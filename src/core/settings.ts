import { THEMES, type Settings } from '../contract/views.ts';
import { LANGUAGES } from '../domain/text/localized.ts';
import type { Handlers } from './dispatch.ts';
import type { Ports } from './ports.ts';

export const DEFAULT_SETTINGS: Settings = {
  language: 'vi',
  theme: 'system',
  zoom: 100,
  digitKeys: true,
  autoAdvance: false,
  organisationId: null,
};

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined, fallback: T): T =>
  allowed.find((candidate) => candidate === value) ?? fallback;

/** Reads the settings; a value that cannot be used falls back to its default alone, never all of them. */
export function readSettings(storage: Ports['storage']): Settings {
  const stored = storage.settings.all();
  const zoom = Number(stored.get('zoom'));
  const flag = (key: 'digitKeys' | 'autoAdvance'): boolean => {
    const value = stored.get(key);
    return value === 'true' || (value !== 'false' && DEFAULT_SETTINGS[key]);
  };
  const organisationId = stored.get('organisationId');
  return {
    language: oneOf(LANGUAGES, stored.get('language'), DEFAULT_SETTINGS.language),
    theme: oneOf(THEMES, stored.get('theme'), DEFAULT_SETTINGS.theme),
    zoom: Number.isInteger(zoom) && zoom >= 80 && zoom <= 200 ? zoom : DEFAULT_SETTINGS.zoom,
    digitKeys: flag('digitKeys'),
    autoAdvance: flag('autoAdvance'),
    organisationId: organisationId && storage.organisations.find(organisationId) ? organisationId : null,
  };
}

export function settingsHandlers(ports: Ports): Pick<Handlers, 'app.info' | 'settings.update'> {
  return {
    'app.info': () => ({ ...ports.about, settings: readSettings(ports.storage), ...ports.reference }),
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
