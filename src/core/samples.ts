import type { AnswerSheet } from '../domain/assessment/sheet.ts';
import { summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import type { Ports } from './ports.ts';
import { readSheet, storeSheet } from './sheets.ts';

/** Organisations of one name and kind are one organisation, so that two rounds can be compared. */
const organisationKey = (sheet: AnswerSheet): string => `${sheet.organisation.kind} ${sheet.organisation.name}`;

export function sampleHandlers(ports: Ports, library: Library): Pick<Handlers, 'samples.add' | 'samples.remove'> {
  const { storage } = ports;

  async function sheets(): Promise<{ loaded: LoadedQuestionnaire; sheet: AnswerSheet }[]> {
    const { loaded } = await library.all();
    return loaded.flatMap((entry) =>
      entry.samples.map((raw) => ({
        loaded: entry,
        sheet: readSheet(entry, raw, `${entry.questionnaire.id}/samples`),
      })),
    );
  }

  function removeAll(): void {
    storage.assessments.removeSamples();
    storage.organisations.removeSamples();
    const current = storage.settings.all().get('organisationId');
    if (current && !storage.organisations.find(current)) storage.settings.set('organisationId', '');
  }

  return {
    'samples.add': async () => {
      const all = await sheets();
      storage.transaction(removeAll);
      const ids = new Map<string, string>();
      const newest = new Map<string, number>();
      for (const { sheet } of all) {
        const key = organisationKey(sheet);
        if (!ids.has(key)) ids.set(key, ports.newId());
        newest.set(key, Math.max(newest.get(key) ?? 0, sheet.period.year * 100 + sheet.period.number));
      }
      const rows = all.map(({ loaded, sheet }) => {
        const key = organisationKey(sheet);
        const latest = sheet.period.year * 100 + sheet.period.number === newest.get(key);
        return storeSheet(ports, loaded, sheet, ids.get(key) as string, !latest);
      });
      if (!storage.settings.all().get('organisationId') && rows[0])
        storage.transaction(() => storage.settings.set('organisationId', rows[0]?.organisationId ?? ''));
      ports.emit({ type: 'settings.changed' });
      return rows.map((row) => summariseAssessment(ports, library, row));
    },
    'samples.remove': () => {
      storage.transaction(removeAll);
      ports.emit({ type: 'settings.changed' });
      return null;
    },
  };
}
