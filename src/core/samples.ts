import { comparePeriods } from '../domain/assessment/period.ts';
import type { AnswerSheet } from '../domain/assessment/sheet.ts';
import { summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import type { Ports } from './ports.ts';
import { finishedRow, keepDefinition } from './assessments.ts';
import { inContext } from './library-context.ts';
import { newRow } from './new-row.ts';
import type { SampleResult } from './sample-results.ts';
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
        sheet: readSheet(ports, entry, raw, `${entry.questionnaire.id}/samples`),
      })),
    );
  }

  function removeAll(): void {
    storage.assessments.removeSamples();
    storage.organisations.removeSamples();
    storage.plans.removeSampleIndexes();
    const current = storage.settings.all().get('organisationId');
    if (current && !storage.organisations.find(current)) storage.settings.set('organisationId', '');
  }

  return {
    'samples.add': async () => {
      const all = await sheets();
      const { samples: published } = await ports.plans.load();
      // One transaction: a failure in the last sheet leaves the workspace as it was.
      const rows = storage.transaction(() => {
        removeAll();
        for (const entry of published)
          storage.plans.saveIndex({ ...entry, id: ports.newId(), sample: true }, ports.now());
        const ids = new Map<string, string>();
        const added = all.map(({ loaded, sheet }) => {
          const key = organisationKey(sheet);
          const organisationId = ids.get(key) ?? ports.newId();
          ids.set(key, organisationId);
          // Only the newest round of a questionnaire stays open; the earlier ones are there to compare with.
          const newer = all.some(
            (other) =>
              other.loaded === loaded &&
              organisationKey(other.sheet) === key &&
              comparePeriods(other.sheet.period, sheet.period) > 0,
          );
          return storeSheet(ports, library, loaded, sheet, organisationId, newer);
        });
        const first = added[0]?.organisationId;
        if (first && !storage.settings.all().get('organisationId')) storage.settings.set('organisationId', first);
        return added;
      });
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

/** Stores a made-up result as a finished assessment that is marked as a sample. */
export function storeSample(ports: Ports, library: Library, loaded: LoadedQuestionnaire, made: SampleResult): void {
  const { storage } = ports;
  const { organisation, period, records } = made;
  const { kind } = organisation;
  const at = ports.now();
  const row = newRow(library, loaded, {
    id: made.assessmentId,
    organisationId: organisation.id,
    kind,
    period,
    at,
    sample: true,
    records,
  });
  storage.transaction(() => {
    keepDefinition(ports, loaded, at);
    storage.organisations.save(organisation, true, at);
    storage.assessments.add(row);
    for (const record of records) storage.answers.save(row.id, { ...record, seq: 1 }, at);
    storage.assessments.update(finishedRow(ports, inContext(library, loaded, { kind, year: period.year }), row, at));
  });
}
