/** What a program and its reading processes tell each other. */
import type { Reading } from '../../core/ports/collections.ts';

/** To the reading process. */
export type ToReader =
  /** Read a file; of an archive, leave out the first `skip` files, which are done. */
  | { readonly kind: 'read'; readonly job: number; readonly path: string; readonly name: string; readonly skip: number }
  /** The canonical text of a questionnaire that it asked for; null when it is not here. */
  | { readonly kind: 'definition'; readonly key: string; readonly text: string | null };

/** From the reading process. */
export type FromReader =
  /** A file is being looked at: it may take this long from now on. */
  | { readonly kind: 'begin'; readonly job: number }
  /** The file is an archive of these. */
  | { readonly kind: 'names'; readonly job: number; readonly names: readonly string[] }
  | { readonly kind: 'reading'; readonly job: number; readonly reading: Reading }
  | { readonly kind: 'end'; readonly job: number }
  | { readonly kind: 'wanted'; readonly id: string; readonly version: string };

export const definitionKey = (id: string, version: string): string => `${id}/${version}`;

/** A running reading process, whoever started it. */
export interface ReaderProcess {
  send(message: ToReader): void;
  /** Ends it at once, whatever it does. */
  kill(): void;
  onMessage(listener: (message: FromReader) => void): void;
  /** It has ended, for whatever reason. */
  onEnd(listener: () => void): void;
}

/** Starts a reading process; Node and Electron have different ways. */
export type StartReader = () => ReaderProcess;

/** What one file may cost. */
export interface ReaderLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}
export const READER_LIMITS: ReaderLimits = { milliseconds: 5000, bytes: 512 * 1024 * 1024 };
