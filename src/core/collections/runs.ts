/**
 * Importing piles of result files. What is read is staged; only when a run has read everything does it touch collections,
 * in one transaction. A run that is cancelled, or that the end of the program interrupted, has changed nothing.
 */
import { AppError, type ErrorCode } from '../../contract/errors.ts';
import { COLLECTION_LIMITS, type ImportRun } from '../../contract/views/collections.ts';
import type { Language } from '../../domain/text/localized.ts';
import type { Ports } from '../ports.ts';
import type { ReadingJob, RunRow, SourceFile } from '../ports/collections.ts';
import type { Desk } from './desk.ts';

interface Live {
  readonly job: ReadingJob;
  total: number;
  done: number;
}

export interface Runs {
  /** Files of this computer as a pile to import. @returns the files that were found */
  offer(source: string, paths: readonly string[]): Promise<readonly SourceFile[]>;
  start(run: string, source: string, collectionId: string | null, language: Language): Promise<ImportRun>;
  cancel(run: string): Promise<ImportRun>;
  resume(run: string): ImportRun;
  view(run: string): ImportRun;
  /** When nothing of the run is under way any more. */
  ended(run: string): Promise<void>;
}

export function createRuns(ports: Ports, desk: Desk): Runs {
  const { storage, collecting } = ports;
  const store = storage.collections;
  const offered = new Map<string, readonly SourceFile[]>();
  const live = new Map<string, Live>();
  const ends = new Map<string, Promise<void>>();
  const failures = new Map<string, ErrorCode>();

  function row(run: string): RunRow {
    const found = store.findRun(run);
    if (!found) throw new AppError('run.unknown');
    return found;
  }

  function describe(found: RunRow): ImportRun {
    const { run, collectionId, startedAt, finishedAt } = found;
    const now = live.get(run);
    const { counts, total } = store.outcomeCounts(run);
    return {
      run,
      collectionId,
      state: found.state === 'running' && !now ? 'interrupted' : found.state,
      failure: failures.get(run) ?? null,
      total: now?.total ?? (found.state === 'done' ? total : Math.max(total, store.files(run).length)),
      done: now?.done ?? total,
      counts,
      collections: store.runCollections(run),
      startedAt,
      finishedAt,
    };
  }

  /** The questionnaire that a file names, for the process that reads it. */
  async function definition(id: string, version: string): Promise<string | null> {
    const loaded = await desk.questionnaire(id, version);
    return loaded && JSON.stringify({ hash: loaded.hash, questionnaire: loaded.questionnaire });
  }

  function launch({ run }: RunRow): void {
    failures.delete(run);
    const files = store.files(run);
    const waiting = files.filter(({ ended }) => !ended);
    const places = waiting.map(({ at }) => at);
    const placeOf = (at: number): number => places[at] as number;
    const already = store.outcomeCounts(run).total;
    let failed: Error | null = null;
    const job = collecting.read(waiting, {
      definition,
      onBatch({ readings, ended, more }) {
        const state = live.get(run);
        if (!state || failed !== null) return;
        try {
          storage.transaction(() => {
            for (const { at, part, reading } of readings) store.stage(run, placeOf(at), part, reading);
            for (const at of ended) store.endFile(run, placeOf(at));
          });
        } catch (error) {
          failed = error instanceof Error ? error : new Error(String(error));
          job.cancel();
          return;
        }
        state.total += more;
        state.done += readings.length;
        ports.emit({ type: 'collection.progress', run, done: state.done, total: state.total });
      },
    });
    live.set(run, { job, total: Math.max(files.length, already + waiting.length), done: already });
    ends.set(
      run,
      job.done.then((complete) => finish(run, complete, failed)),
    );
  }

  async function finish(run: string, complete: boolean, failed: Error | null): Promise<void> {
    try {
      if (failed !== null) throw failed;
      const found = complete ? store.findRun(run) : null;
      // What was cancelled, or interrupted by the end of the program, touches no collection.
      if (found?.state !== 'running' || !live.has(run)) return;
      const changed = await desk.settle(found);
      live.delete(run);
      await collecting.forget(found.source);
      for (const id of changed) ports.emit({ type: 'collection.changed', id });
    } catch (error) {
      failures.set(run, error instanceof AppError ? error.code : 'internal');
      if (!(error instanceof AppError)) ports.report(error, { method: 'collections.import' });
    } finally {
      const state = live.get(run);
      live.delete(run);
      ends.delete(run);
      ports.emit({ type: 'collection.progress', run, done: state?.done ?? 0, total: state?.total ?? 0 });
    }
  }

  return {
    async offer(source, paths) {
      const files = await collecting.find(paths, COLLECTION_LIMITS.files);
      offered.set(source, files);
      return files;
    },
    async start(run, source, collectionId, language) {
      const known = store.findRun(run);
      if (known) return describe(known);
      if (collectionId !== null) desk.find(collectionId);
      const files = offered.get(source) ?? (await collecting.kept(source));
      if (files.length === 0 && !offered.has(source)) throw new AppError('upload.unknown');
      offered.delete(source);
      const startedAt = ports.now();
      const made: RunRow = { run, collectionId, source, state: 'running', language, startedAt, finishedAt: null };
      storage.transaction(() => {
        store.saveRun(made);
        store.addFiles(run, files);
      });
      launch(made);
      return describe(made);
    },
    async cancel(run) {
      const found = row(run);
      if (found.state === 'done' || found.state === 'cancelled') return describe(found);
      const state = live.get(run);
      live.delete(run);
      state?.job.cancel();
      await ends.get(run);
      const cancelled: RunRow = { ...found, state: 'cancelled', finishedAt: ports.now() };
      storage.transaction(() => {
        store.unstage(run);
        store.saveRun(cancelled);
      });
      await collecting.forget(found.source);
      return describe(cancelled);
    },
    resume(run) {
      const found = row(run);
      if (found.state === 'running' && !live.has(run)) launch(found);
      return describe(found);
    },
    view: (run) => describe(row(run)),
    ended: async (run) => void (await ends.get(run)),
  };
}
