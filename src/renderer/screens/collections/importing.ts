/** The pile of files that is being imported. It goes on while other screens are looked at; only one at a time. */
import { useSyncExternalStore } from 'react';
import type { ImportRun } from '../../../contract/views/collections.ts';
import { COLLECTION_LIMITS } from '../../../contract/views/collections.ts';
import { CHUNK_BYTES, MAX_FILE_BYTES } from '../../../domain/assessment/evidence-file.ts';
import { toBase64 } from '../../../domain/text/base64.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { call } from '../../api/client.ts';
import { onAppEvent } from '../../api/events.ts';
import { newId } from '../../api/ids.ts';
import type { GivenFile } from './given-files.ts';

export interface Importing {
  readonly run: string;
  readonly collectionId: string | null;
  /** choosing: a folder is being looked through. sending: files are on their way. reading: they are read and judged. */
  readonly phase: 'choosing' | 'sending' | 'reading' | 'ended' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Files that never arrived, and why. */
  readonly left: readonly { readonly name: string; readonly reason: 'too-large' | 'unreadable' | 'too-many' }[];
  readonly error: unknown;
  readonly outcome: ImportRun | null;
}

let current: Importing | null = null;
const listeners = new Set<() => void>();

function set(next: Importing | null): void {
  current = next;
  for (const listener of listeners) listener();
}

const change = (run: string, part: Partial<Importing>): void => {
  if (current?.run === run) set({ ...current, ...part });
};

export function useImporting(): Importing | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export const isUnderWay = (state: Importing | null): boolean =>
  state !== null && state.phase !== 'ended' && state.phase !== 'failed';

const begin = (collectionId: string | null, phase: Importing['phase'], total: number): Importing => ({
  run: newId(),
  collectionId,
  phase,
  done: 0,
  total,
  left: [],
  error: null,
  outcome: null,
});

/** Files on their way at a time. */
const LANES = 3;

async function sendOne(run: string, source: string, place: number, { name, file }: GivenFile): Promise<void> {
  for (let at = 0; at === 0 || at < file.size; at += CHUNK_BYTES) {
    if (current?.run !== run) return;
    const part = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
    await call('collections.upload', { source, file: place, name, at, base64: toBase64(part) });
  }
}

async function sendAll(run: string, source: string, files: readonly GivenFile[]): Promise<void> {
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < files.length && current?.run === run) {
      const place = next;
      next += 1;
      const given = files[place] as GivenFile;
      try {
        await sendOne(run, source, place, given);
      } catch (error) {
        // The file was changed, or its stick pulled out; anything else ends the whole pile.
        if (!(error instanceof DOMException)) throw error;
        change(run, { left: [...(current?.left ?? []), { name: given.name, reason: 'unreadable' }] });
      }
      done += 1;
      change(run, { done });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Reads the pile, and answers when everything is judged. */
async function readPile(run: string, source: string, collectionId: string | null, language: Language): Promise<void> {
  if (current?.run !== run) return;
  change(run, { phase: 'reading', done: 0 });
  await call('collections.import', { run, source, collectionId, language });
  change(run, { phase: 'ended', outcome: await call('collections.await', { run }) });
}

async function follow(run: string, work: () => Promise<void>): Promise<void> {
  const stop = onAppEvent((event) => {
    if (event.type === 'collection.progress' && event.run === run && current?.phase === 'reading')
      change(run, { done: event.done, total: event.total });
  });
  try {
    await work();
  } catch (error) {
    change(run, { phase: 'failed', error });
  } finally {
    stop();
  }
}

/** Imports files of this page. @param collectionId null: they are sorted by questionnaire and period */
export function importFiles(given: readonly GivenFile[], collectionId: string | null, language: Language): void {
  if (isUnderWay(current) || given.length === 0) return;
  const small = given.filter(({ file }) => file.size <= MAX_FILE_BYTES);
  const files = small.slice(0, COLLECTION_LIMITS.files);
  const source = newId();
  const state = begin(collectionId, 'sending', files.length);
  set({
    ...state,
    left: [
      ...given
        .filter(({ file }) => file.size > MAX_FILE_BYTES)
        .map(({ name }) => ({ name, reason: 'too-large' as const })),
      ...small.slice(COLLECTION_LIMITS.files).map(({ name }) => ({ name, reason: 'too-many' as const })),
    ],
  });
  void follow(state.run, async () => {
    await sendAll(state.run, source, files);
    await readPile(state.run, source, collectionId, language);
  });
}

/** Imports a folder that the person chooses in a window of the system. */
export function importFolder(collectionId: string | null, language: Language): void {
  if (isUnderWay(current)) return;
  const state = begin(collectionId, 'choosing', 0);
  set(state);
  const source = newId();
  void follow(state.run, async () => {
    const chosen = await call('collections.choose', { source });
    if (!chosen) return set(null);
    change(state.run, { total: chosen.files });
    await readPile(state.run, source, collectionId, language);
  });
}

/** Goes on with a run that the end of the program interrupted. */
export function resumeRun({ run, collectionId, total, done }: ImportRun): void {
  if (isUnderWay(current)) return;
  set({ ...begin(collectionId, 'reading', total), run, done });
  void follow(run, async () => {
    await call('collections.resume', { run });
    change(run, { phase: 'ended', outcome: await call('collections.await', { run }) });
  });
}

/** Stops; every collection is as it was before. */
export async function cancelImport(): Promise<void> {
  const state = current;
  if (!state || !isUnderWay(state)) return;
  if (state.phase !== 'reading') return set(null);
  await call('collections.cancel', { run: state.run });
}

/** What has ended was looked at. */
export function closeImport(): void {
  if (!isUnderWay(current)) set(null);
}
