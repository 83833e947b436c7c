/** The file that is being opened: on its way to the application, or there. Only one at a time. */
import { useSyncExternalStore } from 'react';
import type { WaitingFile } from '../../contract/views/files.ts';
import { CHUNK_BYTES } from '../../domain/assessment/evidence-file.ts';
import { MAX_PACKAGE_BYTES } from '../../domain/package/limits.ts';
import { toBase64 } from '../../domain/text/base64.ts';
import { call } from '../api/client.ts';
import { newId } from '../api/ids.ts';

export interface OpenedUpload {
  readonly upload: string;
  readonly name: string;
  /** Share that has arrived while it is sent, 0 to 1. */
  readonly share: number;
  readonly state: 'sending' | 'there' | 'too-large' | 'unreadable' | 'failed';
  /** Why sending failed. */
  readonly error: unknown;
  /** Files that were given together with this one and are not opened. */
  readonly others: number;
}

let current: OpenedUpload | null = null;
const listeners = new Set<() => void>();

function set(next: OpenedUpload | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function useOpenedUpload(): OpenedUpload | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/**
 * Sends a file part by part; its content may change while it is read, or its stick be pulled out. Ends early when
 * another file or none is wanted any more.
 */
async function send(upload: string, file: File): Promise<void> {
  for (let at = 0; at === 0 || at < file.size; at += CHUNK_BYTES) {
    if (current?.upload !== upload) return;
    set({ ...current, share: file.size === 0 ? 1 : at / file.size });
    const part = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
    await call('opening.upload', { upload, at, base64: toBase64(part) });
  }
}

/** Takes a file of this page. */
export function takeFiles(files: readonly File[]): void {
  const [file] = files;
  if (!file) return;
  const upload = newId();
  const opened: OpenedUpload = {
    upload,
    name: file.name,
    share: 0,
    state: 'sending',
    error: null,
    others: files.length - 1,
  };
  if (file.size > MAX_PACKAGE_BYTES) return set({ ...opened, state: 'too-large' });
  set(opened);
  const settle = (state: OpenedUpload['state'], error: unknown = null): void => {
    // Another file may have been taken meanwhile.
    if (current?.upload === upload) set({ ...opened, state, error });
  };
  send(upload, file).then(
    () => settle('there'),
    (error: unknown) => (error instanceof DOMException ? settle('unreadable') : settle('failed', error)),
  );
}

/** Gives up a file that is still on its way; the application forgets the parts that it has. */
export function stopOpening(): void {
  if (current?.state === 'sending') set(null);
}

/** Takes a file that the application holds already. */
export function takeUpload({ upload, name, failure }: WaitingFile, others = 0): void {
  set({ upload, name, share: 1, state: failure ?? 'there', error: null, others });
}

/** Opens the kept copy of a recent file. @throws ApiError when there is none */
export async function takeRecent(id: string): Promise<void> {
  const upload = newId();
  const { name } = await call('recent.load', { id, upload });
  takeUpload({ upload, name, failure: null });
}
