/**
 * Reading processes for one batch of files. A process is used for many files; when one takes too long or too much memory
 * the process is ended, that file gets its row, and a new process goes on with the next one.
 */
import type { Reading, ReadingBatch, ReadingJob, ReadingOptions, SourceFile } from '../../core/ports/collections.ts';
import {
  definitionKey,
  READER_LIMITS,
  type FromReader,
  type ReaderLimits,
  type ReaderProcess,
  type StartReader,
} from './protocol.ts';

/** Files that a process knows of beyond the one at work, so that it never waits for the next. */
const AHEAD = 6;
/** With fewer files than this for each, another process costs more time than it saves. */
const FILES_PER_PROCESS = 48;

/** Readings are told in batches: so many at most, and none later than this. */
const BATCH = { readings: 200, milliseconds: 100 } as const;
/** A process on a busy old computer may take this long before it looks at its first file. */
const START_MILLISECONDS = 25_000;

interface Job {
  readonly at: number;
  readonly file: SourceFile;
  /** Readings of this file so far. */
  read: number;
  /** The files of an archive. */
  names: readonly string[] | null;
}

interface OpenBatch extends ReadingBatch {
  readonly readings: { at: number; part: number; reading: Reading }[];
  readonly ended: number[];
  more: number;
}

const emptyBatch = (): OpenBatch => ({ readings: [], ended: [], more: 0 });

export interface PoolOptions {
  readonly start: StartReader;
  /** Most processes at a time. */
  readonly size: number;
  readonly limits?: ReaderLimits;
}

/** Reads files in order of their places; readings of different files may come in any order. */
export function readInProcesses(
  { start, size, limits = READER_LIMITS }: PoolOptions,
  files: readonly SourceFile[],
  options: ReadingOptions,
): ReadingJob {
  const waiting: Job[] = files.map((file, at) => ({ at, file, read: 0, names: null })).reverse();
  const lanes = new Set<() => void>();
  const definitions = new Map<string, Promise<string | null>>();
  let [left, cancelled] = [files.length, false];
  let finish: (complete: boolean) => void = () => undefined;
  const done = new Promise<boolean>((resolve) => (finish = resolve));

  const definition = (id: string, version: string): Promise<string | null> => {
    const key = definitionKey(id, version);
    const known = definitions.get(key) ?? options.definition(id, version).catch(() => null);
    definitions.set(key, known);
    return known;
  };

  let batch = emptyBatch();
  let later: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(later);
    later = undefined;
    const full = batch;
    batch = emptyBatch();
    if (!cancelled && full.readings.length + full.ended.length + full.more > 0) options.onBatch(full);
  }

  function noted(): void {
    if (batch.readings.length >= BATCH.readings) flush();
    else later ??= setTimeout(flush, BATCH.milliseconds);
  }

  function ended(job: Job): void {
    batch.ended.push(job.at);
    noted();
    left -= 1;
    if (left > 0) return;
    flush();
    close();
  }

  function close(): void {
    clearTimeout(later);
    for (const stop of lanes) stop();
    lanes.clear();
    finish(!cancelled);
  }

  function tell(job: Job, reading: Reading): void {
    batch.readings.push({ at: job.at, part: job.read, reading });
    job.read += 1;
    noted();
  }

  /** One process after the other, until there is nothing to read. */
  function lane(): void {
    const process: ReaderProcess = start();
    const given: Job[] = [];
    let timer: NodeJS.Timeout | undefined;
    let [over, started] = [false, false];

    const stop = (): void => {
      over = true;
      clearTimeout(timer);
      process.kill();
    };
    lanes.add(stop);

    function watch(): void {
      clearTimeout(timer);
      const most = started ? limits.milliseconds : limits.milliseconds + START_MILLISECONDS;
      timer = given.length > 0 ? setTimeout(() => process.kill(), most) : undefined;
    }

    function feed(): void {
      while (given.length <= AHEAD) {
        const job = waiting.pop();
        if (!job) break;
        given.push(job);
        process.send({ kind: 'read', job: job.at, path: job.file.path, name: job.file.name, skip: job.read });
      }
      watch();
    }

    process.onMessage((message: FromReader) => {
      if (over || cancelled) return;
      started = true;
      const job = given[0];
      switch (message.kind) {
        case 'wanted': {
          const { id, version } = message;
          // Looking for it is the program's time, not that of the file.
          clearTimeout(timer);
          void definition(id, version).then((text) => {
            process.send({ kind: 'definition', key: definitionKey(id, version), text });
            if (!over) watch();
          });
          return;
        }
        case 'begin':
          return watch();
        case 'names':
          if (job && job.names === null) {
            job.names = message.names;
            batch.more += message.names.length - 1;
          }
          return watch();
        case 'reading':
          if (job) tell(job, message.reading);
          return watch();
        case 'end':
          if (job) {
            given.shift();
            ended(job);
          }
          if (!over) feed();
      }
    });

    process.onEnd(() => {
      clearTimeout(timer);
      lanes.delete(stop);
      if (over || cancelled) return;
      over = true;
      const guilty = given.shift();
      waiting.push(...given.reverse());
      if (guilty) afterDeath(guilty);
      if (left > 0 && !cancelled && (waiting.length > 0 || lanes.size === 0)) lane();
    });
    feed();
  }

  /** The process died of this file: it gets its row, and the rest of an archive its turn. */
  function afterDeath(job: Job): void {
    const name = job.names?.[job.read] ?? job.file.name;
    tell(job, { name, kind: 'stopped', reason: null });
    if (job.names && job.read < job.names.length) {
      waiting.push(job);
      return;
    }
    ended(job);
  }

  if (left === 0) finish(true);
  else for (let count = Math.min(size, Math.ceil(left / FILES_PER_PROCESS)); count > 0; count -= 1) lane();
  return {
    done,
    cancel() {
      cancelled = true;
      close();
    },
  };
}
