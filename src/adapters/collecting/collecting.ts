import { availableParallelism } from 'node:os';
import { inflateRawSync } from 'node:zlib';
import type { Collecting, ReadingJob } from '../../core/ports/collections.ts';
import { zipTexts } from '../documents/zip-write.ts';
import { findFiles } from './find-files.ts';
import { createPiles } from './piles.ts';
import { readInProcesses } from './pool.ts';
import type { ReaderLimits, StartReader } from './protocol.ts';

/** Largest text of a stored content. */
const MAX_TEXT = 32 * 1024 * 1024;
/** More processes than this only wait for the disk. */
const MOST_PROCESSES = 4;

export interface CollectingOptions {
  readonly start: StartReader;
  /** Where files wait that come in parts. */
  readonly folder: string;
  /** They stay when the program ends, for runs that go on another day. */
  readonly lasting: boolean;
  readonly limits?: ReaderLimits;
}

/** The port for collecting, over the file system and reading processes. */
export function createCollecting({ start, folder, lasting, limits }: CollectingOptions): Collecting {
  const piles = createPiles(folder);
  const running = new Set<ReadingJob>();
  const size = Math.min(MOST_PROCESSES, availableParallelism());
  return {
    find: findFiles,
    read(files, options) {
      const job = readInProcesses({ start, size, ...(limits ? { limits } : {}) }, files, options);
      running.add(job);
      void job.done.then(() => running.delete(job));
      return job;
    },
    keepPart: (...part) => piles.keepPart(...part),
    kept: (source) => piles.kept(source),
    forget: (source) => piles.forget(source),
    inflate: (content) => inflateRawSync(content, { maxOutputLength: MAX_TEXT }).toString('utf8'),
    utf8: (text) => Buffer.from(text, 'utf8'),
    zip: zipTexts,
    async close() {
      for (const job of running) job.cancel();
      await Promise.all([...running].map(({ done }) => done));
      if (!lasting) await piles.clear();
    },
  };
}
