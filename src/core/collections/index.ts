/** Collections of result files: making, importing, deciding, looking, handing on. */
import { AppError } from '../../contract/errors.ts';
import type { ImportRun } from '../../contract/views/collections.ts';
import { fromBase64 } from '../../domain/text/base64.ts';
import { keepDefinition } from '../assessments.ts';
import { appraiseHandlers } from './appraise.ts';
import { createDesk } from './desk.ts';
import { outcomesFile, packageFile, reportFile } from './export.ts';
import { createResults } from './results.ts';
import { createRuns, type Runs } from './runs.ts';
import { readUnitList } from './units.ts';
import { createViews } from './views.ts';
import type { Handlers } from '../dispatch.ts';
import type { Library } from '../library.ts';
import type { Outbox } from '../outbox.ts';
import type { Ports } from '../ports.ts';
import type { CollectionRow } from '../ports/collections.ts';
import { readSettings } from '../settings.ts';

type Methods = Extract<keyof Handlers, `collections.${string}`>;

export interface Collections {
  readonly handlers: Pick<Handlers, Methods>;
  /** Piles of files of this computer, for hosts that are given paths by a person. */
  readonly runs: Pick<Runs, 'offer'>;
}

export function createCollections(ports: Ports, library: Library, outbox: Outbox): Collections {
  const { storage, collecting } = ports;
  const store = storage.collections;
  const desk = createDesk(ports, library);
  const results = createResults(ports, library);
  const runs = createRuns(ports, desk);
  const runsOf = (id: string): ImportRun[] => store.runs(id).map(({ run }) => runs.view(run));
  const views = createViews(ports, library, desk, results, runsOf);

  /** Changes a collection in one transaction; what is shown afterwards is read anew. */
  function change(id: string, work: (row: CollectionRow) => void): ReturnType<typeof views.view> {
    const row = desk.find(id);
    storage.transaction(() => {
      work(row);
      desk.touch(id);
    });
    results.forget(id);
    ports.emit({ type: 'collection.changed', id });
    return views.view(id);
  }

  function resultOf(id: string, result: number) {
    const row = store.result(id, result);
    if (!row) throw new AppError('result.unknown');
    return row;
  }

  return {
    runs,
    handlers: {
      'collections.list': () => store.list().map((row) => views.summary(row)),
      'collections.get': ({ id }) => views.view(id),
      'collections.save': async ({ id, name, notes, period, questionnaireId, questionnaireVersion, units }) => {
        const known = store.find(id);
        const at = ports.now();
        if (!known) {
          const loaded = await library.get(questionnaireId, questionnaireVersion);
          const ref = { id: questionnaireId, version: questionnaireVersion, hash: loaded.hash };
          storage.transaction(() => {
            keepDefinition(ports, loaded, at);
            store.save({ id, name, notes, period, questionnaire: ref, createdAt: at, updatedAt: at });
            store.saveUnits(id, units ?? []);
          });
          ports.emit({ type: 'collection.changed', id });
          return views.view(id);
        }
        return change(id, (row) => {
          store.save({ ...row, name, notes, updatedAt: at });
          if (units === undefined) return;
          store.saveUnits(id, units);
          desk.rematch(id);
        });
      },
      'collections.remove': ({ id }) => {
        storage.transaction(() => store.remove(id));
        results.forget(id);
        ports.emit({ type: 'collection.changed', id });
        return null;
      },
      'collections.preview': ({ list }) => readUnitList(list),
      'collections.match': ({ id, results: given, unitId }) =>
        change(id, () => {
          if (unitId !== null && !store.units(id).some((unit) => unit.id === unitId))
            throw new AppError('unit.unknown');
          for (const result of given) {
            resultOf(id, result);
            if (unitId === null) desk.unplace(id, result);
            else store.place(result, unitId, 'hand');
          }
          desk.restand(id);
        }),
      'collections.resolve': ({ id, result }) =>
        change(id, () => {
          const chosen = resultOf(id, result);
          const rivals = store
            .heads(id)
            .filter((head) => head.unitId === chosen.unitId && head.contentHash !== chosen.contentHash);
          // What was chosen before in favour of another one no longer holds.
          for (const { contentHash } of rivals) store.dropChoices(id, contentHash);
          const aside = rivals.map(({ contentHash }) => contentHash);
          store.choose(id, { keep: chosen.contentHash, aside }, ports.now());
          desk.restand(id);
        }),
      'collections.discard': ({ id, result }) =>
        change(id, () => {
          const { contentHash } = resultOf(id, result);
          store.bury(id, contentHash, ports.now());
          store.dropChoices(id, contentHash);
          store.removeResult(result);
          desk.restand(id);
        }),

      'collections.upload': async ({ source, file, name, at, base64 }) => {
        const part = fromBase64(base64);
        if (!part)
          throw new AppError('input.invalid', {}, [{ path: ['base64'], code: 'shape', params: { reason: 'Base64' } }]);
        return { received: await collecting.keepPart(source, file, name, at, part) };
      },
      'collections.choose': async ({ source }) => {
        const folder = await ports.folders?.choose('collect', readSettings(storage).language);
        if (!folder) return null;
        const files = await runs.offer(source, [folder]);
        return { source, folder, files: files.length };
      },
      'collections.import': ({ run, source, collectionId, language }) =>
        runs.start(run, source, collectionId, language),
      'collections.cancel': ({ run }) => runs.cancel(run),
      'collections.resume': ({ run }) => runs.resume(run),
      'collections.await': async ({ run }) => {
        await runs.ended(run);
        return runs.view(run);
      },
      'collections.state': ({ run }) => runs.view(run),
      'collections.outcomes': ({ run, from, count }) => {
        runs.view(run);
        return { total: store.outcomeCounts(run).total, outcomes: store.outcomes(run, from, count) };
      },

      ...appraiseHandlers(ports, library, desk, runs),

      'collections.overview': ({ id, ...options }) => views.overview(id, options),
      'collections.unit': ({ id, result }) => views.unit(id, result),
      'collections.items': ({ id, filter }) => views.items(id, filter),
      'collections.export': async ({ id, what, run, ...options }) => {
        const row = desk.find(id);
        const { fileName, bytes } =
          what === 'outcomes'
            ? outcomesFile(ports, row, runs.view(run ?? '').run, options.language)
            : what === 'package'
              ? await packageFile(ports, row)
              : await reportFile(ports, row, what, views.reportInput(id, options));
        const ticket = ports.newId();
        outbox.put({ ticket, fileName, bytes });
        return { ticket, fileName, bytes: bytes.length };
      },
    },
  };
}
